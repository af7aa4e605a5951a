"""Words tried alone: as they are written in content, against values by name, and what they say of themselves."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Annotated
from zoneinfo import ZoneInfo

import pytest
from pydantic import TypeAdapter

from assistant.errors import Refusal, Wording
from assistant.i18n.words import Words
from assistant.model.calendar import Hours
from assistant.model.policy import Policy
from assistant.model.table import Table
from assistant.present.answer.explanation import explained
from assistant.present.writer import Writer
from assistant.vocabulary.calendars import Calendar, calendar_for
from assistant.vocabulary.condition import Test
from assistant.vocabulary.derivation import Derived
from assistant.vocabulary.fact import Asked, Fact
from assistant.vocabulary.step import STEPS
from assistant.vocabulary.trail import Against, Condition, Counted, Get, Run, Step, Taken, Tested
from assistant.vocabulary.wording import Value

DERIVED: TypeAdapter[Derived] = TypeAdapter(Derived)
STEP: TypeAdapter[Step] = TypeAdapter(Annotated[Step, STEPS])
TEST: TypeAdapter[Condition] = TypeAdapter(Test)
FACT: TypeAdapter[Asked] = TypeAdapter(Fact)
Written = Mapping[str, object]


class Given:
    """Values by name, with a policy for its calendars, hours, tables and options."""

    def __init__(self, policy: Policy, values: Mapping[str, Value]) -> None:
        self.policy, self.values = policy, values

    @property
    def tables(self) -> Mapping[str, Table]:
        return self.policy.tables

    @property
    def hours(self) -> Mapping[str, Hours]:
        return self.policy.about.hours

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.policy.about.time_zone)

    def known(self, name: str) -> bool:
        return name in self.values

    def get(self, name: str) -> Get:
        return lambda run: self.values[name]

    def given(self, name: str) -> Get:
        return self.get(name)

    def banded(self, name: str) -> Get:
        return self.get(name)

    def day(self, text: str) -> Get:
        return self.get(text) if self.known(text) else lambda run: dt.date.fromisoformat(text)

    def choices(self, name: str) -> tuple[str, ...]:
        return self.policy.facts[name].choices() if name in self.policy.facts else ()

    def calendar(self, name: str) -> Callable[[Run], Calendar]:
        days = self.policy.about.calendars[name]
        part = days.holidays.part_from if days.holidays else None
        return lambda run: calendar_for(days, str(self.values[part]) if part else None)


def _run() -> Run:
    return Run({}, dt.date(2026, 1, 15))


def on(text: str) -> dt.date:
    """A day, or a moment, from its text."""
    return dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text)


def step(written: Written) -> Step:
    """A step, as it is written in content."""
    return STEP.validate_python(written)


def taken(policy: Policy, written: Written, day: Value, **values: Value) -> Taken:
    """What a step does to a day, with these values by name."""
    return step(written).compiled(Given(policy, values))(_run(), day)  # type: ignore[arg-type]  # what is no day is refused


def condition(written: object) -> Condition:
    """A condition, as it is written in content."""
    return TEST.validate_python(written)


def asked(policy: Policy, written: object, value: Value, **values: Value) -> Tested:
    """What comes of a condition on `x`, which is this value, with these values by name."""
    ask = condition(written).compiled("x", Given(policy, {"x": value, **values}))
    return ask.tested(*(get(_run()) for get in ask.inputs))


def derived(written: Written) -> Derived:
    """Something derived, as it is written in content, with its label and clause."""
    return DERIVED.validate_python({"label": "x", "cites": ("c",), **written})


def counted(policy: Policy, written: Written, **values: Value) -> Counted:
    """What comes of something derived, with these values by name."""
    return derived(written).compiled("x", Given(policy, values), lambda run: (("c",), ("R1",)))(_run())


def fact(kind: str, /, **fields: object) -> Asked:
    """A fact of this type, with a question and a label."""
    return FACT.validate_python({"type": kind, "question": "?", "label": "!", **fields})


def refusal(one: Asked, text: str) -> tuple[str, Mapping[str, str]]:
    """Why a fact refuses a text, with the details."""
    with pytest.raises(Refusal) as refused:
        one.read(text)
    return refused.value.reason, refused.value.details


class Saying:
    """Explanations in English and in Japanese."""

    def __init__(self, policy: Policy, words: Mapping[str, Words]) -> None:
        self._writers = [Writer(policy, words[language]) for language in ("en", "ja")]

    def said(self, wording: Wording) -> tuple[str, ...]:
        """The sentence in each language."""
        return tuple(explained(writer, wording) for writer in self._writers)

    def step(self, one: Taken) -> tuple[str, ...]:
        """What a step that was taken says of itself."""
        return self.said(one.step.explain(one))

    def test(self, written: object, name: str, against: Against = None) -> tuple[str, ...]:
        """What a condition on this name says of itself."""
        return self.said(condition(written).explain(name, against))
