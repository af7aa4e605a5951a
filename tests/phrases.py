"""Fewer search phrases: an index of them is made in a moment, for what does not hang on how well it finds a topic."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from assistant.indexing.index import built, matcher_over
from assistant.match.aspect import Cues
from assistant.match.question import Matcher, Renderings
from assistant.match.ranking import Phrase
from assistant.match.terms import Terms
from assistant.model.policy import Library

FEW = 20
MORE = re.compile(
    rf'^(msgctxt "(?:questions:|out-of-scope).*\nmsgid .*\nmsgstr ""\n(?:".*\n){{{FEW - 1}}})(?:".*\n)+(?=".*\n)', re.M
)
"""The phrases of a topic up to those that go: all but the first and the last."""


def thinned(locales: Path) -> Path:
    """The folder of languages, whose topics keep so many search phrases each: those that it had are thousands."""
    for path in locales.glob("*/questions.po"):
        path.write_text(MORE.sub(r"\1", path.read_text("utf-8")), "utf-8")
    return locales


def matcher_of(
    library: Library,
    phrases: Mapping[str, Sequence[Phrase]],
    rendered: Renderings | None = None,
    terms: Terms | None = None,
    cues: Cues | None = None,
    grammar: Mapping[str, Sequence[str]] | None = None,
) -> Matcher:
    """A matcher over search phrases by `policy/topic`, and by `out-of-scope`."""
    return matcher_over(library, built(phrases, terms), rendered or {}, cues or Cues({}), grammar or {})
