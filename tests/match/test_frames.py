"""What is said of a thing, composed of what content and the grammars know; by its own ids, whatever they are."""

import pytest

from assistant.match.frames import Frame
from assistant.match.known import Known
from assistant.match.wordings import Ignored
from assistant.vocabulary.fact import Frame as Described
from tests.match.grammar import marked, markers
from tests.match.sample import FACTS

COVER = Frame.of(
    "cover",
    Described(
        things=("cover", "カバー"), there="with", missing="ended", says={"with": ("listed",), "ended": ("struck off",)},
        others=("new", "新しい"),
    ),
)  # fmt: skip


def said(text: str) -> list[str]:
    return [f"{one.option}{f' ({one.why})' if one.why else ''}" for one in COVER.read(marked(text))]


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("we have cover", "with"),
        ("coverに入っています", "with"),
        ("without cover", "ended"),
        ("our cover has run out", "ended"),
        ("coverはありません", "ended"),
        ("coverがない", "ended"),
        ("coverに入っていません", "ended"),
        ("the cover has not expired", "with"),
        ("カバーはまだ終わってません", "with"),
        ("cover is not listed", "ended"),
        ("it was struck off our cover", "ended"),
        ("we never bothered with cover", "ended"),
        ("do i need cover", ""),
        ("whether we have cover", "with (unsure)"),
        ("coverは必要ですか", ""),
        ("cover expires in june", "ended (coming)"),
        ("until last year we had cover", "with (former)"),
        ("the new machine has cover", "with (other)"),
        ("no repair without cover", "with (unsure)"),
        ("a drill", ""),
        ("cover", ""),
    ],
)
def test_states_and_denials_are_composed(text: str, option: str) -> None:
    assert said(text) == ([option] if option else [])


def test_the_next_clause_goes_on_about_the_same_thing() -> None:
    assert said("i was told the cover had lapsed, but it has been renewed") == ["ended (unsure)", "with"]
    assert said("以前はカバーがありましたが、現在はありません") == ["ended"]
    assert said("we have cover. it is over") == ["with"]


def test_only_facts_with_a_frame_have_one() -> None:
    assert [one.fact for one in Known.of(FACTS, markers(), Ignored.of({})).frames] == ["sla"]


def test_a_frame_of_three_answers_has_no_opposite() -> None:
    three = Frame.of("three", Described(things=("cover",), says={"a": ("red",), "b": ("green",), "c": ("blue",)}))
    assert [(one.option, one.why) for one in three.read(marked("the cover is red"))] == [("a", None)]
    assert list(three.read(marked("the cover is not red"))) == []
