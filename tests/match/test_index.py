"""The index: the right class first, whatever the order, width or spelling; strangers refused; fast enough to serve."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.indexing.index import built
from assistant.match.ranking import OUT_OF_SCOPE, Phrase
from assistant.match.terms import Terms
from tests.match.sample import PHRASES

INDEX = built(PHRASES)


@pytest.mark.parametrize(("name", "language"), [("service plan", "en"), ("保守契約", "ja")])
def test_a_bare_name_of_what_topics_speak_of_is_not_refused_whatever_phrases_are(name: str, language: str) -> None:
    spoken = [
        Phrase(f"{verb} {name} {end}", language) for verb, end in (("buy a", "now"), ("end my", ""), ("is the", "on"))
    ]
    strange = [
        Phrase(text, language) for text in (name, f"{name} insurance", f"{name} of a car", f"cheap {name} tariffs")
    ]
    phrases = PHRASES | {"tool-hire/loan": (*PHRASES["tool-hire/loan"], *spoken)}
    phrases[OUT_OF_SCOPE] = (*PHRASES[OUT_OF_SCOPE], *strange)
    index = built(phrases)
    assert index.rank(name).outcome == "doubt"
    assert index.rank(f"{name} insurance of a car").outcome == OUT_OF_SCOPE


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("my drill is broken, can you repair it", "tool-hire/repair"),
        ("REPAIRING BROKEN DRILLS", "tool-hire/repair"),
        ("ｒｅｐａｉｒ", "tool-hire/repair"),
        ("repiar brokn dril", "tool-hire/repair"),
        ("can i borow a mowr", "tool-hire/loan"),
        ("extending the loan", "tool-hire/loan"),
        ("修理をお願いします", "tool-hire/repair"),
        ("どりるをなおしてほしい", "tool-hire/repair"),
        ("ﾄﾞﾘﾙを直して", "tool-hire/repair"),
        ("貸出を延長したい", "tool-hire/loan"),
        ("borrow する drill", "tool-hire/loan"),
        ("what are the house rules", "tool-hire/rules"),
    ],
)
def test_the_right_class_comes_first(text: str, name: str) -> None:
    ranking = INDEX.rank(text)
    assert ranking.matches[0].id == name
    assert ranking.outcome != OUT_OF_SCOPE


@pytest.mark.parametrize("name", [name for name in PHRASES if name != OUT_OF_SCOPE])
def test_every_phrase_finds_its_own_class_surely_or_in_doubt(name: str) -> None:
    for phrase in PHRASES[name]:
        ranking = INDEX.rank(phrase.text)
        assert (ranking.matches[0].id, ranking.matches[0].phrase) == (name, phrase.text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        "？",
        "5",
        "x",
        "ん",
        "12345",
        "いいえ",
        "$(rm -rf /)",
        "\u202e\u0301",
        "weather tomorrow in Paris",
        "forgot my password",
        "天気は？",
        "今日は",
    ],
)
def test_what_no_class_answers_is_out_of_scope(text: str) -> None:
    assert INDEX.rank(text).outcome == OUT_OF_SCOPE


def test_no_match_is_ever_a_phrase_out_of_scope() -> None:
    assert all(match.id != OUT_OF_SCOPE for match in INDEX.rank("price of a new drill").matches)


def test_a_match_names_the_words_that_count_and_how_a_misspelt_one_was_read() -> None:
    match = INDEX.rank("please repiar zebra drill").matches[0]
    assert list(map(str, match.words)) == ["repiar→repair", "drill"]
    assert all(0 < word.share < 1 for word in match.words)
    assert sum(word.share for word in match.words) == pytest.approx(1, abs=0.001)


def test_japanese_words_speak_for_a_match_where_the_script_changes() -> None:
    words = INDEX.rank("ドリルを直してほしい").matches[0].words
    assert [word.typed for word in words] == ["ドリル", "を", "直", "してほしい"]


def test_a_name_of_a_thing_stands_for_its_other_names_and_kana_for_kanji() -> None:
    terms = Terms.build({"drill": [("drill", "boring machine"), ("ドリル",)], "loan": [("貸出", "かしだし")]})
    index = built(PHRASES, terms)
    assert index.rank("broken boring machine").matches[0].id == "tool-hire/repair"
    found = index.rank("かしだしの延長").matches[0]
    assert (found.id, found.words[0].typed, found.words[0].read) == ("tool-hire/loan", "かしだし", "貸出")


@pytest.mark.parametrize(("terms", "read"), [({}, "ubertrag"), ({"contract": [("vertrag",)]}, "vertrag")])
def test_a_term_is_no_slip_of_another_word(terms: dict[str, list[tuple[str, ...]]], read: str) -> None:
    phrases = PHRASES | {"other-hire/transfer": (Phrase("ubertrag", "de"), Phrase("ubertrag an andere", "de"))}
    assert built(phrases, Terms.build(terms)).reader.respelt("vertrag") == read


def test_a_word_that_tells_what_is_asked_is_no_policys_own() -> None:
    asked = [
        Phrase(text, "en")
        for text in ("is it covered", "covered or not", "repair covered", "covered by you", "covered drill")
    ]
    phrases = PHRASES | {"other-hire/cover": tuple(asked)}
    cues: tuple[dict[str, list[str]], ...] = ({}, {"en": ["cover*"]}, {"nl": ["cover*"]})
    plain, told, other = (built(phrases, Terms.build({}, asking=lines)) for lines in cues)
    owned = [index.evidence.weigh(index.reader.read("covered").vector).owned for index in (plain, told, other)]
    assert owned[0] > 0 == owned[1]
    assert owned[2] == owned[0], "what asks in one language is a word like others in another"
    assert plain.rank("covered").matches == told.rank("covered").matches


def test_very_many_classes_are_ranked_by_their_centroids(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.indexing.evidence.MOST_CELLS", 0)
    index = built(PHRASES)
    for name, phrases in PHRASES.items():
        if name != OUT_OF_SCOPE:
            assert [index.rank(phrase.text).matches[0].id for phrase in phrases] == [name] * len(phrases)


def test_threads_are_given_the_same_answers() -> None:
    texts = [phrase.text for group in PHRASES.values() for phrase in group] * 3
    expected = [INDEX.rank(text) for text in texts]
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as pool:
            found = list(pool.map(lambda _: [INDEX.rank(text) for text in texts], range(8)))
    finally:
        sys.setswitchinterval(interval)
    assert found == [expected] * 8


def test_only_the_first_500_characters_count() -> None:
    assert INDEX.rank("drill " * 100 + "house rules") == INDEX.rank("drill " * 100)


@given(text=st.text(max_size=600))
def test_any_text_is_ranked_in_order_with_scores_from_0_to_100(text: str) -> None:
    matches = INDEX.rank(text).matches
    assert list(matches) == sorted(matches, key=lambda match: (-match.score, match.id))
    assert all(0 <= match.score <= 100 for match in matches)
