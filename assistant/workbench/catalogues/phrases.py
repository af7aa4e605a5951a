"""Whether the phrases that people type are enough, and tell the topics apart."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from unicodedata import normalize

from polib import POEntry

from assistant.errors import ContentError, Fault, told
from assistant.i18n.catalogues import catalogue_path, place, read_catalogue
from assistant.i18n.defects import hidden
from assistant.i18n.language import Language
from assistant.i18n.questions import phrases

ENOUGH = 8
"""Phrases that each topic has at least in each language."""


def check_phrases(locales: Path, known: Mapping[str, Language]) -> list[Fault]:
    """Topics with too few phrases in a language, and phrases that stand twice, in one topic or in two."""
    found: list[Fault] = []
    taken: dict[str, str] = {}
    for language in known:
        path = catalogue_path(locales, language, "questions")
        for entry in _entries(path):
            found += _faults(path, entry, taken)
    return found


def _entries(path: Path) -> list[POEntry]:
    """None where the catalogue is missing or broken: others report that."""
    try:
        return [entry for entry in read_catalogue(path) if not entry.obsolete]
    except ContentError:
        return []


def _faults(path: Path, entry: POEntry, taken: dict[str, str]) -> Iterator[Fault]:
    """`taken` holds the topic of every phrase met so far, in any language."""
    topic = entry.msgctxt or ""
    where = place(path, entry)
    said = phrases(entry.msgstr)
    yield from (Fault(*where, *defect) for defect in hidden("\n", entry.msgstr))
    if 0 < len(said) < ENOUGH:
        yield Fault(*where, told("{count} phrases, not {wanted}", count=len(said), wanted=ENOUGH),
                    told("add what people really type"))  # fmt: skip
    for phrase in said:
        if (other := taken.setdefault(folded(phrase), topic)) != topic:
            wrong = told("“{phrase}” is also a phrase of {other}", phrase=phrase, other=other)
            yield Fault(*where, wrong, told("keep it where it belongs"))
    for phrase, times in Counter(map(folded, said)).items():
        if times > 1:
            wrong = told("“{phrase}” stands here {times} times", phrase=phrase, times=times)
            yield Fault(*where, wrong, told("keep one of them"))


def folded(phrase: str) -> str:
    """What two phrases share if they differ only in width, letter case, blanks or punctuation."""
    return re.sub(r"[\W_]+", "", normalize("NFKC", phrase).casefold())
