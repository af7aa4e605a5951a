"""
What is still possible when some facts are not known: the engine is asked with values that stand for all of them.

The walk is bounded: a choice is tried once for each group of options that nothing tells apart, a day or a number on
both sides of every threshold. Where even that is too much the walk stops, and says so.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import NamedTuple

from assistant.decide import Answer, Needs, Value, canonical
from assistant.decide.engine import decided
from assistant.decide.neighbours import neighbours
from assistant.errors import Refusal
from assistant.model.policy import Policy

MOST_ASKINGS = 500
"""Some 30 ms on the machine that this was measured on."""
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


def explore(policy: Policy, needs: Needs, facts: Mapping[str, str], on: dt.date) -> Explored:
    """Every answer that is still possible after `needs`, as far as the bound allows."""
    tries = neighbours(policy, needs.topic, needs.aspect)
    given = {name: policy.facts[name].read(text) for name, text in facts.items()}
    sound = Sound(policy)
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
            if (known := sound[wanted.fact, value]) is None:
                continue
            now = {**tried, wanted.fact: known}
            outcome = decided(policy, needs.topic, needs.aspect, {**given, **now}, on)
            if isinstance(outcome, Answer):
                leaves.append(Leaf(now, outcome))
            elif isinstance(outcome, Needs):
                waiting.append((now, outcome))
    return Explored(tuple(leaves), True, needs.fact, given)


class Sound(dict[tuple[str, Value], Value | None]):
    """Values as facts hold them, by fact and value; None for what a fact does not take. Each is looked at once."""

    def __init__(self, policy: Policy) -> None:
        super().__init__()
        self._policy = policy

    def __missing__(self, key: tuple[str, Value]) -> Value | None:
        name, value = key
        try:
            found = self._policy.facts[name].read(canonical(value))
        except Refusal:
            found = None
        return self.setdefault(key, found)


def questions(leaves: Sequence[Leaf]) -> tuple[str, ...]:
    """Every fact that some leaf needed, in the order asked."""
    return tuple(dict.fromkeys(name for leaf in leaves for name in leaf.tried))


def left_open(leaves: Sequence[Leaf], name: str) -> float:
    """How many results stay possible, on average, once a fact is known."""
    values = {leaf.tried[name] for leaf in leaves if name in leaf.tried}
    by_value = [{leaf.result for leaf in leaves if leaf.tried.get(name, value) == value} for value in values]
    return sum(map(len, by_value)) / len(by_value)


def deciding(leaves: Sequence[Leaf], allowed: Callable[[str], bool]) -> str | None:
    """The allowed question that leaves least open; none where no answer to any would rule anything out."""
    total = len({leaf.result for leaf in leaves})
    scores = [(left_open(leaves, name), place, name) for place, name in enumerate(questions(leaves)) if allowed(name)]
    useful = [score for score in scores if score[0] < total]
    return min(useful)[2] if useful else None
