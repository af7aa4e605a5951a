"""Numbers with their unit, as they are said, and what they are in the unit of a fact."""

import re
from collections.abc import Iterator, Sequence, Set
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from assistant.parsing.plain import plain
from assistant.parsing.speech import Found, Heard, Speech
from assistant.vocabulary.facts.number import MOST, NumberFact, WholeNumberFact

AMOUNTS, UNITS = "numbers.amounts", "numbers.units"
OTHER_UNITS = {("month", "year"): Fraction(12), ("year", "month"): Fraction(1, 12),
               ("meter", "centimeter"): Fraction(1, 100), ("kilometer", "mile"): Fraction("1.609344"),
               ("meter", "foot"): Fraction("0.3048")}  # fmt: skip
"""By a unit and another one in which a number of it may be told: how many of it one of those is."""
ASKED = {"mile", "foot"}
"""What is told in one of these is asked where it comes to no plain number of its fact's own unit."""
YEARS_OF_A_CALENDAR = range(1900, 2100)


class Amount(NamedTuple):
    """A number and the name of its unit, or the unit itself as a policy writes it, where no language knows it."""

    start: int
    end: int
    number: Fraction
    unit: str


def unit_of(speech: Speech, fact: NumberFact | WholeNumberFact) -> str:
    """The name of the unit of this fact, by what its policy writes; that itself, folded, where no language knows it."""
    own = plain(fact.unit.source) if fact.unit else ""
    return speech.named(UNITS, own) or own


def amounts_said(heard: Heard, own: Sequence[str]) -> list[Amount]:
    """Every number with a unit, in order; the longest where they overlap. `own` are units that no language knows."""
    kept: list[Found] = []
    found = (one for one in heard.find(AMOUNTS) if _centimetres(heard.speech, one) is not None)
    for one in sorted(found, key=lambda one: (one.start - one.end, not one.refused)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    amounts = (way for one in kept if not one.refused for way in _amounts(heard.speech, one))
    return sorted([*amounts, *(one for unit in own for one in _of_own(heard, unit))])


def _amounts(speech: Speech, found: Found) -> Iterator[Amount]:
    """What a form of an amount says: two where languages write two numbers so, *1.200 km*."""
    gaps, unit = found.gaps, speech.named(UNITS, found.gaps.get("unit", ""))
    ways = speech.numerals.ways(gaps["count"]) if "count" in gaps else ("1" if "one" in gaps else "0",)
    for figures in ways if unit else ():
        number = Fraction(figures) + Fraction(1, 2) * ("half" in gaps or "and_half" in gaps)
        number += Fraction(_centimetres(speech, found) or 0, 100)
        if unit and not (unit == "year" and number in YEARS_OF_A_CALENDAR and figures == gaps.get("count")):
            yield Amount(found.start, found.end, number, unit)


def _centimetres(speech: Speech, found: Found) -> int | None:
    """Those right behind metres, *2m70*, or none at all; `None` where what stands there is behind another unit."""
    small = speech.numerals.whole(found.gaps.get("minutes", "0")) or 0
    told = speech.named(UNITS, found.gaps.get("unit", "")) == "meter" and small >= 10  # of *2m5* nobody knows
    return small if told or "minutes" not in found.gaps else None


def _of_own(heard: Heard, unit: str) -> Iterator[Amount]:
    for found in heard.speech.patterns["count"].finditer(heard.spoken.signs):
        behind = re.match(rf"[\s-]?{re.escape(unit)}(?!\w)", heard.spoken.text[found.end() :])
        figures = heard.figures(found)
        if behind and figures is not None:
            yield Amount(found.start(), found.end() + behind.end(), Fraction(figures), unit)


def in_own_unit(
    heard: Heard, amounts: Sequence[Amount], fact: NumberFact | WholeNumberFact
) -> list[tuple[int, int, str]]:
    """Those that say how much a fact is, in its own unit: *a year and a half* is 18 months."""
    own = unit_of(heard.speech, fact)
    scales = {own: Fraction(1)} | {other: by for (unit, other), by in OTHER_UNITS.items() if unit == own}
    of_unit = [one._replace(number=one.number * scales[one.unit]) for one in amounts if one.unit in scales]
    added = _added(heard, sorted(of_unit), {one.start for one in amounts if one.number == Fraction(1, 2)})
    counted = ((start, end, _counted(number, fact), unit) for start, end, number, unit in added)
    return [(start, end, figures or "") for start, end, figures, unit in counted if figures or unit in ASKED]


def told_otherwise(speech: Speech, fact: NumberFact | WholeNumberFact, text: str) -> str | None:
    """The number of a fact's own unit that a whole text tells in another one; `None` where it tells none, or two."""
    heard = speech.hear(text)
    every = in_own_unit(heard, amounts_said(heard, []), fact)
    further = any("further" in one.gaps for one in heard.find(AMOUNTS))
    return every[0][2] or None if [one[:2] for one in every] == [(0, len(text))] and not further else None


def _added(heard: Heard, amounts: Sequence[Amount], halves: Set[int]) -> Iterator[Amount]:
    """Amounts of different units right behind each other are one: *1 year 6 months*, with its half a whole, too."""
    joins = ("", *heard.speech.words("numbers.joins"))
    at = 0
    while at < len(amounts):
        whole = amounts[at]
        while at + 1 < len(amounts) and amounts[at + 1].number < whole.number:
            between = heard.spoken.text[whole.end : amounts[at + 1].start].strip()
            same = amounts[at + 1].unit == amounts[at].unit and amounts[at + 1].start not in halves
            if same or between not in joins:
                break
            at += 1
            whole = whole._replace(end=amounts[at].end, number=whole.number + amounts[at].number)
        yield whole
        at += 1


def _counted(number: Fraction, fact: NumberFact | WholeNumberFact) -> str | None:
    thousandths = number * 1000
    if thousandths.denominator != 1 or (number.denominator != 1 and isinstance(fact, WholeNumberFact)):
        return None
    before, behind = divmod(thousandths.numerator, 1000)
    figures = f"{before}.{behind:03}".rstrip("0").rstrip(".")
    return None if outside(fact, figures) else figures


def outside(fact: NumberFact | WholeNumberFact, figures: str) -> bool:
    """Does the number lie outside what its fact allows?"""
    return not fact.least <= Decimal(figures) <= (MOST if fact.most is None else fact.most)
