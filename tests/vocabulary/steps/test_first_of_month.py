"""`first_of_month`: the first day of a month ahead."""

import pytest

from assistant.errors import Refusal
from assistant.model.policy import Policy
from tests.vocabulary.given import Saying, on, taken


@pytest.mark.parametrize(
    ("day", "written", "after", "months"),
    [
        ("2026-04-01", {"first_of_month": "0"}, "2026-04-01", 0),
        ("2026-04-30", {"first_of_month": "0"}, "2026-04-01", 0),
        ("2026-04-01", {"first_of_month": "1"}, "2026-05-01", 1),
        ("2026-04-02", {"first_of_month": "1"}, "2026-05-01", 1),
        ("2026-04-01", {"first_of_month": "2", "from_the_first": "1"}, "2026-05-01", 1),
        ("2026-04-02", {"first_of_month": "2", "from_the_first": "1"}, "2026-06-01", 2),
        ("2026-03-31", {"first_of_month": "2", "from_the_first": "1"}, "2026-05-01", 2),
        ("2026-04-01", {"first_of_month": "1", "from_the_first": "0"}, "2026-04-01", 0),
        ("2026-11-30", {"first_of_month": "2", "from_the_first": "1"}, "2027-01-01", 2),
        ("2026-12-31T23:59", {"first_of_month": "1"}, "2027-01-01", 1),
        ("2026-01-31", {"first_of_month": "-1"}, "2025-12-01", -1),
        ("2026-04-02", {"first_of_month": "ahead"}, "2026-07-01", 3),
        ("2026-04-01", {"first_of_month": "1", "from_the_first": "ahead"}, "2026-07-01", 3),
    ],
)
def test_the_month_ahead_begins(policy: Policy, day: str, written: dict[str, str], after: str, months: int) -> None:
    found = taken(policy, written, on(day), ahead=3)
    assert (found.before, found.after, found.amount) == (on(day), on(after), months)


def test_a_year_that_no_calendar_has_is_refused(policy: Policy) -> None:
    with pytest.raises(Refusal) as refused:
        taken(policy, {"first_of_month": "1"}, on("9999-12-15"))
    assert refused.value.reason == "day-beyond"


@pytest.mark.parametrize(
    ("months", "english", "japanese"),
    [
        ("0", "The first day of the same month: Wed 1 Apr 2026", "同じ月の1日：2026年4月1日（水）"),
        ("1", "The first day of the following month: Fri 1 May 2026", "翌月の1日：2026年5月1日（金）"),
        ("2", "The first day of the month after next: Mon 1 Jun 2026", "翌々月の1日：2026年6月1日（月）"),
        ("-1", "The first day of the month before: Sun 1 Mar 2026", "前月の1日：2026年3月1日（日）"),
        ("-2", "The first day of the month, 2 months back: Sun 1 Feb 2026", "2か月前の月の1日：2026年2月1日（日）"),
        ("3", "The first day of the month, 3 months ahead: Wed 1 Jul 2026", "3か月先の月の1日：2026年7月1日（水）"),
    ],
)
def test_it_says_which_month(policy: Policy, saying: Saying, months: str, english: str, japanese: str) -> None:
    assert saying.step(taken(policy, {"first_of_month": months}, on("2026-04-28"))) == (english, japanese)


def test_it_says_how_many_months_it_took_from_the_first(policy: Policy, saying: Saying) -> None:
    found = taken(policy, {"first_of_month": "2", "from_the_first": "1"}, on("2026-05-01"))
    assert saying.step(found)[0] == "The first day of the following month: Mon 1 Jun 2026"


def test_it_reads_nothing_and_has_no_edge(policy: Policy) -> None:
    found = taken(policy, {"first_of_month": "1"}, on("2026-04-28"))
    assert list(found.step.reads()) == []
    assert found.step.side(found) is None
