"""Which of the three questions is asked: free, due or covered, by the cue words of each language."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from assistant.match.words import JAPANESE, folded, is_japanese
from assistant.model.rule import Aspect

LETTER = rf"[^\W_{JAPANESE}]"
NOTHING = r"(?!)"
AT_THE_END = r"(?=[.。?!]*$|\?)"
SENTENCE = re.compile(r"\?|(?:\w+\s+){5}\w|[ぁ-ん].{6}")
INSTEAD: dict[Aspect, tuple[Aspect, ...]] = {
    "free": ("covered", "due"),
    "due": ("covered", "free"),
    "covered": ("free", "due"),
}
BESIDE: tuple[tuple[str, str, int, Aspect], ...] = (
    ("until", "for-nothing", 25, "free"),
    ("for-nothing", "until", 12, "free"),
    ("kept", "until", 6, "covered"),
)
"""Cues of two kinds, one before the other with so many signs between them at most, that mean an aspect together."""
ALONE: tuple[tuple[str, Aspect], ...] = (
    ("due", "due"),
    ("free", "free"),
    ("time", "due"),
    ("covered", "covered"),
    ("clock", "due"),
    ("question", "covered"),
)
"""Kinds of cues and the aspect that each means, the plainest first."""


@dataclass(frozen=True, slots=True)
class Cues:
    """
    Cue words of all languages, by their kind.

    A cue is found as a whole word, in Japanese anywhere. In it, `#` is a number, a `*` behind it any ending, and a `?`
    behind it the end of the question. A line that begins with `-` is no cue, though one may stand in it.
    """

    patterns: Mapping[str, re.Pattern[str]]

    @classmethod
    def build(cls, lines: Mapping[str, Sequence[str]]) -> "Cues":
        """From the lines of each kind."""
        return cls({kind: _pattern([folded(line) for line in cues]) for kind, cues in lines.items()})

    def said(self, text: str) -> tuple[Aspect, ...]:
        """Every aspect that the text has a cue for, the plainest cue first."""
        return tuple(dict.fromkeys(self._said(folded(text))))

    def _said(self, text: str) -> Iterator[Aspect]:
        for one, other, most, aspect in BESIDE:
            pairs = product(self._places(one, text), self._places(other, text))
            if any(0 <= later[0] - earlier[1] <= most for earlier, later in pairs):
                yield aspect
        yield from (aspect for kind, aspect in ALONE if self._places(kind, text))
        if SENTENCE.search(text):
            yield "covered"

    def _places(self, kind: str, text: str) -> list[tuple[int, int]]:
        pattern = self.patterns.get(kind)
        return [found.span() for found in pattern.finditer(text) if found.lastgroup] if pattern else []


def aspect_of(said: Sequence[Aspect], offered: Sequence[Aspect]) -> Aspect | None:
    """
    The aspect to answer, of those that a topic offers: the first that the text has a cue for; where it offers none of
    these, the one that comes nearest. A whole sentence that says nothing else asks whether something is so, `covered`.
    `None` where bare keywords do not say and the topic offers several, or none.
    """
    if mentioned := next((aspect for aspect in said if aspect in offered), None):
        return mentioned
    if len(offered) == 1:
        return offered[0]
    nearest = INSTEAD[said[0]] if said else ()
    return next((aspect for aspect in nearest if aspect in offered), None)


def _pattern(lines: Sequence[str]) -> re.Pattern[str]:
    """What is no cue comes first, so that it takes its stretch; only a cue has a group."""
    refused = _any([line[1:].strip() for line in lines if line.startswith("-")])
    return re.compile(f"{refused}|(?P<cue>{_any([line for line in lines if line and not line.startswith('-')])})")


def _any(cues: Sequence[str]) -> str:
    japanese: list[str] = []
    others: list[str] = []
    for cue in sorted(cues, key=len, reverse=True):
        (japanese if is_japanese(cue) else others).append(_body(cue))
    return rf"(?<!{LETTER})(?:{'|'.join(others) or NOTHING})|{'|'.join(japanese) or NOTHING}"


def _body(cue: str) -> str:
    core = cue.rstrip("*?")
    body = re.escape(core).replace(r"\#", "[0-9]+")
    if not cue.endswith("*") and not is_japanese(core[-1:] or "a"):
        body += rf"(?!{LETTER})"
    return body + (AT_THE_END if cue.endswith("?") else "")
