"""
Which phrases find their own topic when the index does not have them.

A part of the phrases at a time is left out, and an index of the others is asked them (cross-validation; Stone 1974,
Cross-validatory choice and assessment of statistical predictions). That is harder for a phrase than being left out
alone, and takes a few indexes rather than one for each phrase.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from assistant.i18n.words import Words
from assistant.library.folder import Part
from assistant.library.sources import code_fingerprint
from assistant.loading import library_folder
from assistant.match.index import Index
from assistant.match.margin import UNDRAWN
from assistant.match.ranking import OUT_OF_SCOPE, Phrase
from assistant.match.terms import Terms
from assistant.matching import index_fingerprint, load_phrases, load_terms
from assistant.model.policy import Library
from assistant.settings import Settings

PARTS = 4


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A phrase that the index did not have, the id of its topic, and the id that came first: `None` where none did."""

    id: str
    phrase: Phrase
    first: str | None

    @property
    def found(self) -> bool:
        """Did its own topic come first?"""
        return self.first == self.id


def load_left_out(settings: Settings, library: Library) -> tuple[LeftOut, ...]:
    """What came of the shipped phrases: kept beside the index, for it takes as long as making several."""
    code = code_fingerprint("workbench/evaluation/left_out.py")

    def make() -> Part:
        asked = left_out(load_phrases(settings.locales, library), load_terms(settings.locales))
        lines = [(one.id, one.phrase.text, one.phrase.language, one.first) for one in asked]
        return Part(json.dumps(lines, ensure_ascii=False))

    def read(part: Part) -> tuple[LeftOut, ...]:
        return tuple(LeftOut(id_, Phrase(text, lang), first) for id_, text, lang, first in json.loads(part.text))

    return library_folder(settings).load(
        "left-out", lambda: f"{index_fingerprint(settings, library)}{code}", make, read
    )


def left_out(phrases: Mapping[str, Sequence[Phrase]], terms: Terms | None = None) -> Iterator[LeftOut]:
    """Each phrase of a topic once; those out of scope are left out with the others, and not asked."""
    for part in range(PARTS):
        index = Index.build({name: _without(group, part) for name, group in phrases.items()}, terms, UNDRAWN)
        for name in sorted(phrases.keys() - {OUT_OF_SCOPE}):
            for phrase in phrases[name][part::PARTS]:
                matches = index.rank(phrase.text).matches
                yield LeftOut(name, phrase, matches[0].id if matches else None)


def _without(group: Sequence[Phrase], part: int) -> list[Phrase]:
    return [phrase for at, phrase in enumerate(group) if at % PARTS != part]


def lost_phrases(asked: Iterable[LeftOut], words: Words) -> str:
    """They by topic and language, each with the topic that it leads to; then for each language the share that do."""
    return "\n".join(_lines(sorted(asked, key=_place), words))


def _place(one: LeftOut) -> tuple[str, str]:
    return one.id, one.phrase.language


def _lines(asked: Sequence[LeftOut], words: Words) -> Iterator[str]:
    lost = [one for one in asked if not one.found]
    if lost:
        yield ""
        yield words.say("No faults, but phrases that do not find their own topic first when they are left out:")
    for (topic, language), group in groupby(lost, key=_place):
        yield words.say("{topic}, {language}:", topic=topic, language=language)
        for one in group:
            leads_to = one.first or words.say("no topic")
            yield "  " + words.say("“{phrase}” leads to {topic}", phrase=one.phrase.text, topic=leads_to)
    yield ""
    for language in sorted({one.phrase.language for one in asked}):
        found = [one.found for one in asked if one.phrase.language == language]
        yield words.say("{language}: {share} of the phrases find their own topic first when they are left out.",
                        language=language, share=f"{100 * sum(found) / len(found):.1f} %")  # fmt: skip
