"""Days that a word for a week and a weekday tell, on Tuesday 24 November 2026."""

import datetime as dt

import pytest

from assistant.match.moments import times_said
from assistant.match.words import folded
from tests.match.grammar import marked

NOW = dt.datetime(2026, 11, 24, 10)


@pytest.mark.parametrize(
    ("text", "value", "days"),
    [
        ("it was activated last Monday", None, ["2026-11-23", "2026-11-16"]),
        ("it was activated last Tuesday", "2026-11-17", []),
        ("it was activated last Wednesday", "2026-11-18", []),
        ("it was activated on Monday last week", "2026-11-16", []),
        ("it was activated last week on Monday", "2026-11-16", []),
        ("先週月曜に有効化しました", "2026-11-16", []),
    ],
)
def test_last_monday_may_be_yesterday_or_a_week_before(text: str, value: str | None, days: list[str]) -> None:
    (one,) = times_said(marked(folded(text)), NOW)
    assert (str(one.value) if one.value else None, [f"{day}" for day in one.days]) == (value, days)
