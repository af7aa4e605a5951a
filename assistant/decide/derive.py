"""Works out derived things: days in steps, cells, bands and counts, each with its counting."""

import datetime as dt
from calendar import monthrange
from collections.abc import Callable
from decimal import Decimal
from typing import Protocol

from assistant.calendars import Calendar, add_working_days, calendar_for, counts_on, next_opening, open_until
from assistant.decide.outcome import Counted, Taken, Value
from assistant.errors import Refusal
from assistant.model.calendar import WorkingDays
from assistant.model.derived import (
    AddDays,
    AddMonths,
    AddWorkingDays,
    AddYears,
    AnniversaryFrom,
    AtClock,
    Cell,
    Closing,
    CutOff,
    Derived,
    DerivedBand,
    DerivedCell,
    DerivedDay,
    DerivedMonths,
    FirstOfMonth,
    LaterOf,
    Opening,
)
from assistant.model.policy import Policy
from assistant.model.record import FIRST_DAY, LAST_DAY


class Source(Protocol):
    """Where values come from: facts, `on`, and other derived things; `rests_on` gathers what was leant upon."""

    policy: Policy

    def value(self, name: str) -> Value:
        """The value of a name; raises where a fact is not known yet."""

    def knows(self, name: str) -> bool:
        """Whether a name stands for a fact, `on` or something derived."""

    def lean_on(self, cites: tuple[str, ...], readings: tuple[str, ...]) -> None:
        """Adds clauses and readings to those that the derived thing at hand rests on."""


def in_range(day: dt.date) -> dt.date:
    """The day itself. Raises `Refusal` (`day-beyond`) where it lies outside the days answered for."""
    if not FIRST_DAY <= (day.date() if isinstance(day, dt.datetime) else day) <= LAST_DAY:
        raise Refusal("day-beyond", year=str(day.year))
    return day


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day of the month so many months later, or the month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise Refusal("day-beyond", year=str(year))
    return day.replace(year=year, month=month + 1, day=min(day.day, monthrange(year, month + 1)[1]))


def whole_months(after: dt.date, up_to: dt.date) -> int:
    """How many calendar months have no day on or before `after` and end on or before `up_to`."""
    first = after.year * 12 + after.month  # the month after the one that `after` lies in
    ends_whole = up_to.day == monthrange(up_to.year, up_to.month)[1]
    last = up_to.year * 12 + up_to.month - 1 - (0 if ends_whole else 1)
    return max(0, last - first + 1)


def as_day(value: Value) -> dt.date:
    """The calendar day of a day or a moment."""
    if isinstance(value, dt.datetime):
        return value.date()
    if not isinstance(value, dt.date):
        raise TypeError(f"not a day: {value!r}")
    return value


def _moment(value: Value) -> dt.datetime:
    if not isinstance(value, dt.datetime):
        raise TypeError(f"not a moment: {value!r}")
    return value


def cell_value(source: Source, cell: Cell) -> Value:
    """What a table says for the rows and columns that the facts name."""
    table = source.policy.tables[cell.table]
    row = _id(source, cell.row)
    columns = table.rows[row]
    column = _id(source, cell.column) if cell.column else next(iter(columns))
    doubts = tuple(d.reading for d in table.about.doubts if d.row == row and d.column == column)
    cites = table.about.cell_cites.get(row, {}).get(column, table.about.cites)
    source.lean_on(cites, doubts)
    return columns[column]


def _id(source: Source, name: str) -> str:
    return str(source.value(name)) if source.knows(name) else name


def calendar_of(source: Source, name: str) -> Calendar:
    """The working days of a calendar; asks for the fact that names its part, where one does."""
    days: WorkingDays = source.policy.about.calendars[name]
    part = days.holidays.part_from if days.holidays else None
    option = str(source.value(part)) if part else None
    source.lean_on(days.cites, days.readings)
    return calendar_for(days, option)


def _whole(value: Value) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"not a whole number: {value!r}")
    return value


def _number(source: Source, amount: int | str) -> int:
    return amount if isinstance(amount, int) else _whole(source.value(amount))


def _add_days(source: Source, step: AddDays, day: dt.date) -> Taken:
    count = _number(source, step.add_days)
    try:
        return Taken(step, day, day + dt.timedelta(days=count), count)
    except OverflowError:
        raise Refusal("day-beyond", year=str(day.year)) from None


def _add_months(source: Source, step: AddMonths, day: dt.date) -> Taken:
    count = _number(source, step.add_months)
    return Taken(step, day, add_months(day, count), count)


def _add_years(source: Source, step: AddYears, day: dt.date) -> Taken:
    count = _number(source, step.add_years)
    return Taken(step, day, add_months(day, 12 * count), count)


