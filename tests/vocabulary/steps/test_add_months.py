"""`add_months`: the same day of another month, or the month's last."""

import pytest

from assistant.errors import Refusal
from assistant.model.policy import Policy
from tests.vocabulary.given import Saying, on, step, taken


@pytest.mark.parametrize(
    ("day", "months", "after"),
    [
        ("2026-01-30", "1", "2026-02-28"),
        ("2026-01-28", "1", "2026-02-28"),
        ("2026-01-27", "1", "2026-02-27"),
        ("2028-01-30", "1", "2028-02-29"),
        ("2028-01-28", "1", "2028-02-28"),
        ("2026-12-31", "1", "2027-01-31"),
        ("2026-01-15", "-1", "2025-12-15"),
        ("2026-03-31", "-1", "2026-02-28"),
        ("2026-04-30", "0", "2026-04-30"),
        ("2026-04-30", "12", "2027-04-30"),
        ("2026-01-31T09:30", "1", "2026-02-28T09:30"),
    ],
)
def test_the_day_of_the_month_stays_or_is_the_last(policy: Policy, day: str, months: str, after: str) -> None:
    found = taken(policy, {"add_months": months}, on(day))
    assert (found.before, found.after, found.amount) == (on(day), on(after), int(months))


def test_a_name_says_how_many(policy: Policy) -> None:
    assert taken(policy, {"add_months": "term"}, on("2026-04-30"), term=3).after == on("2026-07-30")


def test_what_is_no_count_cannot_be_added(policy: Policy) -> None:
    with pytest.raises(TypeError, match="not a whole number: 'none'"):
        taken(policy, {"add_months": "term"}, on("2026-04-30"), term="none")


@pytest.mark.parametrize(("months", "year"), [("96000", "10026"), ("-25000", "-58")])
def test_a_year_that_no_calendar_has_is_refused(policy: Policy, months: str, year: str) -> None:
    with pytest.raises(Refusal) as refused:
        taken(policy, {"add_months": months}, on("2026-04-30"))
    assert (refused.value.reason, refused.value.details) == ("day-beyond", {"year": year})


@pytest.mark.parametrize(
    ("months", "english", "japanese"),
    [
        ("1", "1 month later: Sat 30 May 2026", "1か月後：2026年5月30日（土）"),
        ("3", "3 months later: Thu 30 Jul 2026", "3か月後：2026年7月30日（木）"),
    ],
)
def test_it_says_how_many_and_where_they_lead(
    policy: Policy, saying: Saying, months: str, english: str, japanese: str
) -> None:
    assert saying.step(taken(policy, {"add_months": months}, on("2026-04-30"))) == (english, japanese)


def test_it_reads_the_name_of_its_count_and_nothing_else() -> None:
    assert list(step({"add_months": "term"}).reads()) == [("name", "term")]
    assert list(step({"add_months": "9"}).reads()) == []


def test_no_edge_of_its_own_is_walked(policy: Policy) -> None:
    found = taken(policy, {"add_months": "1"}, on("2026-04-28"))
    assert found.step.side(found) is None
