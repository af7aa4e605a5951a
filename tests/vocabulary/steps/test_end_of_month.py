"""`end_of_month`: the last day of a month ahead."""

import pytest

from assistant.model.policy import Policy
from tests.vocabulary.given import Saying, on, taken


@pytest.mark.parametrize(
    ("day", "months", "after"),
    [
        ("2026-01-31", "0", "2026-01-31"),
        ("2026-02-01", "0", "2026-02-28"),
        ("2027-12-31", "2", "2028-02-29"),
        ("2026-12-31", "1", "2027-01-31"),
        ("2026-01-01", "-1", "2025-12-31"),
        ("2026-04-15T12:00", "1", "2026-05-31"),
    ],
)
def test_it_is_the_last_day_of_that_month(policy: Policy, day: str, months: str, after: str) -> None:
    found = taken(policy, {"end_of_month": months}, on(day))
    assert (found.after, found.amount, found.step.gives) == (on(after), int(months), "day")


def test_a_name_says_how_many(policy: Policy) -> None:
    assert taken(policy, {"end_of_month": "ahead"}, on("2026-01-31"), ahead=1).after == on("2026-02-28")


@pytest.mark.parametrize(
    ("months", "english", "japanese"),
    [
        ("0", "The last day of the same month: Thu 30 Apr 2026", "同じ月の末日：2026年4月30日（木）"),
        ("1", "The last day of the following month: Sun 31 May 2026", "翌月の末日：2026年5月31日（日）"),
        ("-1", "The last day of the month before: Tue 31 Mar 2026", "前月の末日：2026年3月31日（火）"),
        ("3", "The last day of the month, 3 months ahead: Fri 31 Jul 2026", "3か月先の月の末日：2026年7月31日（金）"),
        ("-3", "The last day of the month, 3 months back: Sat 31 Jan 2026", "3か月前の月の末日：2026年1月31日（土）"),
    ],
)
def test_it_says_of_which_month(policy: Policy, saying: Saying, months: str, english: str, japanese: str) -> None:
    assert saying.step(taken(policy, {"end_of_month": months}, on("2026-04-28"))) == (english, japanese)
