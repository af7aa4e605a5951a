"""An inverted index: for each feature, which members (classes or phrases) have it with what weight."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.match.vectors import Numbers, Vector, Weights


@dataclass(frozen=True, slots=True)
class Postings:
    """The members of feature f and their weights stand from `starts[f]` to `starts[f + 1]`; `size` members in all."""

    members: Numbers
    weights: Weights
    starts: NDArray[np.int64]
    size: int

    @classmethod
    def build(cls, features: Numbers, members: Numbers, weights: Weights, shape: tuple[int, int]) -> "Postings":
        """From triples; `shape` is the number of features and of members."""
        order = np.argsort(features, kind="stable")
        starts = np.concatenate(([0], np.cumsum(np.bincount(features, minlength=shape[0])))).astype(np.int64)
        return cls(members[order], weights[order], starts, shape[1])

    def scores(self, vector: Vector) -> Weights:
        """The scalar product of a vector with each member."""
        at, owners = self._stretches(vector)
        found = np.bincount(self.members[at], self.weights[at] * vector.weights[owners], self.size)
        return found.astype(np.float32)

    def shares(self, vector: Vector, members: Numbers) -> Weights:
        """What each feature of a vector adds to the score of some members: a row a feature, a column a member."""
        at, owners = self._stretches(vector)
        columns = np.full(self.size, -1, np.int64)
        columns[members] = np.arange(len(members))
        column = columns[self.members[at]]
        mine = column >= 0
        found = np.zeros((len(vector.features), len(members)), np.float32)
        found[owners[mine], column[mine]] = self.weights[at[mine]] * vector.weights[owners[mine]]
        return found

    def _stretches(self, vector: Vector) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The places of all postings of the vector's features, and for each the feature's place in the vector."""
        first = self.starts[vector.features]
        counts = self.starts[vector.features + 1] - first
        owners = np.repeat(np.arange(len(counts)), counts)
        before = np.cumsum(counts) - counts
        return np.arange(len(owners)) + np.repeat(first - before, counts), owners
