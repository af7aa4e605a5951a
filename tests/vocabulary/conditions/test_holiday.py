"""`holiday`: on a public holiday."""

import pytest

from assistant.model.policy import Policy
from tests.vocabulary.given import Saying, asked, condition, on


@pytest.mark.parametrize(
    ("day", "held"),
    [
        ("2026-04-28", False),
        ("2026-04-29", True),
        ("2026-05-03", True),  # Constitution Day, a Sunday
        ("2026-05-02", False),  # a Saturday
        ("2026-08-11", False),  # a holiday that the calendar leaves out
        ("2026-08-13", False),  # the company is closed
        ("2026-04-29T12:00", True),
    ],
)
def test_it_holds_on_public_holidays_alone(policy: Policy, day: str, held: bool) -> None:
    assert asked(policy, {"holiday": "office"}, on(day)).held is held


def test_a_calendar_without_holidays_has_none(policy: Policy) -> None:
    assert not asked(policy, {"holiday": "plain"}, on("2026-01-01")).held


def test_it_reads_its_calendar() -> None:
    one = condition({"holiday": "office"})
    assert (list(one.reads()), one.recurs) == ([("calendar", "office")], True)


def test_it_says_by_which_calendar(saying: Saying) -> None:
    assert saying.test({"holiday": "office"}, "starts") == (
        "Start is a public holiday (Office days)",
        "Startが祝日（Office days）",
    )
