"""`to_working_day`: the day itself where it is worked, else the nearest one that is."""

import pytest
from pydantic import ValidationError

from assistant.errors import Refusal
from assistant.model.policy import Policy
from tests.vocabulary.given import Saying, on, step, taken


@pytest.mark.parametrize(
    ("day", "way", "after", "skipped"),
    [
        ("2026-04-28", "next", "2026-04-28", []),
        ("2026-04-28", "previous", "2026-04-28", []),
        ("2026-04-29", "next", "2026-04-30", ["Showa Day"]),
        ("2026-04-29", "previous", "2026-04-28", ["Showa Day"]),
        ("2026-08-13", "next", "2026-08-14", ["company"]),
        ("2026-05-02", "previous", "2026-05-01", ["weekend"]),
        ("2026-05-03T10:00", "previous", "2026-05-01", ["weekend", "weekend"]),
    ],
)
def test_a_day_that_is_not_worked_moves(policy: Policy, day: str, way: str, after: str, skipped: list[str]) -> None:
    found = taken(policy, {"to_working_day": way, "calendar": "office"}, on(day))
    assert (found.after, [why for _, why in found.skipped], found.calendar) == (on(after), skipped, "office")


def test_the_day_itself_is_looked_at_too(policy: Policy) -> None:
    found = taken(policy, {"to_working_day": "previous", "calendar": "office"}, on("2026-05-03"))
    assert found.step.looked(found) == (on("2026-05-01"), on("2026-05-03"))


def test_there_are_two_ways() -> None:
    with pytest.raises(ValidationError):
        step({"to_working_day": "nearest", "calendar": "office"})


def test_beyond_the_last_day_there_is_none(policy: Policy) -> None:
    with pytest.raises(Refusal, match="day-beyond"):
        taken(policy, {"to_working_day": "previous", "calendar": "plain"}, on("2000-01-01"))


@pytest.mark.parametrize(
    ("day", "way", "english", "japanese"),
    [
        (
            "2026-04-28",
            "next",
            "A working day, so it stays: Tue 28 Apr 2026",
            "営業日のため、変わりません：2026年4月28日（火）",
        ),
        (
            "2026-04-29",
            "next",
            "Not a working day, so the next one: Thu 30 Apr 2026",
            "営業日ではないため、次の営業日：2026年4月30日（木）",
        ),
        (
            "2026-04-29",
            "previous",
            "Not a working day, so the one before: Tue 28 Apr 2026",
            "営業日ではないため、前の営業日：2026年4月28日（火）",
        ),
    ],
)
def test_it_says_whether_it_moved(
    policy: Policy, saying: Saying, day: str, way: str, english: str, japanese: str
) -> None:
    assert saying.step(taken(policy, {"to_working_day": way, "calendar": "office"}, on(day))) == (english, japanese)
