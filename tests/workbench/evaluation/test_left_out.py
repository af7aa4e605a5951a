"""Phrases are asked of an index that does not have them, and those that do not find their own topic are listed."""

from collections import Counter
from pathlib import Path

import pytest

from assistant.i18n.load import languages
from assistant.indexing.index import built
from assistant.match.ranking import OUT_OF_SCOPE, Phrase
from assistant.matching import load_index, load_phrases
from assistant.model.policy import Library
from assistant.settings import Settings
from assistant.workbench.evaluation.left_out import LeftOut, left_out, lost_phrases
from tests.conftest import words_of
from tests.match.sample import PHRASES

ASKED = [
    LeftOut("p/b", Phrase("late fee", "en"), "p/b"),
    LeftOut("p/b", Phrase("遅れた", "ja"), "p/a"),
    LeftOut("p/a", Phrase("saw", "en"), None),
    LeftOut("p/b", Phrase("forgot it", "en"), "p/a"),
]


@pytest.fixture(scope="module")
def shipped(library: Library, content: Path, locales: Path) -> tuple[LeftOut, ...]:
    index, _ = load_index(Settings(content=content, locales=locales), library)
    return tuple(left_out(index, load_phrases(locales, library)))


def test_each_phrase_of_a_topic_is_asked_once() -> None:
    expected = Counter((name, one) for name, group in PHRASES.items() if name != OUT_OF_SCOPE for one in group)
    assert Counter((one.id, one.phrase) for one in left_out(built(PHRASES), PHRASES)) == expected


def test_a_phrase_does_not_find_itself() -> None:
    alone, others = Phrase("zebra crossing", "en"), [Phrase(text, "en") for text in ("red kite", "red ball", "a kite")]
    phrases = {"a": [alone], "b": others}
    found = {one.phrase: one for one in left_out(built(phrases), phrases)}
    assert found[alone].first is None
    assert [found[one].found for one in others] == [True, True, True]


def test_in_every_language_four_of_five_phrases_find_their_own_topic(
    shipped: tuple[LeftOut, ...], locales: Path
) -> None:
    for language in languages(locales):
        found = [one.found for one in shipped if one.phrase.language == language]
        assert len(found) > 1_500
        assert sum(found) >= 0.8 * len(found), language


def test_lost_phrases_are_listed_by_topic_and_language_with_where_they_lead(locales: Path) -> None:
    assert lost_phrases(ASKED, words_of(locales, "en")).splitlines() == [
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
    assert "  「forgot it」→ p/a" in lost_phrases(ASKED, words_of(locales, "ja")).splitlines()
