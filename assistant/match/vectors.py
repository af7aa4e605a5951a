"""
Questions and phrases as vectors: the numbers of their features and what each counts for.

A feature counts by idf, the logarithm of how few phrases have it, and by the logarithm of its repeats (Salton and
Buckley 1988); common Latin words and letters tell more than common Japanese signs, mostly endings, and count one
more. Each of the two cuts of `match.words` has half of a vector's length. What no phrase has stays in the
length of a question, so that strangers score low.
"""

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from assistant.match.matrix import Array
from assistant.match.words import has_japanese

HALF = math.sqrt(0.5)
PRIME = 0x9E3779B97F4A7BB9
"""Any prime of 64 bits that is no neighbour of a power of two."""


class Vector(NamedTuple):
    """The numbers of the features that some phrase has, each once, and their weights."""

    features: list[int]
    weights: list[float]


@dataclass(frozen=True, slots=True)
class Space:
    """
    The features by their prints, in ascending order, which is their number, and the idf of each.

    `strange` is the idf of a Japanese feature that no phrase has.
    """

    prints: Array
    idf: Array
    strange: float

    def numbers(self, features: Iterable[str]) -> dict[str, int]:
        """The numbers of those of some features that any phrase has."""
        known, count, found = self.prints, len(self.prints), {}
        for feature in filter(None, dict.fromkeys(features)):
            wanted = print_of(feature)
            place = bisect_left(known, wanted)
            if place < count and known[place] == wanted:
                found[feature] = place
        return found

    def vector(self, cuts: Iterable[Mapping[str, float]], numbers: Mapping[str, int]) -> Vector:
        """The vector of a question, each of its cuts as the share that a feature counts for; their numbers."""
        features: list[int] = []
        weights: list[float] = []
        for cut in cuts:
            known = [numbers[feature] for feature in cut if feature in numbers]
            counted = [share * self.idf[numbers[feature]] for feature, share in cut.items() if feature in numbers]
            strange = (share * self._strange(feature) for feature, share in cut.items() if feature not in numbers)
            scale = HALF / (math.hypot(*counted, *strange) or 1.0)
            features += known
            weights += [weight * scale for weight in counted]
        return Vector(features, weights)

    def _strange(self, feature: str) -> float:
        return self.strange + (not has_japanese(feature))


def print_of(text: str) -> int:
    """
    Sixty-four bits for a text: what is left of it, as one great number, divided by a prime.

    So a space of any size is one array, which processes can share, and no dictionary of its features.
    """
    return int.from_bytes(text.encode("utf-8", "surrogatepass"), "little") % PRIME


def damped(features: Iterable[str]) -> dict[str, float]:
    """How much each feature counts: once in full, and the logarithm of its repeats."""
    counts = Counter(features)
    return {feature: 1 + math.log(count) if count > 1 else 1.0 for feature, count in counts.items()}
