"""`working_day`: on a day that a calendar works."""

import pytest

from assistant.model.policy import Policy
from tests.vocabulary.given import Saying, asked, condition, on


@pytest.mark.parametrize(
    ("day", "held"),
    [
        ("2026-04-28", True),
        ("2026-04-29", False),  # a holiday
        ("2026-05-02", False),  # a Saturday
        ("2026-08-11", True),  # a holiday that the calendar leaves out
        ("2026-08-13", False),  # the company is closed
        ("2026-04-28T23:59", True),
        ("2026-04-29T00:00", False),
    ],
)
def test_it_holds_where_the_calendar_works_the_day(policy: Policy, day: str, held: bool) -> None:
    assert asked(policy, {"working_day": "office"}, on(day)).held is held


@pytest.mark.parametrize(("state", "held"), [("act", True), ("vic", False)])
def test_each_part_of_a_country_keeps_its_own(policy: Policy, state: str, held: bool) -> None:
    assert asked(policy, {"working_day": "site"}, on("2026-11-03"), state=state).held is held


def test_it_reads_its_calendar() -> None:
    one = condition({"working_day": "office"})
    assert (list(one.reads()), one.recurs) == ([("calendar", "office")], True)


def test_it_says_by_which_calendar(saying: Saying) -> None:
    assert saying.test({"working_day": "office"}, "starts") == (
        "Start is a working day (Office days)",
        "Startが営業日（Office days）",
    )
