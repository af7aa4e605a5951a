"""Sentences in both languages and exactly the facts that they state, about the shipped policies."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.i18n.load import languages, load_catalogue
from assistant.match.question import Matcher
from assistant.match.understanding import Found
from assistant.matching import read_grammar, renderings
from assistant.model.policy import Library
from assistant.parsing import canonical
from tests.conftest import ROOT
from tests.match.grammar import SPEECH
from tests.phrases import matcher_of

NOW = dt.datetime(2026, 11, 23, 10)
LINES = (ROOT / "tests/match/stated.txt").read_text("utf-8").splitlines()
SENTENCES = [tuple(part.strip() for part in line.split("|")) for line in LINES if line and not line.startswith("#")]


@pytest.fixture(scope="module")
def matcher(library: Library, locales: Path) -> Matcher:
    translations = renderings(load_catalogue(locales, language) for language in languages(locales))
    return matcher_of(library, {}, translations, grammar=read_grammar(locales))


def about(name: str) -> Found:
    policy, topic = name.split("/")
    return Found(policy, topic, None, 0, "", ())


@pytest.mark.parametrize(("topic", "text", "facts"), SENTENCES)
def test_a_sentence_states_these_facts_and_no_others(matcher: Matcher, topic: str, text: str, facts: str) -> None:
    stated = matcher.read(text, about(topic), NOW).stated
    assert sorted(f"{one.fact}={one.value}" for one in stated) == sorted(facts.split())


def test_there_are_many_sentences_of_each_kind() -> None:
    assert len(SENTENCES) >= 150
    assert sum(not facts for _, _, facts in SENTENCES) >= 30


@pytest.mark.parametrize(
    ("topic", "text", "stretches"),
    [
        (
            "swap-out/onsite-visit",
            "  Ｇｏｌｄ ,  call logged tomorrow   2pm,６０㌔ from the GPO (NSW)",
            {"level": "Ｇｏｌｄ", "logged_at": "tomorrow   2pm", "distance_km": "６０㌔", "state": "NSW"},
        ),
        ("swap-out/onsite-visit", "the site is 12 1/2 km away", {"distance_km": "12 1/2 km"}),
        ("swap-out/onsite-visit", "距離は５½kmです。", {"distance_km": "５½km"}),
        ("swap-out/price", "ｺﾞｰﾙﾄﾞで3年間", {"level": "ｺﾞｰﾙﾄﾞ", "years": "3年間"}),
        ("licence-desk/merge-licences", "SV－９５００の統合", {"system": "SV－９５００"}),
        ("swap-out/eligibility", "ß 保証期間が切れた", {"in_warranty": "保証期間が切れた"}),
        ("desknets-web-meeting/key-reissue", "サーバーはそのまま。", {"server_changed": "サーバーはそのまま"}),
    ],
)
def test_a_fact_tells_where_in_the_typed_text_it_stands(
    matcher: Matcher, topic: str, text: str, stretches: dict[str, str]
) -> None:
    stated = matcher.read(text, about(topic), NOW).stated
    assert {one.fact: text[one.start : one.end] for one in stated} == stretches
    assert [one.start for one in stated] == sorted(one.start for one in stated)


TELLING = sorted({word for _, text, _ in SENTENCES for word in text.replace("、", " ").split()})
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(TELLING), max_size=25).map(" ".join))
TOPICS = sorted({topic for topic, _, _ in SENTENCES})


@given(text=TEXTS, topic=st.sampled_from(TOPICS), now=st.datetimes(dt.datetime(2001, 1, 1), dt.datetime(2098, 1, 1)))
def test_whatever_is_typed_each_value_is_canonical_and_its_place_lies_in_the_text(
    matcher: Matcher, text: str, topic: str, now: dt.datetime
) -> None:
    facts = matcher.library.policies[topic.split("/", maxsplit=1)[0]].facts
    for one in matcher.read(text, about(topic), now).stated:
        assert canonical(SPEECH, facts[one.fact], one.value) == one.value
        assert 0 <= one.start < one.end <= len(text)
