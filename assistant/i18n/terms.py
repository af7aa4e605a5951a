"""The names of things that people may type: a list that translators keep, for each language its own."""

from collections.abc import Mapping
from pathlib import Path

from assistant.i18n.catalogues import catalogue_path, read_catalogue
from assistant.i18n.language import Language
from assistant.i18n.message import Message
from assistant.i18n.questions import phrases

TERM = "term"
HINT = (
    "What people call this in your language, one name or spelling a line: the usual one first, then others, and kana."
)


def term_messages(locales: Path, known: Mapping[str, Language]) -> tuple[Message, ...]:
    """Every thing that the catalogue of any language names, once, in order."""
    things = {
        entry.msgid
        for language in known
        if (path := catalogue_path(locales, language, "terms")).exists()
        for entry in read_catalogue(path)
        if not entry.obsolete
    }
    return tuple(Message(thing, TERM, notes=(HINT,)) for thing in sorted(things))


def read_terms(locales: Path, language: str) -> Mapping[str, tuple[str, ...]]:
    """
    The names of each thing in a language.

    Raises:
        ContentError: the file is not a catalogue.
    """
    path = catalogue_path(locales, language, "terms")
    return {
        entry.msgid: phrases(entry.msgstr)
        for entry in (read_catalogue(path) if path.exists() else ())
        if not entry.obsolete and not entry.fuzzy
    }
