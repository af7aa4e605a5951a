"""What speaks for each class in one vector, and how that looks for a question that no topic answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from assistant.match.postings import Entries, Postings
from assistant.match.ranking import OUT_OF_SCOPE
from assistant.match.training import leaning_of
from assistant.match.vectors import Numbers, Places, Rows, Vector, Weights

NONE = -1
"""The number of no class."""
NEAR = 24
"""So many topics are asked for their nearest phrases."""
FEW = 4
"""So many phrases more would tell nothing: what two or three have has not shown yet whose it is."""


class Kinds(NamedTuple):
    """Of each feature, whether it is Japanese, and whether it is of one word: others tell little by themselves."""

    japanese: NDArray[np.bool_]
    words: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Weighed:
    """
    What a vector's features say: the score of each class; the classes that they speak for, best first, two dozen
    topics at most; the cosine with each phrase of these and of the class out of scope; the signs
    (`match.margin.Held`); and how far the best topic's policy owns one of the words: of equally many phrases of each
    policy, the share of its own among those that have it.
    """

    entries: Entries
    scores: Weights
    touched: tuple[int, ...]
    topics: tuple[int, ...]
    likeness: Mapping[int, Weights]
    signs: Weights
    owned: float

    def lead(self, first: int) -> float:
        """How far a class is before the best of the others."""
        others = (float(self.scores[number]) for number in self.touched if number != first)
        return float(self.scores[first]) - max(others, default=0.0)


@dataclass(frozen=True, slots=True)
class Evidence:
    """
    The postings of all phrases, how far each feature leans, whether it is of one word, the class of what is out of
    scope, and the policy of each class by number.
    """

    postings: Postings
    leaning: Weights
    words: NDArray[np.bool_]
    stranger: int | None
    policies: Places

    @classmethod
    def build(cls, rows: Rows, own: Numbers, policies: Places, kinds: Kinds, stranger: int | None) -> "Evidence":
        """From the vectors of phrases and the class of each, ascending, the policies of classes, and the features."""
        postings = Postings.build(rows, own, (len(kinds.japanese), len(policies)))
        beyond = postings.counts(NONE if stranger is None else stranger)
        leaning = leaning_of(postings.counts(), beyond, kinds.japanese)
        return cls(postings, leaning, kinds.words, stranger, policies)

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
        owned = self._owned(vector, entries, topics[0]) if topics else 0.0
        return Weighed(entries, scores, tuple(touched), tuple(topics), likeness, np.array(signs, np.float32), owned)

    def _owned(self, vector: Vector, entries: Entries, topic: int) -> float:
        """How far the topic's policy owns that one of the words which it owns most."""
        every = np.bincount(self.policies, np.diff(self.postings.bounds))
        cells = entries.features * len(every) + self.policies[entries.classes]
        shape = len(vector.features), len(every)
        counts = np.bincount(cells, self.postings.sizes[entries.places], shape[0] * shape[1]).reshape(shape)
        if self.stranger is not None:
            counts[:, self.policies[self.stranger]] = 0
        rates, known = counts / np.maximum(every, 1), counts.sum(1)
        shares = rates[:, self.policies[topic]] / np.maximum(rates.sum(1), 1e-9) * known / (known + FEW)
        return float(shares[self.words[vector.features]].max(initial=0.0))


def policies_of(names: Sequence[str]) -> Places:
    """The policy of each class by number; where there is but one, each topic is parted from the others instead."""
    policies = {name.partition("/")[0] for name in names} - {OUT_OF_SCOPE}
    of = [name.partition("/")[0] if len(policies) > 1 else name for name in names]
    return np.unique(np.array(of, str), return_inverse=True)[1].astype(np.int64)


def _first(scores: Weights, count: int) -> list[int]:
    """The numbers of the best positive scores, best first, ties by number."""
    least = float(np.partition(scores, -count)[-count]) if len(scores) > count else 0.0
    found = np.flatnonzero((scores >= least) & (scores > 0))
    return [int(number) for number in found[np.argsort(-scores[found], kind="stable")][:count]]
