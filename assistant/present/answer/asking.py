"""Another answer one fact away, and how it is asked for."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from assistant.decide import Answer, Needs, Value, canonical
from assistant.decide.neighbours import neighbours
from assistant.model.policy import Policy
from assistant.vocabulary.conditions.order import Order

Way = type[Order] | None


class Found(NamedTuple):
    """
    Another answer: what was changed, to which value, what came of it; from `edge` on, `way`, it holds. `there`: it is
    the same time by the clock of the place.
    """

    name: str
    value: Value
    outcome: Answer | Needs
    distance: float
    edge: Value
    way: Way
    there: bool = False


class Asking:
    """One answer, and ways to ask for those beside it."""

    def __init__(self, policy: Policy, answer: Answer, given: Mapping[str, str]) -> None:
        self.policy, self.answer = policy, answer
        self.neighbours = neighbours(policy, answer.topic, answer.aspect)
        self.known: dict[str, Value] = {**answer.facts, "on": answer.on}
        said = {name: text for name, text in given.items() if name in self.neighbours.mentioned}
        self._said = said | {name: canonical(value) for name, value in self.known.items()}

    def names(self) -> Iterator[str]:
        """What may be changed: the facts that the answer used, and the day where anything looks at it."""
        yield from self.answer.facts
        if "on" in self.neighbours.mentioned:
            yield "on"

    def with_(self, name: str, value: Value) -> Answer | Needs | None:
        """What comes of another value; None where nothing can be answered."""
        facts = self._said | {name: canonical(value)}
        on = facts.pop("on")
        return self.neighbours.outcome(facts, on)

    def others(self, name: str, values: Iterable[Value]) -> Iterator[Found]:
        """What comes of each of these values, where that is worth telling."""
        was = self.marks(self.answer, name, self.known.get(name))
        for value in values:
            outcome = self.with_(name, value)
            if outcome and self.marks(outcome, name, value) != was:
                yield Found(name, value, outcome, 0.0, value, None)

    def marks(self, outcome: Answer | Needs, name: str, value: Value | None) -> object:
        """What must differ to be worth telling. That a day moves the dates counted from it is not."""
        if isinstance(outcome, Needs):
            return outcome.fact
        moving = isinstance(value, dt.date) and not isinstance(value, dt.datetime)
        reach = self.neighbours.scope.reach
        dates = tuple(
            (public, None if moving and name in reach(counted.name) else counted.value)
            for public, counted in outcome.dates.items()
        )
        return outcome.verdict, dates, tuple(sorted((n, str(one.value)) for n, one in outcome.values.items()))
