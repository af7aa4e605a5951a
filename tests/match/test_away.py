"""Days that a word for a week and a weekday tell, on Tuesday 24 November 2026."""

import datetime as dt
import json
from functools import cache

import pytest

from assistant.i18n.load import read_grammars
from assistant.match.markers import Markers
from assistant.match.moments import times_said
from assistant.match.words import folded
from assistant.parsing.grammar import Grammar, joined
from tests.conftest import ROOT
from tests.match.grammar import marked

NOW = dt.datetime(2026, 11, 24, 10)
GERMAN = {
    "week": {"-1": ["letzten", "letzter"]},
    "month": {"-1": ["letzten"]},
    "forms": ["[am ]{which_week} {weekday_short}", "{weekday} {which_week} Woche"],
}


@cache
def several() -> Markers:
    """The markers of the languages that ship, of those that are tried, and of a little German."""
    german = Grammar.model_validate_json(json.dumps({"days": GERMAN}))
    return Markers.build(
        joined({"de": german} | read_grammars(ROOT / "locales") | read_grammars(ROOT / "tests/languages"))
    )


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


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("aktiviert am letzten Montag", ["2026-11-23", "2026-11-16"]),
        ("aktiviert letzten Montag", ["2026-11-23", "2026-11-16"]),
        ("aktiviert Montag letzter Woche", []),
        ("activée lundi dernier", ["2026-11-23", "2026-11-16"]),
        ("activée mercredi dernier", []),
    ],
)
def test_so_it_may_in_other_languages_with_a_word_before_it_or_behind(text: str, days: list[str]) -> None:
    (one,) = times_said(several().mark(folded(text)), NOW)
    assert [f"{day}" for day in one.days] == days
