"""The support levels of a software company on three continents."""

import datetime as dt
from calendar import monthrange
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

from tests.gallery.expected import Worked

BEGINS = dt.date(2026, 3, 1)
DUBLIN = ZoneInfo("Europe/Dublin")
ZONES = {"asia": ZoneInfo("Asia/Singapore"), "europe": DUBLIN, "america": ZoneInfo("America/Chicago")}
DAY, MINUTE = dt.timedelta(days=1), dt.timedelta(minutes=1)
REPLY = {"basic": {"major": 480, "minor": 1440}, "premium": {"major": 150, "minor": 480}}
"""Minutes of the desk's to the first reply."""


def worked_out(topic: str, aspect: str, on: dt.date, facts: Mapping[str, str]) -> Worked:
    """What must come of a case."""
    if on < BEGINS:
        return Worked("not-in-force")
    if topic == "reply":
        sent = dt.datetime.fromisoformat(facts["sent_at"]).replace(tzinfo=DUBLIN).astimezone(dt.UTC)
        return _reply(sent, facts) if aspect == "due" else _taken(sent, facts)
    return _claim(facts) if aspect == "due" else _credit(facts)


def _open(now: dt.datetime, region: str) -> bool:
    here = now.astimezone(ZONES[region])
    return here.weekday() < 5 and 8 <= here.hour < (16 if here.weekday() == 4 else 18)


def _reply(sent: dt.datetime, facts: Mapping[str, str]) -> Worked:
    if facts["severity"] == "critical":
        return _dated(sent + 60 * MINUTE)
    now, left = sent, REPLY[facts["plan"]][facts["severity"]]
    while left:
        left -= _open(now, facts["region"])
        now += MINUTE
    here = sent.astimezone(DUBLIN).replace(tzinfo=None) + 4 * DAY
    return _dated(min(now, here.replace(tzinfo=DUBLIN).astimezone(dt.UTC)))


def _dated(now: dt.datetime) -> Worked:
    here = now.astimezone(DUBLIN).replace(tzinfo=None)
    return Worked("dated", {"reply_by": here.isoformat(timespec="minutes")})


def _taken(sent: dt.datetime, facts: Mapping[str, str]) -> Worked:
    offered = _open(sent, facts["region"]) or facts["severity"] == "critical"
    return Worked("included" if offered else "not-offered")


def _credit(facts: Mapping[str, str]) -> Worked:
    ran = Decimal(facts["availability"])
    if ran >= Decimal("99.95"):
        return Worked("not-covered")
    percent, most = (30, Decimal("1000.50")) if ran < 99 else (10, Decimal(250))
    share = (Decimal(facts["fee"]) * percent / 100).quantize(Decimal("0.01"), ROUND_HALF_UP)
    since, ends = (dt.date.fromisoformat(facts[name]) for name in ("customer_since", "month_ends"))
    leap = (since.month, since.day) == (2, 29)
    second = dt.date(since.year + 2, 2, 28) if leap else since.replace(year=since.year + 2)
    credit = min(share, most) + (25 if second <= ends else 0)
    return Worked("covered", values={"credit": f"{credit:.2f}"})


def _claim(facts: Mapping[str, str]) -> Worked:
    ends = dt.date.fromisoformat(facts["month_ends"])
    year, month = (ends.year + 1, 1) if ends.month == 12 else (ends.year, ends.month + 1)
    last = dt.date(year, month, monthrange(year, month)[1])
    while facts.get("reading.R2") != "other" and last.weekday() != 4:
        last += DAY
    return Worked("dated", {"claim_by": f"{last + DAY}T00:00"})
