"""Which steps of a procedure speak to an answer: those whose conditions hold, or may hold."""

import datetime as dt
from collections.abc import Mapping
from itertools import islice

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
    return _without(policy, topic, procedure, Run(facts, on), True)


def unsure(policy: Policy, topic: str, procedure: str, facts: Mapping[str, Value], on: dt.date) -> frozenset[Place]:
    """
    The same with the steps that rest on what is not known, but for the one with which the procedure begins: it does so
    unless it is known not to.
    """
    every = ((part.id, step.id) for part in policy.summary.procedures[procedure].parts for step in part.steps)
    begins = {*islice(every, 1)} - left_out(policy, topic, procedure, facts, on)
    return _without(policy, topic, procedure, Run(facts, on), False) - begins


def _without(policy: Policy, topic: str, procedure: str, run: Run, unknown: bool) -> frozenset[Place]:
    """The steps of which some condition does not hold, where what is not known counts as `unknown`."""
    conditional = policy.worked_out(_conditional, topic, procedure)
    return frozenset(place for place, asks in conditional if not all(_holds(run, ask, unknown) for ask in asks))


def _holds(run: Run, ask: Ask, unknown: bool) -> bool:
    try:
        return ask.of(run).held
    except (Wanted, Refusal):
        return unknown
