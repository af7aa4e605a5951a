"""What comes of asking: an `Answer` with its whole trail, `Needs` for one more fact, or `Invalid` with every fault."""

import datetime as dt
from typing import NamedTuple

from assistant.model.rule import Aspect, Group, Rule, Verdict
from assistant.vocabulary.trail import Counted, Tested
from assistant.vocabulary.wording import Value


class Judged(NamedTuple):
    """One rule or group that was asked, with its conditions as far as they were asked."""

    item: Rule | Group
    tests: tuple[Tested, ...]
    held: bool


class Answer(NamedTuple):
    """
    A verdict, and everything that it rests on. `facts` are those that it needed, in the order asked. Nothing in it may
    be changed: answers share what is the same.

    `open` are facts that are not known and make no difference to it; `partly` where they may to notes and next steps.
    `announced` are the calendars whose days off, announced elsewhere and not known here, may move its dates.
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
    announced: tuple[str, ...] = ()


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
    """
    What is wrong with one thing given: its name (a fact's id, `on`, `topic` …), the reason's id, and details. `known`
    are the names of which one may have been meant.
    """

    name: str
    reason: str
    details: dict[str, str]
    known: tuple[str, ...] = ()


class Invalid(NamedTuple):
    """Nothing can be answered; every fault is listed."""

    faults: tuple[FactFault, ...]


Outcome = Answer | Needs | Invalid
