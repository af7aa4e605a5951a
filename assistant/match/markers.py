"""
The little words of grammar in a text: what denies, asks, supposes, corrects, bounds; and how far each of them reaches.

They are found by all grammars at once, group by group, the longest first; none reaches over the end of its clause.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, pairwise
from typing import TypeVar, cast

from assistant.match.groups import Group, Paths, groups_of, known_words
from assistant.match.lexicon import Borders, Entry, Lexicon, Signs, Span, signs_of
from assistant.parsing.clocks import hours_of
from assistant.parsing.lines import words_of
from assistant.parsing.plain import JAPANESE, LETTER, LISTING, OPENING
from assistant.parsing.speech import Heard, Speech

STOP = re.compile(rf"[.](?=['\"]?(?: |$))|[{OPENING}]| [-/|\u2192] |(?<=[{JAPANESE}])/(?=[{JAPANESE}])")
LABELLED = re.compile(  # a line of a form
    rf"\w{{1,14}}(?P<colon>:)\s?[{JAPANESE}]\w{{,11}}(?!\w)|(?:^|(?<=[.,;] )){LETTER}+(?P<mark>:) {LETTER}+(?=[.,;]|$)"
)
ORDINAL = re.compile(r"(?<![\w.,:])[0-9]{1,2}[.](?= \w+ (?:\w+ )?[0-9])")  # its dot ends nothing: *am 5. oder 6. Mai*
INSIDE = re.compile("[0-9][:,](?=[0-9])")  # a mark inside a time or a number ends no clause
COUNTED = re.compile(rf"(?P<word>{LETTER}+(?:['-]{LETTER}+)*)|[{JAPANESE}]")
SHORT, WIDE, FAR = 1, 3, 6
"""How many words may lie between a marker and what it speaks of."""
BARE = re.compile(r"\w$(?<![\u3041-\u3096])")  # a word whose last sign is no hiragana: a noun without a particle
SAID_OF = "state.there.behind", "state.gone.behind", "denial.behind", "abandoned"  # what says behind a thing how it is
SIGNS_A_WORD = 2  # so many signs without blanks reach as far as one word
ZONES = "measure.zones."
T = TypeVar("T")


@dataclass(frozen=True)
class Markers:
    """The grammars of some languages, ready to be found in folded text; `idle` are words that say nothing."""

    groups: Mapping[str, Group]
    idle: Lexicon
    speech: Speech
    zones: Sequence[str]
    known: frozenset[str]
    """All words of their lines."""
    grammar: Paths

    @classmethod
    def build(cls, words: Paths, groups: Mapping[str, Group] | None = None, known: Iterable[str] = ()) -> "Markers":
        """From the words of all languages by path (`parsing.grammar.joined`), and what was made of them before."""
        idle = Lexicon.of([*words_of(words, "clauses.fillers"), *words_of(words, "clauses.particles")])
        zones = [path for path in words if path.startswith(ZONES)]
        made, found = groups or groups_of(words), () if groups else known_words(words)
        return cls(made, idle, Speech(words), zones, frozenset([*known, *found]), words)

    @property
    def own(self) -> frozenset[str]:
        """All words of their lines but those for others, which may be names of firms."""
        return self.known.difference(known_words({"others": self.grammar.get("others", ())}))

    def words(self, path: str) -> frozenset[str]:
        """The words of a path, without those that are refused and endings."""
        return frozenset(one.word for one in self._entries(path) if not one.refused)

    def _entries(self, path: str) -> Iterator[Entry]:
        return (Entry.line(f"{line}\t{path}") for line in words_of(self.grammar, path) if line[0] != "*")

    def mark(self, text: str) -> "Marked":
        """Folded text with what is found in it."""
        return Marked(text, self)


@dataclass
class Marked:
    """One folded text and what stands in it; whatever is looked for is looked for once, when first asked for."""

    text: str
    markers: Markers
    _paths: dict[str, list[Span]] = field(default_factory=dict)
    _once: dict[Hashable, object] = field(default_factory=dict)

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
        if path not in self._paths:
            self.once(name := path.partition(".")[0], lambda: self._look(self.markers.groups.get(name)))
        return self._paths.setdefault(path, [])

    def _look(self, group: Group | None) -> None:
        for span, paths in group.spans(self.text, self.signs) if group else ():
            for path in paths:
                self._paths.setdefault(path, []).append(span)

    def spans(self, lexicon: Lexicon) -> Sequence[Span]:
        """Where the words of a lexicon stand, which lives as long as the facts do."""
        return self.once(id(lexicon), lambda: list(lexicon.spans(self.text, self.signs)))

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What is worked out of the text under a key, once for all topics that it may be about."""
        if key not in self._once:
            self._once[key] = make()
        return cast("T", self._once[key])

    def holds(self, lexicon: Lexicon, start: int, end: int) -> bool:
        """Does one of its words stand in a stretch?"""
        return any(start <= one.start and one.end <= end for one in self.spans(lexicon))

    @cached_property
    def breaks(self) -> tuple[tuple[int, int], ...]:
        """Where clauses end: at marks, stops, and words that join; not at the commas around what is only inserted."""
        lines = list(LABELLED.finditer(self.text))
        own = {(at, at) for line in lines for at in line.span() if 0 < at < len(self.text)}
        inside = {one for pair in self._inserted for one in pair} | {line.span(line.lastgroup or 0) for line in lines}
        return tuple(sorted({*self._parted, *own} - inside))

    @cached_property
    def _parted(self) -> Sequence[tuple[int, int]]:
        short = {one.end for path in ("measure.about.before", "clauses.small") for one in self.of(path)}
        two = {one.start - 1 for one in self.of("measure.range_to") if "." in self.speech.words("numbers.endings")}
        short |= {one.end() for one in ORDINAL.finditer(self.text) if one.end() in two}
        stops = [one.span() for one in STOP.finditer(self.text) if one.end() not in short]
        dotted = any(self.text[start - 1 : start].isdigit() for start, _ in stops)
        days = [one[:2] for one in self.heard.find("days.forms")] if dotted else ()  # *am 30. Juni 2025 abgelaufen*
        stops = [one for one in stops if not any(start < one[0] and one[1] < end for start, end in days)]
        marks = (one[:2] for one in self.of("clauses.marks") if not self._goes_on(one))
        denied = {at for path in ("denial.before", "denial.pseudo") for one in self.of(path) for at in range(*one[:2])}
        joins = (one[:2] for one in self.of("clauses.joins") if not {one.start, one.end - 1} <= denied)
        ends = ((one.end, one.end) for one in self.of("clauses.ends") if self.text[one.end : one.end + 1].isalnum())
        return sorted({*stops, *marks, *joins, *ends})

    def _goes_on(self, comma: Span) -> bool:
        """Is it a mark in a number, or an ideographic comma behind a bare noun whose state the words behind it say?"""
        if INSIDE.match(self.text, max(comma.start - 1, 0)):
            return True
        if comma.word != LISTING or not BARE.search(self.text, 0, comma.start):
            return False
        idle = {one.start: one.end for one in self.spans(self.markers.idle)}
        idle |= {one.start: one.end for one in self.heard.find("days.forms")}
        at = comma.end
        while at in idle:
            at = idle[at]
        said = [one for path in SAID_OF for one in self.of(path) if one.start == at]
        ends = {one.start for one in self.of("clauses.ends")}
        return any(one.end in ends or not self.text[one.end : one.end + 1].isalnum() for one in said)

    @cached_property
    def _inserted(self) -> Sequence[tuple[tuple[int, int], tuple[int, int]]]:
        """The marks around each part behind which the clause goes on: commas, and brackets around a clock."""
        opening = {one.start - 1 for one in self.of("question.inverted")}  # *…, is it over?* asks
        asked = {stop for (_, stop), (end, _) in pairwise(self._parted) if self.text[end : end + 1] == "?"}
        resumed = {one.start - 1 for one in self.of("clauses.resumes")} - (asked & opening)
        clocks = {(one.start - 1, one.end + 1) for path in self.markers.zones for one in self.of(path)}
        pairs = pairwise(self._parted) if resumed or clocks else ()
        around = (((one, two), self.text[slice(*one)] + self.text[slice(*two)]) for one, two in pairs)
        return [
            (one, two)
            for (one, two), marks in around
            if (two[1] in resumed if marks == ",," else marks == "()" and (one[0], two[1]) in clocks)
        ]

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """Where the clause around a stretch begins and ends."""
        return self._clauses.around(start, end)

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Where the sentence around a stretch begins and ends."""
        return self._sentences.around(start, end)

    @cached_property
    def _clauses(self) -> Borders:
        return Borders.of(self.breaks, len(self.text))

    @cached_property
    def _sentences(self) -> Borders:
        ends = [one for one in self.breaks if self.text[one[0] : one[0] + 1] in SENTENCE_ENDS]
        return Borders.of(ends, len(self.text))

    @cached_property
    def _counted(self) -> Sequence[float]:
        """How many words begin before each place, without those that say nothing."""
        idle = {at for span in self.spans(self.markers.idle) for at in range(span.start, span.end)}
        idle |= {at for (start, _), (_, end) in self._inserted for at in range(start, end)}
        begin = [0.0] * (len(self.text) + 1)
        for one in COUNTED.finditer(self.text):
            if one.start() not in idle:
                begin[one.start() + 1] = 1 if one["word"] else 1 / SIGNS_A_WORD
        return list(accumulate(begin))

    def gap(self, start: int, end: int) -> float:
        """How many words begin between two places."""
        return self._counted[end] - self._counted[start] if end > start else 0

    def before(self, path: str, start: int, most: float, ends: str = "") -> Span | None:
        """The nearest word of a path before a place, in its clause, with so many words between; none of `ends`."""
        found = self.of(path)
        left = self.clause(start, start)[0] if found else 0
        for one in reversed(found):
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
        found = self.of(path)
        right = self.clause(end, end)[1] if found else 0
        for one in found:
            if one.start >= end:
                return one if one.start <= right and self.gap(end, one.start) <= most else None
        return None

    def beside(self, path: str, start: int, end: int, most: float = 0, ends: str = "") -> Span | None:
        """The nearest word before a stretch of those that stand before, or else the nearest behind it (`before`)."""
        return self.before(f"{path}.before", start, most, ends) or self.behind(f"{path}.behind", end, most)

    def within(self, path: str, start: int, end: int) -> Sequence[Span]:
        """The words of a path that stand in a stretch."""
        return [one for one in self.of(path) if start <= one.start and one.end <= end]


SENTENCE_ENDS = frozenset(f".?!;\u3002{OPENING}")
