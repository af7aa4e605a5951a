"""Days, months and working days, counted one by one: what the catalogue's "N wd" and its month arithmetic mean."""

import datetime as dt
from collections.abc import Sequence
from functools import cache

import holidays

FIRST, LAST = dt.date(2000, 1, 1), dt.date(2099, 12, 31)
ONE = dt.timedelta(days=1)
WORKED_ALL_THE_SAME = {"The Royal Queensland Show"}
"""Holidays that a whole state does not keep (R9)."""
BANKS_REST = ("nsw",)
"""Where the first Monday of August is a bank holiday, on which nobody works on site (R9)."""

Place = str | None
"""Whose public holidays are kept: an Australian state, `jp`, or nobody's."""
Spans = Sequence[tuple[dt.time, dt.time]]


class BeyondDays(Exception):
    """A day before 2000-01-01 or after 2099-12-31."""


def answerable(day: dt.date) -> dt.date:
    """The day itself. Raises `BeyondDays` outside the days that are answered for."""
    if day < FIRST or day > LAST:
        raise BeyondDays
    return day


def later(day: dt.date, days: int) -> dt.date:
    """So many calendar days later, or earlier with a minus."""
    try:
        return answerable(day + dt.timedelta(days=days))
    except OverflowError:
        raise BeyondDays from None


def months_later(day: dt.date, months: int) -> dt.date:
    """The same day of the month so many months later, or that month's last day where it has no such day."""
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    for number in range(day.day, 27, -1):
        try:
            return answerable(dt.date(year, month, number))
        except ValueError:
            continue
    return answerable(dt.date(year, month, day.day))


def first_of_month(day: dt.date, months: int = 1) -> dt.date:
    """The first of the month so many months ahead."""
    return months_later(day.replace(day=1), months)


def next_anniversary(day: dt.date, not_before: dt.date) -> dt.date:
    """The first anniversary, one year later at least, that is not before a day."""
    years = 1
    while (found := months_later(day, 12 * years)) < not_before:
        years += 1
    return found


def end_of_years(start: dt.date, years: int) -> dt.date:
    """The last day of so many years that begin on `start`, the first of a month."""
    return answerable(dt.date(start.year + years, start.month, start.day) - ONE)


def full_months(after: dt.date, up_to: dt.date) -> int:
    """How many calendar months have no day on or before `after` and end on or before `up_to` (R16)."""
    found, day = 0, after + ONE
    while day <= up_to:
        if day.day == 1 and (last := dt.date(day.year + day.month // 12, day.month % 12 + 1, 1) - ONE) <= up_to:
            found, day = found + 1, last
        day += ONE
    return found


@cache
def kept(place: str, year: int) -> frozenset[dt.date]:
    """The holidays of a year that a whole state keeps, those of its banks too, or that Japan keeps (R9, R17)."""
    country, part = ("JP", None) if place == "jp" else ("AU", place.upper())
    found = holidays.country_holidays(country, subdiv=part, years=year)
    public = {day for day, names in found.items() if set(names.split("; ")) - WORKED_ALL_THE_SAME}
    return frozenset(public | ({first_monday_of_august(year)} if place in BANKS_REST else set()))


def first_monday_of_august(year: int) -> dt.date:
    """The bank holiday of New South Wales."""
    return next(day for number in range(1, 8) if (day := dt.date(year, 8, number)).isoweekday() == 1)


def is_worked(day: dt.date, place: Place) -> bool:
    """Monday to Friday, without the holidays of the place."""
    return answerable(day).isoweekday() < 6 and (place is None or day not in kept(place, day.year))


def worked_later(day: dt.date, count: int, place: Place) -> dt.date:
    """So many working days later, counted from the day after."""
    while count:
        day = later(day, 1)
        count -= is_worked(day, place)
    return day


def counts_on(moment: dt.datetime, cut_off: dt.time, place: Place) -> dt.date:
    """The day of the moment, where it is worked and the cut-off is not past; else the next working day (R12, R18)."""
    day = moment.date()
    return day if is_worked(day, place) and moment.time() <= cut_off else worked_later(day, 1, place)


def closing(at: dt.datetime, spans: Spans, place: Place) -> dt.datetime | None:
    """When the hours around the moment end. The opening minute is inside, the closing one is not."""
    if not is_worked(at.date(), place):
        return None
    ends = [shut for opens, shut in spans if opens <= at.time() < shut]
    return dt.datetime.combine(at, ends[0]) if ends else None


def opening(at: dt.datetime, spans: Spans, place: Place) -> dt.datetime:
    """When the doors open next after a moment at which they are closed."""
    if is_worked(at.date(), place):
        for opens, _ in spans:
            if at.time() < opens:
                return dt.datetime.combine(at, opens)
    return dt.datetime.combine(worked_later(at.date(), 1, place), spans[0][0])
