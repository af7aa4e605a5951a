"""The manual page (`man policy-assistant`), made of the help of every command. It is in English, as the ids are."""

from collections.abc import Iterator

import click

from assistant import __version__
from assistant.cli.commands import make_app
from assistant.cli.terminal import Terminal
from assistant.settings import Settings

NAME = "policy-assistant"


def manual() -> str:
    """The page in the language of man(7)."""
    app = make_app(Terminal(Settings()))
    about = (app.help or "").rstrip(".")
    lines = [
        f'.TH "{NAME.upper()}" "1" "" "{NAME} {__version__}"',
        ".SH NAME", f"{_plain(NAME)} \\- {_plain(about[0].lower() + about[1:])}",
        ".SH SYNOPSIS", f".B {_plain(NAME)}", "[OPTIONS] COMMAND [ARGS]...",
        ".SH COMMANDS", *_commands(app, click.Context(app, info_name=NAME, **app.context_settings)),
        ".SH EXIT STATUS",
        ".TP", "0", "All is well.",
        ".TP", "1", "Content or an answer is wrong.",
        ".TP", "2", "It was called wrongly.",
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def _commands(group: click.Group, ctx: click.Context) -> Iterator[str]:
    """Each command, those of groups too: what it does, and what it takes."""
    for name in group.list_commands(ctx):
        command = group.get_command(ctx, name)
        if command is None:
            raise LookupError(name)
        inner = click.Context(command, info_name=name, parent=ctx)
        usage = " ".join(command.collect_usage_pieces(inner))
        yield from (f'.SS "{_plain(inner.command_path)} {_plain(usage)}"', _plain(command.help or ""))
        for parameter in command.get_params(inner):
            if record := parameter.get_help_record(inner):
                yield from (".TP", f".B {_plain(record[0])}", _plain(record[1]))
        if isinstance(command, click.Group):
            yield from _commands(command, inner)


def _plain(text: str) -> str:
    """A text in which nothing is a request of roff."""
    escaped = " ".join(text.split()).replace("\\", "\\e").replace("-", "\\-").replace('"', "\\(dq")
    return f"\\&{escaped}" if escaped[:1] in (".", "'") else escaped
