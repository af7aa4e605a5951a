"""`type: yes-no`."""

import pytest

from assistant.vocabulary.facts.choice import YesNo
from tests.vocabulary.given import fact, refusal

YES_NO = fact("yes-no", yes="Under warranty", spellings={"no": ("out of warranty",)})


@pytest.mark.parametrize("text", ["yes", "no"])
def test_yes_and_no_are_read(text: str) -> None:
    assert YES_NO.read(text) == text


@pytest.mark.parametrize("text", ["Yes", "NO", "true", "y", "1", "", "yes ", "はい", "out of warranty"])
def test_anything_else_is_refused(text: str) -> None:
    assert refusal(YES_NO, text) == ("yes-or-no-wanted", {})


def test_its_values_are_two() -> None:
    assert isinstance(YES_NO, YesNo)
    assert (YES_NO.key(), YES_NO.kind()) == ("yes-no", "ids")
    assert YES_NO.choices() == YES_NO.samples() == YES_NO.ends() == ("yes", "no")
    assert YES_NO.axis() is None


def test_a_label_says_what_a_yes_means_and_a_spelling_how_people_say_no() -> None:
    assert isinstance(YES_NO, YesNo)
    assert YES_NO.yes is not None
    assert (YES_NO.yes.source, YES_NO.no) == ("Under warranty", None)
    assert (YES_NO.spellings.yes, YES_NO.spellings.no) == ((), ("out of warranty",))
