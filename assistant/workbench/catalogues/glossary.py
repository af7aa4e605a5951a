"""Terms that are always rendered alike. A term is known once the catalogue of any language lists it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from unicodedata import normalize

from assistant.i18n import N_
from assistant.i18n.defects import QUOTED
from assistant.workbench.catalogues.locales import Locales
from assistant.workbench.catalogues.template import Message

GLOSSARY = "glossary"
HINT = N_("Allowed renderings, separated by |. The context is the language of the term.")
SEPARATOR = "|"


@dataclass(frozen=True)
class Term:
    """A term, its language, and how another language may render it."""

    name: str
    language: str
    renderings: tuple[str, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Whole words, also in the plural, for scripts with spaces; anywhere for others. Capitals count."""
        name = re.escape(self.name)
        spaced = bool(re.search("[A-Za-z]", self.name))
        flags = re.IGNORECASE if self.name.islower() else 0
        return re.compile(rf"(?<![A-Za-z0-9]){name}(?:e?s)?(?![A-Za-z0-9])" if spaced else name, flags)


def glossary_messages(locales: Locales) -> tuple[Message, ...]:
    """Every term of every language, in alphabetical order, once."""
    entries = [entry for language in locales.known for entry in locales.entries(language, GLOSSARY)]
    terms = sorted({(entry.msgctxt or "", entry.msgid) for entry in entries})
    return tuple(Message(name, language, notes=(HINT,), home=language) for language, name in terms)


def read_glossary(locales: Locales, language: str) -> tuple[Term, ...]:
    """The terms that a language has renderings for, the longest first."""
    terms = [
        Term(entry.msgid, entry.msgctxt or "", renderings)
        for entry in locales.entries(language, GLOSSARY)
        if (renderings := tuple(filter(None, map(str.strip, entry.msgstr.split(SEPARATOR)))))
    ]
    return tuple(sorted(terms, key=lambda term: (-len(term.name), term.name)))


def used(terms: tuple[Term, ...], language: str, source: str) -> Iterator[Term]:
    """The terms that a sentence in `language` uses; a longer one hides those inside it."""
    folded = source.casefold()
    for term in terms:
        # Most sentences use no term: looking for the letters alone is fast.
        if term.language == language and term.name.casefold() in folded:
            rest = term.pattern.sub(" ", source)
            if rest != source:
                source = rest
                yield term


def unrendered(terms: tuple[Term, ...], language: str, source: str, translation: str) -> Iterator[Term]:
    """
    The terms of the source sentence, written in `language`, for which the translation has no allowed rendering.

    A term may stay as it is in quotation marks: a heading that is quoted from the document.
    """
    for term in used(terms, language, source):
        said, quoted = _folded(translation), _folded(" ".join(QUOTED.findall(translation)))
        if _folded(term.name) not in quoted and not any(_folded(each) in said for each in term.renderings):
            yield term


def _folded(text: str) -> str:
    return normalize("NFKC", text).casefold()
