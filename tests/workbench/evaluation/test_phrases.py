"""The list at the end of a check: phrases that do not find their own topic when they are left out."""

from pathlib import Path

from assistant.i18n.load import load_words
from assistant.match.ranking import Phrase
from assistant.workbench.evaluation.left_out import LeftOut
from assistant.workbench.evaluation.phrases import lost_phrases

ASKED = [
    LeftOut("p/b", Phrase("late fee", "en"), "p/b"),
    LeftOut("p/b", Phrase("遅れた", "ja"), "p/a"),
    LeftOut("p/a", Phrase("saw", "en"), None),
    LeftOut("p/b", Phrase("forgot it", "en"), "p/a"),
]


def test_lost_phrases_are_listed_by_topic_and_language_with_where_they_lead(locales: Path) -> None:
    assert lost_phrases(ASKED, load_words(locales, "en")).splitlines() == [
        "",
        "No faults, but phrases that do not find their own topic first when they are left out:",
        "p/a, en:",
        "  “saw” leads to no topic",
        "p/b, en:",
        "  “forgot it” leads to p/a",
        "p/b, ja:",
        "  “遅れた” leads to p/a",
        "",
        "en: 33.3 % of the phrases find their own topic first when they are left out.",
        "ja: 0.0 % of the phrases find their own topic first when they are left out.",
    ]


def test_lost_phrases_are_listed_in_japanese(locales: Path) -> None:
    assert "  「forgot it」→ p/a" in lost_phrases(ASKED, load_words(locales, "ja")).splitlines()
