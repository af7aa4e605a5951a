"""The words by which questions are read, as they are worked out of facts and grammar, and kept."""

from collections.abc import Mapping, Sequence
from itertools import chain
from sys import intern
from typing import NamedTuple

from assistant.match.groups import Group
from assistant.match.groups import Kept as GroupKept
from assistant.match.known import spelling_of
from assistant.match.markers import Markers
from assistant.match.spelling import Kept as SpellingKept
from assistant.match.spelling import Spelling
from assistant.match.wordings import Ignored, Wording, spellings_of, wordings_of
from assistant.model.policy import Library

Words = Mapping[str, Sequence[str]]
"""Renderings of sentences by their context, or words of grammar by their path."""
Kept = tuple[Mapping[str, Sequence[Wording]], Mapping[str, GroupKept], Sequence[str], SpellingKept]


class Lexis(NamedTuple):
    """The wordings of each policy's options, the words of grammar, and what may be misspelt."""

    wordings: Mapping[str, Sequence[Wording]]
    markers: Markers
    ignored: Ignored
    spelling: Spelling

    @classmethod
    def of(cls, library: Library, rendered: Words, grammar: Words) -> "Lexis":
        """Of the facts of a library."""
        markers, ignored = Markers.build(grammar), Ignored.of(grammar)
        called = {name: spellings_of(policy.facts, rendered) for name, policy in library.policies.items()}
        facts = [fact for policy in library.policies.values() for fact in policy.facts.values()]
        spelling = spelling_of(facts, chain.from_iterable(called.values()), rendered, markers, ignored)
        return cls({name: wordings_of(one, ignored) for name, one in called.items()}, markers, ignored, spelling)

    @classmethod
    def read(cls, kept: Kept, grammar: Words) -> "Lexis":
        """From what is kept of it, and the grammar that it was made of."""
        wordings, groups, known, spelling = kept
        ignored = Ignored.of(grammar)
        markers = Markers.build(grammar, {name: Group.read(one) for name, one in groups.items()}, known)
        said = {name: [_shared(*one) for one in every] for name, every in wordings.items()}
        return cls(said, markers, ignored, Spelling.read(spelling, ignored.stems))

    @property
    def kept(self) -> Kept:
        """It as JSON holds it."""
        groups = {name: group.kept for name, group in self.markers.groups.items()}
        return self.wordings, groups, sorted(self.markers.known), self.spelling.kept


def _shared(text: str, fact: str, option: str, *more: bool) -> Wording:
    """A wording that holds the ids of its fact and option once for all that have them."""
    return Wording(text, intern(fact), intern(option), *more)
