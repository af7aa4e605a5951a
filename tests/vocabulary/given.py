"""Names for words that are tried alone: values by name, with the calendars, hours and tables of a policy."""

import datetime as dt
from collections.abc import Callable, Mapping

from pydantic import TypeAdapter

from assistant.model.calendar import Hours
from assistant.model.policy import Policy
from assistant.model.table import Table
from assistant.vocabulary.calendars import Calendar, calendar_for
from assistant.vocabulary.derivation import Derived
from assistant.vocabulary.trail import Counted, Get, Run
from assistant.vocabulary.wording import Value

DERIVED: TypeAdapter[Derived] = TypeAdapter(Derived)


class Given:
    """Values by name, with a policy for its calendars, hours and tables."""

    def __init__(self, policy: Policy, values: Mapping[str, Value]) -> None:
        self.policy, self.values = policy, values

    @property
    def tables(self) -> Mapping[str, Table]:
        return self.policy.tables

    @property
    def hours(self) -> Mapping[str, Hours]:
        return self.policy.about.hours

    def known(self, name: str) -> bool:
        return name in self.values

    def get(self, name: str) -> Get:
        return lambda run: self.values[name]

    def day(self, text: str) -> Get:
        return self.get(text) if self.known(text) else lambda run: dt.date.fromisoformat(text)

    def choices(self, name: str) -> tuple[str, ...]:
        return ()

    def calendar(self, name: str) -> Callable[[Run], Calendar]:
        days = self.policy.about.calendars[name]
        part = days.holidays.part_from if days.holidays else None
        return lambda run: calendar_for(days, str(self.values[part]) if part else None)


def counted(policy: Policy, written: Mapping[str, object], **values: Value) -> Counted:
    """What comes of something derived, as it is written in content, with these values by name."""
    one = DERIVED.validate_python({"label": "x", "cites": ("c",), **written})
    return one.compiled("x", Given(policy, values), (("c",), ()))(Run({}, dt.date(2026, 1, 15)))
