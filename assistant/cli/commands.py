"""All commands of the command line, and what becomes of one that goes wrong."""

from collections.abc import Mapping
from importlib import import_module

import click

from assistant.cli.complaints import complaint
from assistant.cli.terminal import COMMANDS, WRONG, Group, Terminal
from assistant.errors import AssistantError, ContentError
from assistant.i18n import N_
from assistant.settings import Settings, settings

INTERRUPTED = 130
"""Exit status, as shells have it, of what somebody stopped from the keyboard."""


class _Commands(Group):
    """The commands, each imported when it is called: one starts without waiting for what the others need."""

    def abouts(self) -> Mapping[str, str]:
        return COMMANDS

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module = name.replace("-", "_")
        command: click.Command = getattr(import_module(f"assistant.cli.{module}"), module)
        return command


def make_app(terminal: Terminal) -> click.Group:
    """All commands, as they are called from a terminal."""
    about = N_("Exact answers from policy documents: is it free, when is it due, am I covered?")
    settled = {"obj": terminal, "help_option_names": ["-h", "--help"], "show_default": True}
    return _Commands(help=about, context_settings=settled)


def run() -> int:
    """Runs the command that was called; its exit status. What goes wrong on purpose becomes a sentence."""
    terminal = Terminal(Settings())
    try:
        terminal = Terminal(settings())
        return make_app(terminal).main(standalone_mode=False) or 0
    except click.Abort:
        return INTERRUPTED
    except (AssistantError, click.ClickException, OSError) as error:
        try:
            said, status = complaint(error, terminal.words)
        except ContentError as wrong:  # the languages themselves: English is left
            said, status = str(wrong), WRONG
        click.echo(said, err=True)
        return status
