"""The support schedule of an accounting program."""

import datetime as dt
from collections.abc import Mapping

from tests.gallery.expected import Worked

BEGINS = dt.date(2026, 5, 1)
DAY = dt.timedelta(days=1)
MAINSTREAM = {"v3": dt.date(2026, 9, 30), "v4": dt.date(2027, 9, 30), "v5": dt.date(2030, 9, 30)}
EXTENDED = {"v4": dt.date(2029, 3, 31), "v5": dt.date(2032, 9, 30)}
PENCE = {"v4": 1250, "v5": 1400}
RELEASED = dt.date(2026, 10, 1)
"""Of the newest version."""


def worked_out(topic: str, aspect: str, on: dt.date, facts: Mapping[str, str]) -> Worked:
    """What must come of a case."""
    if on < BEGINS:
        return Worked("not-in-force")
    if (topic, aspect) == ("upgrade", "covered"):
        return _back(on, facts)
    bought, version = dt.date.fromisoformat(facts["bought_on"]), facts.get("version", "")
    if bought > on:
        return Worked({"covered": "not-covered", "due": "no-commitment", "free": "not-offered"}[aspect])
    if topic == "upgrade":
        return _upgrade(on, bought, version)
    until = _supported(bought, version)
    if aspect == "due":
        return Worked("ended" if until < on else "dated", {"until": str(until)})
    return Worked("covered", {"until": str(until)}) if on <= until else _extended(on, version, facts)


def _years(day: dt.date, years: int) -> dt.date:
    leap = (day.month, day.day) == (2, 29)
    return dt.date(day.year + years, 2, 28) if leap and years % 4 else day.replace(year=day.year + years)


def _supported(bought: dt.date, version: str) -> dt.date:
    main = MAINSTREAM[version]
    march = dt.date(main.year, 3, 31)
    latest = march if march >= main else march.replace(year=main.year + 1)
    return max(main, min(_years(bought, 2) - DAY, latest))


def _extended(on: dt.date, version: str, facts: Mapping[str, str]) -> Worked:
    until = EXTENDED.get(version)
    if until is None or on > until:
        return Worked("not-covered")
    return Worked("covered" if facts["contract"] == "yes" else "conditional", {"until": str(until)})


def _upgrade(on: dt.date, bought: dt.date, version: str) -> Worked:
    if version == "v5":
        return Worked("not-offered")
    if on <= _years(bought, 1):
        return Worked("free", {"until": str(_years(bought, 1))})
    return Worked("free" if bought >= RELEASED - 90 * DAY else "payable")


def _back(on: dt.date, facts: Mapping[str, str]) -> Worked:
    until = EXTENDED.get(facts["version"])
    if until is None or facts["contract"] == "no" or on > until:
        return Worked("not-covered")
    months, first = 0, on.replace(day=1)
    while (first := (first + 31 * DAY).replace(day=1)) <= until:
        months += 1
    pence = PENCE[facts["version"]] * months * 80 // 100
    return Worked("covered", values={"back": f"{pence // 100}.{pence % 100:02}", "months": str(months)})
