"""`days_between`: how many days, or working days, lie between two days."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from assistant.model.table import Table
from assistant.vocabulary.calendars import Calendar, working_days_between
from assistant.vocabulary.days import as_day
from assistant.vocabulary.derivation import DERIVATIONS, Derivation, GroundOf, KindOf, Work
from assistant.vocabulary.stretch import WorkedStretch
from assistant.vocabulary.trail import Counted, Names, Run


@DERIVATIONS.register
class DerivedDays(Derivation):
    """
    How many days lie from one day, which is not counted, to another, which is; below zero where that lies before it.
    With a calendar only its working days count.
    """

    example = "{label: Days left, days_between: {from: on, to: event_on}, cites: [refund]}"

    days_between: WorkedStretch
    """The two days, and the calendar: {from: starts, to: ends, calendar: office}."""

    def reads(self) -> Iterator[tuple[str, str]]:
        return self.days_between.reads()

    def compiled(self, name: str, names: Names, ground: GroundOf) -> Work:
        one = self.days_between
        first, last = names.day(one.from_), names.day(one.to)
        calendar = names.calendar(one.calendar) if one.calendar else None

        def work(run: Run) -> Counted:
            start, end = as_day(first(run)), as_day(last(run))
            days = _between(start, end, calendar(run) if calendar else None)
            return Counted(name, days, None, None, (), *ground(run))

        return work

    @classmethod
    def kind(cls, written: Mapping[str, Any], tables: Mapping[str, Table], of: Callable[[str], str]) -> KindOf:
        return "integer", ()


def _between(start: dt.date, end: dt.date, calendar: Calendar | None) -> int:
    return (end - start).days if calendar is None else working_days_between(calendar, start, end)
