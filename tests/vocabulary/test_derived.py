"""Arithmetic of days: months, years, whole months, first days of months, bands."""

import datetime as dt
from calendar import monthrange
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import Refusal
from assistant.model.policy import Library, Policy
from assistant.model.record import FIRST_DAY, LAST_DAY
from assistant.vocabulary.days import add_months
from assistant.vocabulary.derived.whole_months import whole_months
from tests.vocabulary.given import counted

DAYS = st.dates(dt.date(2005, 1, 1), dt.date(2090, 12, 31))


@pytest.fixture
def policy(library: Library) -> Policy:
    """A policy with tables and a calendar for each state."""
    return library.policies["swap-out"]


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
    assert add_months(dt.date.fromisoformat(day), months).isoformat() == later


@given(DAYS, st.integers(-60, 60))
def test_months_land_in_the_month_that_is_meant(day: dt.date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == min(day.day, monthrange(later.year, later.month)[1])


@given(DAYS, DAYS)
def test_more_days_never_mean_an_earlier_month_end(one: dt.date, other: dt.date) -> None:
    assert add_months(min(one, other), 9) <= add_months(max(one, other), 9)


@pytest.mark.parametrize(
    ("after", "up_to", "months"),
    [
        ("2026-03-15", "2026-04-30", 1),
        ("2026-03-15", "2026-04-29", 0),
        ("2026-03-31", "2026-04-30", 1),
        ("2026-04-01", "2026-04-30", 0),
        ("2026-03-31", "2026-06-15", 2),
        ("2026-01-31", "2027-01-31", 12),
        ("2028-01-31", "2028-02-28", 0),
        ("2028-01-31", "2028-02-29", 1),
        ("2026-12-31", "2027-01-31", 1),
        ("2026-05-10", "2026-05-31", 0),
        ("2026-05-10", "2026-03-31", 0),
    ],
)
def test_whole_months(after: str, up_to: str, months: int) -> None:
    assert whole_months(dt.date.fromisoformat(after), dt.date.fromisoformat(up_to)) == months


@given(DAYS, st.integers(0, 800))
def test_whole_months_are_those_that_a_calendar_shows(after: dt.date, length: int) -> None:
    up_to = after + dt.timedelta(days=length)
    firsts = {(after + dt.timedelta(days=number)).replace(day=1) for number in range(1, length + 1)}
    whole = [first for first in firsts if first > after and add_months(first, 1) - dt.timedelta(days=1) <= up_to]
    assert whole_months(after, up_to) == len(whole)


@pytest.mark.parametrize(
    ("start", "steps", "end"),
    [
        ("2026-04-03", [{"first_of_month": "1"}], "2026-05-01"),
        ("2026-04-01", [{"first_of_month": "1"}], "2026-05-01"),
        ("2026-04-01", [{"first_of_month": "2", "from_the_first": "1"}], "2026-05-01"),
        ("2026-04-02", [{"first_of_month": "2", "from_the_first": "1"}], "2026-06-01"),
        ("2026-11-30", [{"first_of_month": "2", "from_the_first": "1"}], "2027-01-01"),
        ("2028-02-29", [{"add_years": "1"}], "2029-02-28"),
        ("2028-03-01", [{"add_years": "1"}, {"add_days": "-1"}], "2029-02-28"),
        ("2025-04-30", [{"anniversary_from": "other"}], "2027-04-30"),
        ("2025-05-01", [{"anniversary_from": "other"}], "2026-05-01"),
        ("2025-05-02", [{"anniversary_from": "other"}], "2026-05-02"),
        ("2026-05-01", [{"anniversary_from": "other"}], "2027-05-01"),
        ("2031-01-15", [{"anniversary_from": "other"}], "2032-01-15"),
        ("2001-05-01", [{"anniversary_from": "other"}], "2026-05-01"),
        ("2025-04-30", [{"anniversary_from": "2026-04-30"}], "2026-04-30"),
        ("2024-02-29", [{"anniversary_from": "2025-02-28"}], "2025-02-28"),
        ("2024-02-29", [{"anniversary_from": "2025-03-01"}], "2026-02-28"),
        ("2024-02-29", [{"anniversary_from": "2027-03-01"}], "2028-02-29"),
        ("2024-02-29", [{"anniversary_from": "2028-02-28"}], "2028-02-29"),
        ("2024-02-29", [{"anniversary_from": "2028-03-01"}], "2029-02-28"),
        ("2024-02-28", [{"anniversary_from": "2028-02-29"}], "2029-02-28"),
        ("2026-04-30", [{"add_days": "-30"}], "2026-03-31"),
        ("2026-04-30", [{"at": "17:00"}], "2026-04-30T17:00:00"),
        ("2026-04-30", [{"later_of": "other"}], "2026-05-01"),
        ("2026-05-02", [{"later_of": "other"}], "2026-05-02"),
        ("2026-04-30", [{"add_months": "count"}], "2026-07-30"),
    ],
)
def test_steps(policy: Policy, start: str, steps: list[dict[str, str]], end: str) -> None:
    day, other = dt.date.fromisoformat(start), dt.date(2026, 5, 1)
    found = counted(policy, {"start": "day", "steps": tuple(steps)}, day=day, other=other, count=3)
    assert isinstance(found.value, dt.date)
    assert found.value.isoformat() == end
    assert [step.before for step in found.steps] == [found.start, *(step.after for step in found.steps[:-1])]


@pytest.mark.parametrize(
    ("km", "band"),
    [("0", "near"), ("50", "near"), ("50.001", "far"), ("250", "far"), ("250.001", "beyond"), ("999999", "beyond")],
)
def test_an_upper_edge_belongs_to_its_band(policy: Policy, km: str, band: str) -> None:
    bands = {"near": "50", "far": "250", "beyond": "none"}
    assert counted(policy, {"band_of": "km", "bands": bands}, km=Decimal(km)).value == band


def test_a_cell_is_found_by_what_facts_say(policy: Policy) -> None:
    cell = {"table": "days-on-site", "row": "level", "column": "region"}
    assert counted(policy, {"cell": cell}, level="silver", region="regional").value == 3


def test_a_cell_without_a_column_is_the_first(policy: Policy) -> None:
    found = counted(policy, {"cell": {"table": "cut-off", "row": "level"}}, level="gold")
    assert found.value == dt.time(15, 30)


def test_a_literal_day_starts_from_itself(policy: Policy) -> None:
    found = counted(policy, {"start": "2026-03-31"})
    assert (found.value, found.started_from, found.steps) == (dt.date(2026, 3, 31), None, ())


@given(st.dates(dt.date(2001, 1, 1), dt.date(2060, 12, 31)), st.dates(dt.date(2001, 1, 1), dt.date(2090, 12, 31)))
def test_an_anniversary_is_the_first_of_those_a_calendar_shows(
    library: Library, day: dt.date, not_before: dt.date
) -> None:
    policy = library.policies["swap-out"]
    found = counted(policy, {"start": "day", "steps": ({"anniversary_from": "other"},)}, day=day, other=not_before)
    shown = (add_months(day, 12 * years) for years in range(1, 100))
    assert found.value == next(one for one in shown if one >= not_before)


def test_the_anniversary_of_a_moment_keeps_its_clock(policy: Policy) -> None:
    steps = ({"anniversary_from": "2026-05-01"},)
    found = counted(policy, {"start": "moment", "steps": steps}, moment=dt.datetime(2025, 5, 1, 9, 30))
    assert found.value == dt.datetime(2026, 5, 1, 9, 30)


@pytest.mark.parametrize(
    "steps", [[{"add_years": "1"}], [{"add_days": "1"}], [{"add_months": "1"}], [{"anniversary_from": "day"}]]
)
def test_a_day_beyond_the_range_is_refused(policy: Policy, steps: list[dict[str, str]]) -> None:
    with pytest.raises(Refusal) as refused:
        counted(policy, {"start": "day", "steps": tuple(steps)}, day=LAST_DAY)
    assert refused.value.reason == "day-beyond"


def test_a_day_before_the_range_is_refused(policy: Policy) -> None:
    with pytest.raises(Refusal):
        counted(policy, {"start": "day", "steps": ({"add_days": "-1"},)}, day=FIRST_DAY)


@pytest.mark.parametrize("steps", [[{"closing": "call-line"}], [{"cut_off": "17:00", "calendar": "call-line"}]])
def test_a_day_is_no_moment(policy: Policy, steps: list[dict[str, str]]) -> None:
    with pytest.raises(TypeError, match="not a moment"):
        counted(policy, {"start": "day", "steps": tuple(steps)}, day=dt.date(2026, 4, 28))


def test_a_mark_is_no_day(policy: Policy) -> None:
    with pytest.raises(TypeError, match="not a day"):
        counted(policy, {"start": "day", "steps": ({"add_days": "1"},)}, day="not-applicable")
