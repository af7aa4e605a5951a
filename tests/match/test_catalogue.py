"""The shipped search phrases: each finds its own topic, in every language; what is out of scope stays out."""

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from assistant.i18n.load import languages
from assistant.i18n.questions import read_phrases
from assistant.indexing.index import built
from assistant.match.aspect import named
from assistant.match.question import Matcher
from assistant.match.ranking import OUT_OF_SCOPE, Phrase
from assistant.match.words import CUT
from assistant.matching import load_matcher, load_terms
from assistant.model.policy import Library
from assistant.settings import Settings

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
def matcher(library: Library, content: Path, locales: Path) -> Matcher:
    made = load_matcher(Settings(content=content, locales=locales), library)
    assert isinstance(made, Matcher)
    return made


def test_phrases_find_their_own_topic_and_are_not_refused(matcher: Matcher, phrases: Phrases) -> None:
    wrong = []
    for name, texts in phrases.items():
        for phrase in texts:
            ranking = matcher.index.rank(phrase.text)
            outcome_right = (ranking.outcome == OUT_OF_SCOPE) == (name == OUT_OF_SCOPE)
            if not outcome_right or (name != OUT_OF_SCOPE and ranking.matches[0].id != name):
                wrong.append(phrase)
    assert len(wrong) < 0.01 * sum(map(len, phrases.values())), wrong


def test_phrases_that_the_index_has_never_seen_mostly_find_their_topic(locales: Path, phrases: Phrases) -> None:
    kept = {name: [text for at, text in enumerate(texts) if at % 8] for name, texts in phrases.items()}
    index = built(kept, load_terms(locales))
    held = [(name, index.rank(phrase.text)) for name, texts in phrases.items() for phrase in texts[::8]]
    topics = [(name, ranking) for name, ranking in held if name != OUT_OF_SCOPE]
    strangers = [ranking for name, ranking in held if name == OUT_OF_SCOPE]
    first = [name in [match.id for match in ranking.matches[:1]] for name, ranking in topics]
    among_three = [name in [match.id for match in ranking.matches[:3]] for name, ranking in topics]
    sure = [right for right, (_, ranking) in zip(first, topics, strict=True) if ranking.outcome == "sure"]
    assert sum(first) > 0.82 * len(topics)
    assert sum(among_three) > 0.95 * len(topics)
    assert sum(ranking.outcome == OUT_OF_SCOPE for _, ranking in topics) < 0.06 * len(topics)
    assert sum(ranking.outcome == OUT_OF_SCOPE for ranking in strangers) > 0.75 * len(strangers)
    assert sum(sure) > 0.93 * len(sure)


def test_the_limits_have_not_drifted(matcher: Matcher) -> None:
    limits = matcher.index.limits
    assert limits.clear == pytest.approx(0.34, abs=0.06)
    assert limits.lead == pytest.approx(0.12, abs=0.04)
    assert limits.refused <= 0.06
    assert limits.first > 0.84
    assert limits.strangers_refused > 0.82
    assert limits.sure > 0.65
    assert limits.sure_wrong <= 0.071


@pytest.mark.parametrize(
    "text",
    ["5", "12345", "' OR 1=1 --", "is it", "a", "ん", "？", "いいえ", "$(rm -rf /)", "Wie spät ist es in Berlin?"],
)
def test_what_says_nothing_is_out_of_scope(matcher: Matcher, text: str) -> None:
    assert matcher.index.rank(text).outcome == OUT_OF_SCOPE


@pytest.mark.parametrize(
    "text",
    [
        "do i have one?", "can you tell me?", "is that so?", "what happens then?", "which one is it?",
        "would that be possible for us too?", "how about the other one?", "and what about mine?", "did they do it?",
        "are they all like that?", "私は持っていますか?", "それは本当ですか", "可能でしょうか", "対象ですか",
        "教えてください", "お願いできますか", "どうなりますか", "私もそうですか", "まだありますか", "いつですか",
        "あれはまだですか", "こちらも同じですか", "renewal fee", "when is the renewal fee due", "更新料はいくらですか",
        "do I have an LMC?", "LMCはありますか", "私は保守契約を持っていますか", "do we have gold?", "am I covered?",
    ],
)  # fmt: skip
def test_what_tells_no_topic_apart_and_what_no_policy_can_know_is_sure_of_none(matcher: Matcher, text: str) -> None:
    found = matcher.understand(text, NOW)
    assert (found.confident, found.straight) == (False, False)


@pytest.mark.parametrize(
    ("text", "vague"),
    [
        ("do i have one?", True), ("どうすればいいですか", True), ("renewal fee", True), ("更新料はいくらですか", True),
        ("is it covered", True), ("is this covered?", True), ("are we covered", True), ("対象ですか", True),
        ("Compare Bronze and Gold at 120 km", False), ("120kmの場所でブロンズとゴールドを比べたい", False),
    ],
)  # fmt: skip
def test_what_holds_no_word_of_one_policys_own_is_vague(matcher: Matcher, text: str, vague: bool) -> None:
    assert matcher.index.rank(text).vague == vague