def _anniversary_from(source: Source, step: AnniversaryFrom, day: dt.date) -> Taken:
    not_before = as_day(_named_day(source, step.anniversary_from))
    years = max(1, not_before.year - day.year)
    # Each is counted from the day itself: a 29 February comes back after a year that has none.
    if as_day(after := add_months(day, 12 * years)) < not_before:
        after = add_months(day, 12 * (years + 1))
    return Taken(step, day, after, not_before)


def _add_working_days(source: Source, step: AddWorkingDays, day: dt.date) -> Taken:
    amount = step.add_working_days
    count = amount if isinstance(amount, int) else _whole(cell_value(source, amount))
    after, skipped = add_working_days(calendar_of(source, step.calendar), as_day(day), count)
    return Taken(step, day, after, count, skipped, calendar=step.calendar)


def _first_of_month(source: Source, step: FirstOfMonth, day: dt.date) -> Taken:
    count = step.first_of_month
    if day.day == 1 and step.from_the_first is not None:
        count = step.from_the_first
    return Taken(step, day, add_months(as_day(day).replace(day=1), count), count)


def _cut_off(source: Source, step: CutOff, day: dt.date) -> Taken:
    clock = step.cut_off if isinstance(step.cut_off, dt.time) else cell_value(source, step.cut_off)
    if not isinstance(clock, dt.time):
        raise TypeError(f"not a time of day: {clock!r}")
    after, skipped, late = counts_on(calendar_of(source, step.calendar), _moment(day), clock)
    return Taken(step, day, after, clock, skipped, late, step.calendar)


def _at(source: Source, step: AtClock, day: dt.date) -> Taken:
    return Taken(step, day, dt.datetime.combine(as_day(day), step.at), step.at)


def _later_of(source: Source, step: LaterOf, day: dt.date) -> Taken:
    other = as_day(source.value(step.later_of))
    return Taken(step, day, max(as_day(day), other), other)


def _closing(source: Source, step: Closing, day: dt.date) -> Taken:
    hours = source.policy.about.hours[step.closing]
    source.lean_on(hours.cites, hours.readings)
    until = open_until(hours, calendar_of(source, hours.calendar), _moment(day))
    if until is None:
        raise TypeError(f"{day} lies outside the hours {step.closing}")
    return Taken(step, day, until, calendar=hours.calendar)


def _opening(source: Source, step: Opening, day: dt.date) -> Taken:
    hours = source.policy.about.hours[step.opening]
    source.lean_on(hours.cites, hours.readings)
    opens, skipped = next_opening(hours, calendar_of(source, hours.calendar), _moment(day))
    return Taken(step, day, opens, skipped=skipped, calendar=hours.calendar)


STEPS: dict[type, Callable[..., Taken]] = {
    AddDays: _add_days,
    AddMonths: _add_months,
    AddYears: _add_years,
    AnniversaryFrom: _anniversary_from,
    AddWorkingDays: _add_working_days,
    FirstOfMonth: _first_of_month,
    CutOff: _cut_off,
    AtClock: _at,
    LaterOf: _later_of,
    Closing: _closing,
    Opening: _opening,
}


def _named_day(source: Source, text: str) -> Value:
    """The value of a name, or the day that is written."""
    return source.value(text) if source.knows(text) else dt.date.fromisoformat(text)


def derive(source: Source, name: str, derived: Derived) -> Counted:
    """
    A derived value with its counting; its cites and readings are filled in by the caller.

    Raises:
        Refusal: a day beyond the range, or one for which no holidays are known.
    """
    if isinstance(derived, DerivedDay):
        start = derived.start
        value = _named_day(source, start)
        day, taken = value, []
        for step in derived.steps:
            taken.append(STEPS[type(step)](source, step, day if isinstance(day, dt.date) else as_day(day)))
            day = taken[-1].after
        if isinstance(day, dt.date):
            # On the way a day may lie beyond: the day before 2100-01-01 is one that we answer for.
            in_range(day)
        return Counted(name, day, value, start if source.knows(start) else None, tuple(taken))
    if isinstance(derived, DerivedCell):
        return Counted(name, cell_value(source, derived.cell))
    if isinstance(derived, DerivedBand):
        return Counted(name, _band(derived, source.value(derived.band_of)))
    return Counted(name, _months(source, derived))


def _band(derived: DerivedBand, value: Value) -> str:
    if not isinstance(value, int | Decimal):
        raise TypeError(f"not a number: {value!r}")
    return next(name for name, edge in derived.bands.items() if edge is None or value <= edge)


def _months(source: Source, derived: DerivedMonths) -> int:
    return whole_months(as_day(source.value(derived.whole_months_after)), as_day(source.value(derived.up_to)))
