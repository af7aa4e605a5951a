"""Amounts in fractions, and what is asked about them, about options, bands and times of day."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction

from tests.contract.expected import Facts, Reply
from tests.contract.expected.days import GERMANY, office

PRICES = {"small": Fraction("6.90"), "big": Fraction(1000), "odd": Fraction("0.05")}
SHARES = {"small": "12.5", "big": "33.333", "odd": "0.1"}
CENT = Fraction(1, 100)
LATEST = {"small": "17:00", "odd": "00:30"}


def rounded(amount: Fraction, to: Fraction, way: str) -> Fraction:
    """In whole steps: `up` away from zero, `down` towards it, or to the `nearest`, from the middle away from zero."""
    steps, rest = divmod(abs(amount), to)
    steps += (way == "up" and rest > 0) or (way == "nearest" and 2 * rest >= to)
    return steps * to * (1 if amount >= 0 else -1)


def euros(amount: Fraction) -> str:
    """With two decimals."""
    cents = amount * 100
    assert cents.denominator == 1, amount
    return f"{'-' if cents < 0 else ''}{abs(cents.numerator) // 100}.{abs(cents.numerator) % 100:02}"


def prices(facts: Facts, on: dt.date) -> Reply:
    """Every word for amounts."""
    count, fee, price = int(facts["n"]), Fraction(facts["fee"]), PRICES[facts["kind"]]
    if not count:
        return Reply("free")
    share = SHARES[facts["kind"]]
    amounts = {
        "price": price, "third": fee, "third-up": rounded(fee / 3, CENT, "up"),
        "third-down": rounded(fee / 3, 5 * CENT, "down"), "third-half": rounded(fee / 8, CENT, "nearest"),
        "of-share": rounded(fee * Fraction(share) / 100 + price - 20, CENT, "nearest"),
        "capped": min(max(fee * count, price), Fraction(500)), "each": rounded(fee / count, CENT, "down"),
        "literal": Fraction("7.5"),
    }  # fmt: skip
    values = {name: euros(amount) for name, amount in amounts.items()}
    return Reply("payable", {}, {**values, "share": share, "points": f"{Decimal(count) / 3}", "plain": str(count + 1)})


def days_asked(facts: Facts, on: dt.date) -> Reply:
    """What is asked about a day."""
    day, other = dt.date.fromisoformat(facts["day"]), dt.date.fromisoformat(facts["other"])
    if (day.month, day.day) >= (12, 29) or (day.month, day.day) <= (1, 3):
        return Reply("not-offered")
    if day.month == 7 and day.isoweekday() > 5:
        return Reply("included")
    if day in GERMANY:
        return Reply("ended")
    if not office(day):
        return Reply("not-in-force")
    if dt.date(2026, 9, 1) <= day <= other:
        return Reply("included")
    return Reply("payable" if dt.date(2026, 3, 1) < day < other else "free")


def times_asked(facts: Facts, on: dt.date) -> Reply:
    """What is asked about a time of day, and about a moment."""
    clock, sent = facts["clock"], facts["sent_at"]
    if clock < "09:00":
        return Reply("not-offered")
    if "12:00" <= clock <= "13:00":
        return Reply("no-commitment")
    if facts["kind"] in LATEST and clock >= LATEST[facts["kind"]]:
        return Reply("closed")
    if dt.date.fromisoformat(sent[:10]).isoweekday() > 5:
        return Reply("not-offered")
    return Reply("no-commitment" if "2026-05-04T09:00" <= sent <= facts["also_at"] else "open")


def options_asked(facts: Facts, on: dt.date) -> Reply:
    """What is asked about several options, and with `any` and `none`."""
    work, fee, urgent = facts["work"].split(","), Fraction(facts["fee"]), facts["urgent"] == "yes"
    if "delivery" in work and "packaging" in work:
        return Reply("covered")
    if ("storage" in work and urgent) or ("packaging" in work and fee >= 50):
        return Reply("conditional")
    kept = 10 <= fee <= 20 or fee <= PRICES[facts["kind"]] or ("nothing" in work and not urgent)
    return Reply("ended" if kept else "not-covered")


def seats(facts: Facts, on: dt.date) -> Reply:
    """Bands of a fact, where the band decides."""
    people = int(facts["people"])
    if people <= 50:
        return Reply("free")
    if people >= 200 and facts["urgent"] == "no":
        return Reply("not-offered")
    return Reply("payable", {}, {"total": str(2 * people)})


def seats_by_number(facts: Facts, on: dt.date) -> Reply:
    """The number itself, where it has bands."""
    people = int(facts["people"])
    return Reply("open" if people < 30 else "closed" if people <= 50 else "no-commitment")


def uptime(facts: Facts, on: dt.date) -> Reply:
    """Bands that are worked out."""
    ran = Decimal(facts["uptime"])
    return Reply("covered" if ran < Decimal("99.95") else "conditional" if ran < 100 else "not-covered")
