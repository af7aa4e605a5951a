"""`includes_all`: which of several options are chosen."""

import pytest
from pydantic import ValidationError

from assistant.model.policy import Policy
from tests.vocabulary.given import Saying, asked, condition


@pytest.mark.parametrize(
    ("wanted", "chosen", "held"),
    [
        (("a", "b"), ("a", "c"), False),
        (("a", "b"), ("a", "b", "c"), True),
        (("a", "b"), ("b",), False),
    ],
)
def test_it_looks_at_those_that_are_chosen(policy: Policy, wanted: object, chosen: tuple[str, ...], held: bool) -> None:
    found = asked(policy, {"includes_all": wanted}, chosen)
    assert (found.held, found.value) == (held, chosen)


def test_a_single_choice_is_not_several(policy: Policy) -> None:
    with pytest.raises(TypeError, match="not several options"):
        asked(policy, {"includes_all": "a"}, "a")


def test_something_must_be_looked_for() -> None:
    with pytest.raises(ValidationError):
        condition({"includes_all": ()})


def test_it_says_what_it_looks_for(saying: Saying) -> None:
    assert saying.test({"includes_all": ("short", "long")}, "kind") == (
        "Leave: with Short and Long",
        "Leave：Short、Longを含む",
    )
