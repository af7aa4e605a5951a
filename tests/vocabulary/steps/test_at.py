"""`at`: a time of day on the day so far."""

import datetime as dt

import pytest
from pydantic import ValidationError

from assistant.model.policy import Policy
from tests.vocabulary.given import Saying, on, step, taken


@pytest.mark.parametrize(
    ("day", "clock", "after"),
    [
        ("2026-04-30", "00:00", "2026-04-30T00:00"),
        ("2026-04-30", "17:00", "2026-04-30T17:00"),
        ("2026-04-30", "23:59", "2026-04-30T23:59"),
        ("2026-04-30T18:30", "17:00", "2026-04-30T17:00"),
    ],
)
def test_the_day_gets_the_clock(policy: Policy, day: str, clock: str, after: str) -> None:
    found = taken(policy, {"at": clock}, on(day))
    assert (found.before, found.after, found.amount) == (on(day), on(after), dt.time.fromisoformat(clock))


@pytest.mark.parametrize("clock", ["24:00", "9:00", "17:60", "17:00:00", "noon", ""])
def test_a_clock_is_written_with_two_digits_each(clock: str) -> None:
    with pytest.raises(ValidationError):
        step({"at": clock})


def test_it_says_by_when(policy: Policy, saying: Saying) -> None:
    assert saying.step(taken(policy, {"at": "17:00"}, on("2026-04-28"))) == (
        "By 17:00 on that day: Tue 28 Apr 2026, 17:00",
        "当日の17:00まで：2026年4月28日（火）17:00",
    )


def test_it_reads_nothing_and_has_no_edge(policy: Policy) -> None:
    found = taken(policy, {"at": "17:00"}, on("2026-04-28"))
    assert list(found.step.reads()) == []
    assert found.step.side(found) is None


def test_what_it_leads_to_is_a_time_by_which_something_is_done() -> None:
    assert step({"at": "17:00"}).sets_clock