@pytest.mark.parametrize(
    "text",
    [
        "am i covered", "is this covered?", "is it free", "when is it due", "when is this due?", "how much",
        "are we entitled", "is anything still free?", "so is that covered then or not", "will it be free?",
        "until when?", "保証されますか", "保証の対象ですか", "カバーされますか", "無料ですか", "いつまで", "いくら",
        "料金は？", "資格はありますか", "含まれますか", "どうすればいいですか", "お金かかるの？", "うちは対象になる？",
    ],
)  # fmt: skip
def test_a_question_that_names_nothing_but_an_aspect_is_asked_back(matcher: Matcher, text: str) -> None:
    found = matcher.understand(text, NOW)
    assert (found.outcome, found.ranking.bare, bool(found.matches)) == ("doubt", True, True)
    tells = [one.aspect in named(matcher.cues.asked(text)) for one in found.matches]
    assert tells == sorted(tells, reverse=True)  # first the topics that can tell it


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("120kmの場所でブロンズとゴールドを比べたい", {"distance_km": "120"}),
        ("difference between Bronze and Gold at 120 km", {"distance_km": "120"}),
        ("is gold faster than silver at 80 km", {"distance_km": "80"}),
        ("3年契約で年払いと月払いはどちらが安いですか", {"years": "3"}),
        ("is it slower at 120 km than at 50 km", {}),
        ("one has gold at 120 km, the other bronze", {}),
        ("片方はゴールドで120km、もう片方はブロンズです。違いは？", {}),
    ],
)
def test_what_compared_things_share_is_stated_and_they_are_offered(
    matcher: Matcher, text: str, stated: dict[str, str]
) -> None:
    found = matcher.understand(text, NOW)
    assert (found.facts, {len(one.values) for one in found.offered} & {2}) == (stated, {2})


def test_an_amount_that_only_another_of_the_topics_in_doubt_asks_for_is_noticed(matcher: Matcher) -> None:
    found = matcher.understand("120km離れた場所ですが、誰が箱に詰めますか", NOW)
    assert (found.outcome, found.matches[0].topic, found.facts.get("distance_km")) == ("doubt", "included-work", "120")


@pytest.mark.parametrize(
    "text",
    ["refund?", "is relocation covered?", "返金されますか", "ドングルは無料ですか", "is my pizza free?", "lunch?"],
)
def test_a_question_that_names_a_thing_is_taken_by_it(matcher: Matcher, text: str) -> None:
    assert not matcher.understand(text, NOW).ranking.bare


@pytest.mark.parametrize(
    "text",
    [
        "are we covered for a carrier change?",
        "do I get a refund?",
        "do we get a new dongle?",
        "うちの更新通知はいつですか",
        "my projector screen shows nothing, what should I do?",
        "プロジェクターの画面が映らない。どうすればいい？",
        "プロジェクターの画面が映りません。どうしたらよいでしょう",
    ],
)
def test_what_the_asker_gets_and_when_is_what_a_policy_says(matcher: Matcher, text: str) -> None:
    assert matcher.understand(text, NOW).straight


@pytest.mark.parametrize(
    "text",
    ["dongle " * 150_000, "e" + "\u0301" * 9_999, "\u202e" * 999, "\0" * 999, "\ufdfa" * 999, "😀" * 999,
     "\ud800" * 9, " ".join(f"strang{at:04}x" for at in range(999)), "".join(map(chr, range(0x4E00, 0x5200)))],
)  # fmt: skip
def test_of_bad_input_only_the_beginning_is_read(matcher: Matcher, text: str) -> None:
    assert matcher.index.rank(text) == matcher.index.rank(text[:CUT])


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


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        ("How long do you go on merging for 3C?", "covered"),
        ("until which day do you do licence removals?", "covered"),
        ("統合の受付はいつまでですか", "covered"),
        ("until when is the Licence Desk available", "due"),
        ("ライセンスデスクはいつまでありますか", "due"),
    ],
)
def test_until_when_a_service_is_there_is_no_question_for_the_desk_alone(
    matcher: Matcher, text: str, aspect: str
) -> None:
    first = matcher.understand(text, NOW).matches[0]
    assert (first.topic, first.aspect) == ("desk-closing", aspect)


@pytest.mark.parametrize("text", ["what is an LMC?", "LMCとは何ですか"])
def test_what_a_word_means_is_surely_about_no_topic(matcher: Matcher, text: str) -> None:
    found = matcher.understand(text, NOW)
    assert (found.word is not None, found.confident) == (True, False)


@pytest.mark.parametrize(
    "text",
    [
        "bronze, 251km by road from Adelaide GPO in South Australia, logged 24 December 2026 10:59 - arrival?",
        "シルバー、GPOから120km、2026年12月24日10時に受付、到着は？",
    ],
)
def test_a_question_is_not_refused_for_what_stands_beside_its_day(matcher: Matcher, text: str) -> None:
    found = matcher.understand(text, NOW)
    assert found.outcome != OUT_OF_SCOPE
    assert found.matches[0].topic == "onsite-visit"
    assert "logged_at" in found.facts
