"""`add_years`: the same day of another year; 29 February is the 28th where the year has none."""

import pytest

from assistant.errors import Refusal
from assistant.model.policy import Policy
from tests.vocabulary.given import Saying, on, step, taken


@pytest.mark.parametrize(
    ("day", "years", "after"),
    [
        ("2028-02-28", "1", "2029-02-28"),
        ("2028-02-29", "1", "2029-02-28"),
        ("2028-03-01", "1", "2029-03-01"),
        ("2028-02-29", "4", "2032-02-29"),
        ("2027-02-28", "1", "2028-02-28"),
        ("2026-12-31", "1", "2027-12-31"),
        ("2028-02-29", "-1", "2027-02-28"),
        ("2026-04-30", "0", "2026-04-30"),
        ("2028-02-29T17:00", "1", "2029-02-28T17:00"),
    ],
)
def test_the_day_of_the_year_stays(policy: Policy, day: str, years: str, after: str) -> None:
    found = taken(policy, {"add_years": years}, on(day))
    assert (found.before, found.after, found.amount) == (on(day), on(after), int(years))


def test_a_name_says_how_many(policy: Policy) -> None:
    assert taken(policy, {"add_years": "term"}, on("2026-04-30"), term=5).after == on("2031-04-30")


def test_what_is_no_count_cannot_be_added(policy: Policy) -> None:
    with pytest.raises(TypeError, match="not a whole number: 'none'"):
        taken(policy, {"add_years": "term"}, on("2026-04-30"), term="none")


@pytest.mark.parametrize(("years", "year"), [("7974", "10000"), ("-2026", "0")])
def test_a_year_that_no_calendar_has_is_refused(policy: Policy, years: str, year: str) -> None:
    with pytest.raises(Refusal) as refused:
        taken(policy, {"add_years": years}, on("2026-04-30"))
    assert (refused.value.reason, refused.value.details) == ("day-beyond", {"year": year})


@pytest.mark.parametrize(("years", "after"), [("7973", "9999-04-30"), ("-2025", "0001-04-30")])
def test_the_first_and_the_last_year_of_any_calendar_are_reached(policy: Policy, years: str, after: str) -> None:
    assert taken(policy, {"add_years": years}, on("2026-04-30")).after == on(after)


@pytest.mark.parametrize(
    ("years", "english", "japanese"),
    [
        ("1", "1 year later: Fri 30 Apr 2027", "1年後：2027年4月30日（金）"),
        ("5", "5 years later: Wed 30 Apr 2031", "5年後：2031年4月30日（水）"),
    ],
)
def test_it_says_how_many_and_where_they_lead(
    policy: Policy, saying: Saying, years: str, english: str, japanese: str
) -> None:
    assert saying.step(taken(policy, {"add_years": years}, on("2026-04-30"))) == (english, japanese)


def test_it_reads_the_name_of_its_count_and_nothing_else() -> None:
    assert list(step({"add_years": "term"}).reads()) == [("name", "term")]
    assert list(step({"add_years": "1"}).reads()) == []


def test_no_edge_of_its_own_is_walked(policy: Policy) -> None:
    found = taken(policy, {"add_years": "1"}, on("2026-04-28"))
    assert found.step.side(found) is None
