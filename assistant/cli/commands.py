"""All commands of the command line, and what becomes of one that goes wrong."""

import re
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module

import click

from assistant.cli.terminal import COMMANDS, MISUSED, WRONG, Group, Terminal
from assistant.errors import AssistantError, ContentError, UnknownPage, Usage
from assistant.i18n import N_
from assistant.i18n.faults import say_faults
from assistant.i18n.words import Words
from assistant.settings import Settings, settings
from assistant.suggest import alike

INTERRUPTED = 130
"""Exit status, as shells have it, of what somebody stopped from the keyboard."""
KINDS = {"policy": N_("policy"), "topic": N_("topic"), "aspect": N_("question"), "language": N_("language")}
REASONS = (
    N_("Address already in use"),
    N_("File exists"),
    N_("Is a directory"),
    N_("No space left on device"),
    N_("No such file or directory"),
    N_("Not a directory"),
    N_("Permission denied"),
    N_("Read-only file system"),
)
"""Why the system could not do something with a file, as it says it itself."""
COMPLAINTS = (
    N_("Missing argument {name}."),
    N_("Missing option {name}."),
    N_("Option {name} requires an argument."),
    N_("Option {name} does not take a value."),
    N_("Got unexpected extra argument ({names})"),
    N_("Got unexpected extra arguments ({names})"),
    N_("Invalid value for {name}: {why}"),
    N_("{value} is not a valid integer."),
    N_("{value} is not a valid integer range."),
    N_("{value} is not in the range {least}<=x<={most}."),
    N_("{value} is not in the range x>={least}."),
    N_("File {file} does not exist."),
    N_("File {file} is a directory."),
    N_("File {file} is not readable."),
)
"""The sentences of Click that a call of our commands can meet."""
GAP = re.compile(r"\\\{(\w+)\\\}")
"""A gap of a sentence whose signs are escaped."""


def complaint(error: Exception, words: Words) -> tuple[str, int]:
    """What went wrong, and the exit status."""
    match error:
        case ContentError(faults=faults):
            return say_faults(faults, words), WRONG
        case UnknownPage():
            return _unknown(error, words), MISUSED
        case Usage(wordings=wordings):
            return "\n".join(map(words.told, wordings)), MISUSED
        case click.UsageError(ctx=click.Context() as ctx):
            return _misused(error, ctx, words), MISUSED
        case click.ClickException():
            return _error(_said(error.format_message(), COMPLAINTS, words), words), MISUSED
        case OSError():
            why = _said(error.strerror or str(error), REASONS, words)
            return words.say("{file}: {why}", file=error.filename or "", why=why), MISUSED
    raise error


def _unknown(error: UnknownPage, words: Words) -> str:
    """What was not found, and what there is instead."""
    kind, name = words.say(KINDS[error.kind]), error.name
    if guess := alike(name, error.near):
        return words.say(
            "There is no {kind} called “{name}”. Did you mean “{guess}”?", kind=kind, name=name, guess=guess
        )
    there_is = ", ".join(error.near)
    return words.say("There is no {kind} called “{name}”. There is: {near}", kind=kind, name=name, near=there_is)


def _misused(error: click.UsageError, ctx: click.Context, words: Words) -> str:
    """How the command is called, and what is wrong with the call; for a group without a command, its help."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.format_message()
    hint = words.say("Try “{command}” for help.", command=f"{ctx.command_path} --help")
    return f"{ctx.get_usage()}\n{hint}\n\n{_error(_why(error, ctx, words), words)}"


def _error(why: str, words: Words) -> str:
    return words.say("Error: {why}", why=why)


def _why(error: click.UsageError, ctx: click.Context, words: Words) -> str:
    match error, ctx.command:
        case click.NoSuchCommand(command_name=name), click.Group() as group:
            if near := alike(name, group.list_commands(ctx)):
                return words.say("No such command {name}. Did you mean {near}?", name=f"'{name}'", near=f"'{near}'")
            return words.say("No such command {name}.", name=f"'{name}'")
        case click.NoSuchOption(option_name=name), command:
            if near := alike(name, _options(command, ctx)):
                return words.say("No such option {name}. Did you mean {near}?", name=name, near=near)
            return words.say("No such option {name}.", name=name)
    return _said(error.format_message(), COMPLAINTS, words)


def _options(command: click.Command, ctx: click.Context) -> Iterable[str]:
    return (name for one in command.get_params(ctx) if isinstance(one, click.Option) for name in one.opts)


def _said(text: str, known: Sequence[str], words: Words) -> str:
    """A sentence that is given in English, in the language of `words`, if it is one of those known."""
    for sentence in known:
        if found := re.fullmatch(GAP.sub(r"(?P<\1>.+)", re.escape(sentence)), text):
            return words.say(sentence, **{gap: _said(each, known, words) for gap, each in found.groupdict().items()})
    return text


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
