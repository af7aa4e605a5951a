"""What commands are made of: where they are called, what several of them take, and help in the reader's language."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path

import click

from assistant import __version__
from assistant.i18n import N_
from assistant.i18n.words import Words
from assistant.loading import load_words, terminal_words
from assistant.settings import Settings

COMMANDS: Mapping[str, str] = {
    "ask": N_("Answer a question asked in your own words."),
    "decide": N_("Decide one question of a topic from facts."),
    "draw": N_("Print a topic's rules as a Mermaid flowchart."),
    "batch": N_("Decide many cases: one case a line, answered in order."),
    "match-batch": N_("Match many questions to topics: one question a line, in order."),
    "match-eval": N_("Measure how well phrases match labelled questions."),
    "check": N_("Check all content and translations; print every fault with its file and line."),
    "serve": N_("Serve the web form and the JSON API."),
    "mcp": N_("Serve an assistant that has a language model (MCP) over standard input and output."),
    "schema": N_("Write the JSON Schemas that help an editor with the content, in schemas/ beside it."),
    "i18n": N_("Work on translations."),
    "edition": N_("Keep editions of the content, and compare them."),
    "dossier": N_("Write all that a policy answers as one document to print, for whoever approves it."),
    "source": N_("Work on the document behind a policy."),
    "gaps": N_("List what people asked in vain, with a phrase proposed for each."),
    "store": N_("Export or remove what is kept of questions and replies."),
    "new": N_("Begin a policy or a topic."),
}
"""Every command and what it does; the module of that name, with the command in it, is imported when it is called."""
WRONG, MISUSED = 1, 2
"""Exit status: content or an answer is wrong; the command was called wrongly."""
FRAME = (
    N_("Usage:"),
    N_("Positional arguments"),
    N_("Commands"),
    N_("Options"),
    N_("Show this message and exit."),
    N_("required"),
)
"""What Click says of its own in a help; beside them the default of an option, as `default: …`."""
EXTRAS = re.compile(r"(.*)  \[([^\[\]]+)\]")
"""The help of an option, and what Click puts behind it."""


class Terminal:
    """Where a command is called: the settings, and the words of whoever sits there, read when they are needed."""

    def __init__(self, known: Settings, words: Words | None = None) -> None:
        self.known, self._given = known, words

    @cached_property
    def words(self) -> Words:
        """Raises `ContentError` where the languages themselves are wrong."""
        return self._given or terminal_words(self.known)

    def speaking(self, language: str | None) -> Words:
        """The words of the language asked for, else those of the terminal. Raises `UnknownPage`."""
        return load_words(self.known, language) if language else self.words


class _Help(click.HelpFormatter):
    """Commands are declared in English; whatever of it is for people is said in their language."""

    def __init__(self, words: Words, width: int | None, max_width: int | None) -> None:
        super().__init__(width=width, max_width=max_width)
        self._words = words

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, self._words.say("Usage:") + " ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(self._words.say(heading))

    def write_text(self, text: str) -> None:
        super().write_text(self._words.say(text))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(name, self._about(text)) for name, text in rows], col_max, col_spacing)

    def _about(self, text: str) -> str:
        if not (found := EXTRAS.fullmatch(text)):
            return self._words.say(text)
        return f"{self._words.say(found[1])}  [{'; '.join(map(self._extra, found[2].split('; ')))}]"

    def _extra(self, text: str) -> str:
        name, _, value = text.partition("default: ")
        return self._words.say(name) if name else self._words.say("default: {value}", value=value)


class _Context(click.Context):
    def make_formatter(self) -> click.HelpFormatter:
        return _Help(self.obj.words, self.terminal_width, self.max_content_width)


def _print_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(__version__)
        ctx.exit()


VERSION = click.Option(
    ["--version"],
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help=N_("Print the version and exit."),
)


class Command(click.Command):
    """A command. It is called with the terminal, and returns its exit status, or nothing where all is well."""

    context_class = _Context

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """The command's own, and what every command takes."""
        return [*super().get_params(ctx), VERSION]

    def invoke(self, ctx: click.Context) -> None:
        """Runs the command, and ends with its status."""
        done = ctx.invoke(self.callback, ctx.obj, **ctx.params) if self.callback else None
        ctx.exit(done or 0)


class Group(click.Group):
    """Commands below one name."""

    context_class = _Context
    command_class = Command

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """As every command."""
        return [*super().get_params(ctx), VERSION]

    def abouts(self) -> Mapping[str, str]:
        """What each command of the group does."""
        return {name: command.help or "" for name, command in self.commands.items()}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order in which they are declared."""
        return list(self.abouts())

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Each with its whole sentence: Click would cut it off before it is said in another language."""
        with formatter.section("Commands"):
            formatter.write_dl(self.abouts().items())


FILE = click.Path(path_type=Path)
LANG = click.option("--lang", help=N_("Language of the answer, such as en or ja."))
JSON = click.option("--json", "as_json", is_flag=True, help=N_("Print JSON, for programs."))
