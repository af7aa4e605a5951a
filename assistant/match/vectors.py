"""
Questions and phrases as vectors: the numbers of their features and what each counts for.

A feature counts by idf, the logarithm of how few phrases have it, and by the logarithm of its repeats (Salton and
Buckley 1988); common Latin words and letters tell more than common Japanese signs, mostly endings, and count one
more. Each of the two cuts of `match.words` has half of a vector's length. What no phrase has stays in the
length of a question, so that strangers score low.
"""

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.match.words import has_japanese

Numbers = NDArray[np.int32]
Weights = NDArray[np.float32]
HALF = math.sqrt(0.5)


@dataclass(frozen=True, slots=True)
class Vector:
    """The numbers of the features that some phrase has, and their weights."""

    features: Numbers
    weights: Weights


@dataclass(frozen=True, slots=True)
class Rows:
    """Vectors one behind the other: that of phrase n stands from `starts[n]` to `starts[n + 1]`."""

    features: Numbers
    weights: Weights
    starts: NDArray[np.int64]

    def row(self, number: int) -> Vector:
        """One of the vectors."""
        stretch = slice(self.starts[number], self.starts[number + 1])
        return Vector(self.features[stretch], self.weights[stretch])

    def only(self, kept: NDArray[np.bool_]) -> "Rows":
        """The vectors of some phrases, in order."""
        sizes = np.diff(self.starts)
        places = np.repeat(kept, sizes)
        starts = np.concatenate(([0], np.cumsum(sizes[kept]))).astype(np.int64)
        return Rows(self.features[places], self.weights[places], starts)

    def owners(self) -> NDArray[np.int32]:
        """For each feature of the vectors, the number of its vector."""
        return np.repeat(np.arange(len(self.starts) - 1, dtype=np.int32), np.diff(self.starts))

    @property
    def squares(self) -> Weights:
        """The square of each vector's length."""
        sums = np.bincount(self.owners(), self.weights.astype(np.float64) ** 2, len(self.starts) - 1)
        return sums.astype(np.float32)


@dataclass(frozen=True, slots=True)
class Space:
    """The number and the idf of each feature; `strange` is the idf of a Japanese feature that no phrase has."""

    numbers: Mapping[str, int]
    idf: Weights
    strange: float

    def vector(self, cuts: Iterable[Mapping[str, float]]) -> Vector:
        """The vector of a question, each of its cuts as the share that a feature counts for."""
        features: list[int] = []
        weights: list[float] = []
        for cut in cuts:
            first, length = len(weights), 0.0
            for feature, share in cut.items():
                number = self.numbers.get(feature)
                weight = share * (self._strange(feature) if number is None else float(self.idf[number]))
                length += weight * weight
                if number is not None:
                    features.append(number)
                    weights.append(weight)
            scale = HALF / (math.sqrt(length) or 1.0)
            weights[first:] = [weight * scale for weight in weights[first:]]
        return Vector(np.array(features, np.int32), np.array(weights, np.float32))

    def _strange(self, feature: str) -> float:
        return self.strange + (not has_japanese(feature))

    def only(self, kept: NDArray[np.bool_]) -> "Space":
        """Without the features that are not kept; their numbers move up."""
        moved = np.cumsum(kept) - 1
        numbers = {feature: int(moved[number]) for feature, number in self.numbers.items() if kept[number]}
        return Space(numbers, self.idf[kept], self.strange)


def damped(features: Iterable[str]) -> dict[str, float]:
    """How much each feature counts: once in full, and the logarithm of its repeats."""
    counts = Counter(features)
    return {feature: 1 + math.log(count) if count > 1 else 1.0 for feature, count in counts.items()}


def space_of(phrases: Iterable[Sequence[Sequence[str]]]) -> tuple[Space, Rows]:
    """The space that phrases span, each given as the features of its cuts, and their vectors. Read once, in order."""
    numbers: dict[str, int] = {}
    features, shares, sizes = array("i"), array("f"), array("i")
    cuts = 0
    for phrase in phrases:
        cuts = len(phrase)
        for cut in phrase:
            counted = damped(cut)
            features.extend([numbers.setdefault(feature, len(numbers)) for feature in counted])
            shares.extend(counted.values())
            sizes.append(len(counted))
    count = len(sizes) // cuts if cuts else 0
    found = np.array(features, np.int32)
    rarity = np.log(1 + count / np.maximum(np.bincount(found, minlength=len(numbers)), 1))
    idf = (rarity + np.fromiter((not has_japanese(name) for name in numbers), np.float64, len(numbers))).astype(
        np.float32
    )
    space = Space(numbers, idf, math.log(1 + count))
    return space, _unit(found, np.array(shares, np.float32) * idf[found], np.array(sizes, np.int64), cuts)


def _unit(features: Numbers, weights: Weights, sizes: NDArray[np.int64], cuts: int) -> Rows:
    owners = np.repeat(np.arange(len(sizes)), sizes)
    lengths = np.sqrt(np.bincount(owners, weights.astype(np.float64) ** 2, len(sizes)))
    scale = (HALF / np.where(lengths > 0, lengths, 1.0)).astype(np.float32)
    of_phrases = sizes.reshape(-1, cuts).sum(axis=1) if cuts else sizes
    starts = np.concatenate(([0], np.cumsum(of_phrases))).astype(np.int64)
    return Rows(features, weights * scale[owners], starts)
