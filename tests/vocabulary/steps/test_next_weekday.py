"""`next_weekday`: the first such day of the week."""

import pytest
from pydantic import ValidationError

from assistant.model.policy import Policy
from tests.vocabulary.given import Saying, on, step, taken


@pytest.mark.parametrize(
    ("day", "weekday", "after"),
    [
        ("2026-05-01", "fri", "2026-05-01"),
        ("2026-05-02", "fri", "2026-05-08"),
        ("2026-04-30T23:59", "fri", "2026-05-01"),
        ("2026-04-26", "mon", "2026-04-27"),
        ("2026-04-27", "sun", "2026-05-03"),
    ],
)
def test_it_is_the_first_on_or_after_the_day(policy: Policy, day: str, weekday: str, after: str) -> None:
    found = taken(policy, {"next_weekday": weekday}, on(day))
    assert (found.after, found.step.gives) == (on(after), "day")


def test_a_weekday_has_three_letters() -> None:
    with pytest.raises(ValidationError):
        step({"next_weekday": "friday"})


def test_it_says_which(policy: Policy, saying: Saying) -> None:
    assert saying.step(taken(policy, {"next_weekday": "fri"}, on("2026-04-28"))) == (
        "The first Friday from that day on: Fri 1 May 2026",
        "その日以降で最初の金曜日：2026年5月1日（金）",
    )
