"""Marks behind the words of a grammar."""

import pytest
from pydantic import ValidationError

from assistant.parsing.grammar import Grammar, joined
from assistant.parsing.lines import words_of


def test_a_mark_behind_what_is_gone_is_a_path_of_its_own() -> None:
    words = joined(
        {"en": Grammar.model_validate({"state": {"gone": {"behind": ("{ends|expires}>", "dropped!", "over")}}})}
    )
    assert words_of(words, "state.gone.behind") == ["ends", "expires", "dropped", "over"]
    assert [words_of(words, f"state.gone.behind{mark}") for mark in ">!"] == [["ends", "expires"], ["dropped"]]


def test_a_line_of_several_words_is_kept_as_the_line_that_it_is() -> None:
    words = joined(
        {"en": Grammar.model_validate({"past": ("{was|were} {sent|made}[ in]", "*ed"), "until": ("until",)})}
    )
    assert (words["past"], words["until"]) == (["{was|were} {sent|made}[ in]", "*ed"], ["until"])


def test_brackets_among_the_words_of_days_and_numbers_stand_for_each_way() -> None:
    tree = {
        "numbers": {"half": ("{ein|einem} halbes",), "amounts": ("{half}[ ]{unit}",)},
        "days": {"week": {"-1": ("{letzte|letzten}",)}},
    }
    words = joined({"de": Grammar.model_validate(tree)})
    assert words["numbers.half@de"] == ["ein halbes", "einem halbes"]
    assert words["days.week.-1@de"] == ["letzte", "letzten"]
    assert words["numbers.amounts@de"] == ["{half}[ ]{unit}"]


@pytest.mark.parametrize(
    ("path", "word"), [("correction", "no way!"), ("until", "till>"), ("state.there.behind", "runs>"), ("past", "did!")]
)
def test_elsewhere_a_mark_is_refused(path: str, word: str) -> None:
    tree: object = (word,)
    for name in reversed(path.split(".")):
        tree = {name: tree}
    with pytest.raises(ValidationError, match="ends with a mark"):
        Grammar.model_validate(tree)


@pytest.mark.parametrize("word", ["„nicht“", "“not”", "«pas»", "»nicht«", "‘not’", "「ない」"])
def test_quotation_marks_of_a_word_processor_are_refused(word: str) -> None:
    with pytest.raises(ValidationError, match="stands in quotation marks"):
        Grammar.model_validate({"denial": {"before": ("kein", word)}})
    kept = ("l’un", word[1:], word[:-1], "“")
    assert Grammar.model_validate({"denial": {"before": kept}}).denial.before == kept


def test_a_sign_that_is_a_word_itself_is_no_mark() -> None:
    assert joined({"en": Grammar.model_validate({"clauses": {"marks": ("!", "?")}})})["clauses.marks"][-2:] == [
        "!",
        "?",
    ]
