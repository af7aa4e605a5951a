"""A topic: which questions it answers, in which order."""

import pytest

from assistant.model.rule import Aspect
from assistant.model.topic import Topic

RULE = {"id": "r", "verdict": "ended", "say": "S", "cites": "c"}


def topic(*aspects: str) -> Topic:
    """A topic with one rule for each of these."""
    return Topic.model_validate({"id": "t", "title": "T", "about": "A", **dict.fromkeys(aspects, (RULE,))})


@pytest.mark.parametrize(
    ("written", "aspects"),
    [((), ()), (("covered", "free"), ("free", "covered")), (("due", "covered", "free"), ("free", "due", "covered"))],
)
def test_it_answers_what_it_has_rules_for_in_one_order(written: tuple[str, ...], aspects: tuple[Aspect, ...]) -> None:
    assert topic(*written).aspects == aspects


def test_the_rules_of_an_aspect_are_its_own() -> None:
    assert [rule.id for rule in topic("due").rules("due")] == ["r"]  # type: ignore[union-attr]  # each is a rule
    assert topic("due").rules("free") == ()
