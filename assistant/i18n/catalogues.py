"""Where catalogues stand, and how they are read: the only place that opens PO."""

from pathlib import Path

import polib

from assistant.errors import ContentError, Fault, told
from assistant.i18n.po import parse

INTERFACE_DOMAIN, WORKBENCH_DOMAIN = "ui", "workbench"
"""What readers are told by the code, and what it tells those who write content and run it: known by what they say."""
INTERFACE_DOMAINS = (INTERFACE_DOMAIN, WORKBENCH_DOMAIN)
REPLACE = told("put a catalogue in its place")


def catalogue_path(locales: Path, language: str, domain: str) -> Path:
    """The catalogue of a domain in a language."""
    return locales / language / f"{domain}.po"


def language_path(locales: Path, language: str) -> Path:
    """Where a language is described."""
    return locales / language / "language.yaml"


def read_catalogue(path: Path) -> polib.POFile:
    """The catalogue at `path`, whole. Raises `ContentError` with every message that cannot be read."""
    found, wrong = sound_catalogue(path)
    if wrong:
        raise ContentError(wrong)
    return found


def sound_catalogue(path: Path) -> tuple[polib.POFile, list[Fault]]:
    """
    The catalogue at `path` without the messages that cannot be read, and what is wrong with these. Raises
    `ContentError` where none can be read.
    """
    try:
        found, wrong = parse(path.read_bytes(), str(path))
    except OSError as error:
        wrong = [Fault(str(path), 1, 1, "", told("this cannot be read: {why}", why=error.strerror), REPLACE)]
        raise ContentError(wrong) from None
    if wrong and not found.metadata and not found:
        raise ContentError(wrong[:1])
    return found, wrong


def read_entries(locales: Path, language: str, domain: str) -> list[polib.POEntry]:
    """
    The messages of a catalogue without those that are obsolete; none where there is no such catalogue. Raises
    `ContentError` where the file is not a catalogue.
    """
    path = catalogue_path(locales, language, domain)
    return [entry for entry in read_catalogue(path) if not entry.obsolete] if path.exists() else []


def by_context(domain: str) -> bool:
    """Whether the messages of a domain are known by their contexts, and not by what they say."""
    return domain == "questions" or domain.startswith("policy-")


def place(path: Path, entry: polib.POEntry) -> tuple[str, int, int, str]:
    """Where a fault of a message stands: its file, the line and column of its source text, and what it is known by."""
    known_by = entry.msgctxt if by_context(path.stem) and entry.msgctxt else entry.msgid
    return str(path), entry.linenum or 1, 1, known_by


def strings(entry: polib.POEntry) -> list[str]:
    """The translation, one text for each plural form; empty texts where there is none."""
    forms: dict[int, str] = entry.msgstr_plural
    return [forms[form] for form in sorted(forms)] or [entry.msgstr]
