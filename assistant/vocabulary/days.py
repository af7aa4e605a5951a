"""Arithmetic of days and months, as the steps have it."""

import datetime as dt
from calendar import monthrange

from assistant.errors import Refusal
from assistant.model.record import FIRST_DAY, LAST_DAY
from assistant.vocabulary.wording import Value


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
