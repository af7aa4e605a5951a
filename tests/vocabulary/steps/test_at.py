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


@pytest.mark.parametrize("clock", ["24:01", "9:00", "17:60", "17:00:00", ""])
def test_a_clock_is_written_with_two_digits_each(clock: str) -> None:
    with pytest.raises(ValidationError):
        step({"at": clock})


def test_it_says_at_what_time(policy: Policy, saying: Saying) -> None:
    assert saying.step(taken(policy, {"at": "17:00"}, on("2026-04-28"))) == (
        "At 17:00 on that day: Tue 28 Apr 2026, 17:00",
        "その日の17:00：2026年4月28日（火）17:00",
    )


def test_it_reads_nothing_and_has_no_edge(policy: Policy) -> None:
    found = taken(policy, {"at": "17:00"}, on("2026-04-28"))
    assert list(found.step.reads()) == []
    assert found.step.side(found) is None


def test_the_end_of_the_day_is_the_beginning_of_the_next(policy: Policy, saying: Saying) -> None:
    found = taken(policy, {"at": "24:00"}, on("2026-04-28"))
    assert found.after == on("2026-04-29T00:00")
    assert saying.step(found) == (
        "At the end of that day: midnight at the end of Tue 28 Apr 2026",
        "その日の終わり：2026年4月28日（火）24:00",
    )


def test_a_name_or_a_cell_says_when(policy: Policy) -> None:
    assert taken(policy, {"at": "check-out"}, on("2026-04-28"), **{"check-out": dt.time(10)}).after == on(
        "2026-04-28T10:00"
    )
    cell = {"table": "latest", "row": "kind", "column": "desk"}
    assert taken(policy, {"at": cell}, on("2026-04-28"), kind="long").after == on("2026-04-28T15:30")


def test_what_is_no_time_of_day_sets_none(policy: Policy) -> None:
    with pytest.raises(TypeError, match="not a time of day"):
        taken(policy, {"at": "check-out"}, on("2026-04-28"), **{"check-out": 10})


def test_it_reads_the_name_and_nothing_of_a_literal() -> None:
    assert list(step({"at": "check-out"}).reads()) == [("name", "check-out")]
    assert [list(step({"at": clock}).reads()) for clock in ("17:00", "24:00")] == [[], []]
