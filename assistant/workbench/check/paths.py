"""
Every path through an aspect, grown as a person would go: nothing is known at first, and each fact that is needed is
answered with every value worth trying, by the real engine, until it answers or refuses.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from assistant.decide import Answer, Invalid, Needs, Outcome, canonical, decide
from assistant.decide.samples import Samples
from assistant.errors import Wording, told
from assistant.model.policy import Policy
from assistant.model.rule import Aspect
from assistant.vocabulary.derived.band import NoBand
from assistant.vocabulary.facts.reading import OTHER, ReadingFact

BROKEN: dict[str, tuple[Wording, Wording]] = {
    "no-rule": (
        told("no rule answers: {path} (paths like it: {count})"),
        told("end the list with a rule that always holds, or cover this case"),
    ),
    "no-band": (
        told("a number lies in no band: {path} (paths like it: {count})"),
        told("end the bands with one whose edge is none"),
    ),
    "wrong-kind": (
        told("a value does not fit: {path} (paths like it: {count})"),
        told("test for the table's marks before the value is used"),
    ),
    "divided-by-zero": (
        told("an amount is divided by zero: {path} (paths like it: {count})"),
        told("answer before, where the number is zero"),
    ),
    "currencies-mixed": (
        told("two currencies are mixed: {path} (paths like it: {count})"),
        told("work with amounts of one currency"),
    ),
    "no-whole-money": (
        told("an amount of money is a fraction of its smallest unit: {path} (paths like it: {count})"),
        told("end its steps with round"),
    ),
    "outside-hours": (
        told("a moment lies outside the hours whose end is asked for: {path} (paths like it: {count})"),
        told("test with inside before the end is worked out"),
    ),
    "no-working-days": (
        told("a number of working days is 0: {path} (paths like it: {count})"),
        told("answer before, or use to_working_day"),
    ),
    "no-whole-count": (
        told("a number that is not whole is counted with: {path} (paths like it: {count})"),
        told("count with a whole number"),
    ),
}
"""What to say of each way in which a path ends without an answer."""
OURS = frozenset({"no-rule", "no-band", "wrong-kind"})
"""Those that the engine ends in; the others are reasons for which it answers nothing, that a rule must rule out."""
AUTHORS = BROKEN.keys() - OURS


class Broken(NamedTuple):
    """
    The engine could not go on: no rule holds, a table lacks a row or column, a number lies in no band, a value is of
    the wrong kind, or what is worked out must be guarded by a rule (`AUTHORS`).
    """

    kind: str
    detail: str


class Path(NamedTuple):
    """The facts given, as canonical text in the order asked, the day asked about, and what came of it."""

    policy: str
    topic: str
    aspect: Aspect
    facts: dict[str, str]
    on: dt.date
    outcome: Answer | Invalid | Broken

    def __str__(self) -> str:
        facts = "".join(f" {name}={value}" for name, value in self.facts.items())
        return f"{self.policy}/{self.topic}/{self.aspect}{facts} on={self.on}"


def paths(policy: Policy, topic: str, aspect: Aspect, given: Mapping[str, str] | None = None) -> Iterator[Path]:
    """Every path of one aspect, each to its end; only those on which the facts `given` hold, where some are."""
    samples = Samples(policy, topic, aspect)
    for on in samples.days_asked_about():
        others = (name for name in samples.mentioned if isinstance(policy.facts.get(name), ReadingFact))
        waiting: list[dict[str, str]] = [
            dict(given or {}),
            *({**(given or {}), name: OTHER} for name in sorted(others)),
        ]
        while waiting:
            facts = waiting.pop()
            outcome = ask(policy, topic, aspect, facts, on)
            if isinstance(outcome, Needs):
                values = samples.of(outcome.fact, {"on": on, **outcome.facts})
                if outcome.fact in facts:  # a band that does not decide: what is asked for is the number itself
                    values = [value for value in values if not isinstance(value, str)]
                waiting += [{**facts, outcome.fact: canonical(value)} for value in reversed(values)]
            else:
                yield Path(policy.id, topic, aspect, facts, on, outcome)


def ask(policy: Policy, topic: str, aspect: Aspect, facts: Mapping[str, str], on: dt.date) -> Outcome | Broken:
    """What `decide` says, of content that may not be sound."""
    try:
        outcome = decide(policy, topic, aspect, facts, on)
        reasons = [fault.reason for fault in outcome.faults] if isinstance(outcome, Invalid) else []
        return next((Broken(reason, "") for reason in reasons if reason in AUTHORS), outcome)
    except KeyError as error:
        return Broken("no-row", str(error.args[0]))
    except LookupError as error:
        return Broken("no-rule", str(error))
    except NoBand:
        return Broken("no-band", "")
    except (TypeError, ValueError, AttributeError, ArithmeticError) as error:
        return Broken("wrong-kind", str(error))
