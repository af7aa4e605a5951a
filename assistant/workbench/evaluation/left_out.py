"""
Which phrases find their own topic when the index does not have them.

Making an index asks that anyway, of a part of the phrases at a time and an index of the others (cross-validation; Stone
1974, Cross-validatory choice and assessment of statistical predictions): its limits come of the same answers.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from assistant.i18n.words import Words
from assistant.match.evidence import NONE
from assistant.match.index import Index
from assistant.match.margin import UNASKED
from assistant.match.ranking import OUT_OF_SCOPE, Phrase


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


def left_out(index: Index, phrases: Mapping[str, Sequence[Phrase]]) -> Iterator[LeftOut]:
    """Each phrase of a topic that was left out, once; `phrases` are those that the index was built from."""
    asked = ((name, phrase) for name in index.names for phrase in phrases[name])
    for (name, phrase), first in zip(asked, index.first.tolist(), strict=True):
        if name != OUT_OF_SCOPE and first != UNASKED:
            yield LeftOut(name, phrase, index.names[first] if first != NONE else None)


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
