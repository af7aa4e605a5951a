"""Figures across languages: every figure of a sentence must appear in its translation, in its place, and no other."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from assistant.i18n.figure import CLOCK, CODE, DATE, WHOLE, Figure
from assistant.i18n.figure_reader import FigureReader
from assistant.i18n.spelling import spelling
from assistant.i18n.words import plural_rule
from assistant.memo import Made

UNITLESS = frozenset({"", CLOCK, CODE, DATE})
COUNTS = range(1000)
"""So many counts show what a plural form stands for."""


def missing(source: Sequence[Figure], said: Sequence[Figure]) -> list[str]:
    """The figures of a source that its translation lacks, in the order of the source."""
    there = frozenset[str]().union(*(figure.ways for figure in said))
    return [figure.name for figure in source if figure.wanted and not figure.ways & there]


def added(source: Sequence[Figure], said: Sequence[Figure]) -> list[str]:
    """The figures that a translation has in digits and its source in no way; a 1 may count nothing: 1日 for *a day*."""
    there = frozenset[str]().union({"1"}, *(figure.ways for figure in source))
    return [figure.name for figure in said if figure.written and not figure.ways & there]


def exchanged(source: Sequence[Figure], said: Sequence[Figure]) -> list[str]:
    """Figures that stand behind the unit of another; where there are none, those that have changed places."""
    found: dict[str, None] = {}
    for figure in source:
        units = {each.unit for each in said if each.ways & figure.ways}
        if figure.unit not in UNITLESS and units and units.isdisjoint({*UNITLESS, figure.unit}):
            found[figure.name] = None
    days, others = ([one for one in side if one.unit == WHOLE] for side in (source, said))
    lacking = [one for one in days if not any(one.ways == other.ways for other in others)]
    more = [one for one in others if not any(one.ways == other.ways for other in days)]
    if all(_parts(lacking, at) == _parts(more, at) for at in (0, 1)):
        found |= {f"{our.name} ↔ {their.name}": None for our, their in zip(lacking[:1], more[:1], strict=False)}
    for kind, sure in _kinds(source, said) if not found else ():
        ours, theirs = ([one for at, one in kind if at == side] for side in (0, 1))
        # Bare numbers count many things, and each language leaves others bare; before a unit, each has its own.
        alike = sure or sorted(one.key for one in ours) == sorted(one.key for one in theirs)
        if alike and len(ours) == len(theirs):
            pairs = zip(ours, theirs, strict=True)
            moved = [f"{our.name} ↔ {their.name}" for our, their in pairs if not our.ways & their.ways]
            found |= dict.fromkeys(moved[:1])
            if moved:
                break
    return list(found)


def _parts(days: Sequence[Figure], at: int) -> list[str]:
    """The months or the days of some days, which one list of two may leave to its last: *25 and 26 December*."""
    return sorted(way.split("-")[at] for one in days for way in one.ways)


def _kinds(source: Sequence[Figure], said: Sequence[Figure]) -> Iterator[tuple[Sequence[tuple[int, Figure]], bool]]:
    """
    Figures of a source (0) and its translation (1) that keep one order: first those of a unit, which is `sure`; then
    also those that count the same where only some have it beside them, *16 hours in the city, 48 in the country*.
    """
    every = [(side, one) for side, all_ in enumerate((source, said)) for one in all_ if one.written]
    for unit in sorted({one.unit for _, one in every}):
        yield [(side, one) for side, one in every if one.unit == unit], bool(unit)
    left = [(side, one) for side, one in every if one.unit not in (CLOCK, CODE)]
    while left:
        kind, left = left[:1], left[1:]
        for side, one in kind:
            linked = [(at, two) for at, two in left if (one.unit == two.unit if at == side else one.ways & two.ways)]
            kind += linked
            left = [each for each in left if each not in linked]
        # Each language has the parts of a day in another order.
        if all(one.unit != DATE for _, one in kind):
            yield [each for each in every if each in kind], False


class Pair(NamedTuple):
    """A source language and one that it is translated into; `alone` are the plural forms that stand for one count."""

    source: FigureReader
    said: FigureReader
    alone: frozenset[int] = frozenset()
    judged: bool = True
    """Whether figures are compared."""


class Spellings:
    """The figures of the languages of a locales folder, each made when it is asked for."""

    def __init__(self, locales: Path) -> None:
        self._made = Made[str, FigureReader](lambda language: FigureReader(spelling(locales, language)))

    def of(self, language: str) -> FigureReader:
        """The figures of a language."""
        return self._made[language]

    def pair(self, source: str, language: str, plurals: str = "") -> Pair:
        """Two languages; `plurals` is the rule of the `Plural-Forms` header of the one that is translated into."""
        rule = plural_rule(plurals)
        forms = [rule(count) for count in COUNTS] if plurals else []
        return Pair(self.of(source), self.of(language), frozenset(one for one in forms if forms.count(one) == 1))
