"""`includes`: which of several options are chosen."""

import pytest
from pydantic import ValidationError

from assistant.model.policy import Policy
from tests.vocabulary.given import Saying, asked, condition


@pytest.mark.parametrize(
    ("wanted", "chosen", "held"),
    [
        ("a", ("a",), True),
        ("a", ("b", "c"), False),
        ("a", ("a", "c"), True),
    ],
)
def test_it_looks_at_those_that_are_chosen(policy: Policy, wanted: object, chosen: tuple[str, ...], held: bool) -> None:
    found = asked(policy, {"includes": wanted}, chosen)
    assert (found.held, found.value) == (held, chosen)


def test_a_single_choice_is_not_several(policy: Policy) -> None:
    with pytest.raises(TypeError, match="not several options"):
        asked(policy, {"includes": "a"}, "a")


def test_something_must_be_looked_for() -> None:
    with pytest.raises(ValidationError):
        condition({"includes": ()})


def test_it_says_what_it_looks_for(saying: Saying) -> None:
    assert saying.test({"includes": "short"}, "kind") == ("Leave: with Short", "Leave：Shortを含む")
