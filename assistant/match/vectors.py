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
from typing import TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from assistant.match.words import has_japanese

Array = NDArray[np.generic]
Kind = TypeVar("Kind", bound=np.generic)
Numbers = NDArray[np.int32]
Places = NDArray[np.int64]
Weights = NDArray[np.float32]
Prints = NDArray[np.uint64]
HALF = math.sqrt(0.5)
PLACE_BITS = np.uint64(21)
"""Enough for any sign."""
SPREAD = ((np.uint64(30), np.uint64(0xBF58476D1CE4E5B9)), (np.uint64(27), np.uint64(0x94D049BB133111EB)))
LAST_SHIFT, STEP = np.uint64(31), np.uint64(0x9E3779B97F4A7C15)
"""The finalizer of SplitMix64 (Steele, Lea and Flood 2014)."""


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
    starts: Places

    def row(self, number: int) -> Vector:
        """One of the vectors."""
        stretch = slice(self.starts[number], self.starts[number + 1])
        return Vector(self.features[stretch], self.weights[stretch])

    def only(self, kept: NDArray[np.bool_]) -> "Rows":
        """The vectors of some phrases, in order."""
        sizes = np.diff(self.starts)
        places = np.repeat(kept, sizes)
        return Rows(self.features[places], self.weights[places], bounds_of(sizes[kept]))

    def owners(self) -> Numbers:
        """For each feature of the vectors, the number of its vector."""
        return np.repeat(np.arange(len(self.starts) - 1, dtype=np.int32), np.diff(self.starts))

    @property
    def squares(self) -> Weights:
        """The square of each vector's length."""
        sums = np.bincount(self.owners(), self.weights.astype(np.float64) ** 2, len(self.starts) - 1)
        return sums.astype(np.float32)


@dataclass(frozen=True, slots=True)
class Space:
    """
    The features by their prints, in ascending order, which is their number, and the idf of each.

    `strange` is the idf of a Japanese feature that no phrase has.
    """

    prints: Prints
    idf: Weights
    strange: float

    def numbers(self, features: Iterable[str]) -> dict[str, int]:
        """The numbers of those of some features that any phrase has."""
        asked = list(dict.fromkeys(filter(None, features)))
        if not asked or not len(self.prints):
            return {}
        wanted = prints(asked)
        places = np.minimum(np.searchsorted(self.prints, wanted), len(self.prints) - 1)
        known = self.prints[places] == wanted
        return {feature: at for feature, at, here in zip(asked, places.tolist(), known.tolist(), strict=True) if here}

    def vector(self, cuts: Iterable[Mapping[str, float]], numbers: Mapping[str, int]) -> Vector:
        """The vector of a question, each of its cuts as the share that a feature counts for; their numbers."""
        idf = dict(zip(numbers, self.idf[list(numbers.values())].tolist(), strict=True))
        features: list[int] = []
        weights: list[float] = []
        for cut in cuts:
            counted = {feature: share * idf.get(feature, 0.0) for feature, share in cut.items()}
            known = [feature for feature in cut if feature in numbers]
            strange = (share * self._strange(feature) for feature, share in cut.items() if feature not in numbers)
            length = math.sqrt(sum(weight * weight for weight in (*counted.values(), *strange)))
            features += [numbers[feature] for feature in known]
            weights += [counted[feature] * HALF / (length or 1.0) for feature in known]
        return Vector(np.array(features, np.int32), np.array(weights, np.float32))

    def _strange(self, feature: str) -> float:
        return self.strange + (not has_japanese(feature))


def prints(texts: Sequence[str]) -> Prints:
    """
    Sixty-four bits for each text, none of which is empty: a number for each sign and its place, summed up.

    So a space of any size is one array, which processes can share, and no dictionary of its features.
    """
    sizes = np.fromiter(map(len, texts), np.int64, len(texts))
    starts = np.cumsum(sizes) - sizes
    signs = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    places = (np.arange(len(signs)) - np.repeat(starts, sizes)).astype(np.uint64)
    mixed = ((places << PLACE_BITS | signs) + np.uint64(1)) * STEP
    for shift, factor in SPREAD:
        mixed = (mixed ^ mixed >> shift) * factor
    found: Prints = np.add.reduceat(mixed ^ mixed >> LAST_SHIFT, starts)
    return found


def of_kind(array: Array, kind: type[Kind]) -> NDArray[Kind]:
    """The same array. Raises `TypeError` where it holds numbers of another kind."""
    if not np.issubdtype(array.dtype, kind):
        raise TypeError(f"{array.dtype} is no {kind.__name__}")
    # Of an array that is mapped, the plain one over the same memory: numpy looks after its kind of arrays in Python.
    return cast("NDArray[Kind]", np.asarray(array))


def bounds_of(sizes: NDArray[np.integer]) -> Places:
    """Where each of some stretches of these sizes begins, one behind the other, and where the last one ends."""
    bounds = np.zeros(len(sizes) + 1, np.int64)
    np.cumsum(sizes, out=bounds[1:])
    return bounds


def damped(features: Iterable[str]) -> dict[str, float]:
    """How much each feature counts: once in full, and the logarithm of its repeats."""
    counts = Counter(features)
    return {feature: 1 + math.log(count) if count > 1 else 1.0 for feature, count in counts.items()}


def space_of(phrases: Iterable[Sequence[Sequence[str]]]) -> tuple[Space, Rows, NDArray[np.bool_]]:
    """
    The space that phrases span, each given as the features of its cuts; their vectors; which features are Japanese.

    The phrases are read once, in order.
    """
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
    of_names = prints(list(numbers)) if numbers else np.zeros(0, np.uint64)
    japanese = np.fromiter(map(has_japanese, numbers), np.bool_, len(numbers))
    order = np.argsort(of_names)
    moved = np.empty(len(numbers), np.int32)
    moved[order] = np.arange(len(numbers), dtype=np.int32)
    found, japanese = moved[np.frombuffer(features, np.int32)], japanese[order]
    rarity = np.log(1 + count / np.maximum(np.bincount(found, minlength=len(numbers)), 1))
    idf = (rarity + ~japanese).astype(np.float32)
    weights = np.frombuffer(shares, np.float32) * idf[found]
    of_cuts = np.frombuffer(sizes, np.int32)
    weights *= np.repeat(_scales(weights, of_cuts), of_cuts)
    of_phrases = of_cuts.reshape(-1, cuts).sum(axis=1) if cuts else of_cuts
    return Space(of_names[order], idf, math.log(1 + count)), Rows(found, weights, bounds_of(of_phrases)), japanese


def _scales(weights: Weights, sizes: Numbers) -> Weights:
    """What gives each stretch of these sizes half of a unit vector's length."""
    lengths = np.ones(len(sizes))
    some = sizes > 0
    if some.any():
        lengths[some] = np.add.reduceat(weights * weights, bounds_of(sizes[some])[:-1], dtype=np.float64)
    return (HALF / np.sqrt(lengths)).astype(np.float32)
