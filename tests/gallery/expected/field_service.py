"""The service levels of a repair company."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

import holidays

from tests.gallery.expected import Worked

BEGINS = dt.date(2026, 2, 1)
DAY, HOUR = dt.timedelta(days=1), dt.timedelta(hours=1)
JAPAN = holidays.country_holidays("JP")
VISITS = {"stopped": (4, 8, 24), "partial": (1, 2, 3), "minor": (3, 5, None)}
"""Hours where all stands still, else working days, from near to far."""
TRAVEL, PERCENT = (3300, 8800, 22000), (25, 30, 50)


def worked_out(topic: str, aspect: str, on: dt.date, facts: Mapping[str, str]) -> Worked:
    """What must come of a case."""
    if on < BEGINS:
        return Worked("not-in-force")
    return _visit(facts) if topic == "visit" else _charge(facts)


def _zone(facts: Mapping[str, str]) -> int:
    given = facts["distance"]
    if given.startswith("band:"):
        return ("metropolitan", "regional", "remote").index(given.removeprefix("band:"))
    return sum(Decimal(given) > edge for edge in (50, 250))


def _visit(facts: Mapping[str, str]) -> Worked:
    severity = facts["severity"]
    if severity == "stopped":
        called = dt.datetime.fromisoformat(facts["called_at"])
        at_night = called.hour >= 22 or called.hour < 6
        by = called + (4 if at_night else VISITS[severity][_zone(facts)] or 0) * HOUR
        return Worked("dated", {"visit_by": by.isoformat(timespec="minutes")})
    left = VISITS[severity][_zone(facts)]
    if left is None:
        return Worked("no-commitment")
    called = dt.datetime.fromisoformat(facts["called_at"])
    day = called.date()
    left += not _works(day) or called.time() > dt.time(17, 30)
    while left:
        day += DAY
        left -= _works(day)
    return Worked("dated", {"visit_by": str(day)})


def _works(day: dt.date) -> bool:
    new_year = (day.month, day.day) >= (12, 30) or (day.month, day.day) <= (1, 4)
    return day.weekday() < 5 and day not in JAPAN and not new_year


def _charge(facts: Mapping[str, str]) -> Worked:
    day, labour, zone = dt.date.fromisoformat(facts["work_on"]), int(facts["labour"]), _zone(facts)
    if day.weekday() < 5 and day not in JAPAN and facts.get("work_at", "") < "17:30":
        return Worked("payable", values={"total": str(labour + TRAVEL[zone])})
    extra = -(-labour * PERCENT[zone] // 10_000) * 100
    return Worked("payable", values={"total": str(labour + extra + TRAVEL[zone]), "extra": str(extra)})
