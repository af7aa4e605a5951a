"""Which steps of a procedure speak to an answer: those whose conditions hold, or may hold."""

import datetime as dt
from collections.abc import Iterable, Mapping

from assistant.decide.conditions import Test, asks, tests
from assistant.errors import Refusal
from assistant.model.policy import Policy
from assistant.vocabulary.scope import scope_of
from assistant.vocabulary.trail import Run, Wanted
from assistant.vocabulary.wording import Value

Place = tuple[str, str]
"""A step: the id of its part, and its own."""


class Conditional(dict[tuple[str, str], tuple[tuple[Place, tuple[Test, ...]], ...]]):
    """The steps that have conditions, compiled, by topic and procedure: `policy.worked_out(Conditional)`."""

    def __init__(self, policy: Policy) -> None:
        super().__init__()
        self._policy = policy

    def __missing__(self, key: tuple[str, str]) -> tuple[tuple[Place, tuple[Test, ...]], ...]:
        topic, procedure = key
        scope = scope_of(self._policy, topic)
        found = tuple(
            ((part.id, step.id), tests(asks(scope, step.when)))
            for part in self._policy.summary.procedures[procedure].parts
            for step in part.steps
            if step.when
        )
        return self.setdefault(key, found)


def left_out(policy: Policy, topic: str, procedure: str, facts: Mapping[str, Value], on: dt.date) -> frozenset[Place]:
    """
    The steps of which some condition does not hold, given all facts that are known of an answer in this topic. A step
    that rests on what is not known is kept.
    """
    conditional = policy.worked_out(Conditional)[topic, procedure]
    return frozenset(place for place, asked in conditional if not _may_hold(Run(facts, on), asked))


def _may_hold(run: Run, asked: Iterable[Test]) -> bool:
    return all(_held(run, test) for test in asked)


def _held(run: Run, test: Test) -> bool:
    try:
        return test(run).held
    except (Wanted, Refusal):
        return True
