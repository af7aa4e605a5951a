"""Arithmetic of days, months and hours, as the steps have it."""

import datetime as dt
from calendar import monthrange
from decimal import Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo

from assistant.errors import Refusal
from assistant.model.record import FIRST_DAY, LAST_DAY
from assistant.vocabulary.wording import Value


def in_range(day: dt.date) -> dt.date:
    """The day itself. Raises `Refusal` (`day-beyond`) where it lies outside the days answered for."""
    if not FIRST_DAY.year <= day.year <= LAST_DAY.year:
        raise Refusal("day-beyond", year=str(day.year))
    return day


def days_later(day: dt.date, days: int) -> dt.date:
    """So many calendar days later, or earlier with a minus. Raises `Refusal` (`day-beyond`)."""
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        raise Refusal("day-beyond", year=str(day.year)) from None


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day of the month so many months later, or the month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise Refusal("day-beyond", year=str(year))
    return day.replace(year=year, month=month + 1, day=min(day.day, monthrange(year, month + 1)[1]))


def as_day(value: Value) -> dt.date:
    """The calendar day of a day or a moment. Raises `TypeError`."""
    if isinstance(value, dt.datetime):
        return value.date()
    if not isinstance(value, dt.date):
        raise TypeError(f"not a day: {value!r}")
    return value


def as_moment(value: Value) -> dt.datetime:
    """The value, which is a moment. Raises `TypeError`."""
    if not isinstance(value, dt.datetime):
        raise TypeError(f"not a moment: {value!r}")
    return value


@lru_cache(maxsize=4096)
def changes_on(day: dt.date, zone: ZoneInfo) -> bool:
    """Whether a clock is put forward or back on a day, or as it begins or ends."""
    begins = dt.datetime.combine(day, dt.time())
    ends = (begins + dt.timedelta(days=1)).replace(fold=1)
    return zone.utcoffset(begins) != zone.utcoffset(ends)


def on_clock(moment: dt.datetime, zone: ZoneInfo) -> dt.datetime:
    """
    The instant that a clock's day and time stand for; of an hour that comes twice, the first. Raises `Refusal`
    (`no-such-moment`) for a time that the clock skips when summer time begins.
    """
    instant = moment.replace(tzinfo=zone).astimezone(dt.UTC)
    if instant.astimezone(zone).replace(tzinfo=None) != moment:
        raise Refusal("no-such-moment")
    return instant


def time_later(moment: dt.datetime, time: dt.timedelta, zone: ZoneInfo) -> dt.datetime:
    """What a clock shows once so much time has really passed, or had with a minus. Raises `Refusal`."""
    instant = on_clock(moment, zone)
    try:
        return (instant + time).astimezone(zone).replace(tzinfo=None, fold=0)
    except OverflowError:
        raise Refusal("day-beyond", year=str(moment.year)) from None


def passing(number: int | Decimal, unit: dt.timedelta) -> dt.timedelta:
    """So many times a unit, to the full second. Raises `Refusal` (`day-beyond`) for more than any day lies ahead."""
    try:
        return dt.timedelta(seconds=int(number * int(unit.total_seconds())))
    except OverflowError:
        raise Refusal("day-beyond", year=str(number)) from None
