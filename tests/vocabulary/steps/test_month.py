"""`first_of_month`, `end_of_month`, `day_of_month`: a day of a month ahead."""

import pytest
from pydantic import ValidationError

from assistant.errors import Refusal
from assistant.model.policy import Policy
from tests.vocabulary.given import Saying, on, step, taken


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
