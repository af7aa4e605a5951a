"""Public holidays written out by hand, held against the reference's calendars and the content's."""

import datetime as dt

import pytest

from assistant.model.policy import Library
from assistant.vocabulary.calendars import Calendar, calendar_for
from tests.reference.cases import STATES
from tests.reference.days import full_months, is_worked, months_later, worked_later

EVERYWHERE = {
    2024: "01-01 01-26 03-29 04-01 04-25 12-25 12-26",
    2025: "01-01 01-27 04-18 04-21 04-25 12-25 12-26",
    2026: "01-01 01-26 04-03 04-06 12-25 12-28",
    2027: "01-01 01-26 03-26 03-29 12-27 12-28",
}
"""The weekdays that every state and territory keeps, by year."""
BESIDES = {
    "act": {2024: "03-11 05-27 06-10 10-07", 2025: "03-10 06-02 06-09 10-06",
            2026: "03-09 04-27 06-01 06-08 10-05", 2027: "03-08 04-26 05-31 06-14 10-04"},
    "nsw": {2024: "06-10 08-05 10-07", 2025: "06-09 08-04 10-06", 2026: "04-27 06-08 08-03 10-05",
            2027: "04-26 06-14 08-02 10-04"},
    "nt": {2024: "05-06 06-10 08-05", 2025: "05-05 06-09 08-04", 2026: "05-04 06-08 08-03",
           2027: "04-26 05-03 06-14 08-02"},
    "qld": {2024: "05-06 10-07", 2025: "05-05 10-06", 2026: "05-04 10-05", 2027: "04-26 05-03 10-04"},
    "sa": {2024: "03-11 06-10 10-07", 2025: "03-10 06-09 10-06", 2026: "03-09 06-08 10-05", 2027: "03-08 06-14 10-04"},
    "tas": {2024: "03-11 06-10", 2025: "03-10 06-09", 2026: "03-09 06-08", 2027: "03-08 06-14"},
    "vic": {2024: "03-11 06-10 09-27 11-05", 2025: "03-10 06-09 09-26 11-04", 2026: "03-09 06-08 09-25 11-03",
            2027: "03-08 06-14 09-24 11-02"},
    "wa": {2024: "03-04 06-03 09-23", 2025: "03-03 06-02 09-29", 2026: "03-02 04-27 06-01 09-28",
           2027: "03-01 04-26 06-07 09-27"},
}  # fmt: skip
"""The weekdays kept besides: the King's birthday, Labour Day, a state's own, the banks', ANZAC Day on a Monday."""
JAPAN = {
    2024: "01-01 01-08 02-12 02-23 03-20 04-29 05-03 05-06 07-15 08-12 09-16 09-23 10-14 11-04",
    2025: "01-01 01-13 02-11 02-24 03-20 04-29 05-05 05-06 07-21 08-11 09-15 09-23 10-13 11-03 11-24",
    2026: "01-01 01-12 02-11 02-23 03-20 04-29 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23",
    2027: "01-01 01-11 02-11 02-23 03-22 04-29 05-03 05-04 05-05 07-19 08-11 09-20 09-23 10-11 11-03 11-23",
}
"""With the substitute holidays (6 May 2026) and the citizens' holiday between two others (22 September 2026)."""
YEARS = tuple(JAPAN)


def by_hand(place: str, year: int) -> list[str]:
    """The weekdays of a year that are holidays in a place."""
    listed = JAPAN[year] if place == "jp" else f"{EVERYWHERE[year]} {BESIDES[place][year]}"
    return sorted(f"{year}-{day}" for day in listed.split())


def content_calendar(library: Library, place: str) -> Calendar:
    """The calendar that the content keeps for a place."""
    if place == "jp":
        return calendar_for(library.policies["desknets-web-meeting"].about.calendars["office"], None)
    return calendar_for(library.policies["swap-out"].about.calendars["site"], place)


