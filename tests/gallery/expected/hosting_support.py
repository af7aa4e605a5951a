"""The service levels of a hosting company."""

import datetime as dt
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

from tests.gallery.expected import Worked

BEGINS = dt.date(2026, 2, 1)
LONDON = ZoneInfo("Europe/London")
DAY, MINUTE = dt.timedelta(days=1), dt.timedelta(minutes=1)
CLOSED = {(12, 25), (12, 26), (1, 1)}
REPLY = {"high": 240, "normal": 960}
"""Minutes of the desk's to the first reply."""


def worked_out(topic: str, aspect: str, on: dt.date, facts: Mapping[str, str]) -> Worked:
    """What must come of a case."""
    if on < BEGINS:
        return Worked("not-in-force")
    if topic == "fault":
        return _fault(facts["priority"], dt.datetime.fromisoformat(facts["reported_at"]))
    if topic == "desk":
        return _desk(dt.datetime.fromisoformat(facts["at"]))
    return _credit(facts) if aspect == "covered" else _claim(on, dt.datetime.fromisoformat(facts["down_at"]))


def _works(day: dt.date) -> bool:
    return day.weekday() != 6 and (day.month, day.day) not in CLOSED


def _at_desk(moment: dt.datetime) -> bool:
    clock = moment.hour * 60 + moment.minute
    if not _works(moment.date()):
        return False
    if moment.weekday() == 5:
        return 9 * 60 <= clock < 12 * 60
    return 8 * 60 + 30 <= clock < 13 * 60 or 13 * 60 + 30 <= clock < 18 * 60


def _passed(moment: dt.datetime, minutes: int) -> dt.datetime:
    """Minutes that really pass in London."""
    there = moment.replace(tzinfo=LONDON).astimezone(dt.UTC) + minutes * MINUTE
    return there.astimezone(LONDON).replace(tzinfo=None)


def _fault(priority: str, reported: dt.datetime) -> Worked:
    if priority == "urgent":
        reply, repair = _text(_passed(reported, 30)), _text(_passed(reported, 240))
    else:
        now, left = reported, REPLY[priority]
        while left:
            left -= _at_desk(now)
            now += MINUTE
        reply, repair = _text(now), _text(reported + 2 * DAY)
    if priority == "normal":
        day, days = reported.date(), 5
        while days:
            day += DAY
            days -= _works(day)
        repair = str(day)
    return Worked("dated", {"reply": reply, "repair": repair})


def _text(moment: dt.datetime) -> str:
    return moment.isoformat(timespec="minutes")


def _desk(at: dt.datetime) -> Worked:
    now, there = at, _at_desk(at)
    while _at_desk(now) == there:
        now += MINUTE
    return Worked("open", {"until": _text(now)}) if there else Worked("closed", {"opens": _text(now)})


def _credit(facts: Mapping[str, str]) -> Worked:
    if facts["cause"] == "customer" or _maintained(dt.datetime.fromisoformat(facts["down_at"])):
        return Worked("not-covered")
    available = Decimal(facts["availability"])
    if available >= Decimal("99.9"):
        return Worked("not-covered")
    part = Decimal("0.10") if available >= 99 else Decimal("0.25")
    credit = (Decimal(facts["fee"]) * part).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return Worked("covered", values={"credit": str(min(Decimal("200.00"), max(Decimal("5.00"), credit)))})


def _maintained(moment: dt.datetime) -> bool:
    return (moment.hour == 23 and moment.weekday() in (1, 5)) or (moment.hour < 3 and moment.weekday() in (2, 6))


def _claim(on: dt.date, down: dt.datetime) -> Worked:
    by = (down.date().replace(day=1) + 31 * DAY).replace(day=15)
    while not _works(by):
        by += DAY
    return Worked("ended" if on > by else "dated", {"claim_by": str(by)})
