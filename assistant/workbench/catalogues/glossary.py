"""Terms that are always rendered alike. A term is known once the catalogue of any language lists it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from unicodedata import normalize

from assistant.i18n.catalogues import catalogue_path, read_catalogue
from assistant.i18n.language import Language
from assistant.i18n.message import Message

HINT = "Allowed renderings, separated by |. The context is the language of the term."
SEPARATOR = "|"
QUOTED = re.compile("「[^」]*」|“[^”]*”")


@dataclass(frozen=True, slots=True)
class Term:
    """A term, its language, and how another language may render it."""

    name: str
    language: str
    renderings: tuple[str, ...]


def glossary_messages(locales: Path, known: Mapping[str, Language]) -> tuple[Message, ...]:
    """Every term of every language, in alphabetical order, once."""
    terms = {
        (entry.msgctxt or "", entry.msgid)
        for language in known
        if (path := catalogue_path(locales, language, "glossary")).exists()
        for entry in read_catalogue(path)
        if not entry.obsolete
    }
    return tuple(Message(name, language, notes=(HINT,)) for language, name in sorted(terms))


def read_glossary(path: Path) -> tuple[Term, ...]:
    """The terms that one language has renderings for, the longest first."""
    terms = [
        Term(entry.msgid, entry.msgctxt or "", renderings)
        for entry in (read_catalogue(path) if path.exists() else ())
        if not entry.obsolete and (renderings := tuple(filter(None, map(str.strip, entry.msgstr.split(SEPARATOR)))))
    ]
    return tuple(sorted(terms, key=lambda term: (-len(term.name), term.name)))


def used(terms: tuple[Term, ...], language: str, source: str) -> Iterator[Term]:
    """The terms that a sentence in `language` uses; a longer one hides those inside it."""
    for term in terms:
        if term.language == language and (pattern := _pattern(term)).search(source):
            source = pattern.sub(" ", source)
            yield term


def unrendered(terms: tuple[Term, ...], language: str, source: str, translation: str) -> Iterator[Term]:
    """
    The terms of the source sentence, written in `language`, for which the translation has no allowed rendering.

    A term may stay as it is in quotation marks: a heading that is quoted from the document.
    """
    said, quoted = _folded(translation), _folded(" ".join(QUOTED.findall(translation)))
    for term in used(terms, language, source):
        if _folded(term.name) not in quoted and not any(_folded(each) in said for each in term.renderings):
            yield term


@cache
def _pattern(term: Term) -> re.Pattern[str]:
    """Whole words, also in the plural, for scripts with spaces; anywhere for others. Capitals count if it has any."""
    name = re.escape(term.name)
    spaced = bool(re.search("[A-Za-z]", term.name))
    return re.compile(rf"(?<![A-Za-z0-9]){name}(?:e?s)?(?![A-Za-z0-9])" if spaced else name,
                      re.IGNORECASE if term.name.islower() else 0)  # fmt: skip


def _folded(text: str) -> str:
    return normalize("NFKC", text).casefold()
