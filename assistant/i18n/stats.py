"""How far each catalogue has come."""

from dataclasses import dataclass
from pathlib import Path

from assistant.i18n.catalogues import read_catalogue
from assistant.i18n.merge import strings


@dataclass(frozen=True, slots=True)
class Progress:
    """A catalogue's messages: all, sound, fuzzy and empty. A fuzzy message does not count as translated."""

    language: str
    domain: str
    messages: int
    translated: int
    fuzzy: int
    empty: int


def stats(locales: Path) -> list[Progress]:
    """
    One line for each catalogue, by language and domain.

    Raises:
        ContentError: a file that is not a catalogue.
    """
    return [_progress(path) for path in sorted(locales.glob("*/*.po"))]


def _progress(path: Path) -> Progress:
    entries = [entry for entry in read_catalogue(path) if not entry.obsolete]
    empty = sum(not all(strings(entry)) for entry in entries)
    fuzzy = sum(entry.fuzzy for entry in entries if all(strings(entry)))
    return Progress(path.parent.name, path.stem, len(entries), len(entries) - empty - fuzzy, fuzzy, empty)
