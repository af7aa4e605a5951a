"""The grammars of the languages that ship, as the tests of reading use them."""

from functools import cache

from assistant.match.markers import Marked, Markers
from assistant.matching import read_grammar
from assistant.parsing import Speech
from tests.conftest import ROOT


@cache
def words() -> dict[str, list[str]]:
    """By path, of all languages."""
    return read_grammar(ROOT / "locales")


@cache
def markers() -> Markers:
    """Ready to be found."""
    return Markers.build(words())


def marked(text: str) -> Marked:
    """Folded text with its markers."""
    return markers().mark(text)


SPEECH: Speech = markers().speech
"""How numbers, days and times are written in them."""
