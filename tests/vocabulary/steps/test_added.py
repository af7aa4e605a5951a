"""Steps that add so many of a unit of time: what they share. What each counts is told beside it."""

import pytest

from assistant.model.policy import Policy
from assistant.vocabulary.step import STEPS
from assistant.vocabulary.steps.added import Added
from assistant.vocabulary.trail import Taken
from tests.vocabulary.given import on, step, taken

WORDS = {
    key: word for key, word in STEPS.words.items() if issubclass(word, Added) and word.__module__ == Added.__module__
}
START = on("2026-04-28T09:00")


def test_every_unit_shares_it() -> None:
    assert WORDS.keys() == {"add_days", "add_hours", "add_minutes", "add_months", "add_weeks", "add_years"}


@pytest.mark.parametrize("key", WORDS)
@pytest.mark.parametrize("many", [-2, 0, 3])
def test_it_says_how_many_and_which_way(policy: Policy, key: str, many: int) -> None:
    found = taken(policy, {key: str(many)}, START)
    said = found.step.explain(found)
    assert dict(said.values) == {"count": abs(many), "day": found.after}
    word = WORDS[key]
    assert said.sentence == (word.back if many < 0 else word.ahead).sentence
    assert (found.after > START, found.after == START) == (many > 0, many == 0)


@pytest.mark.parametrize("key", WORDS)
def test_of_a_step_that_was_never_taken_none_is_said(key: str) -> None:
    one = step({key: "5"})
    assert dict(one.explain(Taken(one, START, START)).values) == {"count": 0, "day": START}
