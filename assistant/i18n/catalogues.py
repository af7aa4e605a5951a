"""
Where catalogues stand, and how they are read: the only place that opens PO.

The lines of a file are looked at first, because its reader takes some that are broken for something else.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import polib

from assistant.content.syntax import not_text
from assistant.errors import ContentError, Fault, Wording, told
from assistant.suggest import near, one_of

INTERFACE_DOMAIN = "ui"
"""The domain whose messages are known by what they say, not by their context."""
LINE = re.compile(r"\(line (\d+)\)")
KEYWORDS = ("msgctxt", "msgid", "msgid_plural", "msgstr")
SHAPE = re.compile(r'(?P<hidden>#~\||#~|#\|)?\s*(?P<word>[^\s"]*)\s*(?P<text>.*?)\s*')
"""An obsolete or previous line begins with `#~` or `#|`; any other comment says what it likes."""
QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
PLURAL = re.compile(r"msgstr\[\d\]")


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


def read_entries(locales: Path, language: str, domain: str) -> list[polib.POEntry]:
    """
    The messages of a catalogue without those that are obsolete; none where there is no such catalogue.

    Raises:
        ContentError: the file is not a catalogue.
    """
    path = catalogue_path(locales, language, domain)
    return [entry for entry in read_catalogue(path) if not entry.obsolete] if path.exists() else []


def place(path: Path, entry: polib.POEntry) -> tuple[str, int, int, str]:
    """Where a fault of a message stands: its file, the line and column of its source text, and what it is known by."""
    above = f"\n{entry.__unicode__(wrapwidth=0)}".partition("\nmsgid")[0].count("\n")
    known_by = entry.msgid if path.stem == INTERFACE_DOMAIN else entry.msgctxt or entry.msgid
    return str(path), (entry.linenum or 1) + above, 1, known_by


def strings(entry: polib.POEntry) -> list[str]:
    """The translation, one text for each plural form; empty texts where there is none."""
    forms: dict[int, str] = entry.msgstr_plural
    return [forms[form] for form in sorted(forms)] or [entry.msgstr]


def line_faults(text: str, file: str) -> Iterator[Fault]:
    """Every line that is neither blank, nor a comment, nor a keyword with its text, nor more text."""
    for number, line in enumerate(text.splitlines(), 1):
        found = SHAPE.fullmatch(line)
        if found is None or (line.startswith("#") and not found["hidden"]) or not line.strip():
            continue
        for wrong, mend in _defects(found["word"], found["text"]):
            yield Fault(file, number, 1, found["word"], wrong, mend)


def _defects(word: str, text: str) -> Iterator[tuple[Wording, Wording]]:
    if word and word not in KEYWORDS and not PLURAL.fullmatch(word):
        yield told("'{word}' is no keyword of a catalogue", word=word), near(word, KEYWORDS, one_of(KEYWORDS))
    elif not text.startswith('"'):
        yield told("the text is not in quotes"), told("put it in double quotes")
    elif not QUOTED.fullmatch(text):
        if len(text) < 2 or not text.endswith('"') or text.endswith('\\"'):
            yield told("a quote is not closed"), told("close it with the same kind of quote")
        else:
            yield told("a double quote stands inside the text"), told("write a backslash before it")
