"""A translator reads in the preview, in their own language, what a catalogue tells in English."""

from pathlib import Path

import pytest

from assistant.i18n.load import load_words
from assistant.i18n.po import parse
from assistant.workbench.catalogues.notes import say_note

OWN = ("Page: ", "Note: ")
"""An address, which the preview makes a link, and what an author wrote."""


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("Title", "見出し（題名）"),
        ("At most 80 characters; a full-width one counts as two", "80文字以内（全角は2文字と数えます）"),
        ("Rests on: Section 3; Section 4 (2)", "根拠：Section 3; Section 4 (2)"),
        ("{until}: the answer to “Plan”", "{until}：「Plan」への答え"),
        ("Shown: the first page", "表示される場所：最初のページ"),
        ("Shown: a page that nobody knows", "表示される場所：a page that nobody knows"),
        ("Note: the line manager of {name}", "Note: the line manager of {name}"),
        ("English: Ask first.", "English: Ask first."),
    ],
)
def test_a_note_is_said_in_the_language_of_its_reader(locales: Path, note: str, said: str) -> None:
    assert say_note(note, load_words(locales, "ja", strict=True)) == said
    assert say_note(note, load_words(locales, "en", strict=True)).endswith(note[1:])


def test_every_note_of_the_templates_is_translated_but_for_what_authors_wrote(locales: Path) -> None:
    japanese = load_words(locales, "ja", strict=True)
    notes = {
        note
        for path in locales.glob("templates/*.pot")
        for entry in parse(path.read_bytes(), str(path))[0]
        for note in entry.comment.splitlines()
        if not note.startswith(OWN)
    }
    left = {note for note in notes if say_note(note, japanese) == note}
    assert len(notes) > 200
    assert left == set()
