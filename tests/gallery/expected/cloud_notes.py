"""The subscriptions of a note-taking service."""

import datetime as dt
from collections.abc import Mapping

from tests.gallery.expected import Worked

BEGINS = dt.date(2026, 1, 1)
DAY = dt.timedelta(days=1)
CENTS = {"solo": {"monthly": 699, "yearly": 6990}, "team": {"monthly": 950, "yearly": 9900}}


def worked_out(topic: str, aspect: str, on: dt.date, facts: Mapping[str, str]) -> Worked:
    """What must come of a case."""
    if on < BEGINS:
        return Worked("not-in-force")
    started = dt.date.fromisoformat(facts["started_on"])
    if started > on:
        return Worked("no-commitment" if aspect == "due" else "not-covered")
    return _end(on, started, facts["term"]) if topic == "cancelling" else _back(on, started, facts)


def _again(day: dt.date, year: int) -> dt.date:
    """The same day of another year; 28 February for the 29th where that year has none."""
    leap = (day.month, day.day) == (2, 29) and (year % 4 or (year % 100 == 0 and year % 400))
    return dt.date(year, 2, 28) if leap else day.replace(year=year)


def _year_ends(on: dt.date, started: dt.date) -> dt.date:
    year = started.year + 1
    while _again(started, year) <= on:
        year += 1
    return _again(started, year) - DAY


def _end(on: dt.date, started: dt.date, term: str) -> Worked:
    if term == "monthly":
        day = on + 5 * DAY
        while (day + DAY).day != 1:
            day += DAY
        return Worked("dated", {"ends": str(day)})
    ends = _year_ends(on, started)
    last = ends - 14 * DAY
    if on <= last:
        return Worked("dated", {"cancel_by": f"{last + DAY}T00:00", "ends": str(ends)})
    return Worked("dated", {"ends": str(_year_ends(ends + DAY, started))})


def _back(on: dt.date, started: dt.date, facts: Mapping[str, str]) -> Worked:
    until, term = started + 29 * DAY, facts["term"]
    if on > until and (term == "monthly" or facts["terms_changed"] == "no"):
        return Worked("not-covered")
    paid = CENTS[facts["plan"]][term] * int(facts["seats"])
    if on <= until:
        return Worked("covered", {"until": str(until)}, {"back": _dollars(paid)})
    days = (_year_ends(on, started) - on).days
    return Worked("covered", values={"back": _dollars(max(0, paid * days // 365 - 500)), "days": str(days)})


def _dollars(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02}"
