"""
Classes of phrases, and how a question scores with each: its cosine with the class's centroid, sharpened.

A centroid is the sum of the unit vectors of a class's phrases, itself of unit length (Rocchio; Schütze et al.,
Introduction to Information Retrieval, ch. 14). A few times over, each phrase then draws its own class nearer and
pushes the others away, by the gradient of multinomial logistic regression. Each phrase is scored without its own share
of the centroid and without its own pushes, as if it were not there: what it learns must help other phrases (leaving
one out as in Jaakkola and Haussler 1999, Probabilistic kernel regression models).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.match.postings import Postings
from assistant.match.vectors import Numbers, Rows, Vector, Weights

ROUNDS, STEP, TEMPERATURE = 4, 0.15, 0.1
GOLDEN = 0.6180339887498949
"""Parts the order of phrases so that those of one class never stand together."""
ALONE = 1e-5
"""What is left of a class without its only phrase."""
FEW_WEIGHTS = 20_000_000
MOST_FEATURES = 192
"""What a class keeps of its centroid where there are too many classes for a table: its weightiest features."""


@dataclass(frozen=True, slots=True)
class Table:
    """The weight of each feature (row) for each class (column), in half precision, which is half the memory."""

    weights: NDArray[np.float16]

    def scores(self, vector: Vector) -> Weights:
        """The score of each class."""
        scores: Weights = vector.weights @ self.weights[vector.features].astype(np.float32)
        return scores

    def shares(self, vector: Vector, classes: Numbers) -> Weights:
        """What each feature of the question adds to the score of some classes."""
        return self.weights[np.ix_(vector.features, classes)].astype(np.float32) * vector.weights[:, None]


def learnt(rows: Rows, own: Numbers, features: int, classes: int) -> Table:
    """From the vectors of phrases and the number of each one's class; phrases of a class stand together."""
    table = _sums(rows, own, features, classes)
    squares = rows.squares
    lengths = np.sqrt((table.astype(np.float64) ** 2).sum(axis=0)).astype(np.float32)
    table /= np.where(lengths > 0, lengths, 1)
    missing = _missing(rows, own, table, lengths, squares)
    pushes = np.zeros((len(own), classes), np.float32)
    order = np.argsort(np.arange(len(own)) * GOLDEN % 1.0, kind="stable").tolist()
    for number in order * (ROUNDS if classes > 1 else 0):
        _sharpen(table, rows.row(number), int(own[number]), missing[number], pushes[number], squares[number])
    return Table(table.astype(np.float16))


def _sums(rows: Rows, own: Numbers, features: int, classes: int) -> Weights:
    cells = rows.features.astype(np.int64) * classes + own[rows.owners()]
    sums = np.bincount(cells, rows.weights, features * classes)
    return sums.reshape(features, classes).astype(np.float32)


def _missing(rows: Rows, own: Numbers, table: Weights, lengths: Weights, squares: Weights) -> Weights:
    """What a phrase's cosine with its own class changes by when the phrase is taken out of the centroid."""
    owners = rows.owners()
    products = rows.weights * table[rows.features, own[owners]]
    cosines = np.bincount(owners, products, len(own)).astype(np.float32)
    length = lengths[own]
    left = length**2 - 2 * cosines * length + squares
    alone = np.where(left > ALONE, (cosines * length - squares) / np.sqrt(np.maximum(left, ALONE)), 0.0)
    change: Weights = (alone - cosines).astype(np.float32)
    return change


def _alone(table: Weights, vector: Vector, pushes: Weights, square: np.float32) -> Weights:
    scores: Weights = vector.weights @ table[vector.features] - pushes * square
    return scores


def _sharpen(
    table: Weights, vector: Vector, own: int, missing: np.float32, pushes: Weights, square: np.float32
) -> None:
    """One phrase's push; `table` and `pushes`, the sum of its pushes, are changed in place."""
    scores = _alone(table, vector, pushes, square)
    scores[own] += missing
    chances = np.exp((scores - scores.max()) / TEMPERATURE)
    push: Weights = chances * (-STEP / chances.sum())
    push[own] += STEP
    table[vector.features] += vector.weights[:, None] * push
    pushes += push


@dataclass(frozen=True, slots=True)
class Cut:
    """Centroids cut to their weightiest features, which features are left, and how long each class's sum was."""

    classes: Postings
    kept: NDArray[np.bool_]
    lengths: Weights

    def left_out(self, rows: Rows, own: Numbers, asked: Sequence[int]) -> Weights:
        """The scores of some phrases, each as if it were left out of its class; rows of them, in order."""
        moved = np.cumsum(self.kept) - 1
        found = np.zeros((len(asked), self.classes.size), np.float32)
        for at, number in enumerate(asked):
            row = rows.row(number)
            known = self.kept[row.features]
            found[at] = self.classes.scores(Vector(moved[row.features[known]].astype(np.int32), row.weights[known]))
            cosine, length = float(found[at, own[number]]), float(self.lengths[own[number]])
            left = length**2 - 2 * cosine * length + 1
            found[at, own[number]] = (cosine * length - 1) / left**0.5 if left > ALONE else 0.0
        return found


def centroids(rows: Rows, own: Numbers, features: int, classes: int) -> Cut:
    """
    Centroids of very many classes, not sharpened.

    Worked out class by class, so that no table of all weights is needed. The features of the postings have their new
    numbers, in order.
    """
    found: list[tuple[Numbers, Weights]] = []
    lengths = np.zeros(classes, np.float32)
    bounds = np.searchsorted(own, np.arange(classes + 1))
    stretches = zip(rows.starts[bounds[:-1]], rows.starts[bounds[1:]], strict=True)
    for number, (first, last) in enumerate(stretches):
        names, places = np.unique(rows.features[first:last], return_inverse=True)
        sums = np.bincount(places, rows.weights[first:last], len(names))
        best = np.sort(np.argsort(-sums, kind="stable")[:MOST_FEATURES])
        lengths[number] = np.sqrt((sums**2).sum()) or 1.0
        found.append((names[best].astype(np.int32), (sums[best] / lengths[number]).astype(np.float32)))
    kept = np.zeros(features, np.bool_)
    names = np.concatenate([one for one, _ in found])
    kept[names] = True
    members = np.repeat(np.arange(classes, dtype=np.int32), [len(one) for one, _ in found])
    weights = np.concatenate([one for _, one in found])
    moved = (np.cumsum(kept) - 1).astype(np.int32)
    return Cut(Postings.build(moved[names], members, weights, (int(kept.sum()), classes)), kept, lengths)
