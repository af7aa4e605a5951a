"""How far each catalogue has come."""

from collections.abc import Sequence
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

    @property
    def percent(self) -> int:
        """How many of a hundred messages are translated, rounded down: 100 only where all are."""
        return 100 * self.translated // self.messages if self.messages else 100

    @classmethod
    def together(cls, language: str, name: str, each: Sequence["Progress"]) -> "Progress":
        """Several catalogues of a language as one."""
        return cls(
            language, name, sum(one.messages for one in each), sum(one.translated for one in each),
            sum(one.fuzzy for one in each), sum(one.empty for one in each),
        )  # fmt: skip


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
