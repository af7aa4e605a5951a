"""The aspect, by cue words of both languages."""

import pytest

from assistant.match.aspect import aspect_of
from assistant.model.rule import ASPECTS, Aspect


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
        ("サポートはいつまで受けられますか", "covered"),
        ("anyone there at 1 pm", "due"),
        ("the old one just does not do anything any more", "covered"),
    ],
)
def test_the_cue_decides(text: str, aspect: Aspect) -> None:
    assert aspect_of(text, ASPECTS) == aspect


@pytest.mark.parametrize("text", ["", "drill", "house rules", "修理", "ドリル 貸出"])
def test_bare_keywords_do_not_say(text: str) -> None:
    assert aspect_of(text, ASPECTS) is None


def test_a_topic_of_one_aspect_needs_no_cue() -> None:
    assert aspect_of("drill", ("due",)) == "due"


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
    text: str, offered: tuple[Aspect, ...], aspect: Aspect | None
) -> None:
    assert aspect_of(text, offered) == aspect
