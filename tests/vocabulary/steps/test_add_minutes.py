"""`add_minutes`: minutes that really pass."""

import pytest

from assistant.model.policy import Policy
from tests.vocabulary.given import Saying, on, step, taken
from tests.vocabulary.steps.test_add_hours import berlin


@pytest.mark.parametrize(
    ("moment", "minutes", "after"),
    [
        ("2026-04-28T23:30", "30", "2026-04-29T00:00"),
        ("2026-04-28T00:15", "-16", "2026-04-27T23:59"),
        ("2026-03-29T01:45", "30", "2026-03-29T03:15"),
    ],
)
def test_so_much_later(policy: Policy, moment: str, minutes: str, after: str) -> None:
    found = taken(berlin(policy), {"add_minutes": minutes}, on(moment))
    assert (found.before, found.after, found.amount) == (on(moment), on(after), int(minutes))


def test_a_day_has_no_minutes(policy: Policy) -> None:
    with pytest.raises(TypeError, match="not a moment"):
        taken(policy, {"add_minutes": "1"}, on("2026-04-28"))


@pytest.mark.parametrize(
    ("minutes", "english", "japanese"),
    [
        ("1", "1 minute later: Tue 28 Apr 2026, 09:01", "1分後：2026年4月28日（火）9:01"),
        ("-30", "30 minutes earlier: Tue 28 Apr 2026, 08:30", "30分前：2026年4月28日（火）8:30"),
    ],
)
def test_it_says_how_many(policy: Policy, saying: Saying, minutes: str, english: str, japanese: str) -> None:
    assert saying.step(taken(policy, {"add_minutes": minutes}, on("2026-04-28T09:00"))) == (english, japanese)


def test_it_counts_from_a_moment_to_a_moment() -> None:
    one = step({"add_minutes": "30"})
    assert (one.takes, one.gives) == ("moment", "moment")
