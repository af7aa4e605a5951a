"""Which steps of a procedure speak to an answer: those whose conditions hold, or may hold."""

import datetime as dt
from collections.abc import Mapping

from assistant.errors import Refusal
from assistant.model.policy import Policy
from assistant.vocabulary.scope import scope_of
from assistant.vocabulary.trail import Ask, Run, Wanted
from assistant.vocabulary.wording import Value

Place = tuple[str, str]
"""A step: the id of its part, and its own."""


def _conditional(policy: Policy, topic: str, procedure: str) -> tuple[tuple[Place, tuple[Ask, ...]], ...]:
    """The steps that have conditions, compiled."""
    scope, parts = scope_of(policy, topic), policy.summary.procedures[procedure].parts
    return tuple(((part.id, step.id), scope.asks(step.when)) for part in parts for step in part.steps if step.when)


def left_out(policy: Policy, topic: str, procedure: str, facts: Mapping[str, Value], on: dt.date) -> frozenset[Place]:
    """
    The steps of which some condition does not hold, given all facts that are known of an answer in this topic. A step
    that rests on what is not known is kept.
    """
    conditional, run = policy.worked_out(_conditional, topic, procedure), Run(facts, on)
    return frozenset(place for place, asks in conditional if not all(_may_hold(run, ask) for ask in asks))


def _may_hold(run: Run, ask: Ask) -> bool:
    try:
        return ask.of(run).held
    except (Wanted, Refusal):
        return True
