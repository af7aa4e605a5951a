"""
The little words of grammar in a text: what denies, asks, supposes, corrects, bounds; and how far each of them reaches.

They are found by the grammars of all languages at once, group by group, the longest first. A word reaches over a few
others, never over the end of its clause.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, pairwise

from assistant.match.groups import Group, groups_of
from assistant.match.lexicon import Lexicon, Signs, Span, signs_of
from assistant.parsing.clocks import hours_of
from assistant.parsing.plain import JAPANESE, LETTER
from assistant.parsing.speech import Heard, Speech

STOP = re.compile(r"[.](?= |$)| [-/|] ")
INSIDE = re.compile("[0-9][:,](?=[0-9])")  # a mark inside a time or a number ends no clause
COUNTED = re.compile(rf"(?P<word>{LETTER}+(?:['-]{LETTER}+)*)|[{JAPANESE}]")
SIGNS_A_WORD = 2
"""So many signs without blanks reach as far as one word."""
ZONES = "measure.zones."


@dataclass(frozen=True)
class Markers:
    """The grammars of some languages, ready to be found in folded text; `idle` are the words that say nothing."""

    groups: Mapping[str, Group]
    idle: Lexicon
    speech: Speech
    zones: Sequence[str]

    @classmethod
    def build(cls, words: Mapping[str, Sequence[str]]) -> "Markers":
        """From the words of all languages by their path (`parsing.grammar.joined`)."""
        return cls.over(groups_of(words), words)

    @classmethod
    def over(cls, groups: Mapping[str, Group], words: Mapping[str, Sequence[str]]) -> "Markers":
        """From what was made of these words."""
        idle = Lexicon.of([*words.get("clauses.fillers", ()), *words.get("clauses.particles", ())])
        return cls(groups, idle, Speech(words), [path for path in words if path.startswith(ZONES)])

    @cached_property
    def written(self) -> str:
        """All words that are found or refused, one behind the other."""
        return "\0".join(word for group in self.groups.values() for word in (*group.paths, *group.refused))

    def words(self, path: str) -> frozenset[str]:
        """The words of a path."""
        group = self.groups.get(path.partition(".")[0])
        return frozenset(word for word, paths in group.paths.items() if path in paths) if group else frozenset()

    def mark(self, text: str) -> "Marked":
        """Folded text with what is found in it."""
        return Marked(text, self)


@dataclass
class Marked:
    """One folded text and the markers in it; each group is looked for when it is first asked for."""

    text: str
    markers: Markers
    _found: dict[str, dict[str, list[Span]]] = field(default_factory=dict)

    @property
    def speech(self) -> Speech:
        """How numbers, days and times are written."""
        return self.markers.speech

    @cached_property
    def signs(self) -> Signs:
        """Where words may begin in the text, by which words are looked for in it."""
        return signs_of(self.text)

    @cached_property
    def heard(self) -> Heard:
        """The text, in which numbers, days and times can be found."""
        return self.speech.hear(self.text)

    def part_at(self, place: int) -> tuple[int, tuple[int, int]] | None:
        """The part of the day that stands right behind a place: where it ends, and its hours."""
        found = self.speech.part.match(self.heard.spoken.signs, place)
        return (found.end(), hours_of(self.speech, found["part"])) if found else None

    def joins(self, start: int, end: int) -> bool:
        """Does nothing stand between two places but what joins a day and a time?"""
        return self.speech.between.fullmatch(self.heard.spoken.signs, start, end) is not None

    def of(self, path: str) -> Sequence[Span]:
        """Where the words of a path stand, from left to right."""
        name = path.partition(".")[0]
        if name not in self._found:
            self._found[name] = self._look(self.markers.groups.get(name))
        return self._found[name].get(path, ())

    def _look(self, group: Group | None) -> dict[str, list[Span]]:
        found: dict[str, list[Span]] = {}
        for span, paths in group.spans(self.text, self.signs) if group else ():
            for path in paths:
                found.setdefault(path, []).append(span)
        return found

    @cached_property
    def breaks(self) -> tuple[tuple[int, int], ...]:
        """Where clauses end: at marks, stops, and words that join; not at the commas around what is only inserted."""
        commas = {one for pair in self._inserted for one in pair}
        return tuple(one for one in self._parted if one not in commas)

    @cached_property
    def _parted(self) -> Sequence[tuple[int, int]]:
        short = {one.end for one in self.of("measure.about.before")}
        stops = ((one.start(), one.end()) for one in STOP.finditer(self.text) if one.end() not in short)
        marks = (one[:2] for one in self.of("clauses.marks") if not INSIDE.match(self.text, max(one.start - 1, 0)))
        denials = [one for path in ("denial.before", "denial.pseudo") for one in self.of(path)]
        joins = (
            one[:2]
            for one in self.of("clauses.joins")
            if not any(other.start <= one.start and one.end <= other.end for other in denials)
        )
        ends = ((one.end, one.end) for one in self.of("clauses.ends") if self.text[one.end : one.end + 1].isalnum())
        return sorted({*stops, *marks, *joins, *ends})

    @cached_property
    def _inserted(self) -> Sequence[tuple[tuple[int, int], tuple[int, int]]]:
        """The two commas around each part behind which the clause goes on."""
        resumed = {one.start - 1 for one in self.of("clauses.resumes")}
        pairs = pairwise(self._parted) if resumed else ()
        return [
            (one, two)
            for one, two in pairs
            if self.text[slice(*one)] == self.text[slice(*two)] == "," and two[1] in resumed
        ]

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Where sentences end."""
        return tuple(one for one in self.breaks if self.text[one[0] : one[0] + 1] in SENTENCE_ENDS)

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """Where the clause around a stretch begins and ends."""
        return _around(self.breaks, start, end, len(self.text))

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Where the sentence around a stretch begins and ends."""
        return _around(self.sentences, start, end, len(self.text))

    @cached_property
    def _counted(self) -> Sequence[float]:
        """How many words begin before each place, without those that say nothing."""
        idle = {at for span in self.markers.idle.spans(self.text, self.signs) for at in range(span.start, span.end)}
        idle |= {at for (start, _), (_, end) in self._inserted for at in range(start, end)}
        begin = [0.0] * (len(self.text) + 1)
        for one in COUNTED.finditer(self.text):
            if one.start() not in idle:
                begin[one.start() + 1] = 1 if one["word"] else 1 / SIGNS_A_WORD
        return list(accumulate(begin))

    def gap(self, start: int, end: int) -> float:
        """How many words begin between two places."""
        return self._counted[end] - self._counted[start] if end > start else 0

    def idle_at(self, start: int) -> bool:
        """Does a word stand at a place that says nothing?"""
        return self.markers.idle.starts(self.text, start)

    def before(self, path: str, start: int, most: float, ends: str = "") -> Span | None:
        """The nearest word of a path before a place, in its clause, with so many words between; none of `ends`."""
        left = self.clause(start, start)[0]
        for one in reversed(self.of(path)):
            if one.start < left:
                return None
            if one.end <= start and self.gap(one.end, start) <= most:
                return None if ends and self._stopped(ends, one.end, start) else one
        return None

    def _stopped(self, ends: str, start: int, end: int) -> bool:
        farther = (one for one in self.within(f"{ends}_farther", start, end) if self.gap(start, one.start))
        return any(self.within(ends, start, end)) or any(farther)

    def behind(self, path: str, end: int, most: float) -> Span | None:
        """The nearest word of a path behind a place, in its clause, with so many words between."""
        right = self.clause(end, end)[1]
        for one in self.of(path):
            if one.start >= end:
                return one if one.start <= right and self.gap(end, one.start) <= most else None
        return None

    def beside(self, path: str, start: int, end: int, most: float = 0, ends: str = "") -> Span | None:
        """The nearest word before a stretch of those that stand before, or else the nearest behind it (`before`)."""
        return self.before(f"{path}.before", start, most, ends) or self.behind(f"{path}.behind", end, most)

    def within(self, path: str, start: int, end: int) -> Iterator[Span]:
        """The words of a path that stand in a stretch."""
        return (one for one in self.of(path) if start <= one.start and one.end <= end)


SENTENCE_ENDS = frozenset(".?!;\u3002")


def _around(breaks: Sequence[tuple[int, int]], start: int, end: int, length: int) -> tuple[int, int]:
    before = reversed(breaks[: bisect_right(breaks, (start, start))])
    behind = next(iter(breaks[bisect_left(breaks, (end,)) :]), (length,))
    return next((stop for _, stop in before if stop <= start), 0), behind[0]
