"""
Which of the things that are not known make a difference: each is shown by two cases that differ in nothing else.

A thing leaves a thing alone only where nothing that was explored, nor the other values of it in the same case, nor the
days that its calendars do not share, lead anywhere else.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from assistant.decide import Answer, Needs, Value
from assistant.decide.engine import decided
from assistant.decide.exploration import MOST_ASKINGS, Explored, Leaf, questions
from assistant.decide.neighbours import neighbours
from assistant.model.policy import Policy
from assistant.vocabulary.facts.moment import NOON


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
