"""Outlines of the sample terms."""

from collections.abc import Callable, Sequence

import pytest

from assistant.i18n.words import Words
from assistant.model.record import Text
from assistant.model.source import Clause
from assistant.workbench.sources.alignment import align
from assistant.workbench.sources.blocks import Blocks
from assistant.workbench.sources.lines import text_blocks
from assistant.workbench.sources.outline import Entry, entries
from tests.conftest import ROOT, words_of
from tests.workbench.sources.papers import Part
from tests.workbench.sources.samples import as_text

ENGLISH_WORDS = words_of(ROOT / "locales", "en", strict=True)


def blocks_of(parts: Sequence[Part]) -> Blocks:
    """The sample as the blocks of a text file."""
    return text_blocks(as_text(parts))


def entries_of(blocks: Blocks) -> tuple[Entry, ...]:
    """The clauses of a document that is outlined for the first time."""
    return entries(blocks, align((), blocks, {}), (), ENGLISH_WORDS)


def outline_of(blocks: Blocks, gists: Sequence[str] = ()) -> tuple[Clause, ...]:
    """An outline made of a document for the first time, with gists in order where they are given."""
    found = entries_of(blocks)
    return tuple(
        Clause(
            id=entry.id,
            place=Text("", entry.place),
            gist=Text("", gists[at] if gists else "Something."),
            fingerprint=entry.fingerprint,
            lines=entry.lines,
        )
        for at, entry in enumerate(found)
    )


@pytest.fixture(scope="session")
def words() -> Callable[[str], Words]:
    """The words of a language; a gap without a value is an error."""
    return lambda language: words_of(ROOT / "locales", language, strict=True)
