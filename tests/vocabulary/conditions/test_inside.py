"""`inside`: within opening hours, on a day that is worked."""

import pytest

from assistant.model.policy import Policy
from tests.vocabulary.given import Saying, asked, condition, on


@pytest.mark.parametrize(
    ("moment", "held"),
    [
        ("2026-04-28T08:59:59", False),
        ("2026-04-28T09:00", True),
        ("2026-04-28T11:59:59", True),
        ("2026-04-28T12:00", False),
        ("2026-04-28T12:59:59", False),
        ("2026-04-28T13:00", True),
        ("2026-04-28T16:59:59", True),
        ("2026-04-28T17:00", False),
        ("2026-04-29T10:00", False),
        ("2026-05-02T10:00", False),
        ("2026-08-13T10:00", False),
    ],
)
def test_doors_open_with_the_minute_and_close_with_it(policy: Policy, moment: str, held: bool) -> None:
    found = asked(policy, {"inside": "desk"}, on(moment))
    assert (found.name, found.value, found.against, found.held) == ("x", on(moment), None, held)


@pytest.mark.parametrize(("state", "held"), [("act", True), ("vic", False)])
def test_a_holiday_of_one_part_closes_there_alone(policy: Policy, state: str, held: bool) -> None:
    assert asked(policy, {"inside": "shop"}, on("2026-11-03T12:00"), state=state).held is held


@pytest.mark.parametrize("value", [on("2026-04-28"), "never", 9])
def test_what_is_no_moment_lies_nowhere(policy: Policy, value: str) -> None:
    with pytest.raises(TypeError, match="not a moment"):
        asked(policy, {"inside": "desk"}, value)


def test_the_calendar_is_asked_for_before_the_moment(policy: Policy) -> None:
    with pytest.raises(KeyError, match="state"):
        asked(policy, {"inside": "shop"}, on("2026-04-28"))


def test_it_says_which_hours(saying: Saying) -> None:
    assert saying.test({"inside": "desk"}, "at") == ("Call lies inside these hours: Desk", "CallがDeskの時間内")


def test_it_reads_the_hours_and_is_held_against_nothing() -> None:
    test = condition({"inside": "desk"})
    assert list(test.reads()) == [("hours", "desk")]
    assert (test.operands(), test.of_ids) == ((), False)


def test_the_walk_knows_its_edges_from_the_hours() -> None:
    assert condition({"inside": "desk"}).side(on("2026-04-28T10:00"), None) is None
