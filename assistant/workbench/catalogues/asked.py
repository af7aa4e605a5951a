"""Whether what people type tells the topics apart, and whether what is said of a thing tells it from others."""

import re
from collections import Counter
from collections.abc import Iterator
from unicodedata import normalize

from polib import POEntry

from assistant.errors import Fault, told
from assistant.i18n.catalogues import place
from assistant.i18n.defects import Defect, hidden
from assistant.i18n.questions import QUESTIONS, WORDS, phrases
from assistant.workbench.catalogues.locales import Locales

WITHOUT_OTHERS = (
    told("empty, though what is said of that thing is written: it would be taken where another one is meant"),
    told("write the words beside it that make it another one"),
)
ENOUGH = 8
"""Phrases that each topic has at least in each language."""


def phrase_faults(locales: Locales) -> list[Fault]:
    """
    Topics with too few phrases in a language that is offered; phrases that stand twice, in one topic or in two; and
    things that are written without what would make them others.
    """
    found: list[Fault] = []
    taken: dict[str, str] = {}
    for name, language in locales.known.items():
        path, wanted = locales.path(name, QUESTIONS), ENOUGH if language.offered else 0
        entries = locales.entries(name, QUESTIONS)
        written = {each.msgctxt.rpartition(".frame")[0] for each in entries if each.msgctxt and each.msgstr}
        for entry in entries:
            fact, frame, field = (entry.msgctxt or "").partition(".frame")
            if not fact.startswith(WORDS):
                found += [Fault(*place(path, entry), *defect) for defect in _badly_asked(entry, taken, wanted)]
            elif frame and field.endswith(".others") and not entry.msgstr and fact in written:
                found.append(Fault(*place(path, entry), *WITHOUT_OTHERS))
    return found


def _badly_asked(entry: POEntry, taken: dict[str, str], wanted: int) -> Iterator[Defect]:
    """`taken` holds the topic of every phrase met so far, in any language; so many at least are `wanted`."""
    topic, said = entry.msgctxt or "", phrases(entry.msgstr)
    yield from hidden("\n", entry.msgstr)
    if 0 < len(said) < wanted:
        yield told("{count} phrases, not {wanted}", count=len(said), wanted=wanted), told("add what people really type")
    for phrase in said:
        if (other := taken.setdefault(_folded(phrase), topic)) != topic:
            wrong = told("“{phrase}” is also a phrase of {other}", phrase=phrase, other=other)
            yield wrong, told("keep it where it belongs")
    for phrase, times in Counter(map(_folded, said)).items():
        if times > 1:
            yield told("“{phrase}” stands here {times} times", phrase=phrase, times=times), told("keep one of them")


def _folded(phrase: str) -> str:
    """What two phrases share if they differ only in width, letter case, blanks or punctuation."""
    return re.sub(r"[\W_]+", "", normalize("NFKC", phrase).casefold())
