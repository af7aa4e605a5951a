"""What speaks for each class in one vector, and how that looks for a question that no topic answers."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.match.postings import Entries, Postings
from assistant.match.training import leaning_of
from assistant.match.vectors import Numbers, Rows, Vector, Weights

NONE = -1
"""The number of no class."""
NEAR = 24
"""So many topics are asked for their nearest phrases."""


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

    def lead(self, first: int) -> float:
        """How far a class is before the best of the others."""
        others = (float(self.scores[number]) for number in self.touched if number != first)
        return float(self.scores[first]) - max(others, default=0.0)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The postings of all phrases, how far each feature leans, and the class of what is out of scope."""

    postings: Postings
    leaning: Weights
    stranger: int | None

    @classmethod
    def build(
        cls, rows: Rows, own: Numbers, classes: int, japanese: NDArray[np.bool_], stranger: int | None
    ) -> "Evidence":
        """From the vectors of phrases and the class of each, ascending, and which features are Japanese."""
        postings = Postings.build(rows, own, (len(japanese), classes))
        beyond = postings.counts(NONE if stranger is None else stranger)
        return cls(postings, leaning_of(postings.counts(), beyond, japanese), stranger)

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
        return Weighed(entries, scores, tuple(touched), tuple(topics), likeness, np.array(signs, np.float32))


def _first(scores: Weights, count: int) -> list[int]:
    """The numbers of the best positive scores, best first, ties by number."""
    least = float(np.partition(scores, -count)[-count]) if len(scores) > count else 0.0
    found = np.flatnonzero((scores >= least) & (scores > 0))
    return [int(number) for number in found[np.argsort(-scores[found], kind="stable")][:count]]
