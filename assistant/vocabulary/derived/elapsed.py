"""`days_between`, `whole_months_after`, `whole_years_between`: how much lies from one day to another."""

import datetime as dt
from abc import abstractmethod
from calendar import monthrange
from collections.abc import Callable, Mapping
from typing import Annotated, Any

from pydantic import Field

from assistant.model.record import Id
from assistant.model.table import Table
from assistant.vocabulary.calendars import Calendar, working_days_between
from assistant.vocabulary.days import add_months, as_day
from assistant.vocabulary.derivation import DERIVATIONS, Derivation, GroundOf, KindOf, Work
from assistant.vocabulary.trail import Counted, Names, Run
from assistant.vocabulary.word import CALENDAR, DAY_OR_NAME, NAME, Word


class Stretch(Word):
    """From one day, which is not counted, to another, which is. Moments count as their days."""

    from_: Annotated[str, DAY_OR_NAME] = Field(alias="from")
    """The day from which is counted: a name, or a day."""
    to: Annotated[str, DAY_OR_NAME]
    """The day up to which is counted: a name, or a day."""


class WorkedStretch(Stretch):
    """From one day, which is not counted, to another, which is. Moments count as their days."""

    calendar: Annotated[Id | None, CALENDAR] = None
    """The calendar whose working days alone are counted."""


class Elapsed(Derivation):
    """A whole number of days, months or years from one day to another."""

    @abstractmethod
    def ends(self) -> tuple[str, str, str | None]:
        """The two days, each a name or a day, and the calendar whose days alone are counted."""

    @abstractmethod
    def length(self, first: dt.date, last: dt.date, calendar: Calendar | None) -> int:
        """How much lies from one day to another."""

    def compiled(self, name: str, names: Names, ground: GroundOf) -> Work:
        start, end, kept = self.ends()
        first, last, calendar = names.day(start), names.day(end), names.calendar(kept) if kept else None

        def work(run: Run) -> Counted:
            days = as_day(first(run)), as_day(last(run))
            return Counted(name, self.length(*days, calendar(run) if calendar else None), None, None, (), *ground(run))

        return work

    @classmethod
    def kind(cls, written: Mapping[str, Any], tables: Mapping[str, Table], of: Callable[[str], str]) -> KindOf:
        return "integer", ()


@DERIVATIONS.register
class DerivedDays(Elapsed):
    """
    How many days lie from one day, which is not counted, to another, which is; below zero where that lies before it.
    With a calendar only its working days count.
    """

    example = "{label: Days left, days_between: {from: on, to: event_on}, cites: [refund]}"

    days_between: WorkedStretch
    """The two days, and the calendar: {from: starts, to: ends, calendar: office}."""

    def ends(self) -> tuple[str, str, str | None]:
        return self.days_between.from_, self.days_between.to, self.days_between.calendar

    def length(self, first: dt.date, last: dt.date, calendar: Calendar | None) -> int:
        return (last - first).days if calendar is None else working_days_between(calendar, first, last)


@DERIVATIONS.register
class DerivedMonths(Elapsed):
    """How many whole calendar months lie after one day and up to another, which is included."""

    example = "{label: Full months, whole_months_after: cancelled_on, up_to: term-end, cites: [refund]}"

    whole_months_after: Annotated[Id, NAME]
    """The day behind which the months lie."""
    up_to: Annotated[Id, NAME]
    """The day up to which they lie."""

    def ends(self) -> tuple[str, str, str | None]:
        return self.whole_months_after, self.up_to, None

    def length(self, first: dt.date, last: dt.date, calendar: Calendar | None) -> int:
        return whole_months(first, last)


def whole_months(after: dt.date, up_to: dt.date) -> int:
    """How many calendar months have no day on or before `after` and end on or before `up_to`."""
    first = after.year * 12 + after.month  # the month after the one that `after` lies in
    ends_whole = up_to.day == monthrange(up_to.year, up_to.month)[1]
    last = up_to.year * 12 + up_to.month - 1 - (0 if ends_whole else 1)
    return max(0, last - first + 1)


@DERIVATIONS.register
class DerivedYears(Elapsed):
    """
    How many whole years have passed from one day to another: each is complete on its anniversary; that of 29 February
    is the 28th where the year has none. 0 where the second day lies before the first.
    """

    example = "{label: Age, whole_years_between: {from: born, to: on}, cites: [age]}"

    whole_years_between: Stretch
    """The two days: {from: born, to: on}."""

    def ends(self) -> tuple[str, str, str | None]:
        return self.whole_years_between.from_, self.whole_years_between.to, None

    def length(self, first: dt.date, last: dt.date, calendar: Calendar | None) -> int:
        years = last.year - first.year
        return max(0, years if add_months(first, 12 * years) <= last else years - 1)
