"""The gallery worked out a second time, without its words: a day, a minute, a cent at a time."""

import datetime as dt
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

import holidays

ONE, MINUTE = dt.timedelta(days=1), dt.timedelta(minutes=1)
JAPAN, GERMANY = holidays.country_holidays("JP"), holidays.country_holidays("DE")
BERLIN, TOKYO = ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Tokyo")
PRICES = {"great": (14_400, 21_600, 50), "small": (4_950, 7_300, 25)}
Facts = dict[str, str]
Reply = tuple[str, dict[str, str], dict[str, str]]
"""The verdict, the dates and the values."""


def office(day: dt.date) -> bool:
    """Whether the town's office works a day."""
    new_year = (day.month == 12 and day.day >= 29) or (day.month == 1 and day.day <= 3)
    return day.isoweekday() <= 5 and day not in JAPAN and not new_year


def hall_price(facts: Facts) -> Reply:
    """The price of a room, or that there is none over New Year."""
    day, price = dt.date.fromisoformat(facts["event_on"]), PRICES[facts["room"]]
    if (day.month, day.day) >= (12, 29) or (day.month, day.day) <= (1, 3):
        return "not-offered", {}, {}
    if facts["begins"] >= "17:00":
        return "payable", {}, {"price": str(price[1])}
    if day.isoweekday() > 5 or day in JAPAN:
        return "payable", {}, {"price": str(price[0] * 120 // 10_000 * 100)}
    return "payable", {}, {"price": str(price[0])}


def hall_deposit(facts: Facts) -> Reply:
    """The deposit, and its last day."""
    half_day, _, percent = PRICES[facts["room"]]
    day = dt.date.fromisoformat(facts["event_on"]).replace(day=1) - ONE
    day = day.replace(day=25)
    while not office(day):
        day -= ONE
    deposit = max(half_day * percent, 300_000)
    return "dated", {"deposit_by": str(day)}, {"deposit": str(-(-deposit // 10_000) * 100)}


def hall_deadline(facts: Facts) -> Reply:
    """The last day to cancel."""
    day, left = dt.date.fromisoformat(facts["event_on"]), 2 if facts.get("reading.R1") == "other" else 3
    while left:
        day -= ONE
        left -= office(day)
    return "dated", {"cancel_by": str(day)}, {}


def hall_refund(facts: Facts, on: dt.date) -> Reply:
    """What is paid back."""
    left = (dt.date.fromisoformat(facts["event_on"]) - on).days
    if left >= 30:
        return "covered", {}, {}
    return ("conditional", {}, {"back": str(int(facts["paid"]) // 2)}) if left >= 7 else ("not-covered", {}, {})


def desk_open(now: dt.datetime) -> bool:
    """Whether the day desk is open in a minute, on Berlin's clock."""
    closes = 16 if now.isoweekday() == 5 else 18
    return now.isoweekday() <= 5 and now.date() not in GERMANY and 8 <= now.hour < closes


def night_open(now: dt.datetime) -> bool:
    """Whether the night shift works."""
    return now.hour >= 22 or now.hour < 6


def asia_open(now: dt.datetime) -> bool:
    """Whether it is office time in Tokyo, on a day that is a weekday there and no holiday in Germany."""
    there = now.replace(tzinfo=BERLIN).astimezone(TOKYO)
    return there.isoweekday() <= 5 and there.date() not in GERMANY and 9 <= there.hour < 17


def _until(now: dt.datetime, holds: Callable[[dt.datetime], bool], wanted: bool = True) -> dt.datetime:
    """The first minute from `now` on in which something holds, or does not, as time really passes in Berlin."""
    instant = now.replace(tzinfo=BERLIN).astimezone(dt.UTC)
    while holds(instant.astimezone(BERLIN).replace(tzinfo=None)) is not wanted:
        instant += MINUTE
    return instant.astimezone(BERLIN).replace(tzinfo=None)


def shift(facts: Facts) -> Reply:
    """Who answers, and until or from when."""
    now = dt.datetime.fromisoformat(facts["sent_at"])
    for is_open in (night_open, asia_open):
        if is_open(now):
            return "open", {"closes_at": _until(now, is_open, False).isoformat(timespec="minutes")}, {}
    if desk_open(now):
        return "open", {}, {}
    return "closed", {"opens_at": _until(now, desk_open).isoformat(timespec="minutes")}, {}


def repaired(sent: dt.datetime) -> dt.datetime:
    """Four hours of the desk later, or a week later where that is earlier."""
    left, now = 240, sent
    while left:
        left -= desk_open(now)
        now += MINUTE
    return min(now, sent + 7 * ONE)


def ticket(facts: Facts) -> Reply:
    """By when the desk reacts, and repairs."""
    sent = dt.datetime.fromisoformat(facts["sent_at"])
    if facts["severity"] == "question":
        day, left = sent.date(), 3
        while left:
            day += ONE
            left -= day.isoweekday() <= 5 and day not in GERMANY
        return "dated", {"react_by": str(day)}, {}
    ahead = 30 * MINUTE if facts["severity"] == "down" else 240 * MINUTE
    react = (sent.replace(tzinfo=BERLIN).astimezone(dt.UTC) + ahead).astimezone(BERLIN).replace(tzinfo=None)
    dates = {"react_by": react.isoformat(timespec="minutes")}
    if facts["severity"] == "down":
        dates["repair_by"] = repaired(sent).isoformat(timespec="minutes")
    return "dated", dates, {}


def credit(facts: Facts) -> Reply:
    """What is credited."""
    ran, fee = Decimal(facts["uptime"]), Decimal(facts["fee"])
    if ran >= Decimal("99.9"):
        return "not-covered", {}, {}
    found = fee / 10 if ran >= 95 else min(fee / 4, Decimal(500))
    return "covered", {}, {"credit": str(found.quantize(Decimal("0.01"), ROUND_HALF_UP))}


def claim(facts: Facts) -> Reply:
    """The first Friday from the end of the next month on."""
    first = dt.date.fromisoformat(facts["month_ends"]).replace(day=1)
    for _ in range(2):
        first = (first + 31 * ONE).replace(day=1)
    day = first - ONE
    while day.isoweekday() != 5:
        day += ONE
    return "dated", {"claim_by": str(day)}, {}
