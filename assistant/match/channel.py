"""
Class centroids over one cut into features, sharpened where classes lie close.

A class is the sum of its phrases' unit vectors (idf weights), itself of unit length; a question is held against it by
cosine. What the question says and no phrase says stays in the question's length, so that strangers score low (Rocchio;
Schütze et al., Introduction to Information Retrieval, ch. 14). Then, a few times over, each phrase that does not lead
the next class by a margin draws its own class nearer and pushes the other away (DragPushing: Tan et al. 2005).
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

ROUNDS, STEP, MARGIN = 4, 0.05, 0.2

Weights = dict[str, float]
Classes = dict[str, dict[int, float]]


@dataclass(frozen=True, slots=True)
class Channel:
    """The idf of each feature, and for each feature the classes that hold it with their share."""

    idf: Mapping[str, float]
    strange: float
    postings: Mapping[str, Sequence[tuple[int, float]]]

    @classmethod
    def build(cls, classes: Sequence[Sequence[Sequence[str]]]) -> "Channel":
        """From the features of each phrase of each class."""
        phrases = [phrase for members in classes for phrase in members]
        counts: dict[str, int] = {}
        for phrase in phrases:
            for feature in dict.fromkeys(phrase):
                counts[feature] = counts.get(feature, 0) + 1
        idf = {feature: math.log(1 + len(phrases) / count) for feature, count in counts.items()}
        vectors = [[_unit(_weighed(phrase, idf)) for phrase in members] for members in classes]
        weights = _centroids(vectors)
        close = [(own, vector) for own, members in enumerate(vectors) for vector in members]
        for _ in range(ROUNDS):
            close = [(own, vector) for own, vector in close if _sharpened(weights, vector, own, len(vectors))]
        postings = {feature: tuple(shares.items()) for feature, shares in weights.items()}
        return cls(idf, math.log(1 + len(phrases)), postings)

    def cosines(self, question: Mapping[str, float], size: int) -> list[float]:
        """The cosine of a question's features, each with the weight that it counts for, with each of `size` classes."""
        cosines, length = [0.0] * size, 0.0
        for feature, share in question.items():
            weight = share * self.idf.get(feature, self.strange)
            length += weight * weight
            for number, part in self.postings.get(feature, ()):
                cosines[number] += weight * part
        norm = math.sqrt(length) or 1.0
        return [cosine / norm for cosine in cosines]

    def holds(self, feature: str, number: int) -> bool:
        """Does the feature speak for this class?"""
        return any(number == other and share > 0 for other, share in self.postings.get(feature, ()))


def damped(features: Iterable[str]) -> Weights:
    """How much each feature counts: once in full, and the logarithm of its repeats."""
    counts: dict[str, int] = {}
    for feature in features:
        counts[feature] = counts.get(feature, 0) + 1
    return {feature: 1 + math.log(count) for feature, count in counts.items()}


def _weighed(phrase: Sequence[str], idf: Mapping[str, float]) -> Weights:
    return {feature: share * idf[feature] for feature, share in damped(phrase).items()}


def _centroids(vectors: Sequence[Sequence[Weights]]) -> Classes:
    weights: Classes = {}
    for number, members in enumerate(vectors):
        total: Weights = {}
        for vector in members:
            for feature, weight in vector.items():
                total[feature] = total.get(feature, 0.0) + weight
        for feature, weight in _unit(total).items():
            weights.setdefault(feature, {})[number] = weight
    return weights


def _sharpened(weights: Classes, vector: Weights, own: int, size: int) -> bool:
    """Does this phrase of the class `own` not lead by the margin? Then `weights` have been changed in its favour."""
    scores = [0.0] * size
    for feature, weight in vector.items():
        for number, share in weights[feature].items():
            scores[number] += weight * share
    wanted, scores[own] = scores[own] - MARGIN, -1.0
    other = max(range(size), key=scores.__getitem__)
    if other == own or scores[other] <= wanted:
        return False
    _push(weights, vector, own, other)
    return True


def _push(weights: Classes, vector: Weights, own: int, other: int) -> None:
    for feature, weight in vector.items():
        shares = weights[feature]
        shares[own] = shares.get(own, 0.0) + STEP * weight
        shares[other] = shares.get(other, 0.0) - STEP * weight


def _unit(vector: Weights) -> Weights:
    length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
    return {feature: weight / length for feature, weight in vector.items()}
