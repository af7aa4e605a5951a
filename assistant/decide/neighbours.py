"""Values to try in place of one that is known or not known: every choice, and both sides of every threshold."""

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache

from assistant.decide import Answer, Invalid, Needs, Value, decide
from assistant.decide.names import cells, options
from assistant.decide.samples import ORDINARY, Samples
from assistant.decide.thresholds import NOON
from assistant.model.condition import OneOf
from assistant.model.fact import DayFact, MomentFact, NumberFact, WholeNumberFact
from assistant.model.policy import Policy
from assistant.model.rule import Aspect

MOST_OUTCOMES = 1000
"""How many outcomes are remembered: most people ask about today, so that one's neighbours are another's."""
MOST_USES = 500
"""A `Near` remembers what it was asked: after so many uses a new one begins."""
SUNDAY = dt.date(2026, 2, 1)
NIGHT = dt.time(23, 30)
MINUTE = dt.timedelta(minutes=1)
ANY_NUMBER = 12


class Near:
    """The values worth trying in one aspect."""

    def __init__(self, policy: Policy, topic: str, aspect: Aspect) -> None:
        self.policy, self.topic, self.aspect, self.uses = policy, topic, aspect, 0
        self.samples = Samples(policy, topic, aspect)
        self.names, self.mentioned = self.samples.names, self.samples.mentioned
        self.clocks = sorted(set(self.samples.named_clocks()))
        self._sets = [
            (name, test.one_of)
            for when in self.names.whens(aspect)
            for name, test in when.items()
            if isinstance(test, OneOf)
        ]
        self._cells = [cell for name in self.mentioned & self.names.derived.keys()
                       for cell in cells(self.names.derived[name])]  # fmt: skip
        self._parts = {self.names.part(calendar) for calendar in policy.about.calendars}
        self._alike: dict[str, tuple[tuple[str, ...], ...]] = {}

    def thresholds(self, name: str, known: Mapping[str, Value]) -> list[Value]:
        """The values beside every threshold of a day or a number, in order; `known` holds the other facts and `on`."""
        rest = {other: value for other, value in known.items() if other != name}
        return sorted(self.samples.thresholds.of(name, rest), key=_order)

    def minutes(self, day: dt.date) -> Iterator[dt.datetime]:
        """The moments of a day at, just before and just after every clock time that the aspect names."""
        for clock in self.clocks:
            at = dt.datetime.combine(day, clock)
            yield from (moment for moment in (at - MINUTE, at, at + MINUTE) if moment.date() == day)

    def alike(self, name: str) -> tuple[tuple[str, ...], ...]:
        """The options of a choice, those together that no condition, table or calendar of the aspect tells apart."""
        if name not in self._alike:
            groups: dict[object, list[str]] = {}
            for option in options(self.policy.facts[name]):
                groups.setdefault(self._marks(name, option), []).append(option)
            self._alike[name] = tuple(map(tuple, groups.values()))
        return self._alike[name]

    def _moments(self) -> list[dt.datetime]:
        """By day and by night on an ordinary day, on a Sunday, and where hours begin and end."""
        named = self.clocks if self.samples.opened else []
        moments = [dt.datetime.combine(ORDINARY, clock) for clock in (NOON, *named, NIGHT)]
        return list(dict.fromkeys([*moments, dt.datetime.combine(SUNDAY, NOON)]))

    def _marks(self, name: str, option: str) -> object:
        if name in self._parts:
            return option
        tested = tuple(option in one_of for tested, one_of in self._sets if tested == name)
        looked_up: list[object] = []
        for cell in self._cells:
            rows = self.policy.tables[cell.table].rows
            if cell.row == name:
                looked_up.append(tuple(rows.get(option, {}).items()))
            if cell.column == name:
                looked_up.append(tuple((row, columns.get(option)) for row, columns in rows.items()))
        return tested, tuple(looked_up)

    def of(self, name: str, known: Mapping[str, Value]) -> list[Value]:
        """Values that stand for all that a fact may be: one of each group alike, both sides of every threshold."""
        fact = self.policy.facts[name]
        if options(fact):
            return [group[0] for group in self.alike(name)]
        near = self.thresholds(name, known)
        match fact:
            case MomentFact():
                return [*self._moments(), *near]
            case DayFact():
                return near or [ORDINARY, ORDINARY.replace(month=7)]
            case WholeNumberFact(least=least, most=most):
                return near or [least, min(most or least + ANY_NUMBER, least + ANY_NUMBER)]
            case NumberFact(least=least, most=most):
                return near or [least, most if most is not None else least + Decimal(ANY_NUMBER)]
        raise TypeError(f"nothing to try for {name}")


@lru_cache(maxsize=MOST_OUTCOMES)
def outcome_at(near: Near, facts: tuple[tuple[str, str], ...], on: str) -> Answer | Needs | None:
    """What comes of these facts, given as canonical texts; None where nothing can be answered."""
    found = decide(near.policy, near.topic, near.aspect, dict(facts), on)
    return None if isinstance(found, Invalid) else found


def _order(value: Value) -> float:
    if isinstance(value, dt.datetime):
        return value.toordinal() + (value.hour * 60 + value.minute) / 1440
    return value.toordinal() if isinstance(value, dt.date) else float(str(value))


_NEAR: dict[tuple[str, str, Aspect], Near] = {}


def near(policy: Policy, topic: str, aspect: Aspect) -> Near:
    """What is worth trying in an aspect, kept for as long as the same policy is asked."""
    kept = _NEAR.get((policy.id, topic, aspect))
    if kept is None or kept.policy is not policy or kept.uses >= MOST_USES:
        kept = _NEAR[policy.id, topic, aspect] = Near(policy, topic, aspect)
    kept.uses += 1
    return kept
