"""Help, and what is said of a wrong call, in the language of the terminal: Typer knows English alone."""

import re
from collections.abc import Iterator, Sequence

from typer._click import Command, Context, HelpFormatter
from typer._click.exceptions import NoArgsIsHelpError
from typer.core import TyperGroup
from typer.exceptions import TyperException

from assistant.i18n import N_
from assistant.i18n.words import Words

HEADINGS = (N_("Arguments"), N_("Commands"), N_("Options"), N_("Show this message and exit."))
EXTRAS = (N_("required"), N_("default: {value}"))
EXTRA = re.compile(r"\[([^\[\]]+)\]$")
"""What stands behind the help of an option, and where."""
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
GAP = re.compile(r"\\\{(\w+)\\\}")
"""A gap of a sentence whose signs are escaped."""
COMPLAINTS = (
    N_("Missing argument {name}."),
    N_("Missing option {name}."),
    N_("Missing command."),
    N_("No such command {name}. Did you mean {near}?"),
    N_("No such command {name}."),
    N_("No such option: {name} (Possible options: {near})"),
    N_("No such option: {name}"),
    N_("Option {name} requires an argument."),
    N_("Option {name} does not take a value."),
    N_("Got unexpected extra argument(s) ({names})"),
    N_("Invalid value for {name}: {why}"),
    N_("{value} is not one of {names}."),
    N_("file {file} does not exist."),
    N_("file {file} is a directory."),
    N_("file {file} is not readable."),
    N_("Input should be a valid integer, unable to parse string as an integer"),
    N_("Input should be less than or equal to {most}"),
    N_("Input should be greater than or equal to {least}"),
)
"""The sentences of Typer and of pydantic that a call of our commands can meet, the more special ones first."""


def speak(command: Command, words: Words) -> None:
    """Lets a command and all below it give their help in the language of `words`."""

    class Spoken(Context):
        def make_formatter(self) -> HelpFormatter:
            return _Help(words, self.terminal_width, self.max_content_width)

    for each in _all(command):
        each.context_class = Spoken


def _all(command: Command) -> Iterator[Command]:
    yield command
    if isinstance(command, TyperGroup):
        for each in command.commands.values():
            yield from _all(each)


class _Help(HelpFormatter):
    def __init__(self, words: Words, width: int | None, max_width: int | None) -> None:
        super().__init__(width=width, max_width=max_width)
        self._words = words

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, self._words.say("Usage:") + " ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(self._words.say(heading))

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(name, self._about(text)) for name, text in rows], col_max, col_spacing)

    def _about(self, text: str) -> str:
        """The help of one option: ours is said already; its extras, and that of `--help`, are not."""

        def extras(found: re.Match[str]) -> str:
            return f"[{'; '.join(_said(each, EXTRAS, self._words) for each in found[1].split('; '))}]"

        return EXTRA.sub(extras, self._words.say(text))


def complaint(error: TyperException, words: Words) -> str:
    """What is wrong with a call, below how the command is used; for a group without a command, its help."""
    if isinstance(error, NoArgsIsHelpError):
        return error.format_message()
    context: Context | None = getattr(error, "ctx", None)
    if context is None:
        return _complained(error, words)
    hint = words.say("Try “{command}” for help.", command=f"{context.command_path} --help")
    return f"{context.get_usage()}\n{hint}\n\n{_complained(error, words)}"


def reason(error: OSError, words: Words) -> str:
    """Which file the system could not work with, and why."""
    why = _said(error.strerror or str(error), REASONS, words)
    return words.say("{file}: {why}", file=error.filename or "", why=why)


def _complained(error: TyperException, words: Words) -> str:
    return words.say("Error: {why}", why=_said(error.format_message(), COMPLAINTS, words))


def _said(text: str, known: Sequence[str], words: Words) -> str:
    """A sentence that is given in English, in the language of `words`, if it is one of those known."""
    for sentence in known:
        if found := re.fullmatch(GAP.sub(r"(?P<\1>.+)", re.escape(sentence)), text):
            return words.say(sentence, **{gap: _said(each, known, words) for gap, each in found.groupdict().items()})
    return text
