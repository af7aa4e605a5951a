"""
`decide`: the first rule that holds answers.

A pure function of (policy, topic, aspect, facts, on). It knows no language, no disk and no clock.
"""

import datetime as dt
from collections.abc import Mapping

from assistant.decide.ending import Trail
from assistant.decide.outcome import FactFault, Invalid, Needs, Outcome
from assistant.decide.program import MOST_KEPT, Program, Programs
from assistant.errors import Refusal
from assistant.model.policy import Policy
from assistant.model.record import FIRST_DAY, LAST_DAY
from assistant.model.rule import Aspect
from assistant.vocabulary.facts.day import read_day
from assistant.vocabulary.trail import Run, Wanted
from assistant.vocabulary.wording import Value


def decide(policy: Policy, topic: str, aspect: Aspect, facts: Mapping[str, str], on: dt.date | str) -> Outcome:
    """
    What the policy says: an answer with its trail, the one fact that is needed next, or every fault in what was given.

    `facts` are canonical texts by fact id; each is validated, also one that this answer does not need. No exception
    but for content that `check` would refuse.
    """
    faults: list[FactFault] = []
    programs = policy.worked_out(Programs)
    try:
        program = programs[topic, aspect]
    except KeyError:
        program = None
        faults.append(_unknown(policy, topic, aspect))
    day = on if type(on) is dt.date and FIRST_DAY <= on <= LAST_DAY else _read_on(on, faults)
    values = _read_facts(policy, programs.read, facts, faults)
    if faults or day is None or program is None:
        return Invalid(tuple(faults))
    return _run(policy, program, topic, aspect, values, day)


def decided(policy: Policy, topic: str, aspect: Aspect, values: Mapping[str, Value], day: dt.date) -> Outcome:
    """The same of values that were read, for a question that there is, on a day that can be asked about."""
    return _run(policy, policy.worked_out(Programs)[topic, aspect], topic, aspect, values, day)


def _run(policy: Policy, program: Program, topic: str, aspect: Aspect, values: Mapping[str, Value],
         day: dt.date) -> Outcome:  # fmt: skip
    run = Run(values, day)
    trail: Trail = []
    try:
        answer = program(run, trail)
    except Wanted as wanted:
        return Needs(policy.id, topic, aspect, day, policy.edition, wanted.fact, run.used, tuple(trail))
    except Refusal as refusal:
        return Invalid((FactFault("date", refusal.reason, refusal.details),))
    if answer is None:
        raise LookupError(f"{policy.id}/{topic}/{aspect}: no rule answers")
    return answer


def _unknown(policy: Policy, topic: str, aspect: Aspect) -> FactFault:
    """The fault of a topic or an aspect that is none."""
    if topic not in policy.topics:
        return FactFault("topic", "no-such-topic", {"given": topic})
    return FactFault("aspect", "no-such-aspect", {"given": aspect})


def _read_on(on: dt.date | str, faults: list[FactFault]) -> dt.date | None:
    try:
        return read_day(on if isinstance(on, str) else on.isoformat())
    except Refusal as refusal:
        faults.append(FactFault("on", refusal.reason, refusal.details))
        return None


def _read_facts(policy: Policy, read: dict[tuple[str, str], Value], facts: Mapping[str, str],
                faults: list[FactFault]) -> dict[str, Value]:  # fmt: skip
    values: dict[str, Value] = {}
    for given in facts.items():
        name, text = given
        value = read.get(given)
        if value is not None:
            values[name] = value
            continue
        fact = policy.facts.get(name)
        if fact is None:
            faults.append(FactFault(name, "no-such-fact", {"given": name}, tuple(policy.facts)))
            continue
        try:
            values[name] = value = fact.read(text)
        except Refusal as refusal:
            known = fact.choices() if refusal.reason == "no-such-option" else ()
            faults.append(FactFault(name, refusal.reason, refusal.details, known))
            continue
        if len(read) >= MOST_KEPT:
            read.clear()
        read[given] = value
    return values
