"""The aspect, by the shipped cue words, and how cues are read."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.match.aspect import Cues, aspect_of, named, others_of, unanswered
from assistant.match.lexicon import Lexicon
from assistant.match.question import Matcher
from assistant.matching import load_cues
from assistant.model.policy import Library
from assistant.model.rule import ASPECTS, Aspect
from tests.conftest import ROOT
from tests.match.grammar import markers
from tests.match.test_catalogue import matcher

__all__ = ["matcher"]


@pytest.fixture(scope="module")
def cues(locales: Path) -> Cues:
    return load_cues(locales).among(markers())


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        ("Is the repair free of charge?", "free"),
        ("what does it cost to borrow a drill", "free"),
        ("do I have to pay for it", "free"),
        ("until when is it free", "free"),
        ("When will it be ready?", "due"),
        ("how long does it take", "due"),
        ("deadline for returning", "due"),
        ("when is the fee billed", "due"),
        ("Is my drill covered?", "covered"),
        ("can I still borrow one", "covered"),
        ("do we qualify", "covered"),
        ("修理は無料ですか", "free"),
        ("いくらかかりますか", "free"),
        ("お金かかる？", "free"),
        ("いつまで無料ですか", "free"),
        ("いつ届きますか", "due"),
        ("何営業日かかりますか", "due"),
        ("返却の締切", "due"),
        ("料金はいつから変わりますか", "due"),
        ("修理の対象になりますか", "covered"),
        ("まだ借りられる？使えますか", "covered"),
        ("anyone there at 1 pm", "due"),
        ("the drill is broken, what now?", "covered"),
        ("the old one just does not do anything any more", "covered"),
        ("what now costs more, the drill or the saw, in pounds?", "free"),
    ],
)
def test_the_cue_decides(cues: Cues, text: str, aspect: Aspect) -> None:
    assert aspect_of(cues.asked(text), ASPECTS) == aspect


ASKED = [
    tuple(part.strip() for part in line.split("|"))
    for line in (ROOT / "tests/match/asked.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("topic", "text", "aspect"), ASKED)
def test_the_sentence_that_asks_counts_before_the_story(
    cues: Cues, library: Library, topic: str, text: str, aspect: Aspect
) -> None:
    assert aspect_of(cues.asked(text), (found := library.topics[topic][1]).aspects, found.asked) == aspect


@pytest.mark.parametrize("text", ["", "drill", "house rules", "修理", "ドリル 貸出"])
def test_bare_keywords_do_not_say(cues: Cues, text: str) -> None:
    assert aspect_of(cues.asked(text), ASPECTS) is None


def test_a_topic_of_one_aspect_needs_no_cue(cues: Cues) -> None:
    assert aspect_of(cues.asked("drill"), ("due",)) == "due"


@pytest.mark.parametrize(
    ("text", "offered", "aspect"),
    [
        ("when is it ready?", ("free", "covered"), "covered"),
        ("how much is it", ("due", "covered"), "covered"),
        ("can I?", ("free", "due"), "free"),
        ("when is it free?", ("free", "covered"), "free"),
        ("anything", (), None),
    ],
)
def test_an_aspect_that_the_topic_lacks_falls_back(
    cues: Cues, text: str, offered: tuple[Aspect, ...], aspect: Aspect | None
) -> None:
    assert aspect_of(cues.asked(text), offered) == aspect


@pytest.mark.parametrize(
    ("cue", "found", "missed"),
    [
        ("pay", "Must I PAY?", "payment"),
        ("pay*", "payment due", "repay"),
        ("# am", "at 11 am", "at am"),
        ("right?", "you mend it, right?", "right of way"),
        ("gratuit*", "est-ce gratuit", "ingratuit"),
        ("無料", "修理は無料ですか", "修理は有料"),
        ("可?", "貸出可", "可能"),
        ("^when", "so, when we come", "pay when we come"),
    ],
)
def test_a_cue_is_a_whole_word_or_has_any_ending_or_ends_the_question(cue: str, found: str, missed: str) -> None:
    one = Cues.build({"free": [cue]})
    assert one.asked(found).cues[:1] == ("free",)
    assert "free" not in one.asked(missed).cues


def test_what_is_no_cue_takes_the_cue_inside_it() -> None:
    one = Cues.build({"due": ["いつ", "- いつも"]})
    assert one.asked("いつもの").cues == ()
    assert one.asked("いつもはいつ").cues == ("due",)


def test_without_cues_only_sentences_ask() -> None:
    assert aspect_of(Cues.build({}).asked("is it free?"), ASPECTS) == "covered"
    assert Cues.build({"free": []}).asked("free").cues == ()


@pytest.mark.parametrize(
    ("text", "expected"), [("is it free of charge", {"free"}), ("the new dongle came in yesterday and fits", set())]
)
def test_a_whole_sentence_names_no_aspect_by_itself(cues: Cues, text: str, expected: set[str]) -> None:
    assert named(cues.asked(text)) == expected
    assert cues.asked(text).cues


@pytest.mark.parametrize(
    ("topic", "text", "aspect"),
    [
        ("desknets-web-meeting/technical-support", "サポートはいつまで受けられますか", "covered"),
        ("desknets-web-meeting/additional-licences", "until when are the extra licences supported", "covered"),
        ("swap-out/onsite-visit", "until when do you come out for a dead screen", "covered"),
        ("swap-out/onsite-visit", "how long until somebody is here", "due"),
        ("desknets-web-meeting/phone-hours", "12月30日に電話窓口は開いていますか", "due"),
        ("desknets-web-meeting/phone-hours", "12月30日の10時に電話できますか", "due"),
        ("desknets-web-meeting/phone-hours", "can we get through at 9 am", "due"),
        ("desknets-web-meeting/phone-hours", "不具合を電話で相談できますか", "covered"),
        ("swap-out/onsite-visit", "電源の差込み口が壊れたら対象ですか、シルバー", "covered"),
        ("swap-out/onsite-visit", "書込みエラーで画面が出ない機器は対象ですか", "covered"),
        ("swap-out/included-work", "取り外しは込みですか", "free"),
        ("swap-out/included-work", "費用込みで取り付けてもらえますか", "free"),
    ],
)
def test_a_topic_says_what_a_cue_means_for_it(
    cues: Cues, library: Library, topic: str, text: str, aspect: Aspect
) -> None:
    found = library.topics[topic][1]
    assert aspect_of(cues.asked(text), found.aspects, found.asked) == aspect


@pytest.mark.parametrize(
    ("text", "first", "others"),
    [
        ("Is it free and how long does it take?", "free", {"due"}),
        ("無料ですか。また、いつ届きますか？", "due", {"free"}),
        ("費用と納期を教えて", "due", {"free"}),
        ("What does it cost? Can I still get one?", "free", {"covered"}),
        ("when must I register and is it free?", "due", {"free"}),
        ("登録はいつまで、無料？", "due", {"free"}),
        ("登録はいつまでですか、無料ですか", "due", {"free"}),
        ("until when is it free?", "free", set()),
        ("when is the fee billed", "due", set()),
        ("We pay every month. When do you come?", "due", set()),
    ],
)
def test_a_question_of_two_parts_asks_both(cues: Cues, text: str, first: Aspect, others: set[str]) -> None:
    little = Lexicon.of(["is", "it", "ですか"])
    asked = replace(cues, joins=frozenset({"and", "と"}), little=little).asked(text)
    assert aspect_of(asked, ASPECTS) in {first, *others}
    assert {aspect_of(asked, ASPECTS), *others_of(asked, ASPECTS, aspect_of(asked, ASPECTS))} == {first, *others}
    assert {*unanswered(asked, [first])} == others, "what a topic has no answer to is not dropped"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("ドングル交換の期間と費用を教えてください", 2),
        ("SV9500のドングルを交換すると料金はかかりますか", 0),
        ("ライセンスを追加すると費用はいつ請求されますか", 0),
        ("今日電話したとき料金はかかりますか", 0),
        ("is a swap free and how long does it take", 2),
    ],
)
def test_a_condition_before_a_cue_makes_no_second_part(matcher: Matcher, text: str, parts: int) -> None:
    assert len(matcher.cues.asked(text).parts) == parts
