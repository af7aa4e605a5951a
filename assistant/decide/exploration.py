"""
What is still possible when some facts are not known: the engine is asked with values that stand for all of them.

The walk is bounded: a choice is tried once for each group of options that nothing tells apart, a day or a number on
both sides of every threshold. Where even that is too much the walk stops, and says so.

Which of these facts make a difference is shown by two cases that differ in nothing else. A thing leaves a thing alone
only where nothing that was explored, nor the other values of it in the same case, nor the days that its calendars do
not share, lead anywhere else.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from assistant.decide import Answer, Needs, Value, canonical
from assistant.decide.engine import decided
from assistant.decide.neighbours import neighbours
from assistant.errors import Refusal
from assistant.memo import Made
from assistant.model.policy import Policy
from assistant.model.rule import Verdict
from assistant.vocabulary.days import as_day
from assistant.vocabulary.facts.moment import NOON

MOST_ASKINGS = 500
"""Some 30 ms on the machine that this was measured on."""
DENIALS = frozenset[Verdict]({"not-covered", "ended"})
"""Verdicts that are a no for whoever asks, though another reason may turn out to be the first."""
DAYS = frozenset({"day", "moment"})
"""Kinds of fact of which there are more values than can be tried."""
BETWEEN: ContextVar[Callable[[], None]] = ContextVar("between", default=lambda: None)
"""Called before each asking: a server lets others go first, or gives up by raising."""


@dataclass(slots=True)
class Leaf:
    """
    One way in which what is not known may turn out, and the answer that it leads to.

    `result` is what the answer comes to: its verdict, dates and numbers. It is compared again and again.
    """

    tried: dict[str, Value]
    answer: Answer
    result: tuple[object, ...] = field(init=False)

    def __post_init__(self) -> None:
        answer = self.answer
        counted = (*answer.dates.items(), *answer.values.items())
        self.result = answer.verdict, answer.rule.answer, tuple((name, one.value) for name, one in counted)


class Explored(NamedTuple):
    """Every leaf; whether all was walked; the first fact that the engine asks for; what is known, as facts hold it."""

    leaves: tuple[Leaf, ...]
    whole: bool
    first: str
    given: Mapping[str, Value]


def explore(policy: Policy, needs: Needs, facts: Mapping[str, str], on: dt.date, alike: bool = False) -> Explored:
    """
    Every answer that is still possible after `needs`, as far as the bound allows, or as long as all are `alike`: come
    to the same, or are a no for one reason or another.
    """
    tries = neighbours(policy, needs.topic, needs.aspect)
    given = {name: policy.facts[name].read(text) for name, text in facts.items()}
    taken = Made(partial(sound, policy))
    leaves: list[Leaf] = []
    waiting: list[tuple[dict[str, Value], Needs]] = [({}, needs)]
    askings, between = 0, BETWEEN.get()
    while waiting:
        tried, wanted = waiting.pop()
        for value in tries.of(wanted.fact, {**given, **tried, "on": on}):
            if askings == MOST_ASKINGS:
                return Explored(tuple(leaves), False, needs.fact, given)
            askings += 1
            between()
            if (known := taken[wanted.fact, value]) is None:
                continue
            now = {**tried, wanted.fact: known}
            outcome = decided(policy, needs.topic, needs.aspect, {**given, **now}, on)
            if isinstance(outcome, Answer):
                leaves.append(Leaf(now, outcome))
                if alike and not _agree(leaves[0], leaves[-1]):
                    return Explored(tuple(leaves), False, needs.fact, given)
            elif isinstance(outcome, Needs):
                waiting.append((now, outcome))
    return Explored(tuple(leaves), True, needs.fact, given)


def _agree(one: Leaf, other: Leaf) -> bool:
    return one.result == other.result or DENIALS.issuperset((one.answer.verdict, other.answer.verdict))


def agreed(policy: Policy, found: Explored) -> bool:
    """
    Whether every way comes to the same. A date that is counted from an unknown day never does, whatever the samples.
    """
    if not (found.whole and len({leaf.result for leaf in found.leaves}) == 1):
        return False
    one = found.leaves[0].answer
    tries = neighbours(policy, one.topic, one.aspect)
    counted = frozenset().union(*map(tries.scope.reach, one.rule.dates.values())) - tries.of_the_day
    return not any(name in counted and policy.facts[name].kind() in DAYS for name in questions(found.leaves))


def sound(policy: Policy, given: tuple[str, Value]) -> Value | None:
    """A value as its fact holds it, by the fact and what is given; None for what the fact does not take."""
    name, value = given
    try:
        return policy.facts[name].read(canonical(value))
    except Refusal:
        return None


def questions(leaves: Sequence[Leaf]) -> tuple[str, ...]:
    """Every fact that some leaf needed, in the order asked."""
    return tuple(dict.fromkeys(name for leaf in leaves for name in leaf.tried))


def announced_of(leaves: Sequence[Leaf]) -> dict[str, None]:
    """The calendars whose days off, announced elsewhere, may change what is possible: on an unknown day, all."""
    known = (name for leaf in leaves for name in leaf.answer.announced)
    dated = (
        leaf
        for leaf in leaves
        if any(isinstance(value, dt.date) and as_day(value) != leaf.answer.on for value in leaf.tried.values())
    )
    counted = (step for leaf in dated for one in leaf.answer.dates.values() for step in one.steps)
    return dict.fromkeys((*known, *(step.calendar for step in counted if step.calendar)))


def left_open(leaves: Sequence[Leaf], name: str) -> tuple[float, float]:
    """How many rules and how many results stay possible, on average, once a fact is known."""
    values = {leaf.tried[name] for leaf in leaves if name in leaf.tried}
    left = [[leaf for leaf in leaves if leaf.tried.get(name, value) == value] for value in values]
    rules = sum(len({leaf.answer.rule.id for leaf in each}) for each in left)
    return rules / len(left), sum(len({leaf.result for leaf in each}) for each in left) / len(left)


def deciding(leaves: Sequence[Leaf], allowed: Callable[[str], bool]) -> str | None:
    """
    The allowed question that leaves least open, rules before their dates, of which more are tried the more days are;
    none where no answer to any would rule anything out.
    """
    total = len({leaf.result for leaf in leaves})
    scores = [(left_open(leaves, name), place, name) for place, name in enumerate(questions(leaves)) if allowed(name)]
    useful = [score for score in scores if score[0][1] < total]
    return min(useful)[2] if useful else None


class Differences:
    """What makes a difference among all that was explored after `needs`."""

    def __init__(self, policy: Policy, needs: Needs, found: Explored) -> None:
        self._policy, self._needs, self._found = policy, needs, found
        self._neighbours = neighbours(policy, needs.topic, needs.aspect)
        self._results = {frozenset(leaf.tried.items()): _said(leaf) for leaf in found.leaves}
        self._left = MOST_ASKINGS

    def names(self, leaves: Sequence[Leaf]) -> tuple[str, ...]:
        """
        What leads from one of these leaves to another verdict, date, number or reason, in the order asked. Where the
        bound does not allow to tell, a thing is named.
        """
        return tuple(name for name in questions(leaves) if self._moves(name, leaves))

    def _moves(self, name: str, leaves: Sequence[Leaf]) -> bool:
        """Whether another value of a thing leads elsewhere in the same case, or on a day that the two do not share."""
        values = dict.fromkeys(leaf.tried[name] for leaf in self._found.leaves if name in leaf.tried)
        return any(
            self._left <= 0 or self._differ(case, {**case, name: value})
            for leaf in leaves
            if name in leaf.tried
            for value in values
            if value != leaf.tried[name]
            for case in (leaf.tried, *self._apart(leaf, name, value))
        )

    def _differ(self, one: Mapping[str, Value], other: Mapping[str, Value]) -> bool:
        here, there = self._outcomes(one), self._outcomes(other)
        return bool(here and there) and len(here | there) > 1

    def _apart(self, leaf: Leaf, name: str, there: Value) -> Iterator[dict[str, Value]]:
        """The same case on the days that are worked in one part of a country only, where its day is not known."""
        for day in self._neighbours.apart(name, str(leaf.tried[name]), str(there)):
            for other, value in leaf.tried.items():
                if isinstance(value, dt.date):
                    moved = dt.datetime.combine(day, NOON) if isinstance(value, dt.datetime) else day
                    yield {**leaf.tried, other: moved}

    def _outcomes(self, case: Mapping[str, Value]) -> set[object]:
        """What a case comes to: more than one where it leaves something open that was explored."""
        if (known := self._results.get(frozenset(case.items()))) is not None:
            return {known}
        self._left -= 1
        needs = self._needs
        found = decided(self._policy, needs.topic, needs.aspect, {**self._found.given, **case}, needs.on)
        if isinstance(found, Answer):
            return {_said(Leaf({}, found))}
        leaves = self._found.leaves if isinstance(found, Needs) else ()
        return {_said(leaf) for leaf in leaves if all(leaf.tried.get(name, one) == one for name, one in case.items())}


def _said(leaf: Leaf) -> object:
    """The result of a leaf, and its reason."""
    return leaf.result, leaf.answer.rule.say
