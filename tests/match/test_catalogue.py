"""The shipped search phrases: each finds its own topic, in every language; what is out of scope stays out."""

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from assistant.i18n.language import languages
from assistant.i18n.questions import read_phrases
from assistant.match.index import OUT_OF_SCOPE, Index, Phrase
from assistant.match.question import Matcher
from assistant.model.policy import Library

NOW = dt.datetime(2026, 11, 23, 10)
Phrases = Mapping[str, Sequence[Phrase]]


@pytest.fixture(scope="module")
def phrases(locales: Path) -> Phrases:
    found: dict[str, list[Phrase]] = {}
    for language in languages(locales):
        for name, texts in read_phrases(locales, language).items():
            found.setdefault(name, []).extend(Phrase(text, language) for text in texts)
    return found


@pytest.fixture(scope="module")
def matcher(library: Library, phrases: Phrases) -> Matcher:
    return Matcher.build(library, phrases)


def test_every_phrase_finds_its_own_topic_first_and_is_never_refused(matcher: Matcher, phrases: Phrases) -> None:
    for name, texts in phrases.items():
        for phrase in texts:
            ranking = matcher.index.rank(phrase.text)
            if name == OUT_OF_SCOPE:
                assert ranking.outcome == OUT_OF_SCOPE, phrase
            else:
                assert (ranking.matches[0].id, ranking.outcome != OUT_OF_SCOPE) == (name, True), phrase


def test_held_out_phrases_mostly_find_their_topic_and_strangers_are_mostly_refused(phrases: Phrases) -> None:
    kept = {name: [text for at, text in enumerate(texts) if at % 8] for name, texts in phrases.items()}
    index = Index.build(kept)
    held = [(name, index.rank(phrase.text)) for name, texts in phrases.items() for phrase in texts[::8]]
    topics = [(name, ranking) for name, ranking in held if name != OUT_OF_SCOPE]
    strangers = [ranking for name, ranking in held if name == OUT_OF_SCOPE]
    among_three = [name in [match.id for match in ranking.matches[:3]] for name, ranking in topics]
    assert sum(among_three) > 0.8 * len(topics)
    assert sum(ranking.outcome == OUT_OF_SCOPE for ranking in strangers) > 0.6 * len(strangers)


@pytest.mark.parametrize(
    ("text", "topic", "facts"),
    [
        (
            "Our projector: call logged today at 2pm, Gold level, 30 km from the GPO in NSW. When will you be here?",
            ("swap-out", "onsite-visit", "due"),
            {"level": "gold", "distance_km": "30", "logged_at": "2026-11-23T14:00", "state": "nsw"},
        ),
        (
            "Does replacing the dongle of our SV9500 cost anything? We have no active SWA.",
            ("licence-desk", "hwkc-replacement", "free"),
            {"system": "sv9500", "swa": "none"},
        ),
        (
            "サポート期間は２０２７年３月３１日までです。ICEサーバーはまだ使えますか。",
            ("desknets-web-meeting", "ice-server", "covered"),
            {"support_until": "2027-03-31"},
        ),
    ],
)
def test_a_question_is_understood(
    matcher: Matcher, text: str, topic: tuple[str, str, str], facts: dict[str, str]
) -> None:
    found = matcher.understand(text, NOW)
    first = found.matches[0]
    assert ((first.policy, first.topic, first.aspect), dict(found.facts)) == (topic, facts)
