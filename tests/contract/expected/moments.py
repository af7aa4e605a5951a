"""Moments: an instant that passes minute by minute, and what a clock shows of it."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from zoneinfo import ZoneInfo

from tests.contract.expected import Facts, Reply
from tests.contract.expected.days import of_month, office, plain, working

BERLIN = ZoneInfo("Europe/Berlin")
ZONES = {"apac": ZoneInfo("Asia/Tokyo"), "emea": BERLIN, "amer": ZoneInfo("America/New_York")}
ONE, MINUTE, DAY_OF_HOURS = dt.timedelta(days=1), dt.timedelta(minutes=1), dt.timedelta(hours=24)
KINDS = {
    "small": (3, 240, "2d", dt.time(17)), "big": (10, 30, "3wd", dt.time(23, 59)), "odd": (1, 30, "1d", dt.time(0, 30)),
}  # fmt: skip
"""Of each kind: hours, minutes to react, time to repair, latest time of day."""
Open = Callable[[dt.datetime], bool]
"""Whether a door is open at an instant."""


def instant(moment: dt.datetime) -> dt.datetime:
    """The instant at which Berlin's clock shows a moment, the first where it does so twice."""
    return moment.replace(tzinfo=BERLIN).astimezone(dt.UTC)


def shown(now: dt.datetime) -> dt.datetime:
    """What Berlin's clock shows."""
    return now.astimezone(BERLIN).replace(tzinfo=None)


def passed(moment: dt.datetime, time: dt.timedelta) -> dt.datetime:
    """What the clock shows once so much time has passed."""
    return shown(instant(moment) + time)


def written(found: dict[str, dt.date]) -> dict[str, str]:
    """As canonical text: to the minute."""
    return {
        name: one.isoformat(timespec="minutes") if isinstance(one, dt.datetime) else str(one)
        for name, one in found.items()
    }


def clocks(facts: Facts, on: dt.date) -> Reply:
    """Every word that leads to a moment, or from one."""
    sent, also = dt.datetime.fromisoformat(facts["sent_at"]), dt.datetime.fromisoformat(facts["also_at"])
    day, (_, react, repair, latest) = dt.date.fromisoformat(facts["day"]), KINDS[facts["kind"]]
    counts = sent.date()
    if not office(counts) or sent.time() > dt.time(17):
        counts = working(counts, 1, office)
    later = passed(sent, DAY_OF_HOURS)
    found = {
        "h24": later, "h-24": passed(sent, -DAY_OF_HOURS),
        "hx": passed(sent, dt.timedelta(seconds=int(Decimal(facts["half"]) * 3600))),
        "m90": passed(sent, 90 * MINUTE), "mn": passed(sent, int(facts["n"]) * MINUTE),
        "d1": sent + ONE, "w1": sent - 7 * ONE, "wd1": working(sent.date(), 1, plain), "mon": of_month(sent, 31, 0),
        "at17": dt.datetime.combine(day, dt.time(17)), "at24": dt.datetime.combine(day + ONE, dt.time()),
        "at-fact": dt.datetime.combine(day, dt.time.fromisoformat(facts["clock"])),
        "at-cell": dt.datetime.combine(sent.date(), latest), "first": passed(sent, react * MINUTE),
        "fixed": working(sent.date(), 3, office) if repair == "3wd" else sent + int(repair[0]) * ONE,
        "cut": counts, "earlier": min(sent, also, later), "later": max(sent, also),
    }  # fmt: skip
    return Reply("dated", written(found), {"between": (also.date() - sent.date()).days})


def on_clock(holds: Callable[[dt.datetime], bool], zone: ZoneInfo = BERLIN) -> Open:
    """The same of an instant: by the clock of a zone."""
    return lambda now: holds(now.astimezone(zone).replace(tzinfo=None))


def _minutes(now: dt.datetime) -> int:
    return 60 * now.hour + now.minute


def _week(now: dt.datetime) -> bool:
    closes = 840 if now.isoweekday() == 5 else 1080
    return office(now.date()) and 480 <= _minutes(now) < closes


def _at_night(now: dt.datetime) -> bool:
    return plain(now.date()) if now.hour >= 22 else now.hour < 6 and plain(now.date() - ONE)


def _daytime(now: dt.datetime) -> bool:
    return plain(now.date()) and 9 <= now.hour < 17


DESK = on_clock(lambda now: plain(now.date()) and (540 <= _minutes(now) < 720 or 780 <= _minutes(now) < 1050))
WEEK, NIGHT, SUNDAY = on_clock(_week), on_clock(_at_night), on_clock(lambda now: now.isoweekday() == 7)
TOKYO = on_clock(_daytime, ZONES["apac"])


def counted(moment: dt.datetime, minutes: int, is_open: Open) -> dt.datetime:
    """When so many minutes have passed inside the hours; with a minus, since when they have."""
    now, left, step = instant(moment), abs(minutes), MINUTE if minutes > 0 else -MINUTE
    while left:
        left -= is_open(now if minutes > 0 else now - MINUTE)
        now += step
    return shown(now)


def until(moment: dt.datetime, is_open: Open, wanted: bool) -> dt.datetime:
    """The first minute from which a door is open, or is not."""
    now = instant(moment)
    while is_open(now) is not wanted:
        now += MINUTE
    return shown(now)


def opening(facts: Facts, on: dt.date) -> Reply:
    """Hours that count only while a door is open."""
    half, sent = int(Decimal(facts["half"]) * 60), dt.datetime.fromisoformat(facts["sent_at"])
    if half == 0:
        return Reply("not-offered")
    regional = on_clock(_daytime, ZONES[facts["region"]])
    found = {
        "desk": counted(sent, half, DESK), "desk-half": counted(sent, 30, DESK), "week": counted(sent, 600, WEEK),
        "night": counted(sent, 480, NIGHT), "night-4": counted(sent, 240, NIGHT), "sunday": counted(sent, 1440, SUNDAY),
        "line": passed(sent, DAY_OF_HOURS), "tokyo": counted(sent, 480, TOKYO),
        "regional": counted(sent, 240, regional),
        "cell": counted(sent, 60 * KINDS[facts["kind"]][0], DESK), "back": counted(sent, -120, DESK),
    }  # fmt: skip
    return Reply("dated", written({**found}))


def open_now(facts: Facts, on: dt.date) -> Reply:
    """Which door is open, until when, and when the next one opens."""
    sent, regional = dt.datetime.fromisoformat(facts["sent_at"]), on_clock(_daytime, ZONES[facts["region"]])
    if regional(instant(sent)):
        return Reply("covered", written({"closes": until(sent, regional, False)}))
    opens = until(sent, regional, True)
    if NIGHT(instant(sent)):
        return Reply("conditional", written({"closes": until(sent, NIGHT, False), "opens": opens}))
    return Reply("not-covered", written({"opens": opens}))
