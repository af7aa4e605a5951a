"""The rules of use of a town hall."""

import datetime as dt
from collections.abc import Mapping

from tests.gallery.expected import Worked

BEGINS = dt.date(2026, 4, 1)
DAY = dt.timedelta(days=1)
FEES = {
    "hall": {"morning": 12350, "afternoon": 18600, "evening": 21400},
    "studio": {"morning": 1250, "afternoon": 1680, "evening": 2150},
    "meeting": {"morning": 480, "afternoon": 640, "evening": 750},
}


def worked_out(topic: str, aspect: str, on: dt.date, facts: Mapping[str, str]) -> Worked:
    """What must come of a case."""
    if on < BEGINS:
        return Worked("not-in-force")
    if topic == "refund":
        return Worked(_refund(on, facts))
    if (topic, aspect) == ("payment", "free"):
        return Worked("payable", values={"fee": str(_fee(facts))})
    use = dt.date.fromisoformat(facts["use_on"])
    if topic == "cancellation":
        return _charge(on, use, facts) if aspect == "free" else _free_until(on, use)
    if not _open(use):
        return Worked("not-offered")
    return _booking(on, use) if topic == "booking" else _payment(use)


def _open(day: dt.date) -> bool:
    new_year = (day.month, day.day) >= (12, 28) or (day.month, day.day) <= (1, 4)
    return day.weekday() != 0 and not new_year


def _fee(facts: Mapping[str, str]) -> int:
    return FEES[facts["room"]][facts["slot"]]


def _refund(on: dt.date, facts: Mapping[str, str]) -> str:
    if facts["cause"] in ("hall", "disaster"):
        return "covered"
    in_time = facts["cause"] == "sick" and on <= dt.date.fromisoformat(facts["use_on"])
    return "conditional" if in_time else "not-covered"


def _charge(on: dt.date, use: dt.date, facts: Mapping[str, str]) -> Worked:
    left = (use - on).days
    if left < 0:
        return Worked("ended")
    if left >= 31:
        return Worked("free", {"until": str(use - 31 * DAY)})
    fee = _fee(facts)
    if left >= 8:
        return Worked("payable", {"until": str(use - 8 * DAY)}, {"charge": str(fee * 3 // 100 * 10), "fee": str(fee)})
    return Worked("payable", values={"charge": str(fee)})


def _free_until(on: dt.date, use: dt.date) -> Worked:
    until = use - 31 * DAY
    return Worked("ended" if on > until else "dated", {"until": str(until)})


def _payment(use: dt.date) -> Worked:
    day = use - 14 * DAY
    while not _open(day):
        day -= DAY
    return Worked("dated", {"pay_by": str(day)})


def _booking(on: dt.date, use: dt.date) -> Worked:
    until, left = use, 3
    while left:
        until -= DAY
        left -= _open(until)
    if on > until:
        return Worked("ended", {"until": str(until)})
    months = use.year * 12 + use.month - 1 - 6
    begins = dt.date(months // 12, months % 12 + 1, 1)
    while not _open(begins):
        begins += DAY
    return Worked("dated", {"from": f"{begins}T09:00", "until": str(until)})
