"""`type: choice`: one of a fixed set of options."""

import pytest
from pydantic import ValidationError

from assistant.vocabulary.facts.choice import Choice
from tests.vocabulary.given import fact, refusal

OPTIONS = {"gold": {"label": "Gold"}, "3c": {"label": "3C"}, "not_sure": {"label": "Not sure"}}
CHOICE = fact("choice", options=OPTIONS)


@pytest.mark.parametrize("text", ["gold", "3c", "not_sure"])
def test_an_option_is_read_by_its_id(text: str) -> None:
    assert CHOICE.read(text) == text


@pytest.mark.parametrize("text", ["Gold", "gold ", " gold", "", "ｇｏｌｄ", "silver", "gold,3c", "not-sure"])
def test_anything_else_is_refused_with_what_may_be_written(text: str) -> None:
    assert refusal(CHOICE, text) == ("no-such-option", {"given": text, "options": "gold, 3c, not_sure"})


def test_of_a_long_text_the_beginning_is_told() -> None:
    assert refusal(CHOICE, "x" * 61)[1]["given"] == "x" * 60


@pytest.mark.parametrize("options", [{}, {"gold": {"label": "Gold"}}, {"A": {"label": "A"}, "b": {"label": "B"}}])
def test_two_options_with_ids_are_wanted(options: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        fact("choice", options=options)


def test_its_values_are_its_options_in_their_order() -> None:
    assert isinstance(CHOICE, Choice)
    assert (CHOICE.key(), CHOICE.kind()) == ("choice", "ids")
    assert CHOICE.choices() == CHOICE.samples() == CHOICE.ends() == ("gold", "3c", "not_sure")
    assert CHOICE.axis() is None


def test_it_reads_nothing() -> None:
    assert list(CHOICE.reads()) == []
