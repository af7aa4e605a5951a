"""What is counted of the replies to labelled questions; phrases asked of an index that does not have them."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from assistant.i18n.load import languages
from assistant.indexing.index import built
from assistant.match.ranking import OUT_OF_SCOPE, Phrase
from assistant.matching import load_index, load_phrases
from assistant.model.policy import Library
from assistant.settings import Settings
from assistant.workbench.evaluation.measurement import (
    Found,
    LeftOut,
    Reply,
    hit_rate,
    left_out,
    lost_phrases,
    percentile,
    refusal_rate,
    replies,
    size_of,
)
from assistant.workbench.evaluation.questions import Labelled
from tests.conftest import words_of
from tests.match.sample import PHRASES


def asked(confidences: Sequence[float], topic: str | None) -> list[tuple[Labelled, Reply]]:
    return [(Labelled("q", "en", topic), Reply(("repair", "loan"), confidence, 1.0)) for confidence in confidences]


@pytest.mark.parametrize(
    ("kept", "strange", "rate"),
    [
        (range(1, 41), [0, 1, 2, 3, 4], 0.6),  # the two least of forty may be refused: everything below 3
        (range(1, 20), [0, 1, 2], 1 / 3),  # of nineteen none may be
        ([5.0] * 40, [5.0, 4.9], 0.5),  # equal confidence is kept together
    ],
)
def test_the_limit_refuses_a_twentieth_falsely(kept: Sequence[float], strange: Sequence[float], rate: float) -> None:
    questions, given = zip(*asked(strange, None), *asked(kept, "repair"), strict=True)
    assert refusal_rate(questions, given) == pytest.approx(rate)


def test_hits_are_counted_among_questions_with_a_topic_only() -> None:
    pairs = [*asked([1], "repair"), *asked([1], "loan"), *asked([1], None)]
    questions, given = zip(*pairs, strict=True)
    assert (hit_rate(questions, given, 1), hit_rate(questions, given, 3)) == (0.5, 1.0)


def test_percentiles_are_values_by_nearest_rank() -> None:
    values = [float(value) for value in range(100, 0, -1)]
    assert (percentile(values, 0.99), percentile(values, 0.5), percentile([7.0], 0.99)) == (99.0, 50.0, 7.0)


def test_each_question_is_asked_in_order_and_three_topics_are_kept() -> None:
    seen: list[str] = []

    def ask(text: str) -> Found:
        seen.append(text)
        return ["a", "b", "c", "d"], 1.0

    given = replies(ask, [Labelled("one", "en", "a"), Labelled("two", "en", None)])
    assert (seen, [reply.topics for reply in given]) == (["one", "one", "two"], [("a", "b", "c")] * 2)


def test_the_size_of_an_index_grows_by_what_it_holds_and_counts_it_once() -> None:
    text = "x" * 1_000
    assert 1_000 < size_of([text]) < size_of([text, "y" * 1_000])
    assert size_of([text, text]) - size_of([text]) < 100


def test_the_size_of_a_view_is_that_of_the_numbers_behind_it() -> None:
    assert size_of([memoryview(bytes(80_000))[:5]]) > 80_000


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


@pytest.mark.parametrize(("copies", "whole"), [(1, True), (13, True), (14, False), (400, False)])
def test_many_lost_phrases_are_counted_and_listed_when_wanted(copies: int, whole: bool, locales: Path) -> None:
    words, lost = words_of(locales, "en"), 3 * copies
    short, long = (lost_phrases(ASKED * copies, words, wanted).splitlines() for wanted in (False, True))
    assert sum(" leads to " in line for line in long) == lost
    assert (short == long) == whole
    counts = [f"p/a, en: {copies}", f"p/b, en: {copies}", f"p/b, ja: {copies}"]
    assert short[2:6] == (long[2:6] if whole else [*counts, "Every phrase: policy-assistant check --phrases"])
    assert short[-2:] == long[-2:]


def test_lost_phrases_are_listed_in_japanese(locales: Path) -> None:
    assert "  「forgot it」→ p/a" in lost_phrases(ASKED, words_of(locales, "ja")).splitlines()
