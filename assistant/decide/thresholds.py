"""
Where an answer may turn: the values of a fact, or of `on`, on both sides of every edge that an aspect's words have.

Each condition, each derived thing with edges of its own and each number of which the band is asked for is a probe: it
gives a side to every value. The values at
which the side changes are found by halving the range, so no word needs an inverse. What a probe leans on is taken from
the facts known so far; choices that are not known yet are tried one by one, and a probe that leans on a day or number
not known yet is left until that one is asked.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping
from itertools import pairwise, product

from assistant.errors import Refusal
from assistant.memo import Memo
from assistant.model.policy import Policy
from assistant.model.record import FIRST_DAY, LAST_DAY
from assistant.model.rule import Aspect
from assistant.vocabulary.conditions.order import Before, literal
from assistant.vocabulary.dependencies import cells
from assistant.vocabulary.fact import Axis
from assistant.vocabulary.scope import Scope, scope_of
from assistant.vocabulary.trail import Condition, Get, Run, Wanted
from assistant.vocabulary.wording import Value

UNDEFINED = (
    Wanted, Refusal, TypeError, LookupError, ValueError, OverflowError, AttributeError, ArithmeticError,
)  # fmt: skip
"""What working out a value may end in where a rule further up has already answered."""
DAYS = Axis(FIRST_DAY.toordinal(), LAST_DAY.toordinal(), dt.date.fromordinal, of_days=True)
A_YEAR = dt.date(2026, 1, 1).toordinal(), dt.date(2027, 1, 31).toordinal()
"""Where what comes round every year is looked for: a year, and beyond its end."""
EACH_KIND = 2
"""How many changes from one side to another are tried: weekends come fifty times a year, and are all alike."""
MOST_KEPT = 5000
"""How many sets of edges are remembered for an aspect: by day asked about, most people ask the same."""
Side = Callable[[Run], Hashable]
"""The side that a run's values fall on."""


class Probe:
    """What gives a side to values: a condition on a name, a derived thing with edges of its own, a number's bands."""

    def __init__(self, scope: Scope, name: str, test: Condition | None) -> None:
        self.name, self.recurs = name, test is not None and test.recurs
        reached = scope.rests(name, test) if test is not None else scope.reach(name)
        self.bases = tuple(sorted(reached - scope.derived.keys()))
        """The facts that it leans on, and `on`."""
        derived = _of_derived if name in scope.derived else Scope.banded
        self._side: Side = _of_test(scope, name, test) if test is not None else derived(scope, name)

    def side(self, given: Mapping[str, Value]) -> Hashable:
        """The side that known values fall on; None where it cannot be worked out."""
        on = given.get("on")
        try:
            return self._side(Run(given, on if isinstance(on, dt.date) else FIRST_DAY))
        except UNDEFINED:
            return None


def _of_test(scope: Scope, name: str, test: Condition) -> Side:
    get, operands = scope.get(name), test.operands()
    if test.recurs:
        ask = test.compiled(name, scope)
        return lambda run: ask.of(run).held
    if not operands:
        return lambda run: test.side(get(run), None)
    (text,) = operands
    other: Get | None = scope.get(text) if scope.known(text) else None
    against = None if other else literal(text)
    return lambda run: test.side(get(run), other(run) if other else against)


def _of_derived(scope: Scope, name: str) -> Side:
    counted, one = scope.counted(name), scope.derived[name]
    return lambda run: one.side(counted(run))


def probes(scope: Scope, aspect: Aspect) -> tuple[Probe, ...]:
    """Every probe of an aspect; those of all orders of a name and an operand are one, and each has one operand."""
    found: dict[tuple[str, object], Condition | None] = {}
    for name, test in scope.tests(aspect):
        for operand in test.operands():
            found.setdefault((name, operand), Before(before=operand))
        if not test.of_ids and not test.operands():
            found.setdefault((name, test), test)
    if first := scope.policy.about.in_force_from:
        found["on", first.isoformat()] = Before(before=first.isoformat())
    derived = {name: scope.derived[name] for name in scope.in_aspect(aspect) & scope.derived.keys()}
    ids = {name for name, test in scope.tests(aspect) if test.of_ids}
    ids |= {name for one in derived.values() for cell in cells(one) for name in (cell.row, cell.column) if name}
    edged = {name for name, one in derived.items() if one.edged}
    for name in edged | {name for name in ids if getattr(scope.facts.get(name), "bands", None)}:
        found[name, None] = None
    return tuple(Probe(scope, name, test) for (name, _), test in sorted(found.items(), key=lambda one: str(one[0])))


def edges(first: int, last: int, side: Callable[[int], Hashable]) -> set[int]:
    """The places beside every change of side between two places, as far as halving finds them."""
    found: set[int] = set()
    waiting = [(first, side(first), last, side(last))]
    while waiting:
        low, under, high, over = waiting.pop()
        if under == over or low >= high:
            continue
        if high - low == 1:
            found |= {low, high}
            continue
        middle = (low + high) // 2
        between = side(middle)
        waiting += [(low, under, middle, between), (middle, between, high, over)]
    return found


class Thresholds:
    """The thresholds of one aspect, by what is asked and what is known; each is worked out once."""

    def __init__(self, policy: Policy, topic: str, aspect: Aspect) -> None:
        self.scope = scope_of(policy, topic)
        self.probes = probes(self.scope, aspect)
        self._kept: Memo[tuple[str, Probe, tuple[Value | None, ...]], frozenset[Value]] = Memo(MOST_KEPT)

    def of(self, name: str, known: Mapping[str, Value]) -> set[Value]:
        """Values of a fact, or of `on`, beside every threshold that can be worked out from what is known."""
        found: set[Value] = set()
        for probe in self.probes:
            if name in probe.bases:
                key = name, probe, tuple(known.get(base) for base in probe.bases)
                found |= self._kept.get(key, lambda probe=probe: frozenset(self._found(name, probe, known)))  # type: ignore[misc]  # bound now
        return found

    def _found(self, name: str, probe: Probe, known: Mapping[str, Value]) -> Iterator[Value]:
        facts = self.scope.facts
        line = facts[name].axis() if name in facts else DAYS
        open_ = [base for base in probe.bases if base != name and base not in known]
        choices = [self.scope.choices(base) for base in open_]
        if line is None or not all(choices):
            return
        for chosen in product(*choices):
            given = {**known, **dict(zip(open_, chosen, strict=True))}
            yield from self._edges(name, probe, line, given)

    def _edges(self, name: str, probe: Probe, line: Axis, given: dict[str, Value]) -> Iterator[Value]:
        def side(place: int) -> Hashable:
            return probe.side({**given, name: line.at(place)})

        # Steps that refuse both ends of a range may still answer in the middle of it.
        stops = (line.first, (line.first + line.last) // 2, line.last)
        for low, high in pairwise(stops):
            yield from map(line.at, () if probe.recurs else edges(low, high, side))
        if probe.recurs and line.of_days:
            yield from map(line.at, recurring(side))


def recurring(side: Callable[[int], Hashable]) -> Iterator[int]:
    """The places beside the first few changes of each kind in one year of days, for what comes round in each."""
    seen: Counter[tuple[Hashable, Hashable]] = Counter()
    sides = [(place, side(place)) for place in range(A_YEAR[0], A_YEAR[1] + 1)]
    for (place, here), (after, there) in pairwise(sides):
        if here != there and seen[here, there] < EACH_KIND:
            seen[here, there] += 1
            yield from (place, after)
