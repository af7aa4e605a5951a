"""Steps that add so much of the clock or the calendar: less than nothing is said as earlier, nothing as later."""

import pytest

from assistant.model.policy import Policy
from tests.vocabulary.given import Saying, on, taken

UNITS = {
    "add_minutes": ("minute", "28 Apr 2026, 12:00"),
    "add_hours": ("hour", "28 Apr 2026, 12:00"),
    "add_days": ("day", "28 Apr 2026"),
    "add_weeks": ("week", "28 Apr 2026"),
    "add_months": ("month", "28 Apr 2026"),
    "add_years": ("year", "28 Apr 2026"),
}


@pytest.mark.parametrize("word", UNITS)
def test_nothing_added_is_said_as_later(policy: Policy, saying: Saying, word: str) -> None:
    unit, day = UNITS[word]
    start = on("2026-04-28T12:00") if ":" in day else on("2026-04-28")
    english, japanese = saying.step(taken(policy, {word: "0"}, start))
    assert english.startswith(f"0 {unit}s later")
    assert day in english
    assert japanese.startswith("0")
    assert "後" in japanese


@pytest.mark.parametrize(("count", "said"), [("-1", "1 {unit} earlier"), ("-2", "2 {unit}s earlier")])
@pytest.mark.parametrize("word", UNITS)
def test_less_than_nothing_is_said_as_earlier(policy: Policy, saying: Saying, word: str, count: str, said: str) -> None:
    unit, day = UNITS[word]
    start = on("2026-04-28T12:00") if ":" in day else on("2026-04-28")
    english, japanese = saying.step(taken(policy, {word: count}, start))
    assert english.startswith(said.format(unit=unit))
    assert "前" in japanese
