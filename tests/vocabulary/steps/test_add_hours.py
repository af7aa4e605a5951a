"""`add_hours`: hours that really pass."""

import datetime as dt
from decimal import Decimal

import pytest

from assistant.errors import Refusal
from assistant.model.policy import Policy
from tests.vocabulary.given import Saying, on, step, taken


def berlin(policy: Policy) -> Policy:
    """The same policy on a clock with summer time."""
    return policy.model_copy(update={"about": policy.about.model_copy(update={"time_zone": "Europe/Berlin"})})


@pytest.mark.parametrize(
    ("moment", "hours", "after"),
    [
        ("2026-04-28T23:30", "24", "2026-04-29T23:30"),
        ("2026-04-28T23:30", "0.5", "2026-04-29T00:00"),
        ("2026-04-28T00:15", "-0.25", "2026-04-28T00:00"),
        ("2026-04-28T00:15", "-24", "2026-04-27T00:15"),
        ("2026-03-28T12:00", "24", "2026-03-29T12:00"),
    ],
)
def test_so_much_later_on_a_clock_without_summer_time(policy: Policy, moment: str, hours: str, after: str) -> None:
    found = taken(policy, {"add_hours": hours}, on(moment))
    assert (found.before, found.after, found.amount) == (on(moment), on(after), Decimal(hours))


@pytest.mark.parametrize(
    ("moment", "hours", "after"),
    [
        ("2026-03-28T12:00", "24", "2026-03-29T13:00"),  # an hour is skipped
        ("2026-03-29T01:59", "1", "2026-03-29T03:59"),
        ("2026-10-24T12:00", "24", "2026-10-25T11:00"),  # an hour comes twice
        ("2026-10-25T02:30", "1", "2026-10-25T02:30"),  # the first of the two
        ("2026-10-25T11:00", "-24", "2026-10-24T12:00"),
    ],
)
def test_a_change_of_the_clock_counts(policy: Policy, moment: str, hours: str, after: str) -> None:
    found = taken(berlin(policy), {"add_hours": hours}, on(moment)).after
    assert found == on(after)
    assert isinstance(found, dt.datetime)
    assert (found.tzinfo, found.fold) == (None, 0)


@pytest.mark.parametrize("moment", ["2026-03-29T02:00", "2026-03-29T02:59"])
def test_a_time_that_the_clock_skips_is_refused(policy: Policy, moment: str) -> None:
    with pytest.raises(Refusal, match="no-such-moment"):
        taken(berlin(policy), {"add_hours": "1"}, on(moment))


def test_a_day_has_no_hours(policy: Policy) -> None:
    with pytest.raises(TypeError, match="not a moment"):
        taken(policy, {"add_hours": "1"}, on("2026-04-28"))


@pytest.mark.parametrize("hours", ["99999999", "-999999999"])
def test_more_hours_than_there_are_are_refused(policy: Policy, hours: str) -> None:
    with pytest.raises(Refusal, match="day-beyond"):
        taken(policy, {"add_hours": hours}, on("2026-04-28T09:00"))


@pytest.mark.parametrize(
    ("hours", "english", "japanese"),
    [
        ("1", "1 hour later: Tue 28 Apr 2026, 10:00", "1時間後：2026年4月28日（火）10:00"),
        ("1.5", "1.5 hours later: Tue 28 Apr 2026, 10:30", "1.5時間後：2026年4月28日（火）10:30"),
        ("-2", "2 hours earlier: Tue 28 Apr 2026, 07:00", "2時間前：2026年4月28日（火）7:00"),
    ],
)
def test_it_says_how_many(policy: Policy, saying: Saying, hours: str, english: str, japanese: str) -> None:
    assert saying.step(taken(policy, {"add_hours": hours}, on("2026-04-28T09:00"))) == (english, japanese)


def test_it_counts_from_a_moment_to_a_moment() -> None:
    one = step({"add_hours": "hours"})
    assert (list(one.reads()), one.takes, one.gives) == ([("name", "hours")], "moment", "moment")
