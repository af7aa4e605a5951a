"""`opening`, `closing`: when the doors next open, and when the hours that a moment lies in end."""

import pytest

from assistant.errors import Refusal
from assistant.model.policy import Policy
from tests.vocabulary.given import Given, Saying, on, step, taken


@pytest.mark.parametrize(
    ("moment", "opens", "skipped"),
    [
        ("2026-04-28T08:59:59", "2026-04-28T09:00", []),
        ("2026-04-28T12:00", "2026-04-28T13:00", []),
        ("2026-04-28T12:59:59", "2026-04-28T13:00", []),
        ("2026-04-27T17:00", "2026-04-28T09:00", []),
        ("2026-04-28T17:00", "2026-04-30T09:00", ["Showa Day"]),
        ("2026-04-29T00:00", "2026-04-30T09:00", ["Showa Day"]),
        ("2026-08-13T10:00", "2026-08-14T09:00", ["company"]),
        ("2026-08-14T17:00", "2026-08-17T09:00", ["weekend", "weekend"]),
    ],
)
def test_the_doors_open_the_same_day_or_on_the_next_one_worked(
    policy: Policy, moment: str, opens: str, skipped: list[str]
) -> None:
    found = taken(policy, {"opening": "desk"}, on(moment))
    assert (found.before, found.after, found.calendar) == (on(moment), on(opens), "office")
    assert [why for _, why in found.skipped] == skipped


def test_a_day_is_no_moment(policy: Policy) -> None:
    with pytest.raises(TypeError, match="not a moment"):
        taken(policy, {"opening": "desk"}, on("2026-04-28"))


def test_beyond_the_last_day_nothing_opens(policy: Policy) -> None:
    with pytest.raises(Refusal) as refused:
        taken(policy, {"opening": "desk"}, on("2099-12-31T18:00"))
    assert refused.value.reason == "day-beyond"


@pytest.mark.parametrize(("state", "opens"), [("act", "2026-11-03T10:00"), ("vic", "2026-11-04T10:00")])
def test_a_holiday_of_one_part_closes_there_alone(policy: Policy, state: str, opens: str) -> None:
    assert taken(policy, {"opening": "shop"}, on("2026-11-02T18:00"), state=state).after == on(opens)


def test_it_says_when_they_begin(policy: Policy, saying: Saying) -> None:
    assert saying.step(taken(policy, {"opening": "desk"}, on("2026-04-28T17:00"))) == (
        "The next hours begin on Thu 30 Apr 2026, 09:00",
        "次の時間帯の開始：2026年4月30日（木）9:00",
    )


def test_it_reads_the_hours(policy: Policy) -> None:
    opening = step({"opening": "desk"})
    assert list(opening.reads()) == [("hours", "desk")]
    assert list(opening.clocks(Given(policy, {}))) == []


def test_the_strip_of_days_shows_those_passed(policy: Policy) -> None:
    found = taken(policy, {"opening": "desk"}, on("2026-04-28T17:00"))
    assert (found.step.passes, found.step.side(found)) == ("days", None)


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


def test_closing_a_day_is_no_moment(policy: Policy) -> None:
    with pytest.raises(TypeError, match="not a moment"):
        taken(policy, {"closing": "desk"}, on("2026-04-28"))


@pytest.mark.parametrize(("state", "inside"), [("act", True), ("vic", False)])
def test_closing_a_holiday_of_one_part_closes_there_alone(policy: Policy, state: str, inside: bool) -> None:
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


def test_closing_it_reads_the_hours(policy: Policy) -> None:
    closing = step({"closing": "desk"})
    assert list(closing.reads()) == [("hours", "desk")]
    assert list(closing.clocks(Given(policy, {}))) == []


def test_it_is_no_time_by_which_something_is_done(policy: Policy) -> None:
    found = taken(policy, {"closing": "desk"}, on("2026-04-28T10:00"))
    assert (found.step.passes, found.step.side(found)) == ("", None)
