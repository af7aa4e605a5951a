"""
Where an answer may turn: the values of a fact, or of `on`, on both sides of every threshold that an aspect names.

Each order in a condition, each band and each anniversary is a probe: it gives a class (before, at, after; the band; the
years until the anniversary) to every value. The values at which the class changes are found by halving the range, so no
step needs an inverse. What a probe leans on is taken from the facts known so far; choices that are not known yet are
tried one by one, and a probe that leans on a day or number not known yet is left until that one is asked.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from itertools import pairwise, product
from typing import NamedTuple

from assistant.decide import Value
from assistant.decide.derive import derive
from assistant.errors import Refusal
from assistant.model.condition import Inside, OneOf
from assistant.model.derived import AnniversaryFrom, Derived, DerivedBand, DerivedDay
from assistant.model.fact import DayFact, Fact, MomentFact, NumberFact, WholeNumberFact
from assistant.model.policy import Policy
from assistant.model.record import FIRST_DAY, LAST_DAY
from assistant.model.rule import Aspect
from assistant.verify.names import Names, operand, options

UNDEFINED = (Refusal, TypeError, LookupError, ValueError, OverflowError, StopIteration)
"""What working out a value may end in where a rule further up has already answered."""
NOON = dt.time(12)
MOST_YEARS = 3
"""Anniversaries further away are one class: what happens between two of them happens between any two."""
Class = str | int | None


class Axis(NamedTuple):
    """An ordered range of values: its first and last place, and the value at a place."""

    first: int
    last: int
    at: Callable[[int], Value]


def _day(place: int) -> dt.date:
    return dt.date.fromordinal(place)


def _noon(place: int) -> dt.datetime:
    return dt.datetime.combine(_day(place), NOON)


def _thousandth(place: int) -> Decimal:
    return Decimal(place) / 1000


def axis(fact: Fact | None) -> Axis | None:
    """The range of a fact, or of `on` where `fact` is None; none for a choice."""
    days = FIRST_DAY.toordinal(), LAST_DAY.toordinal()
    match fact:
        case None | DayFact():
            return Axis(*days, _day)
        case MomentFact():
            return Axis(*days, _noon)
        case NumberFact(least=least, most=most):
            return Axis(int(least * 1000), int((most or 1_000_000) * 1000), _thousandth)
        case WholeNumberFact(least=least, most=most):
            return Axis(least, most or 1_000_000, int)
    return None


class Known:
    """Values as far as they are known: the facts, `on`, and what can be worked out from them."""

    __slots__ = ("given", "names", "policy")

    def __init__(self, names: Names, given: Mapping[str, Value]) -> None:
        self.names, self.given, self.policy = names, given, names.policy

    def value(self, name: str) -> Value:
        """The value of a name. Raises `LookupError` where a fact is not known."""
        if name in self.names.derived:
            return derive(self, name, self.names.derived[name]).value
        return self.given[name]

    def knows(self, name: str) -> bool:
        """Whether a name stands for something."""
        return self.names.known(name)

    def lean_on(self, cites: tuple[str, ...], readings: tuple[str, ...]) -> None:
        """Nothing is gathered: only the value counts here."""


class Probe(NamedTuple):
    """Something that divides values into classes: two sides held against each other, or a band or anniversary alone."""

    name: str
    against: str | None

    def classify(self, known: Known) -> Class:
        """The class that the known values fall into; None where it cannot be worked out."""
        try:
            if self.against is None:
                return _own_class(known, known.names.derived[self.name], self.name)
            value = known.value(self.name)
            other = known.value(self.against) if known.knows(self.against) else _literal(self.against, value)
            return _order(value, other)
        except UNDEFINED:
            return None


def _own_class(known: Known, one: Derived, name: str) -> Class:
    counted = derive(known, name, one)
    if isinstance(one, DerivedBand):
        return str(counted.value)
    taken = (step for step in counted.steps if isinstance(step.step, AnniversaryFrom))
    return min(MOST_YEARS, sum(step.after.year - step.before.year for step in taken))


def _divides(one: Derived | None) -> bool:
    """Whether something derived has classes of its own."""
    if isinstance(one, DerivedDay):
        return any(isinstance(step, AnniversaryFrom) for step in one.steps)
    return isinstance(one, DerivedBand)


def _literal(text: str, beside: Value) -> Value:
    return dt.date.fromisoformat(text) if isinstance(beside, dt.date) else Decimal(text)


def _order(value: Value, other: Value) -> int | None:
    if isinstance(value, dt.datetime) != isinstance(other, dt.datetime):
        value, other = (side.date() if isinstance(side, dt.datetime) else side for side in (value, other))
    if isinstance(value, dt.date) and isinstance(other, dt.date):
        return (value > other) - (value < other)
    if isinstance(value, int | Decimal) and isinstance(other, int | Decimal):
        return (value > other) - (value < other)
    return None


def probes(names: Names, aspect: Aspect) -> tuple[Probe, ...]:
    """Every probe of an aspect."""
    orders = {
        Probe(name, operand(test))
        for when in names.whens(aspect)
        for name, test in when.items()
        if not isinstance(test, OneOf | Inside)
    }
    alone = {Probe(name, None) for name in names.in_aspect(aspect) if _divides(names.derived.get(name))}
    return tuple(sorted(orders | alone, key=str))


def edges(first: int, last: int, classify: Callable[[int], Class]) -> set[int]:
    """The places beside every change of class between two places, as far as halving finds them."""
    found: set[int] = set()
    waiting = [(first, classify(first), last, classify(last))]
    while waiting:
        low, under, high, over = waiting.pop()
        if under == over:
            continue
        if high - low == 1:
            found |= {low, high}
            continue
        middle = (low + high) // 2
        between = classify(middle)
        waiting += [(low, under, middle, between), (middle, between, high, over)]
    return found


class Thresholds:
    """The thresholds of one aspect, by what is asked and what is known; each is worked out once."""

    def __init__(self, policy: Policy, topic: str, aspect: Aspect) -> None:
        self.names = Names(policy, policy.topics[topic])
        self.probes = probes(self.names, aspect)
        self._kept: dict[tuple[str, Probe, tuple[Value | None, ...]], frozenset[Value]] = {}

    def of(self, name: str, known: Mapping[str, Value]) -> set[Value]:
        """Values of a fact, or of `on`, beside every threshold that can be worked out from what is known."""
        found: set[Value] = set()
        for probe in self.probes:
            bases = self._bases(probe)
            if name in bases:
                key = name, probe, tuple(known.get(base) for base in bases)
                if key not in self._kept:
                    self._kept[key] = frozenset(self._found(name, probe, bases, known))
                found |= self._kept[key]
        return found

    def _bases(self, probe: Probe) -> tuple[str, ...]:
        """The facts that a probe leans on, and `on`."""
        sides = [side for side in probe if side is not None]
        reached = frozenset().union(*(self.names.reach(side) for side in sides))
        return tuple(sorted(reached - self.names.derived.keys()))

    def _found(self, name: str, probe: Probe, bases: tuple[str, ...], known: Mapping[str, Value]) -> Iterator[Value]:
        facts = self.names.policy.facts
        line = axis(facts.get(name))
        open_ = [base for base in bases if base != name and base not in known]
        choices = [options(facts.get(base)) for base in open_]
        if line is None or not all(choices):
            return
        for chosen in product(*choices):
            given = {**known, **dict(zip(open_, chosen, strict=True))}
            yield from self._edges(name, probe, line, given)

    def _edges(self, name: str, probe: Probe, line: Axis, given: dict[str, Value]) -> Iterator[Value]:
        def classify(place: int) -> Class:
            return probe.classify(Known(self.names, {**given, name: line.at(place)}))

        # Steps that refuse both ends of a range may still answer in the middle of it.
        stops = (line.first, (line.first + line.last) // 2, line.last)
        for low, high in pairwise(stops):
            yield from map(line.at, edges(low, high, classify))
