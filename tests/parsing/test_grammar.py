"""Marks behind the words of a grammar."""

import pytest
from pydantic import ValidationError

from assistant.parsing.grammar import Grammar, joined


def test_a_mark_behind_what_is_gone_is_a_path_of_its_own() -> None:
    words = joined(
        {"en": Grammar.model_validate({"state": {"gone": {"behind": ("{ends|expires}>", "dropped!", "over")}}})}
    )
    assert words["state.gone.behind"] == ["ends", "expires", "dropped", "over"]
    assert (words["state.gone.behind>"], words["state.gone.behind!"]) == (["ends", "expires"], ["dropped"])


@pytest.mark.parametrize(
    ("path", "word"), [("correction", "no way!"), ("until", "till>"), ("state.there.behind", "runs>"), ("past", "did!")]
)
def test_elsewhere_a_mark_is_refused(path: str, word: str) -> None:
    tree: object = (word,)
    for name in reversed(path.split(".")):
        tree = {name: tree}
    with pytest.raises(ValidationError, match="ends with a mark"):
        Grammar.model_validate(tree)


def test_a_sign_that_is_a_word_itself_is_no_mark() -> None:
    assert joined({"en": Grammar.model_validate({"clauses": {"marks": ("!", "?")}})})["clauses.marks"][-2:] == [
        "!",
        "?",
    ]
