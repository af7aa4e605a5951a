"""Working days, against the holidays that the states of Australia and Japan have proclaimed."""

import datetime as dt

import pytest

from assistant.errors import Refusal
from assistant.model.policy import Library
from assistant.vocabulary.calendars import (
    COMPANY,
    WEEKEND,
    Calendar,
    add_working_days,
    calendar_for,
    counts_on,
    holidays_in,
    working_days_between,
)

EVERYWHERE = {
    2024: "01-01 01-26 03-29 04-01 04-25 12-25 12-26",
    2025: "01-01 01-27 04-18 04-21 04-25 12-25 12-26",
    2026: "01-01 01-26 04-03 04-06 12-25 12-28",
    2027: "01-01 01-26 03-26 03-29 12-27 12-28",
}
"""Weekdays off in every state: New Year, Australia Day, Easter, Anzac Day, Christmas, and what stands in for them."""
STATES = {
    "act": {
        2024: "03-11 05-27 06-10 10-07",
        2025: "03-10 06-02 06-09 10-06",
        2026: "03-09 04-27 06-01 06-08 10-05",
        2027: "03-08 04-26 05-31 06-14 10-04",
    },
    "nsw": {
        2024: "06-10 08-05 10-07",
        2025: "06-09 08-04 10-06",
        2026: "04-27 06-08 08-03 10-05",
        2027: "04-26 06-14 08-02 10-04",
    },
    "nt": {
        2024: "05-06 06-10 08-05",
        2025: "05-05 06-09 08-04",
        2026: "05-04 06-08 08-03",
        2027: "04-26 05-03 06-14 08-02",
    },
    "qld": {2024: "05-06 10-07", 2025: "05-05 10-06", 2026: "05-04 10-05", 2027: "04-26 05-03 10-04"},
    "sa": {2024: "03-11 06-10 10-07", 2025: "03-10 06-09 10-06", 2026: "03-09 06-08 10-05", 2027: "03-08 06-14 10-04"},
    "tas": {2024: "03-11 06-10", 2025: "03-10 06-09", 2026: "03-09 06-08", 2027: "03-08 06-14"},
    "vic": {
        2024: "03-11 06-10 09-27 11-05",
        2025: "03-10 06-09 09-26 11-04",
        2026: "03-09 06-08 09-25 11-03",
        2027: "03-08 06-14 09-24 11-02",
    },
    "wa": {
        2024: "03-04 06-03 09-23",
        2025: "03-03 06-02 09-29",
        2026: "03-02 04-27 06-01 09-28",
        2027: "03-01 04-26 06-07 09-27",
    },
}
JAPAN = {
    2024: "01-01 01-08 02-12 02-23 03-20 04-29 05-03 05-06 07-15 08-12 09-16 09-23 10-14 11-04",
    2025: "01-01 01-13 02-11 02-24 03-20 04-29 05-05 05-06 07-21 08-11 09-15 09-23 10-13 11-03 11-24",
    2026: "01-01 01-12 02-11 02-23 03-20 04-29 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23",
    2027: "01-01 01-11 02-11 02-23 03-22 04-29 05-03 05-04 05-05 07-19 08-11 09-20 09-23 10-11 11-03 11-23",
}


def days(year: int, listed: str) -> set[dt.date]:
    return {dt.date.fromisoformat(f"{year}-{day}") for day in listed.split()}


def weekdays_off(calendar: Calendar, year: int) -> set[dt.date]:
    every = (dt.date(year, 1, 1) + dt.timedelta(days=number) for number in range(366))
    return {day for day in every if day.year == year and calendar.why_closed(day) not in (None, WEEKEND)}


@pytest.fixture
def office(library: Library) -> Calendar:
    """The working days of the Japanese desk."""
    return calendar_for(library.policies["desknets-web-meeting"].about.calendars["office"], None)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("year", EVERYWHERE)
def test_each_state_keeps_its_own_holidays(library: Library, state: str, year: int) -> None:
    site = calendar_for(library.policies["swap-out"].about.calendars["site"], state)
    assert weekdays_off(site, year) == days(year, EVERYWHERE[year]) | days(year, STATES[state][year])


@pytest.mark.parametrize("year", JAPAN)
def test_japan_keeps_substitute_and_citizens_holidays(office: Calendar, year: int) -> None:
    assert weekdays_off(office, year) == days(year, JAPAN[year])


def test_what_a_region_keeps_is_worked(library: Library) -> None:
    site = library.policies["swap-out"].about.calendars["site"]
    assert calendar_for(site, "qld").why_closed(dt.date(2026, 8, 12)) is None
    assert "The Royal Queensland Show" in holidays_in(2026, "AU", "QLD")[dt.date(2026, 8, 12)]


@pytest.mark.parametrize("day", ["2012-08-06", "2026-08-03", "2027-08-02"])
def test_what_the_banks_keep_is_worked_unless_a_calendar_keeps_it_too(library: Library, day: str) -> None:
    site = library.policies["swap-out"].about.calendars["site"]
    assert site.holidays
    found = {state: calendar_for(site, state).why_closed(dt.date.fromisoformat(day)) for state in STATES}
    assert {state for state, why in found.items() if why == "Bank Holiday"} == {"nsw"}
    assert found["sa"] is found["vic"] is None
    without = site.model_copy(update={"holidays": site.holidays.model_copy(update={"banks": ()})})
    assert calendar_for(without, "nsw").why_closed(dt.date.fromisoformat(day)) is None


