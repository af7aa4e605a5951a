"""Puts the compiled library and the manual page into the wheel, so that what is installed reads no sources."""

import sys
from collections.abc import Container, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

if TYPE_CHECKING:  # where the wheel is built apart from everything, nothing of ours is installed
    import click


class LibraryHook(BuildHookInterface[Any]):
    """Makes the library of the content and locales that the wheel carries."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """
        A checkout that is installed in place makes its own. Where what we import is not installed, as where pip builds
        apart from everything, the wheel goes without, and whoever installs it waits a few seconds the first time.
        """
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, self.root)
        try:
            import numpy as np  # noqa: F401 (the index is made with it, and read without)

            from assistant.matching import make_library
            from assistant.settings import Settings

            page = manual()
        except ImportError as error:
            self.app.display_warning(f"The wheel carries no compiled library: {error}")
            return
        self._made = TemporaryDirectory()
        known = Settings(root / "content", root / "locales", library=Path(self._made.name))
        build_data["force_include"][str(make_library(known))] = "assistant/bundled/library"
        path = Path(self._made.name, "policy-assistant.1")
        path.write_text(page, "utf-8")
        build_data["shared_data"][str(path)] = "share/man/man1/policy-assistant.1"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """What was made stands in the wheel."""
        if hasattr(self, "_made"):
            self._made.cleanup()


NAME = "policy-assistant"


def manual() -> str:
    """
    The manual page (`man policy-assistant`) in the language of man(7), made of the help of every command. It is in
    English, as the ids are.
    """
    import click

    from assistant import __version__
    from assistant.cli.commands import make_app
    from assistant.cli.terminal import Terminal
    from assistant.settings import PREFIX, Settings

    app = make_app(Terminal(Settings()))
    ctx = click.Context(app, info_name=NAME, **app.context_settings)
    about = (app.help or "").rstrip(".")
    lines = [
        f'.TH "{NAME.upper()}" "1" "" "{NAME} {__version__}"',
        ".SH NAME", f"{_plain(NAME)} \\- {_plain(about[0].lower() + about[1:])}",
        ".SH SYNOPSIS", f".B {_plain(NAME)}", "[OPTIONS] COMMAND [ARGS]...",
        ".SH OPTIONS", "Every command takes these.", *_taken(app, ctx, ()),
        ".SH COMMANDS", *_commands(app, ctx, tuple(row[0] for row in _options(app, ctx))),
        ".SH ENVIRONMENT",
        "What is set in the environment, else in a file", ".I .env",
        "in the folder where it is called. The guide to running it says what each is for.",
        *(line for name in Settings.__slots__ for line in (".br", f".B {PREFIX}{name.upper()}")),
        ".SH EXIT STATUS",
        ".TP", "0", "All is well.",
        ".TP", "1", "Content or an answer is wrong.",
        ".TP", "2", "It was called wrongly.",
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def _options(command: "click.Command", ctx: "click.Context") -> list[tuple[str, str]]:
    """What a command takes, each with what it is for."""
    return [row for each in command.get_params(ctx) if (row := each.get_help_record(ctx))]


def _taken(command: "click.Command", ctx: "click.Context", known: Container[str]) -> Iterator[str]:
    """What a command takes that was not told before."""
    for name, about in _options(command, ctx):
        if name not in known:
            yield from (".TP", f".B {_plain(name)}", _plain(about))


def _commands(group: "click.Group", ctx: "click.Context", known: Container[str]) -> Iterator[str]:
    """Each command, those of groups too: what it does, and what it takes beside what every command does."""
    import click

    for name in group.list_commands(ctx):
        command = group.get_command(ctx, name)
        if command is None:
            raise LookupError(name)
        inner = click.Context(command, info_name=name, parent=ctx)
        usage = " ".join(command.collect_usage_pieces(inner))
        yield from (f'.SS "{_plain(inner.command_path)} {_plain(usage)}"', _plain(command.help or ""))
        yield from _taken(command, inner, known)
        if isinstance(command, click.Group):
            yield from _commands(command, inner, known)


def _plain(text: str) -> str:
    """A text in which nothing is a request of roff."""
    escaped = " ".join(text.split()).replace("\\", "\\e").replace("-", "\\-").replace('"', "\\(dq")
    return f"\\&{escaped}" if escaped[:1] in (".", "'") else escaped
