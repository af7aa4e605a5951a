"""
An inverted index on two levels: for each feature the classes that it speaks for or against, and for each of these the
phrases that have it.

A question meets every class that shares a feature with it, but only the phrases of those classes that are asked for: so
the same index serves a few classes with many phrases each and very many classes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from assistant.match.training import learnt
from assistant.match.vectors import Array, Numbers, Places, Rows, Vector, Weights, bounds_of, of_kind

Counts = NDArray[np.unsignedinteger]
Halves = NDArray[np.float16]
BLOCK = 1_000_000
"""Features of vectors are put in order so many at a time at most, about, which keeps memory low."""


@dataclass(frozen=True, slots=True)
class Entries:
    """The entries of a vector's features: where they stand, whose they are in the vector, their class and its share."""

    places: Places
    features: Places
    classes: Counts
    shares: Weights


@dataclass(frozen=True, slots=True)
class Postings:
    """
    The entries of feature f stand from `starts[f]` to `starts[f + 1]`, by class, and its phrases from `offsets[f]` on:
    of each entry as many as `sizes` says, counted from the first of its class. The phrases of class c, in all, stand
    from `bounds[c]` to `bounds[c + 1]`. Weights have half precision, which is half the memory.
    """

    starts: Counts
    classes: Counts
    weights: Halves
    sizes: Counts
    offsets: Counts
    phrases: Counts
    cosines: Halves
    bounds: Numbers

    @classmethod
    def build(cls, rows: Rows, own: Numbers, shape: tuple[int, int]) -> "Postings":
        """From the vectors of phrases, the class of each, ascending, and the number of features and of classes."""
        inside = smallest(np.arange(len(own)) - np.searchsorted(own, own))
        phrases, cosines = np.empty(len(rows.features), inside.dtype), np.empty(len(rows.features), np.float16)
        keys, sums, counts = _gathered(rows, own, inside, shape, phrases, cosines)
        told, weights = learnt(keys, sums, rows, own, shape)
        sizes = np.zeros(len(told), counts.dtype)
        sizes[np.searchsorted(told, keys)] = counts
        features = np.arange(shape[0] + 1) * shape[1]
        return cls(
            starts=smallest(np.searchsorted(told, features)),
            classes=smallest(told % max(shape[1], 1)),
            weights=weights.astype(np.float16),
            sizes=sizes,
            offsets=smallest(bounds_of(counts)[np.searchsorted(keys, features)]),
            phrases=phrases,
            cosines=cosines,
            bounds=bounds_of(np.bincount(own, minlength=shape[1])).astype(np.int32),
        )

    @classmethod
    def stored(cls, arrays: Mapping[str, Array], name: str) -> "Postings":
        """From arrays, each under the name and its own."""
        parts = ("starts", "classes", "sizes", "offsets", "phrases")
        starts, classes, sizes, offsets, phrases = (
            of_kind(arrays[f"{name}-{one}"], np.unsignedinteger) for one in parts
        )
        weights, cosines = (of_kind(arrays[f"{name}-{part}"], np.float16) for part in ("weights", "cosines"))
        bounds = of_kind(arrays[f"{name}-bounds"], np.int32)
        return cls(starts, classes, weights, sizes, offsets, phrases, cosines, bounds)

    def counts(self, number: int | None = None) -> Places:
        """How many phrases have each feature, in all or of one class."""
        if number is None:
            ends = self.offsets.astype(np.int64)
            return ends[1:] - ends[:-1]
        entries = np.flatnonzero(self.classes == number)
        counts = np.zeros(len(self.starts) - 1, np.int64)
        counts[np.searchsorted(self.starts, entries, side="right") - 1] = self.sizes[entries]
        return counts

    def entries(self, vector: Vector) -> Entries:
        """What speaks for or against any class."""
        first = self.starts[vector.features].astype(np.int64)
        features, places = stretches(first, self.starts[vector.features + 1] - first)
        shares = self.weights[places].astype(np.float32) * vector.weights[features]
        return Entries(places, features, self.classes[places], shares)

    def scores(self, entries: Entries) -> Weights:
        """The score of each class."""
        return np.bincount(entries.classes, entries.shares, len(self.bounds) - 1).astype(np.float32)

    def shares(self, entries: Entries, chosen: Sequence[int], features: int) -> Weights:
        """What each feature of the vector, of so many, adds to the score of some classes: a row a feature."""
        column, here = self._columns(entries, chosen)
        found = np.zeros((features, len(chosen)), np.float32)
        found[entries.features[here], column[here]] = entries.shares[here]
        return found

    def likeness(self, entries: Entries, chosen: Sequence[int], vector: Vector) -> list[Weights]:
        """The cosine with each phrase of some classes."""
        column, here = self._columns(entries, chosen)
        owners, places = stretches(*self._phrases(entries, vector, here))
        firsts = self.bounds[list(chosen)]
        ends = bounds_of(self.bounds[np.array(chosen, np.int64) + 1] - firsts)
        members = ends[column[here]][owners] + self.phrases[places]
        cosines = self.cosines[places].astype(np.float32) * vector.weights[entries.features[here]][owners]
        found = np.bincount(members, cosines, int(ends[-1])).astype(np.float32)
        return [found[first:end] for first, end in pairwise(ends.tolist())]

    def _phrases(self, entries: Entries, vector: Vector, here: NDArray[np.bool_]) -> tuple[Places, Places]:
        """Where the phrases of some entries begin, and how many there are: those of a feature stand by class."""
        sizes = self.sizes[entries.places].astype(np.int64)
        before = np.cumsum(sizes) - sizes
        begins = np.searchsorted(entries.features, entries.features[here])
        first = before[here] - before[begins] + self.offsets[vector.features].astype(np.int64)[entries.features[here]]
        return first, sizes[here]

    def _columns(self, entries: Entries, chosen: Sequence[int]) -> tuple[Places, NDArray[np.bool_]]:
        """Which of some classes each entry is of, and whether it is of any."""
        numbers = np.full(len(self.bounds) - 1, -1, np.int64)
        numbers[list(chosen)] = np.arange(len(chosen))
        column: Places = numbers[entries.classes]
        return column, column >= 0


