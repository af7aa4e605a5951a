"""A moment that was entered is shown on the clock of the place that it is about, where that shows another time."""

import datetime as dt

import pytest

from assistant.i18n.words import Words
from assistant.model.policy import Library
from assistant.present.views import AnswerView
from tests.present.showing import ask

VISIT = {"level": "gold", "distance_km": "60"}
CALL, SITE = {"hours_of": "call-line"}, {"hours_of": "on-site"}
DAY = "Thu 15 Jan 2026"


@pytest.mark.parametrize(
    ("topic", "facts", "moment", "said"),
    [
        ("onsite-visit", {**VISIT, "state": "sa"}, "2026-01-15T13:30", f"{DAY}, 13:30"),
        ("onsite-visit", {**VISIT, "state": "nsw"}, "2026-01-15T13:30", f"{DAY}, 13:30 (14:00 in New South Wales)"),
        ("onsite-visit", {**VISIT, "state": "qld"}, "2026-01-15T13:30", f"{DAY}, 13:30 (13:00 in Queensland)"),
        ("onsite-visit", {**VISIT, "state": "wa"}, "2026-01-15T01:30",
         f"{DAY}, 01:30 (Wed 14 Jan 2026, 23:00 in Western Australia)"),
        ("support-hours", {**CALL, "state": "nsw"}, "2026-01-15T13:30", f"{DAY}, 13:30 (14:00 in New South Wales)"),
        ("support-hours", CALL, "2026-01-15T13:30", f"{DAY}, 13:30"),
        ("support-hours", {**SITE, "state": "nsw"}, "2026-01-15T13:30", f"{DAY}, 13:30"),
    ],
)  # fmt: skip
def test_both_clocks_are_shown_where_they_differ(
    library: Library, words: dict[str, Words], topic: str, facts: dict[str, str], moment: str, said: str
) -> None:
    name = "logged_at" if topic == "onsite-visit" else "at"
    now = dt.datetime(2026, 1, 15, 12, tzinfo=dt.UTC)
    view = ask(library, words["en"], "swap-out", topic, "due", {**facts, name: moment}, now.date(), now)
    assert isinstance(view, AnswerView)
    assert [one.text.text for one in view.given if one.fact == name] == [said]
