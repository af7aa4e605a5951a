"""
Which phrases find their own topic when the index does not have them.

A part of the phrases at a time is left out, and an index of the others is asked them (cross-validation; Stone 1974,
Cross-validatory choice and assessment of statistical predictions). That is harder for a phrase than being left out
alone, and takes a few indexes rather than one for each phrase.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from assistant.i18n.words import Words
from assistant.match.index import Index
from assistant.match.ranking import OUT_OF_SCOPE, Phrase
from assistant.match.terms import Terms

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


def left_out(phrases: Mapping[str, Sequence[Phrase]], terms: Terms | None = None) -> Iterator[LeftOut]:
    """Each phrase of a topic once; those out of scope are left out with the others, and not asked."""
    for part in range(PARTS):
        index = Index.build({name: _without(group, part) for name, group in phrases.items()}, terms)
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
