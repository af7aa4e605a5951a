"""Returns and delivery of a shop in Japan."""

import datetime as dt
from collections.abc import Mapping

from tests.gallery.expected import Worked

BEGINS = dt.date(2026, 2, 1)
DAY = dt.timedelta(days=1)
POSTAGE = {("near", "small"): 480, ("near", "large"): 960, ("far", "small"): 720, ("far", "large"): 1440,
           ("islands", "small"): 1200}  # fmt: skip
HOLIDAYS = {
    2024: "0101 0108 0211 0212 0223 0320 0429 0503 0504 0505 0506 0715 0811 0812 0916 0922 0923 1014 1103 1104 1123",
    2025: "0101 0113 0211 0223 0224 0320 0429 0503 0504 0505 0506 0721 0811 0915 0923 1013 1103 1123 1124",
    2026: "0101 0112 0211 0223 0320 0429 0503 0504 0505 0506 0720 0811 0921 0922 0923 1012 1103 1123",
    2027: "0101 0111 0211 0223 0321 0322 0429 0503 0504 0505 0719 0811 0920 0923 1011 1103 1123",
    2028: "0101 0110 0211 0223 0320 0429 0503 0504 0505 0717 0811 0918 0922 1009 1103 1123",
}
"""Japan's public holidays, as the Cabinet Office publishes or its rules give them."""


def worked_out(topic: str, aspect: str, on: dt.date, facts: Mapping[str, str]) -> Worked:
    """What must come of a case."""
    if on < BEGINS:
        return Worked("not-in-force")
    if topic == "returns":
        return _returned(on, facts)
    if aspect == "free":
        return _postage(facts)
    sent = dt.date.fromisoformat(facts["ordered_on"]) + DAY
    while sent.weekday() == 6 or _holiday(sent):
        sent += DAY
    delivered = sent + DAY
    while delivered.weekday() != 5:
        delivered += DAY
    return Worked("dated", {"sent": str(sent), "delivered": str(delivered)})


def _holiday(day: dt.date) -> bool:
    return f"{day:%m%d}" in HOLIDAYS[day.year].split()


def _returned(on: dt.date, facts: Mapping[str, str]) -> Worked:
    kept = facts["goods"] == "food" or (facts["goods"] == "cosmetics" and facts["opened"] == "yes")
    if kept and facts["broken"] == "no":
        return Worked("not-covered")
    arrived = dt.date.fromisoformat(facts["arrived_on"])
    gift = "1115" <= f"{arrived:%m%d}" <= "1225"
    until = dt.date(arrived.year + 1, 1, 15) if gift else arrived + 14 * DAY
    return Worked("covered", {"until": str(until)}) if arrived <= on <= until else Worked("not-covered")


def _postage(facts: Mapping[str, str]) -> Worked:
    region, total = facts["region"], int(facts.get("total", "0"))
    if (region, facts["box"]) not in POSTAGE:
        return Worked("not-offered")
    if region != "islands" and (3000 <= total <= 20000 or _feast(dt.date.fromisoformat(facts["ordered_on"]))):
        return Worked("free")
    return Worked("payable", values={"fee": str(POSTAGE[region, facts["box"]])})


def _feast(ordered: dt.date) -> bool:
    return _holiday(ordered) or f"{ordered:%m%d}" >= "1229" or f"{ordered:%m%d}" <= "0103"
