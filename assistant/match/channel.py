"""
Class centroids over one cut into features (Rocchio with idf weights).

A class is the sum of its phrases' unit vectors, itself of unit length; a question is held against it by cosine. What
the question says and no phrase says stays in the question's length, so that strangers score low (soft TF-IDF, Cohen et
al. 2003, and Schütze et al., Introduction to Information Retrieval, ch. 14).
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Channel:
    """The idf of each feature, and for each feature the classes that hold it with their share."""

    idf: Mapping[str, float]
    strange: float
    postings: Mapping[str, tuple[tuple[int, float], ...]]

    @classmethod
    def build(cls, classes: Sequence[Sequence[Sequence[str]]]) -> "Channel":
        """From the features of each phrase of each class."""
        phrases = [phrase for phrases in classes for phrase in phrases]
        counts: dict[str, int] = {}
        for phrase in phrases:
            for feature in dict.fromkeys(phrase):
                counts[feature] = counts.get(feature, 0) + 1
        idf = {feature: math.log(1 + len(phrases) / count) for feature, count in counts.items()}
        postings: dict[str, list[tuple[int, float]]] = {feature: [] for feature in idf}
        for number, members in enumerate(classes):
            for feature, weight in _centroid(members, idf).items():
                postings[feature].append((number, weight))
        return cls(idf, math.log(1 + len(phrases)), {feature: tuple(found) for feature, found in postings.items()})

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
        """Does this class hold the feature?"""
        return any(number == other for other, _ in self.postings.get(feature, ()))


def damped(features: Iterable[str]) -> Weights:
    """How much each feature counts: once in full, and the logarithm of its repeats."""
    counts: dict[str, int] = {}
    for feature in features:
        counts[feature] = counts.get(feature, 0) + 1
    return {feature: 1 + math.log(count) for feature, count in counts.items()}


def _centroid(phrases: Sequence[Sequence[str]], idf: Mapping[str, float]) -> Weights:
    total: Weights = {}
    for phrase in phrases:
        for feature, weight in _unit({name: share * idf[name] for name, share in damped(phrase).items()}).items():
            total[feature] = total.get(feature, 0.0) + weight
    return _unit(total)


def _unit(vector: Weights) -> Weights:
    length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
    return {feature: weight / length for feature, weight in vector.items()}
