"""Where catalogues stand, and how they are read and written: always the same bytes for the same messages."""

import re
from collections.abc import Iterable
from pathlib import Path

import polib

from assistant.content.nodes import not_text
from assistant.errors import ContentError, Fault, told
from assistant.i18n.lines import line_faults

INTERFACE_DOMAIN = "ui"
"""The domain whose messages are known by what they say, not by their context."""
LINE = re.compile(r"\(line (\d+)\)")


def template_path(locales: Path, domain: str) -> Path:
    """The committed template of a domain."""
    return locales / "templates" / f"{domain}.pot"


def catalogue_path(locales: Path, language: str, domain: str) -> Path:
    """The catalogue of a domain in a language."""
    return locales / language / f"{domain}.po"


def language_path(locales: Path, language: str) -> Path:
    """Where a language is described."""
    return locales / language / "language.yaml"


def read_catalogue(path: Path) -> polib.POFile:
    """
    The catalogue at `path`.

    Raises:
        ContentError: the file is not a catalogue in UTF-8.
    """
    file = str(path)
    try:
        text = path.read_text("utf-8")
        if found := list(line_faults(text, file)):
            raise ContentError(found)
        return polib.pofile(text, wrapwidth=0)
    except UnicodeDecodeError as error:
        raise ContentError([not_text(file, error)]) from None
    except (OSError, ValueError, IndexError) as error:
        line = LINE.search(f"{error}")
        wrong = told("a line stands out of order") if line else told("this is not a catalogue")
        mend = told("write msgctxt, msgid and msgstr in this order, each once; or open the file in a PO editor")
        raise ContentError([Fault(file, int(line[1]) if line else 1, 1, "", wrong, mend)]) from None


def place(path: Path, entry: polib.POEntry) -> tuple[str, int, int, str]:
    """Where a fault of a message stands: its file, the line and column of its source text, and what it is known by."""
    above = f"\n{entry.__unicode__(wrapwidth=0)}".partition("\nmsgid")[0].count("\n")
    known_by = entry.msgid if path.stem == INTERFACE_DOMAIN else entry.msgctxt or entry.msgid
    return str(path), (entry.linenum or 1) + above, 1, known_by


def catalogue_text(entries: Iterable[polib.POEntry], metadata: dict[str, str], comment: str = "") -> str:
    """The text of a catalogue, with `comment` at its head: no wrapping, no line numbers, no dates."""
    file = polib.POFile(wrapwidth=0)
    file.header, file.metadata = comment, metadata
    file.extend(entries)
    return f"{file}"


def write_changed(path: Path, text: str) -> bool:
    """Writes the file where it says something else now; whether it did."""
    if path.exists() and path.read_bytes() == text.encode():
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return True
