"""What speaks for each class in one vector, and how that looks for a question that no topic answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from assistant.match.postings import Entries, Postings
from assistant.match.training import leaning_of, telling_of
from assistant.match.vectors import Numbers, Rows, Vector, Weights

NONE = -1
"""The number of no class."""
NEAR = 24
"""So many topics are asked for their nearest phrases."""


class Kinds(NamedTuple):
    """Of each feature, whether it is Japanese, and whether it is of one word: others tell little by themselves."""

    japanese: NDArray[np.bool_]
    words: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Weighed:
    """
    What a vector's features say: the score of each class; the classes that they speak for, best first, two dozen
    topics at most; the cosine with each phrase of these and of the class out of scope; and the signs
    (`match.margin.Held`).
    """

    entries: Entries
    scores: Weights
    touched: tuple[int, ...]
    topics: tuple[int, ...]
    likeness: Mapping[int, Weights]
    signs: Weights
    telling: float

    def lead(self, first: int) -> float:
        """How far a class is before the best of the others."""
        others = (float(self.scores[number]) for number in self.touched if number != first)
        return float(self.scores[first]) - max(others, default=0.0)


@dataclass(frozen=True, slots=True)
class Evidence:
    """
    The postings of all phrases, how far each feature leans, how well it tells topics apart, and the class of what is
    out of scope.
    """

    postings: Postings
    leaning: Weights
    telling: Weights
    stranger: int | None

    @classmethod
    def build(cls, rows: Rows, own: Numbers, classes: int, kinds: Kinds, stranger: int | None) -> "Evidence":
        """From the vectors of phrases and the class of each, ascending, and of what kind the features are."""
        postings = Postings.build(rows, own, (len(kinds.japanese), classes))
        beyond = postings.counts(NONE if stranger is None else stranger)
        counts, most = postings.counts(), postings.most(stranger)
        leaning = leaning_of(counts, beyond, kinds.japanese)
        return cls(postings, leaning, kinds.words * telling_of(counts, most, kinds.japanese), stranger)

    def weigh(self, vector: Vector) -> Weighed:
        """What the features of a vector say."""
        entries = self.postings.entries(vector)
        scores = self.postings.scores(entries)
        touched = _first(scores, NEAR + 1)
        topics = [number for number in touched if number != self.stranger][:NEAR]
        chosen = topics if self.stranger is None else [*topics, self.stranger]
        likeness = dict(zip(chosen, self.postings.likeness(entries, chosen, vector), strict=True))
        nearest = {number: float(found.max(initial=0.0)) for number, found in likeness.items()}
        signs = (
            max(0.0, float(scores[topics[0]])) if topics else 0.0,
            max((nearest[number] for number in topics), default=0.0),
            0.0 if self.stranger is None else float(scores[self.stranger]),
            0.0 if self.stranger is None else nearest[self.stranger],
            float(vector.weights @ self.leaning[vector.features]),
        )
        telling = float(self.telling[vector.features].max(initial=0.0))
        return Weighed(entries, scores, tuple(touched), tuple(topics), likeness, np.array(signs, np.float32), telling)


def _first(scores: Weights, count: int) -> list[int]:
    """The numbers of the best positive scores, best first, ties by number."""
    least = float(np.partition(scores, -count)[-count]) if len(scores) > count else 0.0
    found = np.flatnonzero((scores >= least) & (scores > 0))
    return [int(number) for number in found[np.argsort(-scores[found], kind="stable")][:count]]
