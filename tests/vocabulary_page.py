"""The list of words, made from what each says of itself and written anew by `python -m tests.vocabulary_page`."""

from collections.abc import Iterator
from pathlib import Path

from assistant.vocabulary.condition import CONDITIONS
from assistant.vocabulary.derivation import DERIVATIONS, Derivation
from assistant.vocabulary.fact import FACTS, Asked
from assistant.vocabulary.step import AMOUNTS, STEPS, Cell
from assistant.vocabulary.word import Word
from assistant.workbench.scaffold.schemas import explained, joined

PAGE = Path(__file__).parent.parent / "docs" / "vocabulary.md"
PAGE_HEAD = """\
# The words of a policy

Made by `python -m tests.vocabulary_page` from what each word says of itself. *Write a policy* shows how they go
together; a number may nearly everywhere be written, named, or read from a table's cell.
"""
PARTS: tuple[tuple[str, str, tuple[type[Word], ...]], ...] = (
    ("Facts", "What can be asked, in `facts.yaml`.", tuple(FACTS.words.values())),
    ("Derived things", "What is worked out, under `derived`.", tuple(DERIVATIONS.words.values())),
    ("Steps of days", "What is done to a day or a moment, under `steps`.", tuple(STEPS.words.values())),
    ("Steps of amounts", "What is done to a number or to money, under `steps`.", tuple(AMOUNTS.words.values())),
    ("Conditions", "What is asked under `when`.", tuple(CONDITIONS.words.values())),
    ("Cells", "Where a table is read.", (Cell,)),
)
SHARED = frozenset({*Asked.model_fields, *Derivation.model_fields, "type"})
"""Fields that all words of a kind have: they are told once, in the schemas."""


def vocabulary_page() -> str:
    """The page, always the same for the same words."""
    return "\n".join([PAGE_HEAD, *(line for part in PARTS for line in _part(*part))])


def _part(title: str, about: str, words: tuple[type[Word], ...]) -> Iterator[str]:
    yield from (f"## {title}", "", about, "")
    for word in words:
        if word.example or word is Cell:
            yield from _word(word)


def _word(word: type[Word]) -> Iterator[str]:
    key = "cell" if word is Cell else word.key()
    yield from (f"### `{key}`", "", joined(word.__doc__ or ""), "")
    if word.example:
        yield from ("```yaml", word.example, "```", "")
    told = explained(word)
    for name, field in word.model_fields.items():
        written = field.alias or name
        if name not in SHARED and written in told:
            yield f"- `{written}`: {joined(told[written])}"
    yield ""


if __name__ == "__main__":
    PAGE.write_text(vocabulary_page(), "utf-8")
