"""`includes_any`: which of several options are chosen."""

import pytest
from pydantic import ValidationError

from assistant.model.policy import Policy
from tests.vocabulary.given import Saying, asked, condition


@pytest.mark.parametrize(
    ("wanted", "chosen", "held"),
    [
        (("a", "b"), ("c",), False),
        (("a", "b"), ("b", "c"), True),
        ("a", ("a",), True),
    ],
)
def test_it_looks_at_those_that_are_chosen(policy: Policy, wanted: object, chosen: tuple[str, ...], held: bool) -> None:
    found = asked(policy, {"includes_any": wanted}, chosen)
    assert (found.held, found.value) == (held, chosen)


def test_a_single_choice_is_not_several(policy: Policy) -> None:
    with pytest.raises(TypeError, match="not several options"):
        asked(policy, {"includes_any": "a"}, "a")


def test_something_must_be_looked_for() -> None:
    with pytest.raises(ValidationError):
        condition({"includes_any": ()})


def test_it_says_what_it_looks_for(saying: Saying) -> None:
    assert saying.test({"includes_any": ("short", "long")}, "kind") == (
        "Leave: with Short or Long",
        "Leave：ShortまたはLongを含む",
    )
