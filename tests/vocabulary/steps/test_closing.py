"""`closing`: when the hours that a moment lies in end."""

import pytest

from assistant.errors import Refusal
from assistant.model.policy import Policy
from tests.vocabulary.given import Given, Saying, on, step, taken


@pytest.mark.parametrize(
    ("moment", "closes"),
    [
        ("2026-04-28T09:00", "2026-04-28T12:00"),
        ("2026-04-28T11:59:59", "2026-04-28T12:00"),
        ("2026-04-28T13:00", "2026-04-28T17:00"),
        ("2026-04-28T16:59:59", "2026-04-28T17:00"),
    ],
)
def test_the_hours_end_the_same_day(policy: Policy, moment: str, closes: str) -> None:
    found = taken(policy, {"closing": "desk"}, on(moment))
    assert (found.before, found.after) == (on(moment), on(closes))
    assert (found.skipped, found.calendar) == ((), "office")


@pytest.mark.parametrize(
    "moment",
    ["2026-04-28T08:59:59", "2026-04-28T12:00", "2026-04-28T12:59:59", "2026-04-28T17:00", "2026-04-29T10:00"],
)
def test_outside_the_hours_there_is_nothing_to_end(policy: Policy, moment: str) -> None:
    with pytest.raises(Refusal, match="outside-hours"):
        taken(policy, {"closing": "desk"}, on(moment))


def test_a_day_is_no_moment(policy: Policy) -> None:
    with pytest.raises(TypeError, match="not a moment"):
        taken(policy, {"closing": "desk"}, on("2026-04-28"))


@pytest.mark.parametrize(("state", "inside"), [("act", True), ("vic", False)])
def test_a_holiday_of_one_part_closes_there_alone(policy: Policy, state: str, inside: bool) -> None:
    moment = on("2026-11-03T11:00")
    if inside:
        assert taken(policy, {"closing": "shop"}, moment, state=state).after == on("2026-11-03T18:00")
    else:
        with pytest.raises(Refusal, match="outside-hours"):
            taken(policy, {"closing": "shop"}, moment, state=state)


def test_it_says_when_they_end(policy: Policy, saying: Saying) -> None:
    assert saying.step(taken(policy, {"closing": "desk"}, on("2026-04-28T10:00"))) == (
        "These hours end on Tue 28 Apr 2026, 12:00",
        "この時間帯の終了：2026年4月28日（火）12:00",
    )


def test_it_reads_the_hours(policy: Policy) -> None:
    closing = step({"closing": "desk"})
    assert list(closing.reads()) == [("hours", "desk")]
    assert list(closing.clocks(Given(policy, {}))) == []


def test_it_is_no_time_by_which_something_is_done(policy: Policy) -> None:
    found = taken(policy, {"closing": "desk"}, on("2026-04-28T10:00"))
    assert (found.step.passes, found.step.side(found)) == ("", None)
