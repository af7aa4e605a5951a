"""
What is told of each feature: what it counts for in each class, which phrases have it, how far it leans, who owns it.

A class begins as its centroid, the sum of the unit vectors of its phrases, itself of unit length (Rocchio; Schütze et
al., Introduction to Information Retrieval, ch. 14). A few times over, each phrase then draws its own class nearer and
pushes the others away, by the gradient of multinomial logistic regression. Each phrase is scored without its own share
of the centroid and without its own pushes, as if it were not there: what it learns must help other phrases (leaving
one out as in Jaakkola and Haussler 1999, Probabilistic kernel regression models).

A feature leans by the logarithm of how much commoner it is among the phrases of topics than among those out of scope:
the weight of evidence of naive Bayes (Good 1950, Probability and the weighing of evidence). Japanese features and
others are each compared among themselves, since every language has its own share of phrases out of scope.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from assistant.indexing.vectors import Flags, Numbers, Places, Rows, Weights, bounds_of, kept
from assistant.match.evidence import NONE, Evidence
from assistant.match.matrix import ONE, Matrix, Packed, Table

FEW = 4
"""So many phrases more would tell nothing: what two or three have has not shown yet whose it is."""

LEAST_FULL = 4
"""Where one cell in so many at least counts, a row is kept whole."""


class Kinds(NamedTuple):
    """Of each feature, whether it is Japanese, and whether it is of one word: others tell little by themselves."""

    japanese: Flags
    words: Flags


def evidence_of(rows: Rows, own: Numbers, policies: Numbers, kinds: Kinds, stranger: int | None) -> Evidence:
    """From the vectors of phrases and the class of each, ascending, the policies of classes, and the features."""
    shape, beyond = (len(kinds.japanese), len(policies)), NONE if stranger is None else stranger
    owners, order = rows.owners(), np.argsort(rows.features, kind="stable")
    features, having, weights = rows.features[order], owners[order], rows.weights[order]
    cells = features * np.int64(shape[1]) + own[having]
    firsts = np.flatnonzero(np.diff(cells, prepend=-1))
    keys, sizes = cells[firsts], np.diff(firsts, append=len(cells))
    sums = np.add.reduceat(weights, firsts) if len(firsts) else weights
    counts = np.bincount(features, minlength=shape[0])
    strange = np.bincount(features[own[having] == beyond], minlength=shape[0])
    bounds = bounds_of(np.bincount(own, minlength=shape[1]))
    wanted = kinds.words[keys // max(shape[1], 1)] & (keys % max(shape[1], 1) != beyond)
    return Evidence(
        table_of(*learnt(keys, sums, rows, own, shape), shape),
        Matrix(kept(bounds_of(counts), smallest=True), kept(having, smallest=True), kept(weights), len(own)),
        _owned(keys[wanted], sizes[wanted], policies, np.diff(bounds), shape),
        bounds.tolist(),
        kept(leaning_of(counts, strange, kinds.japanese)),
        policies.tolist(),
        stranger,
    )


def table_of(keys: Places, values: Weights, shape: tuple[int, int]) -> Table:
    """From cells, ascending: each is its row's number, times the columns, plus its column's."""
    if len(keys) < shape[0] * shape[1] / LEAST_FULL:
        return _matrix(keys, values, shape)
    table = np.zeros((shape[0], shape[1] + 1), "<i4")
    table[keys // max(shape[1], 1), keys % max(shape[1], 1)] = np.round(values * ONE)
    # A number below nought borrows from the next one, as it does in the sum of them all.
    for column in range(shape[1]):
        table[:, column + 1] -= table[:, column] < 0
    return Packed(kept(table.view(np.uint8)), shape[1])


def _matrix(keys: Places, values: NDArray[np.floating], shape: tuple[int, int]) -> Matrix:
    starts = np.searchsorted(keys, np.arange(shape[0] + 1) * shape[1])
    columns = kept(keys % max(shape[1], 1), smallest=True)
    return Matrix(kept(starts, smallest=True), columns, kept(values.astype(np.float32)), shape[1])


def _owned(keys: Places, sizes: Places, policies: Numbers, every: Places, shape: tuple[int, int]) -> Matrix:
    """How far each policy owns each feature, from cells and how many phrases are in each; and those of each class."""
    of_policies = np.bincount(policies, every)
    features, owners = keys // max(shape[1], 1), policies[keys % max(shape[1], 1)]
    cells, places = np.unique(features * len(of_policies) + owners, return_inverse=True)
    rates = np.bincount(places, sizes / of_policies[owners], len(cells))
    rows = cells // max(len(of_policies), 1)
    known = np.bincount(features, sizes, shape[0])[rows]
    shares = rates / np.bincount(rows, rates, shape[0])[rows] * known / (known + FEW)
    return _matrix(cells, shares, (shape[0], len(of_policies)))


ROUNDS, STEP, TEMPERATURE = 4, 0.15, 0.1
ALONE = 1e-5
"""What is left of a class without its only phrase."""
MOST_CELLS = 20_000_000
"""Features times classes: with more, the table that phrases push in would not fit, and classes stay centroids."""
LEAST = 0.001
"""A feature that no phrase of a class has counts there from so much on."""
UNSEEN = 0.1
"""What a feature counts for where no phrase has it. Our own phrases, held out, hardly tell 0.1 from 2."""


def learnt(keys: Places, sums: Weights, rows: Rows, own: Numbers, shape: tuple[int, int]) -> tuple[Places, Weights]:
    """
    The cells that count, ascending, and for how much: a cell is a feature's number, times the classes, plus a class's.

    From the cells that phrases have, ascending, with the sum of their weights; the vectors of phrases and the class of
    each; and the number of features and of classes.
    """
    of_class = keys % max(shape[1], 1)
    lengths = np.sqrt(np.bincount(of_class, sums * sums, shape[1])).astype(np.float32)
    counts: Weights = sums / lengths[of_class]
    if shape[0] * shape[1] > MOST_CELLS:
        return keys, counts
    table = np.zeros(shape, np.float32)
    table.flat[keys] = counts
    _sharpen(table, lengths, rows, own)
    told = np.abs(table.ravel()) >= LEAST
    told[keys] = True
    keys = np.flatnonzero(told)
    return keys, table.ravel()[keys]


def _sharpen(table: Weights, lengths: Weights, rows: Rows, own: Numbers) -> None:
    """Changes the table of features and classes in place."""
    classes, squares = table.shape[1], rows.squares
    missing = _missing(rows, own, table, lengths, squares)
    pushes = np.zeros((len(own), classes), np.float32)
    order = np.argsort(rows.draws, kind="stable").tolist()
    for number in order * (ROUNDS if classes > 1 else 0):
        _push(table, rows.row(number), int(own[number]), missing[number], pushes[number], squares[number])


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


def _push(
    table: Weights, row: tuple[Numbers, Weights], own: int, missing: np.float32, pushes: Weights, square: np.float32
) -> None:
    """One phrase's push; `table` and `pushes`, the sum of its pushes, are changed in place."""
    features, weights = row
    scores = weights @ table[features] - pushes * square
    scores[own] += missing
    chances = np.exp((scores - scores.max()) / TEMPERATURE)
    push: Weights = chances * (-STEP / chances.sum())
    push[own] += STEP
    table[features] += weights[:, None] * push
    pushes += push


def leaning_of(counts: Places, beyond: Places, japanese: NDArray[np.bool_]) -> Weights:
    """
    How far each feature leans to the topics; nowhere where no phrase has it.

    From how many phrases have each, in all and out of scope, and which are Japanese.
    """
    leaning = _shares(counts - beyond, japanese) - _shares(beyond, japanese)
    return np.where(counts > 0, leaning, 0).astype(np.float32)


def _shares(counts: NDArray[np.int64], japanese: NDArray[np.bool_]) -> NDArray[np.float64]:
    """The logarithm of each feature's share among its like."""
    shares: NDArray[np.float64] = np.log(counts + UNSEEN)
    for like in (japanese, ~japanese):
        shares[like] -= np.log(counts[like].sum() + UNSEEN * like.sum() or 1.0)
    return shares
