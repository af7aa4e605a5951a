"""
What is still possible when some facts are not known: the engine is asked with values that stand for all of them.

The walk is bounded: a choice is tried once for each group of options that nothing tells apart, a day or a number on
both sides of every threshold. Where even that is too much the walk stops, and says so.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from assistant.decide import Answer, Needs, Value, canonical, decide
from assistant.decide.neighbours import neighbours
from assistant.model.policy import Policy
from assistant.model.rule import Aspect

MOST_ASKINGS = 500
"""Some 30 ms on the machine that this was measured on."""


class Leaf(NamedTuple):
    """One way in which what is not known may turn out, and the answer that it leads to."""

    tried: dict[str, Value]
    answer: Answer


class Explored(NamedTuple):
    """Every leaf; whether all was walked; the first fact that the engine asks for."""

    leaves: tuple[Leaf, ...]
    whole: bool
    first: str


def explore(policy: Policy, needs: Needs, facts: Mapping[str, str], on: dt.date) -> Explored:
    """Every answer that is still possible after `needs`, as far as the bound allows."""
    tries = neighbours(policy, needs.topic, needs.aspect)
    given = {name: policy.facts[name].read(text) for name, text in facts.items()}
    leaves: list[Leaf] = []
    waiting: list[tuple[dict[str, Value], Needs]] = [({}, needs)]
    askings = 0
    while waiting:
        tried, wanted = waiting.pop()
        for value in tries.of(wanted.fact, {**given, **tried, "on": on}):
            if askings == MOST_ASKINGS:
                return Explored(tuple(leaves), False, needs.fact)
            askings += 1
            now = {**tried, wanted.fact: value}
            outcome = _decide(policy, needs.topic, needs.aspect, facts, now, on)
            if isinstance(outcome, Answer):
                leaves.append(Leaf(now, outcome))
            elif isinstance(outcome, Needs):
                waiting.append((now, outcome))
    return Explored(tuple(leaves), True, needs.fact)


def _decide(policy: Policy, topic: str, aspect: Aspect, facts: Mapping[str, str], tried: Mapping[str, Value],
            on: dt.date) -> object:  # fmt: skip
    texts = {name: canonical(value) for name, value in tried.items()}
    return decide(policy, topic, aspect, {**facts, **texts}, on)


def result(leaf: Leaf) -> tuple[object, ...]:
    """What an answer comes to: its verdict, dates and numbers."""
    answer = leaf.answer
    counted = (*answer.dates.items(), *answer.values.items())
    return answer.verdict, answer.rule.answer, tuple((name, one.value) for name, one in counted)


def questions(leaves: Sequence[Leaf]) -> tuple[str, ...]:
    """Every fact that some leaf needed, in the order asked."""
    return tuple(dict.fromkeys(name for leaf in leaves for name in leaf.tried))


def left_open(leaves: Sequence[Leaf], name: str) -> float:
    """How many results stay possible, on average, once a fact is known."""
    values = {leaf.tried[name] for leaf in leaves if name in leaf.tried}
    by_value = [{result(leaf) for leaf in leaves if leaf.tried.get(name, value) == value} for value in values]
    return sum(map(len, by_value)) / len(by_value)


def deciding(leaves: Sequence[Leaf], allowed: Callable[[str], bool]) -> str | None:
    """The allowed question that leaves least open; none where no answer to any would rule anything out."""
    total = len({result(leaf) for leaf in leaves})
    scores = [(left_open(leaves, name), place, name) for place, name in enumerate(questions(leaves)) if allowed(name)]
    useful = [score for score in scores if score[0] < total]
    return min(useful)[2] if useful else None
