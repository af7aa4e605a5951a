"""`add_days`: calendar days, forwards and backwards."""

import pytest

from assistant.errors import Refusal
from assistant.model.policy import Policy
from tests.vocabulary.given import Saying, on, step, taken


@pytest.mark.parametrize(
    ("day", "days", "after"),
    [
        ("2026-04-30", "0", "2026-04-30"),
        ("2026-04-30", "1", "2026-05-01"),
        ("2026-05-01", "-1", "2026-04-30"),
        ("2026-12-31", "1", "2027-01-01"),
        ("2027-02-28", "1", "2027-03-01"),
        ("2028-02-28", "1", "2028-02-29"),
        ("2028-03-01", "-1", "2028-02-29"),
        ("2026-04-30", "-30", "2026-03-31"),
        ("2026-04-30", "365", "2027-04-30"),
        ("2026-04-30T23:59", "1", "2026-05-01T23:59"),
        ("2099-12-31", "1", "2100-01-01"),
    ],
)
def test_days_are_those_of_the_calendar(policy: Policy, day: str, days: str, after: str) -> None:
    found = taken(policy, {"add_days": days}, on(day))
    assert (found.before, found.after, found.amount) == (on(day), on(after), int(days))
    assert (found.skipped, found.late, found.calendar) == ((), False, None)


def test_a_name_says_how_many(policy: Policy) -> None:
    assert taken(policy, {"add_days": "notice"}, on("2026-04-28"), notice=3).after == on("2026-05-01")


@pytest.mark.parametrize("notice", ["none", on("2026-01-01")])
def test_what_is_no_count_cannot_be_added(policy: Policy, notice: str) -> None:
    with pytest.raises(TypeError, match="not a whole number"):
        taken(policy, {"add_days": "notice"}, on("2026-04-28"), notice=notice)


@pytest.mark.parametrize(("days", "year"), [("3000000", "2026"), ("-800000", "2026")])
def test_a_day_that_no_calendar_has_is_refused(policy: Policy, days: str, year: str) -> None:
    with pytest.raises(Refusal) as refused:
        taken(policy, {"add_days": days}, on("2026-04-28"))
    assert (refused.value.reason, refused.value.details) == ("day-beyond", {"year": year})


@pytest.mark.parametrize(
    ("days", "english", "japanese"),
    [
        ("0", "0 days later: Tue 28 Apr 2026", "0日後：2026年4月28日（火）"),
        ("1", "1 day later: Wed 29 Apr 2026", "1日後：2026年4月29日（水）"),
        ("3", "3 days later: Fri 1 May 2026", "3日後：2026年5月1日（金）"),
        ("-1", "1 day earlier: Mon 27 Apr 2026", "1日前：2026年4月27日（月）"),
        ("-3", "3 days earlier: Sat 25 Apr 2026", "3日前：2026年4月25日（土）"),
    ],
)
def test_it_says_how_many_and_where_they_lead(
    policy: Policy, saying: Saying, days: str, english: str, japanese: str
) -> None:
    assert saying.step(taken(policy, {"add_days": days}, on("2026-04-28"))) == (english, japanese)


def test_it_reads_the_name_of_its_count_and_nothing_else() -> None:
    assert list(step({"add_days": "notice"}).reads()) == [("name", "notice")]
    assert list(step({"add_days": "-10"}).reads()) == []


def test_another_name_can_be_bound() -> None:
    assert step({"add_days": "notice"}).renamed({"notice": "delay"}) == step({"add_days": "delay"})
    assert step({"add_days": "-10"}).renamed({"notice": "delay"}) == step({"add_days": "-10"})


def test_no_edge_of_its_own_is_walked(policy: Policy) -> None:
    found = taken(policy, {"add_days": "1"}, on("2026-04-28"))
    assert found.step.side(found) is None
    assert found.step.passes == ""