def _gathered(
    rows: Rows, own: Numbers, inside: Counts, shape: tuple[int, int], phrases: Counts, cosines: Halves
) -> tuple[Places, Weights, Counts]:
    """
    The cells of the vectors (`match.training`), ascending, the sum of the weights in each and how many phrases have it.

    Fills in what number each of these phrases has in its class, by `inside`, and its weight.
    """
    owners, filled = rows.owners(), 0
    found: list[tuple[Places, Weights, Counts]] = []
    # Features stand in the order of their prints, which is as good as none: like stretches hold like numbers of them.
    for first, last in pairwise(np.linspace(0, shape[0], len(owners) // BLOCK + 2).astype(np.int64).tolist()):
        places = np.flatnonzero((rows.features >= first) & (rows.features < last))
        places = places[np.argsort(rows.features[places], kind="stable")]
        cells, weights = rows.features[places] * np.int64(shape[1]) + own[owners[places]], rows.weights[places]
        stretch = slice(filled, filled := filled + len(places))
        phrases[stretch], cosines[stretch] = inside[owners[places]], weights
        firsts = np.flatnonzero(np.diff(cells, prepend=-1))
        found.append((cells[firsts], np.add.reduceat(weights, firsts), smallest(np.diff(firsts, append=len(cells)))))
    keys, sums, counts = zip(*found, strict=True)
    return np.concatenate(keys), np.concatenate(sums), np.concatenate(counts)


def stretches(first: Places, counts: Places) -> tuple[Places, Places]:
    """All places of stretches that begin at `first` and hold so many: which stretch each is of, and the place."""
    owners = np.repeat(np.arange(len(counts)), counts)
    before = np.cumsum(counts) - counts
    return owners, np.arange(len(owners)) + np.repeat(first - before, counts)


def smallest(numbers: NDArray[np.integer]) -> Counts:
    """The same numbers, none below nought, in as few bytes as they need."""
    return numbers.astype(np.min_scalar_type(int(numbers.max(initial=0))))
