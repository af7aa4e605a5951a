"""What several commands take."""

import typer
from typer.models import OptionInfo

from assistant.i18n.words import Words
from assistant.loading import load_words
from assistant.settings import Settings

WRONG, MISUSED = 1, 2
"""Exit status: content or an answer is wrong; the command was called wrongly."""


def spoken(known: Settings, words: Words, language: str | None) -> Words:
    """The words of the language asked for, else those of the terminal."""
    return load_words(known, language) if language else words


def as_data(words: Words) -> OptionInfo:
    """`--json`."""
    option: OptionInfo = typer.Option("--json", help=words.say("Print JSON, for programs."))
    return option
