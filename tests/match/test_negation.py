"""What a text says of a thing's being there: by the content's own ids, whatever they are."""

import pytest

from assistant.match.negation import Presence, asked, denied, negated
from assistant.vocabulary.facts.choice import Choice, Option
from tests.match.sample import choice, option, words

COVER = choice(
    "Cover",
    {
        "with": Option(label=words("Covered"), presence="there"),
        "ended": Option(label=words("No cover"), presence="missing"),
        "other": option("Something else"),
    },
)


def said(text: str, fact: Choice = COVER) -> str | None:
    presence = Presence.of(fact)
    found = presence.find(text) if presence else ("none is read", 0, 0)
    return found[0] or "doubt" if found else None


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("we have cover", "with"),
        ("coverに入っています", "with"),
        ("without cover", "ended"),
        ("our cover has run out", "ended"),
        ("coverはありません", "ended"),
        ("do i need cover", "doubt"),
        ("with or without cover", "doubt"),
        ("coverは必要ですか", "doubt"),
        ("a drill", None),
    ],
)
def test_a_choice_is_read_by_the_name_of_its_thing(text: str, option: str | None) -> None:
    assert said(text) == option


def test_a_choice_of_which_no_option_says_so_is_not_read_by_it() -> None:
    assert Presence.of(choice("Cover", {"active": option("Active"), "none": option("None")})) is None


@pytest.mark.parametrize(
    ("text", "is_negated", "is_denied", "is_asked"),
    [
        ("it is not X", True, True, False),
        ("without an X", True, False, False),
        ("Xではない", True, True, False),
        ("X以外", True, False, False),
        ("is the X?", False, False, True),
        ("do we need X", False, False, True),
        ("Xが必要ですか", False, False, True),
        ("it is X", False, False, False),
    ],
)
def test_negations_denials_and_questions_stand_beside_what_they_mean(
    text: str, is_negated: bool, is_denied: bool, is_asked: bool
) -> None:
    place = text.index("X"), text.index("X") + 1
    assert (negated(text, *place), denied(text, *place), asked(text, *place)) == (is_negated, is_denied, is_asked)
