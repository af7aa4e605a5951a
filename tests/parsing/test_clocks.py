"""Times of day: hours in parts of the day, and which may be of either half."""

import pytest

from assistant.errors import Refusal
from assistant.parsing.clocks import either_half, in_part
from tests.match.grammar import SPEECH


@pytest.mark.parametrize(
    ("hour", "hours", "found"),
    [(9, (0, 12), 9), (3, (12, 24), 15), (0, (12, 24), 12), (12, (6, 18), 12), (1, (17, 29), 25), (8, (17, 29), 20),
     (20, (17, 29), 20)],
)  # fmt: skip
def test_an_hour_lies_in_a_part_of_the_day(hour: int, hours: tuple[int, int], found: int) -> None:
    assert in_part(hour, hours, "") == found


@pytest.mark.parametrize(
    ("hour", "hours", "reason"),
    [(12, (0, 12), "time-ambiguous"), (12, (12, 24), "time-ambiguous"), (13, (0, 12), "no-such-time"),
     (9, (0, 0), "no-such-time")],
)  # fmt: skip
def test_an_hour_that_does_not_is_refused(hour: int, hours: tuple[int, int], reason: str) -> None:
    with pytest.raises(Refusal) as refusal:
        in_part(hour, hours, "")
    assert refusal.value.reason == reason


@pytest.mark.parametrize(
    ("typed", "either"),
    [("4:00", True), ("３時半", True), ("04:00", False), ("4 pm", False), ("16:00", False), ("午後4時", False),
     ("noon", False), ("soon", False), ("12:00", False), ("30 June 2026, 4:00", True), ("3時半 2026年6月30日", True),
     ("30 June 2026 4 pm", False), ("2026-06-30T04:00", False), ("30 June 2026", False)],
)  # fmt: skip
def test_which_time_may_be_of_either_half(typed: str, either: bool) -> None:
    assert either_half(SPEECH, typed) == either
