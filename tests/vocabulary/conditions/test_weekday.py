"""`weekday`: on certain days of the week."""

import pytest
from pydantic import ValidationError

from assistant.model.policy import Policy
from tests.vocabulary.given import Saying, asked, condition, on


@pytest.mark.parametrize(
    ("day", "held"),
    [
        ("2026-05-01", False),
        ("2026-05-02", True),
        ("2026-05-03", True),
        ("2026-05-04", False),
        ("2026-05-02T00:00", True),
        ("2026-05-01T23:59", False),
    ],
)
def test_it_holds_on_those_days(policy: Policy, day: str, held: bool) -> None:
    assert asked(policy, {"weekday": ("sat", "sun")}, on(day)).held is held


def test_one_may_stand_without_its_list() -> None:
    assert condition({"weekday": "sat"}) == condition({"weekday": ("sat",)})


@pytest.mark.parametrize("written", ["saturday", (), ("sat", "holiday")])
def test_nothing_else_is_a_day_of_the_week(written: object) -> None:
    with pytest.raises(ValidationError):
        condition({"weekday": written})


def test_it_comes_round_again() -> None:
    assert (condition({"weekday": "sat"}).recurs, condition({"weekday": "sat"}).operands()) == (True, ())


def test_it_says_which(saying: Saying) -> None:
    assert saying.test({"weekday": ("sat", "sun")}, "starts") == (
        "Start is a Saturday or Sunday",
        "Startが土曜日または日曜日",
    )
