"""The rules of a sports club's members."""

import datetime as dt
from calendar import monthrange
from collections.abc import Mapping

import holidays

from tests.gallery.expected import Worked

BEGINS = dt.date(2026, 4, 1)
DAY = dt.timedelta(days=1)
JAPAN = holidays.country_holidays("JP")
MONTHLY = {"full": 9350, "daytime": 6985}
EXTRAS = {("locker",): 1100, ("towel",): 880, ("locker", "towel"): 1650}


def worked_out(topic: str, aspect: str, on: dt.date, facts: Mapping[str, str]) -> Worked:
    """What must come of a case."""
    if on < BEGINS:
        return Worked("not-in-force")
    if (topic, aspect) == ("fees", "due"):
        return _paid(on, dt.date.fromisoformat(facts["month_from"]))
    joined = dt.date.fromisoformat(facts["joined_on"])
    if topic == "fees":
        return Worked("payable", values={"monthly": str(_fee(on, joined, facts))})
    return _leaving(on, joined, facts) if aspect == "due" else _charge(on, joined, facts)


def _fee(on: dt.date, joined: dt.date, facts: Mapping[str, str]) -> int:
    fee = MONTHLY[facts["kind"]]
    if _years(joined, on) >= 3:
        fee = fee * 9 // 50 * 5
    chosen = tuple(one for one in ("locker", "towel") if one in facts["extras"].split(","))
    return fee + EXTRAS.get(chosen, 0)


def _years(begins: dt.date, ends: dt.date) -> int:
    return max(0, sum(_later(begins, 12 * number) <= ends for number in range(1, 120)))


def _later(day: dt.date, months: int) -> dt.date:
    last = _month_end(day, months)
    return last.replace(day=min(day.day, last.day))


def _month_end(day: dt.date, months: int) -> dt.date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, monthrange(year, month + 1)[1])


def _leaving(on: dt.date, joined: dt.date, facts: Mapping[str, str]) -> Worked:
    if joined > on:
        return Worked("no-commitment")
    first = _month_end(joined, 5) if facts.get("reading.R2") == "other" else _month_end(_later(joined, 6) - DAY, 0)
    if on.day > 10:
        first = _month_end(_later(joined, 6) - DAY, 0)
    leave = max(first, _month_end(on, 0 if on.day <= 10 else 1))
    return Worked("dated", {"leave_on": str(leave)})


def _charge(on: dt.date, joined: dt.date, facts: Mapping[str, str]) -> Worked:
    saved = int(facts.get("saved", "0"))
    if joined.month in (4, 5) and _years(joined, on) < 1 and saved > 0:
        return Worked("payable", values={"back": str(saved // 2)})
    return Worked("free")


def _paid(on: dt.date, month: dt.date) -> Worked:
    day = (month.replace(day=1) - DAY).replace(day=27)
    while not _banking(day):
        day += DAY
    return Worked("ended" if day < on else "dated", {"paid_on": str(day)})


def _banking(day: dt.date) -> bool:
    return day.weekday() < 5 and day not in JAPAN