def test_a_country_whose_banks_keep_no_days_of_their_own_is_known() -> None:
    assert holidays_in(2026, "NZ", None, True) == holidays_in(2026, "NZ", None)


def test_a_country_whose_holidays_have_names_in_one_language_only_is_known() -> None:
    assert holidays_in(2026, "NZ", None)[dt.date(2026, 2, 6)] == ("Waitangi Day",)


def test_why_a_day_is_not_worked_is_told(library: Library) -> None:
    days = library.policies["desknets-web-meeting"].about.calendars["office"]
    office = calendar_for(days.model_copy(update={"closed": (dt.date(2026, 8, 13),)}), None)
    told = {day: office.why_closed(dt.date(2026, 8, day)) for day in (8, 11, 12, 13)}
    assert told == {8: WEEKEND, 11: "Mountain Day", 12: None, 13: COMPANY}


def test_a_calendar_without_holidays_works_them(library: Library) -> None:
    desk = calendar_for(library.policies["licence-desk"].about.calendars["desk"], None)
    assert desk.why_closed(dt.date(2025, 12, 25)) is None
    assert desk.why_closed(dt.date(2025, 12, 27)) == WEEKEND


@pytest.mark.parametrize(
    ("start", "count", "end", "skipped"),
    [
        ("2026-04-28", 0, "2026-04-28", []),
        ("2026-04-28", 1, "2026-04-30", ["2026-04-29"]),
        ("2026-05-01", 1, "2026-05-07", ["2026-05-02", "2026-05-03", "2026-05-04", "2026-05-05", "2026-05-06"]),
        ("2026-05-02", 1, "2026-05-07", ["2026-05-03", "2026-05-04", "2026-05-05", "2026-05-06"]),
        ("2026-12-31", 1, "2027-01-04", ["2027-01-01", "2027-01-02", "2027-01-03"]),
        ("2028-02-28", 2, "2028-03-01", []),
    ],
)
def test_working_days_are_counted_from_the_day_after(
    office: Calendar, start: str, count: int, end: str, skipped: list[str]
) -> None:
    found, passed = add_working_days(office, dt.date.fromisoformat(start), count)
    assert (found.isoformat(), [day.isoformat() for day, _ in passed]) == (end, skipped)


@pytest.mark.parametrize("start", ["2000-01-01", "2026-01-01", "2026-05-03", "2026-12-31", "2028-02-29", "2099-12-31"])
@pytest.mark.parametrize("count", [-700, -249, -5, -1, 1, 5, 250, 700])
def test_working_days_are_counted_as_day_by_day(office: Calendar, start: str, count: int) -> None:
    """The years are tables; this walks."""
    begun = day = dt.date.fromisoformat(start)
    left, skipped = abs(count), list[tuple[dt.date, str]]()
    while left and dt.date(2000, 1, 1) <= (day := day + dt.timedelta(days=1 if count > 0 else -1)) < dt.date(
        2100, 1, 1
    ):
        if why := office.why_closed(day):
            skipped.append((day, why))
        left -= not why
    if left:
        with pytest.raises(Refusal) as beyond:
            add_working_days(office, begun, count)
        assert (beyond.value.reason, beyond.value.details) == ("day-beyond", {"year": "2099" if count > 0 else "2000"})
        return
    assert add_working_days(office, begun, count) == (day, tuple(skipped))
    assert working_days_between(office, begun, day) == count


@pytest.mark.parametrize(
    ("moment", "counts", "late"),
    [
        ("2026-04-28T00:00:00", "2026-04-28", False),
        ("2026-04-28T16:59:59", "2026-04-28", False),
        ("2026-04-28T17:00:00", "2026-04-28", False),
        ("2026-04-28T17:00:01", "2026-04-30", True),
        ("2026-04-29T09:00:00", "2026-04-30", False),
        ("2026-04-29T18:00:00", "2026-04-30", True),
        ("2026-05-01T17:00:01", "2026-05-07", True),
        ("2026-05-02T12:00:00", "2026-05-07", False),
    ],
)
def test_the_cut_off_counts_to_the_second(office: Calendar, moment: str, counts: str, late: bool) -> None:
    found = counts_on(office, dt.datetime.fromisoformat(moment), dt.time(17))
    assert (found[0].isoformat(), found[2]) == (counts, late)


def test_a_year_beyond_is_refused(office: Calendar) -> None:
    with pytest.raises(Refusal) as beyond:
        add_working_days(office, dt.date(2099, 12, 30), 2)
    assert beyond.value.reason == "day-beyond"
    with pytest.raises(Refusal) as unknown:
        holidays_in(1999, "JP", None)
    assert unknown.value.reason == "holidays-unknown"


def test_calendars_are_built_once(library: Library) -> None:
    site = library.policies["swap-out"].about.calendars["site"]
    assert calendar_for(site, "sa") is calendar_for(site, "sa")
    assert calendar_for(site, "sa") is not calendar_for(site, "wa")
