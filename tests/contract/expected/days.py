"""Days: counted one by one, on a calendar or on none."""

import datetime as dt
from calendar import monthrange
from collections.abc import Callable

import holidays

from tests.contract.expected import Facts, Reply

Works = Callable[[dt.date], bool]
ONE = dt.timedelta(days=1)
GERMANY = holidays.country_holidays("DE")
KINDS = {"small": (3, "2d"), "big": (10, "3wd")}
"""Days and notice of each kind."""


def office(day: dt.date) -> bool:
    """Whether the office works a day."""
    when = (day.month, day.day)
    closed = when >= (12, 27) or when <= (1, 2) or (8, 3) <= when <= (8, 5) or day == dt.date(2026, 6, 5)
    return plain(day) and day not in GERMANY and not closed


def plain(day: dt.date) -> bool:
    """Whether a day is a weekday."""
    return day.isoweekday() <= 5


def working(day: dt.date, count: int, works: Works) -> dt.date:
    """So many worked days after a day, or before it."""
    step = ONE if count > 0 else -ONE
    left = abs(count)
    while left:
        day += step
        left -= works(day)
    return day


def first(day: dt.date, holds: Works, step: dt.timedelta = ONE) -> dt.date:
    """The first day from this one on of which something holds."""
    while not holds(day):
        day += step
    return day


def of_month(day: dt.date, wanted: int, months: int) -> dt.date:
    """A day of the month so many months ahead, or that month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(wanted, monthrange(year, month + 1)[1]))


def later(day: dt.date, months: int) -> dt.date:
    """The same day so many months later."""
    return of_month(day, day.day, months)


def anniversary(day: dt.date, begins: dt.date) -> dt.date:
    """The first anniversary that is not before a day."""
    return next(one for one in (later(day, 12 * years) for years in range(1, 200)) if one >= begins)


def counting(facts: Facts, on: dt.date) -> Reply:
    """Every word that leads from a day to a day."""
    if facts["n"] == "0" or facts["kind"] == "odd":
        return Reply("not-offered")
    day, other, count = dt.date.fromisoformat(facts["day"]), dt.date.fromisoformat(facts["other"]), int(facts["n"])
    cell, notice = KINDS[facts["kind"]]
    found = {
        "a-days": day + count * ONE, "b-days": day - count * ONE,
        "c-days": day + cell * ONE, "d-days": day + cell * ONE,
        "a-work": working(day, count, office), "b-work": working(day, -count, office),
        "c-work": working(day, cell, office), "d-work": working(day, -3, office),
        "next-work": first(day, office), "prev-work": first(day, office, -ONE),
        "a-weeks": day + 7 * count * ONE, "b-weeks": day - 7 * count * ONE,
        "a-months": later(day, count), "b-months": later(day, -count),
        "a-years": later(day, 12), "b-years": later(day, -48),
        "first": of_month(day, 1, count), "first-back": of_month(day, 1, -1),
        "end": of_month(day, 31, count), "end-back": of_month(day, 31, -count),
        "the31": of_month(day, 31, count), "the25": of_month(day, 25, 1),
        "anni-on": anniversary(day, on), "anni-other": anniversary(day, other),
        "anni-lit": anniversary(day, dt.date(2028, 2, 29)),
        "friday": first(day, lambda one: one.isoweekday() == 5),
        "march": first(day, lambda one: (one.month, one.day) == (3, 31)),
        "earlier": min(day, other, dt.date(2026, 11, 30), day + count * ONE), "later": max(day, other),
        "notice": day + 2 * ONE if notice == "2d" else working(day, 3, office),
    }  # fmt: skip
    return Reply("dated", {name: str(one) for name, one in found.items()}, _between(day, other, count))


def _between(day: dt.date, other: dt.date, count: int) -> dict[str, str | int]:
    if day <= other:
        worked = sum(office(day + ahead * ONE) for ahead in range(1, (other - day).days + 1))
    else:
        worked = -sum(office(other + ahead * ONE) for ahead in range((day - other).days))
    years = sum(later(day, 12 * number) <= other for number in range(1, 200))
    months = sum(day < of_month(day, 1, ahead) and of_month(day, 31, ahead) <= other for ahead in range(1500))
    return {
        "back": str(-count), "months": months, "between": (other - day).days, "between-work": worked, "years": years,
    }  # fmt: skip


def notice(facts: Facts, on: dt.date) -> Reply:
    """Three working days before, or the day itself; with what is announced where one was looked at."""
    day = dt.date.fromisoformat(facts["day"])
    if facts["urgent"] == "yes":
        by = working(day, -3, office)
        seen = [by + ahead * ONE for ahead in range((day - by).days)]
    else:
        by = first(day, office)
        seen = [day + ahead * ONE for ahead in range((by - day).days + 1)]
    around = any((one.month, one.day) >= (12, 20) or (one.month, one.day) <= (1, 6) for one in seen)
    return Reply("dated", {"by": str(by)}, {}, ("gate",) if around else ())
