"""What speaks for each class in one vector, and how that looks for a question that no topic answers."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import accumulate

from assistant.match.matrix import Array, Matrix, Numbers, Table, Weights
from assistant.match.ranking import OUT_OF_SCOPE
from assistant.match.vectors import Vector

NONE = -1
"""The number of no class."""
NEAR = 24
"""So many topics are weighed by all features where there are many, and asked for their nearest phrases."""
ASKED = 1_500
"""
Of a vector's features those which fewest phrases have are asked for their phrases, so many phrases in all; and those
which fewest of many classes have, for the classes that may come first. What nearly all have tells them least apart, and
takes most of the time.
"""


@dataclass(frozen=True, slots=True)
class Weighed:
    """
    What a vector's features say: the score of each class that is weighed; the classes that they speak for, best first,
    two dozen topics at most; the cosine with each phrase of these and of the class out of scope, by the features that
    are asked; the signs (`indexing.held_out.Held`); how far the best topic's policy owns one of the words, and how
    near, of 1, a topic of another one comes to the best: nearer than that, it may be meant as well.
    """

    scores: Mapping[int, float]
    touched: Numbers
    topics: Numbers
    likeness: Mapping[int, Weights]
    signs: tuple[float, ...]
    owned: float
    rival: float = 0.0

    def lead(self, first: int) -> float:
        """How far a class is before the best of the others."""
        others = (self.scores[number] for number in self.touched if number != first)
        return self.scores[first] - max(others, default=0.0)


@dataclass(frozen=True, slots=True)
class Evidence:
    """
    For each feature, what it counts for by class and in each phrase that has it, and how far it leans; for one of a
    word, how far each policy owns it: of equally many phrases of each, the share of its own among those that have it.
    The phrases of class c stand from `bounds[c]` to `bounds[c + 1]`; `policies` are theirs by number, and `stranger` is
    the class of what is out of scope.
    """

    classes: Table
    phrases: Matrix
    owned: Matrix
    bounds: Numbers
    leaning: Array
    policies: Numbers
    stranger: int | None

    def of_topics(self, feature: int) -> int:
        """How many phrases of topics have a feature."""
        having, _ = self.phrases.row(feature)
        if self.stranger is None:
            return len(having)
        first, end = (bisect_left(having, self.bounds[number]) for number in (self.stranger, self.stranger + 1))
        return len(having) - (end - first)

    def weigh(self, vector: Vector) -> Weighed:
        """What the features of a vector say."""
        scores = self._scores(vector)
        spoken = (number for number, score in scores.items() if score > 0)
        touched = sorted(spoken, key=lambda number: (-scores[number], number))[: NEAR + 1]
        topics = [number for number in touched if number != self.stranger][:NEAR]
        likeness = self._likeness(vector, topics if self.stranger is None else [*topics, self.stranger])
        nearest = {number: max(found, default=0.0) for number, found in likeness.items()}
        signs = (
            scores[topics[0]] if topics else 0.0,
            max((nearest[number] for number in topics), default=0.0),
            0.0 if self.stranger is None else scores[self.stranger],
            0.0 if self.stranger is None else nearest[self.stranger],
            sum(self.leaning[feature] * weight for feature, weight in zip(*vector, strict=True)),
        )
        owned = self.share(vector.features, self.policies[topics[0]]) if topics else 0.0
        others = (scores[number] for number in topics if self.policies[number] != self.policies[topics[0]])
        rival = next(others, 0.0) / scores[topics[0]] if topics else 0.0
        return Weighed(scores, touched, topics, likeness, signs, owned, rival)

    def share(self, features: Numbers, policy: int) -> float:
        """How far a policy owns that one of the words which it owns most."""
        return max((self.owned.value(feature, policy) for feature in features), default=0.0)

    def _scores(self, vector: Vector) -> dict[int, float]:
        """The score of each class; of many, of those that rare features speak for most, and of what is out of scope."""
        if not isinstance(self.classes, Matrix):
            return dict(enumerate(self.classes.summed(*vector)))
        asked, others = parted(self.classes, vector)
        scores = self.classes.summed(*asked)
        spoken = [number for number, score in enumerate(scores) if score > 0]
        chosen = nlargest(NEAR + 1, spoken, key=scores.__getitem__)
        if self.stranger is not None and self.stranger not in chosen:
            chosen.append(self.stranger)
        more = self.classes.parted(chosen, *others, [(0,)] * len(others.features), 1)[0]
        return {number: scores[number] + add for number, add in zip(chosen, more, strict=True)}

    def _likeness(self, vector: Vector, chosen: Sequence[int]) -> dict[int, Weights]:
        """The cosine with each phrase of some classes, by the features that are asked."""
        cosines = self.phrases.summed(*parted(self.phrases, vector)[0])
        return {number: cosines[self.bounds[number] : self.bounds[number + 1]] for number in chosen}


def parted(matrix: Matrix, vector: Vector) -> tuple[Vector, Vector]:
    """Those of a vector's features that are asked, the first of them always, and the others."""
    starts = matrix.starts
    rows = sorted((starts[one + 1] - starts[one], one, weight) for one, weight in zip(*vector, strict=True))
    asked = max(1, sum(behind <= ASKED for behind in accumulate(size for size, _, _ in rows)))
    features, weights = [feature for _, feature, _ in rows], [weight for *_, weight in rows]
    return Vector(features[:asked], weights[:asked]), Vector(features[asked:], weights[asked:])


def policies_of(names: Sequence[str]) -> list[int]:
    """The policy of each class by number; where there is but one, each topic is parted from the others instead."""
    policies = {name.partition("/")[0] for name in names} - {OUT_OF_SCOPE}
    of = [name.partition("/")[0] if len(policies) > 1 else name for name in names]
    numbers = {name: number for number, name in enumerate(dict.fromkeys(of))}
    return [numbers[name] for name in of]
