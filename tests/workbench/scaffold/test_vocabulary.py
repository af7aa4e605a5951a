"""The list of words: in step with the words, each with an example that is read as that word."""

from collections.abc import Iterator
from typing import Annotated

import pytest
from pydantic import TypeAdapter

from assistant.content.syntax import read_yaml
from assistant.vocabulary.condition import CONDITIONS, When, every_test
from assistant.vocabulary.derivation import DERIVATIONS
from assistant.vocabulary.fact import FACTS
from assistant.vocabulary.step import AMOUNTS, STEPS
from assistant.vocabulary.trail import AmountStep
from assistant.vocabulary.word import Word
from tests.vocabulary.given import DERIVED, FACT, STEP
from tests.vocabulary_page import PAGE, vocabulary_page

AMOUNT: TypeAdapter[AmountStep] = TypeAdapter(Annotated[AmountStep, AMOUNTS])
WHEN: TypeAdapter[When] = TypeAdapter(When)
ADAPTERS: tuple[tuple[dict[str, type[Word]], TypeAdapter[Word]], ...] = (
    (FACTS.words, FACT), (DERIVATIONS.words, DERIVED), (STEPS.words, STEP), (AMOUNTS.words, AMOUNT),
)  # type: ignore[assignment]  # registries of their own kinds  # fmt: skip


def shown() -> Iterator[type[Word]]:
    """Every word that the page shows."""
    registries = (FACTS.words, DERIVATIONS.words, STEPS.words, AMOUNTS.words, CONDITIONS.words)
    return (word for words in registries for word in words.values() if word.example)


def read(word: type[Word]) -> object:
    """The example of a word as content is read."""
    data = read_yaml(word.example + "\n", "example.yaml").data("example")
    for words, adapter in ADAPTERS:
        if word in words.values():
            return adapter.validate_python(data)
    return WHEN.validate_python(data)


def test_the_page_is_in_step_with_the_words() -> None:
    assert PAGE.read_text("utf-8") == vocabulary_page(), "run `python -m tests.vocabulary_page`"


@pytest.mark.parametrize("word", tuple(shown()), ids=lambda word: word.__name__)
def test_each_example_is_read_as_its_word(word: type[Word]) -> None:
    found = read(word)
    if word in CONDITIONS.words.values():
        assert isinstance(found, dict)
        (test,) = found.values()
        assert isinstance(test, word)
        assert list(every_test(found))
    else:
        assert isinstance(found, word)


def test_every_word_that_may_be_written_is_shown() -> None:
    registries = (FACTS, DERIVATIONS, STEPS, AMOUNTS, CONDITIONS)
    listed = {registry.words[key] for registry in registries for key in registry.listed}
    assert listed <= {*shown()}
