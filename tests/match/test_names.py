"""A question that is nothing but the name of an option."""

import pytest

from assistant.match.names import Names
from assistant.match.wordings import Ignored, spellings_of, wordings_of
from tests.match.grammar import words
from tests.match.sample import FACTS

IGNORED = Ignored.of(words())
NAMES = Names.build({"tool-hire": wordings_of(spellings_of(FACTS, {}), IGNORED)}, IGNORED)


@pytest.mark.parametrize(
    ("text", "option"),
    [("DR950", "dr950"), ("  dr-950? ", "dr950"), ("Lawn mower", "lawn-mower"), ("ドリル950。", "dr950")],
)
def test_a_bare_name_is_its_option(text: str, option: str) -> None:
    found = NAMES.alone(text)
    assert found is not None
    assert (found.policy, found.fact, found.option) == ("tool-hire", "tool", option)
    assert text[slice(*found.place)] == found.text


@pytest.mark.parametrize("text", ["", "the DR950 is broken", "mend", "a drill", "yes"])
def test_a_text_that_says_more_or_only_a_common_word_is_none(text: str) -> None:
    assert NAMES.alone(text) is None
