"""Which of the three questions is asked: free, due or covered, by the cue words of each language."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from assistant.match.lexicon import Entry, Lexicon, signs_of
from assistant.match.words import folded
from assistant.model.rule import Aspect

SENTENCE = re.compile(r"\?|(?:\w+\s+){5}\w|[\u3041-\u3093].{6}")
ENDED = re.compile(r"(?:[^.?!;\u3002]|[.](?! |$))+[.?!;\u3002]?")
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
    """Cue words of all languages, by their kind: found as whole words, in Japanese anywhere."""

    lexicons: Mapping[str, Lexicon]

    @classmethod
    def build(cls, lines: Mapping[str, Sequence[str]]) -> "Cues":
        """From the lines of each kind (`match.lexicon.Entry.line`)."""
        return cls({kind: Lexicon.build(Entry.line(folded(line)) for line in cues) for kind, cues in lines.items()})

    def said(self, text: str) -> tuple[Aspect, ...]:
        """
        Every aspect that the text has a cue for, the plainest cue first: of the sentence that asks, then of all.

        A story before the question names days and money that are not asked for.
        """
        text = folded(text)
        sentences = [one for one in ENDED.findall(text) if one.strip()]
        asking = [one for one in sentences if one.endswith("?") or self._wanted(one)] or sentences[-1:]
        story = () if asking == sentences else self._said(text)
        return tuple(dict.fromkeys((*self._said(" ".join(asking)), *story)))

    def named(self, text: str) -> frozenset[Aspect]:
        """The aspects for which the text has a cue; that it is a whole sentence is none."""
        return frozenset(self._cued(folded(text)))

    def _wanted(self, sentence: str) -> bool:
        return "question" in self.lexicons and any(self.lexicons["question"].spans(sentence))

    def _said(self, text: str) -> Iterator[Aspect]:
        yield from self._cued(text)
        if SENTENCE.search(text):
            yield "covered"

    def _cued(self, text: str) -> Iterator[Aspect]:
        signs = signs_of(text)
        spans = {kind: list(lexicon.spans(text, signs)) for kind, lexicon in self.lexicons.items()}
        for one, other, most, aspect in BESIDE:
            pairs = product(spans.get(one, ()), spans.get(other, ()))
            if any(0 <= later.start - earlier.end <= most for earlier, later in pairs):
                yield aspect
        yield from (aspect for kind, aspect in ALONE if spans.get(kind))


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
