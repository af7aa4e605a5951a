"""
Which phrases find their own topic when the index does not have them.

A part of the phrases at a time is left out, and an index of the others is asked them (cross-validation; Stone 1974,
Cross-validatory choice and assessment of statistical predictions). That is harder for a phrase than being left out
alone, and takes a few indexes rather than one for each phrase.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

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
