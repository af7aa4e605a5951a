"""What is told of each feature: what it counts for in each class, in which phrases it stands, and who owns it."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from assistant.indexing.training import leaning_of, learnt
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
