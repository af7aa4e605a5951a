"""
Two editions walked side by side: both are asked the same questions with the same facts, and what each says is kept
together.

As in `paths`, nothing is known at first. Each fact that either edition needs is answered with every value worth trying
in either of them, both sides of both editions' thresholds included, so that one that moved by a day is seen.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from assistant.decide import Needs, Outcome, Value, canonical
from assistant.decide.samples import Samples
from assistant.decide.thresholds import Probe
from assistant.errors import Refusal
from assistant.model.policy import Policy
from assistant.model.rule import Aspect
from assistant.vocabulary.conditions.order import After
from assistant.vocabulary.facts.moment import NOON
from assistant.workbench.check.paths import Broken, ask
from assistant.workbench.editions.ground import Moved

ONE_DAY = dt.timedelta(days=1)
Ended = Outcome | Broken


class Pair(NamedTuple):
    """The facts given, as canonical text in the order asked, the day asked about, and what came of it in each."""

    topic: str
    aspect: Aspect
    facts: dict[str, str]
    on: dt.date
    then: Ended
    now: Ended


class _Side:
    """One edition's half of a question. `moved` are the days that its calendars and the other edition's differ in."""

    def __init__(self, policy: Policy, topic: str, aspect: Aspect, moved: Moved) -> None:
        self.policy, self.topic, self.aspect = policy, topic, aspect
        self.samples = Samples(policy, topic, aspect)
        counted = self.samples.calendars()
        self.moved = sorted({day for name in counted & moved.keys() for day in moved[name]})
        self.samples.thresholds.probes += tuple(self._probes(moved))

    def _probes(self, moved: Moved) -> Iterator[Probe]:
        """That which is counted in working days turns where it falls on a day that moved."""
        scope = self.samples.scope
        for name in sorted(self.samples.mentioned & scope.derived.keys()):
            days = {day for calendar in scope.read_by((name,), "calendar") & moved.keys() for day in moved[calendar]}
            yield from (Probe(scope, name, After(after=day.isoformat())) for day in sorted(days))

    def days(self) -> Iterator[dt.date]:
        """The values of `on` worth trying."""
        yield from self.samples.days_asked_about()
        if "on" in self.samples.mentioned:
            yield from self._around()

    def _around(self) -> Iterator[dt.date]:
        return (day - back for day in self.moved for back in (ONE_DAY, 0 * ONE_DAY))

    def knows(self, name: str, text: str) -> bool:
        """Whether the fact is there, and the option where it is a choice. What else is wrong, the engine says."""
        fact = self.policy.facts.get(name)
        return fact is not None and text in (fact.choices() or (text,))

    def ask(self, facts: Mapping[str, str], on: dt.date) -> Ended:
        """What this edition says to the facts that it knows."""
        known = {name: text for name, text in facts.items() if self.knows(name, text)}
        return ask(self.policy, self.topic, self.aspect, known, on)

    def values(self, name: str, facts: Mapping[str, str], on: dt.date) -> Iterator[Value]:
        """What to try for a fact; nothing where it is not known here."""
        fact = self.policy.facts.get(name)
        if fact is None:
            return
        yield from self.samples.of(name, {"on": on, **dict(self._read(facts))})
        if fact.kind() == "day":
            yield from self._around()
        elif fact.kind() == "moment":
            clocks = self.samples.clocks() if self.samples.opened else (NOON,)
            yield from (dt.datetime.combine(day, clock) for day in self._around() for clock in clocks)

    def _read(self, facts: Mapping[str, str]) -> Iterator[tuple[str, Value]]:
        for name, text in facts.items():
            if self.knows(name, text):
                try:
                    yield name, self.policy.facts[name].read(text)
                except Refusal:
                    continue


def together(then: Policy, now: Policy, topic: str, aspect: Aspect, moved: Moved) -> Iterator[Pair]:
    """
    Every end of a question that both editions have, and the first place on each way where one needs another fact than
    the other. A way that begins with an option that only one of them has is not followed.
    """
    sides = _Side(then, topic, aspect, moved), _Side(now, topic, aspect, moved)
    for on in sorted({day for side in sides for day in side.days()}):
        yield from _on(sides, on)


def _on(sides: tuple[_Side, _Side], on: dt.date) -> Iterator[Pair]:
    waiting: list[tuple[list[dict[str, str]], bool]] = [([{}], True)]
    while waiting:
        given, alike = waiting.pop()
        # All of one edition and then all of the other: the engine keeps what it knows of the last one asked.
        ends = zip(*([side.ask(facts, on) for facts in given] for side in sides), strict=True)
        further: list[tuple[list[dict[str, str]], bool]] = []
        for facts, (then, now) in zip(given, ends, strict=True):
            needs = [end.fact for end in (then, now) if isinstance(end, Needs)]
            if any(fact in facts for fact in needs):
                continue
            parted = bool(needs) and (len(needs) == 1 or needs[0] != needs[1])
            if not needs or (parted and alike):
                yield Pair(sides[0].topic, sides[0].aspect, facts, on, then, now)
            if needs:
                texts = dict.fromkeys(canonical(one) for side in sides for one in side.values(needs[0], facts, on))
                further.append(([{**facts, needs[0]: text} for text in texts], alike and not parted))
        waiting += reversed(further)
