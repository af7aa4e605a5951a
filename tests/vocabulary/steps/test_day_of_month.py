"""`day_of_month`: a certain day of a month ahead."""

import pytest
from pydantic import ValidationError

from assistant.model.policy import Policy
from tests.vocabulary.given import Saying, on, step, taken


@pytest.mark.parametrize(
    ("day", "number", "months", "after"),
    [
        ("2026-04-28", "25", "0", "2026-04-25"),
        ("2026-04-28", "25", "1", "2026-05-25"),
        ("2026-01-31", "31", "1", "2026-02-28"),
        ("2028-01-31", "30", "1", "2028-02-29"),
        ("2026-12-01T09:00", "10", "1", "2027-01-10"),
        ("2026-01-15", "25", "-1", "2025-12-25"),
    ],
)
def test_it_is_that_day_or_the_last_one(policy: Policy, day: str, number: str, months: str, after: str) -> None:
    found = taken(policy, {"day_of_month": number, "months": months}, on(day))
    assert (found.after, found.step.gives) == (on(after), "day")


@pytest.mark.parametrize("number", ["0", "32", "-1"])
def test_no_month_has_such_a_day(number: str) -> None:
    with pytest.raises(ValidationError, match="no month has a day"):
        step({"day_of_month": number, "months": "1"})


def test_how_many_months_ahead_must_be_said() -> None:
    with pytest.raises(ValidationError):
        step({"day_of_month": "25"})


@pytest.mark.parametrize(
    ("months", "english", "japanese"),
    [
        (
            "0",
            "Day 25 of the same month: Sat 25 Apr 2026",
            "同じ月の25日：2026年4月25日（土）",
        ),
        (
            "1",
            "Day 25 of the following month: Mon 25 May 2026",
            "翌月25日：2026年5月25日（月）",
        ),
        (
            "-1",
            "Day 25 of the month before: Wed 25 Mar 2026",
            "前月25日：2026年3月25日（水）",
        ),
        (
            "2",
            "Day 25 of the month, 2 months ahead: Thu 25 Jun 2026",
            "2か月先の月の25日：2026年6月25日（木）",
        ),
        (
            "-2",
            "Day 25 of the month, 2 months back: Wed 25 Feb 2026",
            "2か月前の月の25日：2026年2月25日（水）",
        ),
    ],
)
def test_it_says_which_day_of_which_month(
    policy: Policy, saying: Saying, months: str, english: str, japanese: str
) -> None:
    assert saying.step(taken(policy, {"day_of_month": "25", "months": months}, on("2026-04-28"))) == (english, japanese)


def test_a_month_without_the_day_is_told(policy: Policy, saying: Saying) -> None:
    assert saying.step(taken(policy, {"day_of_month": "31", "months": "1"}, on("2026-05-28"))) == (
        "This month has no day 31, so its last day: Tue 30 Jun 2026",
        "その月に31日はないため、末日：2026年6月30日（火）",
    )
