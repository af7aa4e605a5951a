"""`anniversary_from`: the first anniversary, one year later at least, that is not before another day."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import Refusal
from assistant.model.policy import Policy
from assistant.vocabulary.days import add_months
from tests.vocabulary.given import Saying, on, step, taken


@pytest.mark.parametrize(
    ("day", "not_before", "after"),
    [
        ("2025-04-30", "2026-05-01", "2027-04-30"),
        ("2025-05-01", "2026-05-01", "2026-05-01"),
        ("2025-05-02", "2026-05-01", "2026-05-02"),
        ("2026-05-01", "2026-05-01", "2027-05-01"),
        ("2031-01-15", "2026-05-01", "2032-01-15"),
        ("2001-05-01", "2026-05-01", "2026-05-01"),
        ("2025-04-30", "2026-04-30", "2026-04-30"),
        ("2024-02-29", "2025-02-28", "2025-02-28"),
        ("2024-02-29", "2025-03-01", "2026-02-28"),
        ("2024-02-29", "2027-03-01", "2028-02-29"),
        ("2024-02-29", "2028-02-28", "2028-02-29"),
        ("2024-02-29", "2028-03-01", "2029-02-28"),
        ("2024-02-28", "2028-02-29", "2029-02-28"),
        ("2025-05-01T09:30", "2026-05-01", "2026-05-01T09:30"),
        ("2025-05-01", "2026-05-01T23:59", "2026-05-01"),
    ],
)
def test_it_comes_round_until_it_is_not_before(policy: Policy, day: str, not_before: str, after: str) -> None:
    found = taken(policy, {"anniversary_from": "other"}, on(day), other=on(not_before))
    assert (found.before, found.after) == (on(day), on(after))
    assert found.amount == dt.date.fromisoformat(not_before[:10])


def test_the_other_day_may_be_written(policy: Policy) -> None:
    found = taken(policy, {"anniversary_from": "2027-04-29"}, on("2026-04-28"))
    assert (found.after, found.amount) == (on("2028-04-28"), on("2027-04-29"))


@given(st.dates(dt.date(2001, 1, 1), dt.date(2060, 12, 31)), st.dates(dt.date(2001, 1, 1), dt.date(2090, 12, 31)))
def test_it_is_the_first_of_those_a_calendar_shows(policy: Policy, day: dt.date, not_before: dt.date) -> None:
    found = taken(policy, {"anniversary_from": "other"}, day, other=not_before)
    shown = (add_months(day, 12 * years) for years in range(1, 100))
    assert found.after == next(one for one in shown if one >= not_before)


def test_a_year_that_no_calendar_has_is_refused(policy: Policy) -> None:
    with pytest.raises(Refusal) as refused:
        taken(policy, {"anniversary_from": "other"}, on("9999-05-01"), other=on("2026-01-01"))
    assert refused.value.reason == "day-beyond"


def test_it_is_held_against_a_day_and_nothing_else(policy: Policy) -> None:
    with pytest.raises(TypeError, match="not a day"):
        taken(policy, {"anniversary_from": "other"}, on("2026-05-01"), other="never")


@pytest.mark.parametrize(
    ("not_before", "english", "japanese"),
    [
        (
            "2026-01-01",
            "1 year later, the first anniversary that is not before Thu 1 Jan 2026: Wed 28 Apr 2027",
            "毎年の同じ日のうち、2026年1月1日（木）以降で最初の日（1年後）：2027年4月28日（水）",
        ),
        (
            "2027-04-29",
            "2 years later, the first anniversary that is not before Thu 29 Apr 2027: Fri 28 Apr 2028",
            "毎年の同じ日のうち、2027年4月29日（木）以降で最初の日（2年後）：2028年4月28日（金）",
        ),
    ],
)
def test_it_says_how_many_years_and_what_it_is_not_before(
    policy: Policy, saying: Saying, not_before: str, english: str, japanese: str
) -> None:
    assert saying.step(taken(policy, {"anniversary_from": not_before}, on("2026-04-28"))) == (english, japanese)


def test_it_reads_the_other_day() -> None:
    assert list(step({"anniversary_from": "other"}).reads()) == [("name", "other")]
    assert step({"anniversary_from": "other"}).renamed({"other": "on"}) == step({"anniversary_from": "on"})


@pytest.mark.parametrize(
    ("not_before", "side"),
    [("2020-01-01", 1), ("2026-05-01", 1), ("2026-05-02", 2), ("2027-05-02", 3), ("2028-05-02", 3), ("2040-01-01", 3)],
)
def test_the_walk_tells_the_first_years_apart(policy: Policy, not_before: str, side: int) -> None:
    found = taken(policy, {"anniversary_from": not_before}, on("2025-05-01"))
    assert found.step.side(found) == side
