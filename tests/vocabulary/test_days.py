"""Arithmetic of days and months, and what counts as a day or as a moment."""

import datetime as dt
from calendar import monthrange
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import Refusal
from assistant.vocabulary.days import add_months, as_day, as_moment, changes_on, in_range, on_clock
from assistant.vocabulary.wording import Value
from tests.vocabulary.given import on

DAYS = st.dates(dt.date(2005, 1, 1), dt.date(2090, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-01-31", 3, "2026-04-30"),
        ("2026-05-31", 9, "2027-02-28"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2028-02-29", 48, "2032-02-29"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2026-01-15", -1, "2025-12-15"),
        ("2026-03-31", -1, "2026-02-28"),
    ],
)
def test_months_keep_the_day_or_take_the_last(day: str, months: int, later: str) -> None:
    assert add_months(on(day), months) == on(later)


@given(DAYS, st.integers(-60, 60))
def test_months_land_in_the_month_that_is_meant(day: dt.date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == min(day.day, monthrange(later.year, later.month)[1])


@given(DAYS, DAYS)
def test_more_days_never_mean_an_earlier_month_end(one: dt.date, other: dt.date) -> None:
    assert add_months(min(one, other), 9) <= add_months(max(one, other), 9)


@pytest.mark.parametrize(("day", "months"), [("9999-12-01", 1), ("0001-01-31", -1)])
def test_a_year_that_no_calendar_has_is_refused(day: str, months: int) -> None:
    assert add_months(on(day), 0) == on(day)
    with pytest.raises(Refusal) as refused:
        add_months(on(day), months)
    assert refused.value.reason == "day-beyond"


@pytest.mark.parametrize("day", ["2000-01-01", "2099-12-31", "2000-01-01T00:00", "2099-12-31T23:59:59"])
def test_the_first_and_the_last_day_are_in_range(day: str) -> None:
    assert in_range(on(day)) == on(day)


@pytest.mark.parametrize(
    ("day", "year"), [("1999-12-31", "1999"), ("2100-01-01", "2100"), ("1999-12-31T23:59", "1999")]
)
def test_a_day_out_of_range_is_refused_with_its_year(day: str, year: str) -> None:
    with pytest.raises(Refusal) as refused:
        in_range(on(day))
    assert (refused.value.reason, refused.value.details) == ("day-beyond", {"year": year})


def test_a_moment_has_a_day_and_a_day_has_no_moment() -> None:
    assert as_day(on("2026-04-28T17:00")) == on("2026-04-28")
    assert as_day(on("2026-04-28")) == on("2026-04-28")
    assert as_moment(on("2026-04-28T17:00")) == on("2026-04-28T17:00")


@pytest.mark.parametrize("value", ["never", 3, dt.time(9)])
def test_nothing_else_is_a_day(value: Value) -> None:
    with pytest.raises(TypeError, match="not a day"):
        as_day(value)


@pytest.mark.parametrize("value", ["never", 3, dt.time(9), on("2026-04-28")])
def test_nothing_else_is_a_moment(value: Value) -> None:
    with pytest.raises(TypeError, match="not a moment"):
        as_moment(value)


@pytest.mark.parametrize(
    ("day", "zone", "changes"),
    [
        ("2026-03-29", "Europe/Berlin", True),
        ("2026-10-25", "Europe/Berlin", True),
        ("2026-03-28", "Europe/Berlin", False),
        ("2026-03-30", "Europe/Berlin", False),
        ("2026-07-01", "Asia/Tokyo", False),
        ("2011-12-29", "Pacific/Apia", True),
        ("2026-09-06", "America/Santiago", True),
    ],
)
def test_a_clock_changes_on_a_few_days(day: str, zone: str, changes: bool) -> None:
    """In Santiago summer begins at midnight, and in Apia a whole day was left out."""
    assert changes_on(on(day), ZoneInfo(zone)) == changes


@given(DAYS, st.integers(0, 24 * 60 - 1), st.sampled_from(("Europe/Berlin", "America/Santiago", "Australia/Lord_Howe")))
def test_only_where_a_clock_changes_is_a_time_skipped(day: dt.date, minute: int, zone: str) -> None:
    moment = dt.datetime.combine(day, dt.time(*divmod(minute, 60)))
    if not changes_on(day, ZoneInfo(zone)):
        on_clock(moment, ZoneInfo(zone))
