"""`one_of`: which of some ids a value is."""

import pytest
from pydantic import ValidationError

from assistant.model.policy import Policy
from assistant.vocabulary.conditions.inclusion import OneOf
from assistant.vocabulary.wording import Value
from tests.vocabulary.given import Saying, asked, condition, on


@pytest.mark.parametrize(
    ("written", "value", "held"),
    [
        ("short", "short", True),
        ("short", "long", False),
        (("short", "long"), "long", True),
        (("short", "long"), "neither", False),
        ({"one_of": "short"}, "short", True),
        ({"one_of": ("short", "long")}, "long", True),
        ("3", 3, False),
        ("2026-04-28", on("2026-04-28"), False),
    ],
)
def test_it_holds_for_the_ids_that_are_written(policy: Policy, written: object, value: Value, held: bool) -> None:
    found = asked(policy, written, value)
    assert (found.name, found.value, found.against, found.held) == ("x", value, None, held)


@pytest.mark.parametrize("written", ["Short", "two words", "", "x" * 61])
def test_an_id_is_wanted(written: str) -> None:
    with pytest.raises(ValidationError, match="one_of"):
        condition(written)


@pytest.mark.parametrize(
    ("name", "written", "english", "japanese"),
    [
        ("kind", "short", "Leave: Short", "Leave：Short"),
        ("kind", ("short", "long"), "Leave: Short or Long", "Leave：ShortまたはLong"),
        ("sure", "yes", "Sure: Yes", "Sure：はい"),
        ("notice", "none", "Notice: No notice", "Notice：No notice"),
    ],
)
def test_it_says_which(saying: Saying, name: str, written: object, english: str, japanese: str) -> None:
    assert saying.test(written, name) == (english, japanese)


def test_the_walk_tells_its_ids_from_the_others() -> None:
    test = condition(("short", "long"))
    assert [test.side(value, None) for value in ("short", "long", "neither")] == [True, True, False]


def test_it_reads_nothing_and_is_held_against_nothing() -> None:
    test = condition("short")
    assert list(test.reads()) == []
    assert (test.operands(), test.of_ids, test) == ((), True, OneOf(one_of=("short",)))
