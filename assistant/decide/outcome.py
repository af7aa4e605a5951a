"""What comes of asking: an `Answer` with its whole trail, `Needs` for one more fact, or `Invalid` with every fault."""

import datetime as dt
from decimal import Decimal
from typing import NamedTuple

from assistant.model.condition import Test
from assistant.model.derived import Step
from assistant.model.rule import Aspect, Group, Rule, Verdict
from assistant.vocabulary.calendars import Skipped

Value = str | dt.date | dt.time | Decimal | int
"""A fact's value, or something derived: an id, a day or a moment, a time of day, a number."""


class Tested(NamedTuple):
    """One condition as it was asked: what was tested, its value, the test, what it was held against, the outcome."""

    name: str
    value: Value
    test: Test
    against: Value | None
    held: bool


class Judged(NamedTuple):
    """One rule or group that was asked, with its conditions as far as they were asked."""

    item: Rule | Group
    tests: tuple[Tested, ...]
    held: bool


class Taken(NamedTuple):
    """One step of a date: from one day to the next, with what it counted and what it skipped."""

    step: Step
    before: dt.date
    after: dt.date
    amount: int | dt.time | dt.date | None = None
    skipped: Skipped = ()
    late: bool = False
    calendar: str | None = None


class Counted(NamedTuple):
    """A derived value with its counting: where it started, the steps taken, and what it rests on."""

    name: str
    value: Value
    start: Value | None = None
    started_from: str | None = None
    steps: tuple[Taken, ...] = ()
    cites: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()


class Answer(NamedTuple):
    """
    A verdict, and everything that it rests on. `facts` are those that it needed, in the order asked.

    `open` are facts that are not known and make no difference to it; `partly` where they may to notes and next steps.
    """

    policy: str
    topic: str
    aspect: Aspect
    on: dt.date
    edition: str
    verdict: Verdict
    rule: Rule
    dates: dict[str, Counted]
    values: dict[str, Counted]
    notes: tuple[str, ...]
    cites: tuple[str, ...]
    readings: tuple[str, ...]
    facts: dict[str, Value]
    trail: tuple[Judged, ...]
    open: tuple[str, ...] = ()
    partly: bool = False


class Needs(NamedTuple):
    """One more fact is needed: the first that the rule at hand asks for. `facts` are those used so far."""

    policy: str
    topic: str
    aspect: Aspect
    on: dt.date
    edition: str
    fact: str
    facts: dict[str, Value]
    trail: tuple[Judged, ...]


class FactFault(NamedTuple):
    """What is wrong with one thing given: its name (a fact's id, `on`, `topic` …), the reason's id, and details."""

    name: str
    reason: str
    details: dict[str, str]


class Invalid(NamedTuple):
    """Nothing can be answered; every fault is listed."""

    faults: tuple[FactFault, ...]


Outcome = Answer | Needs | Invalid
