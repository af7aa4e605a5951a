"""`days_between`: how many days, or working days, lie between two days."""

import datetime as dt

import pytest

from assistant.model.policy import Policy
from assistant.vocabulary.calendars import calendar_for
from tests.vocabulary.given import DERIVED, counted, derived, on


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        ("2026-04-28", "2026-04-28", 0),
        ("2026-04-28", "2026-04-29", 1),
        ("2026-04-29", "2026-04-28", -1),
        ("2028-02-28", "2028-03-01", 2),
        ("2026-04-28T23:59", "2026-04-29T00:00", 1),
    ],
)
def test_the_first_is_not_counted_and_the_last_is(policy: Policy, first: str, last: str, days: int) -> None:
    found = counted(policy, {"days_between": {"from": "a", "to": "b"}}, a=on(first), b=on(last))
    assert (found.value, found.cites) == (days, ("c",))


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        ("2026-04-28", "2026-04-28", 0),
        ("2026-04-28", "2026-04-29", 0),
        ("2026-04-28", "2026-04-30", 1),
        ("2026-04-24", "2026-05-01", 4),
        ("2026-04-30", "2026-04-28", -1),
        ("2026-04-29", "2026-04-28", -1),
        ("2026-05-01", "2026-04-24", -4),
    ],
)
def test_with_a_calendar_only_its_working_days_count(policy: Policy, first: str, last: str, days: int) -> None:
    written = {"days_between": {"from": "a", "to": "b", "calendar": "office"}}
    assert counted(policy, written, a=on(first), b=on(last)).value == days


def test_working_days_are_those_that_are_worked_one_by_one(policy: Policy) -> None:
    office, start = calendar_for(policy.about.calendars["office"], None), dt.date(2026, 4, 20)
    written = {"days_between": {"from": "a", "to": "b", "calendar": "office"}}
    for ahead in range(60):
        end = start + dt.timedelta(days=ahead)
        days = [start + dt.timedelta(days=one) for one in range(1, ahead + 1)]
        worked = sum(office.why_closed(day) is None for day in days)
        assert counted(policy, written, a=start, b=end).value == worked


def test_a_day_may_be_written_and_both_are_read() -> None:
    one = derived({"days_between": {"from": "2026-01-01", "to": "b", "calendar": "office"}})
    assert list(one.reads()) == [("name", "2026-01-01"), ("name", "b"), ("calendar", "office")]
    assert DERIVED.validate_json(DERIVED.dump_json(one)) == one
