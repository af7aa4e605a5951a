"""The space that phrases span, their vectors one behind the other, and which of them are near each other."""

import math
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.match.features import Features
from assistant.match.matrix import Array
from assistant.match.terms import Terms
from assistant.match.vectors import HALF, Space, damped, print_of
from assistant.match.words import has_japanese

Numbers = NDArray[np.int32]
Places = NDArray[np.int64]
Weights = NDArray[np.float32]
Flags = NDArray[np.bool_]
CODES = {"L": "Q", "l": "q", "?": "B"}
"""What NumPy calls otherwise than the module `array`, or what this has not."""


@dataclass(frozen=True, slots=True)
class Rows:
    """
    Vectors one behind the other: that of phrase n stands from `starts[n]` to `starts[n + 1]`.

    `draws` are a number for each, drawn from its features alone: what hangs on chance hangs on no other phrase.
    """

    features: Numbers
    weights: Weights
    starts: Places
    draws: NDArray[np.uint64]

    def row(self, number: int) -> tuple[Numbers, Weights]:
        """The features of one of the vectors, and their weights."""
        stretch = slice(self.starts[number], self.starts[number + 1])
        return self.features[stretch], self.weights[stretch]

    def only(self, kept: Flags) -> "Rows":
        """The vectors of some phrases, in order."""
        sizes = np.diff(self.starts)
        places = np.repeat(kept, sizes)
        return Rows(self.features[places], self.weights[places], bounds_of(sizes[kept]), self.draws[kept])

    def owners(self) -> Numbers:
        """For each feature of the vectors, the number of its vector."""
        return np.repeat(np.arange(len(self.starts) - 1, dtype=np.int32), np.diff(self.starts))

    @property
    def squares(self) -> Weights:
        """The square of each vector's length."""
        sums = np.bincount(self.owners(), self.weights.astype(np.float64) ** 2, len(self.starts) - 1)
        return sums.astype(np.float32)


def bounds_of(sizes: NDArray[np.integer]) -> Places:
    """Where each of some stretches of these sizes begins, one behind the other, and where the last one ends."""
    bounds = np.zeros(len(sizes) + 1, np.int64)
    np.cumsum(sizes, out=bounds[1:])
    return bounds


def stretches(first: Places, counts: Places) -> tuple[Places, Places]:
    """All places of stretches that begin at `first` and hold so many: which stretch each is of, and the place."""
    owners = np.repeat(np.arange(len(counts)), counts)
    before = np.cumsum(counts) - counts
    return owners, np.arange(len(owners)) + np.repeat(first - before, counts)


def kept(values: NDArray[np.generic], smallest: bool = False) -> Array:
    """The same as they are kept; whole numbers from nought on in as few bytes as they need."""
    values = values.astype(np.min_scalar_type(int(values.max(initial=0)))) if smallest else values
    return Array(array(CODES.get(values.dtype.char, values.dtype.char), values.tobytes()))


def space_of(phrases: Iterable[Sequence[Sequence[str]]]) -> tuple[Space, Rows, Flags]:
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
    prints = np.fromiter(map(print_of, numbers), np.uint64, len(numbers))
    japanese = np.fromiter(map(has_japanese, numbers), np.bool_, len(numbers))
    order = np.argsort(prints)
    moved = np.empty(len(numbers), np.int32)
    moved[order] = np.arange(len(numbers), dtype=np.int32)
    found, japanese = moved[np.frombuffer(features, np.int32)], japanese[order]
    rarity = np.log(1 + count / np.maximum(np.bincount(found, minlength=len(numbers)), 1))
    idf = (rarity + ~japanese).astype(np.float32)
    weights = np.frombuffer(shares, np.float32) * idf[found]
    of_cuts = np.frombuffer(sizes, np.int32)
    weights *= np.repeat(_scales(weights, of_cuts), of_cuts)
    bounds = bounds_of(of_cuts.reshape(-1, cuts).sum(axis=1) if cuts else of_cuts)
    sums = np.cumsum(np.append(np.uint64(0), prints[order][found]), dtype=np.uint64)  # over and over from nought
    space = Space(kept(prints[order]), kept(idf), math.log(1 + count))
    return space, Rows(found, weights, bounds, np.diff(sums[bounds])), japanese


def _scales(weights: Weights, sizes: Numbers) -> Weights:
    """What gives each stretch of these sizes half of a unit vector's length."""
    lengths = np.ones(len(sizes))
    some = sizes > 0
    if some.any():
        lengths[some] = np.add.reduceat(weights * weights, bounds_of(sizes[some])[:-1], dtype=np.float64)
    return (HALF / np.sqrt(lengths)).astype(np.float32)


ALIKE = 0.3
"""The cosine from which on a text belongs to a group."""


def clusters_of(texts: Sequence[str], numbers: Sequence[int], terms: Terms) -> Iterator[list[str]]:
    """The texts that belong together by their features, each group led by the one asked most often."""
    rows = space_of(Features.of(text, terms).cuts for text in texts)[1]
    order = np.argsort(rows.features, kind="stable")
    owners, weights = rows.owners()[order], rows.weights[order]
    bounds = bounds_of(np.bincount(rows.features))
    groups: dict[int, list[str]] = {}
    leads = np.zeros(len(texts), np.bool_)
    for at in sorted(range(len(texts)), key=lambda at: (-numbers[at], texts[at])):
        (features, counts), alike = rows.row(at), np.zeros(len(texts))
        for feature, weight in zip(features.tolist(), counts.tolist(), strict=True):
            having = slice(bounds[feature], bounds[feature + 1])
            alike[owners[having]] += weight * weights[having]
        leader = int((alike * leads).argmax())
        # Vectors have the length one: what they share is the cosine.
        if not leads[leader] or alike[leader] < ALIKE:
            leader, leads[at] = at, True
        groups.setdefault(leader, []).append(texts[at])
    yield from groups.values()