def weekdays(year: int) -> list[dt.date]:
    """Every Monday to Friday of a year."""
    days = (dt.date(year, 1, 1) + dt.timedelta(days=number) for number in range(366))
    return [day for day in days if day.year == year and day.weekday() < 5]


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("place", [*STATES, "jp"])
def test_the_holidays_of_a_place_are_those_written_by_hand(library: Library, place: str, year: int) -> None:
    calendar = content_calendar(library, place)
    assert [str(day) for day in weekdays(year) if not is_worked(day, place)] == by_hand(place, year)
    assert [str(day) for day in weekdays(year) if calendar.why_closed(day)] == by_hand(place, year)


@pytest.mark.parametrize("year", YEARS)
def test_the_service_line_keeps_the_holidays_of_south_australia(library: Library, year: int) -> None:
    calendar = calendar_for(library.policies["swap-out"].about.calendars["call-line"], None)
    assert [str(day) for day in weekdays(year) if calendar.why_closed(day)] == by_hand("sa", year)


@pytest.mark.parametrize(
    ("place", "day"),
    [
        ("qld", "2026-08-12"),  # Brisbane's show day
        ("sa", "2026-12-24"), ("sa", "2026-12-31"), ("nt", "2025-12-24"), ("qld", "2025-12-24"),  # half days
        ("tas", "2025-11-03"),  # Recreation Day, in the north only
        ("tas", "2026-04-07"),  # Easter Tuesday, for the public service only
        ("act", "2026-08-03"), ("sa", "2026-08-03"), ("vic", "2026-08-03"),  # the banks' own day in New South Wales
        ("vic", "2026-04-27"),  # ANZAC Day on a Saturday moves only where a state says so
        ("jp", "2025-12-29"), ("jp", "2026-01-02"),  # customary, not public
        ("jp", "2026-04-30"), ("jp", "2026-05-01"),
    ],
)  # fmt: skip
def test_a_day_that_not_the_whole_place_keeps_is_worked(library: Library, place: str, day: str) -> None:
    assert is_worked(dt.date.fromisoformat(day), place)
    assert content_calendar(library, place).why_closed(dt.date.fromisoformat(day)) is None


@pytest.mark.parametrize(
    ("start", "count", "place", "end"),
    [
        ("2025-12-23", 3, None, "2025-12-26"),
        ("2025-12-24", 1, "nsw", "2025-12-29"),
        ("2026-04-02", 1, "vic", "2026-04-07"),
        ("2026-09-18", 1, "jp", "2026-09-24"),
        ("2026-04-28", 3, "jp", "2026-05-07"),
    ],
)
def test_working_days_are_counted_from_the_day_after(start: str, count: int, place: str | None, end: str) -> None:
    assert worked_later(dt.date.fromisoformat(start), count, place) == dt.date.fromisoformat(end)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2026-01-31", 1, "2026-02-28"), ("2028-01-31", 1, "2028-02-29"), ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"), ("2025-05-31", 9, "2026-02-28"), ("2025-11-30", 3, "2026-02-28"),
    ],
)  # fmt: skip
def test_months_keep_the_day_or_take_the_last_one(start: str, months: int, end: str) -> None:
    assert months_later(dt.date.fromisoformat(start), months) == dt.date.fromisoformat(end)


@pytest.mark.parametrize(
    ("after", "up_to", "months"),
    [
        ("2026-01-31", "2026-02-28", 1), ("2026-01-30", "2026-02-27", 0), ("2026-02-01", "2026-03-31", 1),
        ("2026-01-31", "2026-12-31", 11), ("2026-03-31", "2026-03-31", 0), ("2026-05-01", "2026-03-31", 0),
        ("2025-11-30", "2026-01-31", 2),
    ],
)  # fmt: skip
def test_a_full_month_lies_wholly_between(after: str, up_to: str, months: int) -> None:
    assert full_months(dt.date.fromisoformat(after), dt.date.fromisoformat(up_to)) == months
