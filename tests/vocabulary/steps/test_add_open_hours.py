"""`add_open_hours`: hours counted inside opening hours."""

from decimal import Decimal

import pytest

from assistant.model.policy import Policy
from tests.vocabulary.given import Saying, on, step, taken


@pytest.mark.parametrize(
    ("moment", "hours", "after", "skipped"),
    [
        ("2026-04-28T09:00", "3", "2026-04-28T12:00", []),
        ("2026-04-28T09:00", "3.5", "2026-04-28T13:30", []),
        ("2026-04-28T16:30", "1", "2026-04-30T09:30", ["Showa Day"]),
        ("2026-04-29T10:00", "0.5", "2026-04-30T09:30", ["Showa Day"]),
        ("2026-04-30T09:30", "-1", "2026-04-28T16:30", ["Showa Day"]),
    ],
)
def test_only_open_hours_count(policy: Policy, moment: str, hours: str, after: str, skipped: list[str]) -> None:
    found = taken(policy, {"add_open_hours": hours, "within": "desk"}, on(moment))
    assert (found.after, found.amount, found.calendar) == (on(after), Decimal(hours), "office")
    assert [why for _, why in found.skipped] == skipped


@pytest.mark.parametrize(
    ("hours", "english", "japanese"),
    [
        (
            "1",
            "1 hour, counted inside these hours (Desk): Tue 28 Apr 2026, 10:00",
            "営業時間（Desk）だけを数えて1時間：2026年4月28日（火）10:00",
        ),
        (
            "2.5",
            "2.5 hours, counted inside these hours (Desk): Tue 28 Apr 2026, 11:30",
            "営業時間（Desk）だけを数えて2.5時間：2026年4月28日（火）11:30",
        ),
        (
            "-1",
            "1 hour before, counted inside these hours (Desk): Mon 27 Apr 2026, 16:00",
            "営業時間（Desk）だけをさかのぼって数えて1時間前：2026年4月27日（月）16:00",
        ),
    ],
)
def test_it_says_how_many_inside_which(policy: Policy, saying: Saying, hours: str, english: str, japanese: str) -> None:
    found = taken(policy, {"add_open_hours": hours, "within": "desk"}, on("2026-04-28T09:00"))
    assert saying.step(found) == (english, japanese)


def test_it_reads_what_says_how_many_before_its_hours() -> None:
    one = step({"add_open_hours": "hours", "within": "desk"})
    assert list(one.reads()) == [("name", "hours"), ("hours", "desk")]
    assert (one.takes, one.gives) == ("moment", "moment")
