"""
What an index says of many phrases at once that it does not have: the same as `match.evidence` of each, a hundred times
as fast.
"""

from typing import NamedTuple

import numpy as np

from assistant.indexing.vectors import Numbers, Places, Rows, Weights, bounds_of, stretches
from assistant.match.evidence import ASKED, NEAR, NONE, Evidence
from assistant.match.matrix import Matrix, Table

CELLS = 1_000_000
"""The cosines of so many pairs of phrases are worked out together."""


class Held(NamedTuple):
    """
    What an index of others says of phrases that it does not have, a row or a number each.

    `signs` tell questions that some topic answers from others: the best topic's score and its nearest phrase, the same
    of the class out of scope, how far the words lean, and whether there is a strange name. `topic` and `best` are the
    classes that come first, without those out of scope and with them; `leads` how far the best is before the second;
    `owned` how far its policy owns one of its words.
    """

    signs: Weights
    topic: Numbers
    best: Numbers
    leads: Weights
    owned: Weights


def asked(evidence: Evidence, rows: Rows) -> Held:
    """Each vector asked of the evidence; names of theirs count as known."""
    count, most = len(rows.starts) - 1, max(1, CELLS // max(evidence.bounds[-1], 1))
    stretch = np.arange(count) // most
    parts = [_asked(evidence, rows.only(stretch == number)) for number in range(int(stretch.max(initial=0)) + 1)]
    return Held(*map(np.concatenate, zip(*parts, strict=True)))


def _asked(evidence: Evidence, rows: Rows) -> Held:
    count, here = len(rows.starts) - 1, np.arange(len(rows.starts) - 1)
    scores, nearest = _scores(evidence.classes, rows), _nearest(evidence, rows)
    topics, strange = scores.copy(), np.zeros((count, 2), np.float32)
    if evidence.stranger is not None:
        topics[:, evidence.stranger] = 0
        strange = np.stack((scores[:, evidence.stranger], nearest[:, evidence.stranger]), axis=1)
    near = np.argsort(-topics, axis=1, kind="stable")[:, :NEAR]
    spoken = np.take_along_axis(topics, near, axis=1) > 0
    phrases = (np.take_along_axis(nearest, near, axis=1) * spoken).max(axis=1, initial=0)
    leaning = np.asarray(evidence.leaning)[rows.features] * rows.weights
    leans = np.bincount(rows.owners(), leaning, count)
    signs = np.column_stack((topics.max(axis=1, initial=0), phrases, strange, leans))
    best = scores.argmax(axis=1)
    ranked = -np.sort(-np.column_stack((np.maximum(scores, 0), np.zeros(count))), axis=1)
    first = np.where(spoken[:, 0], near[:, 0], NONE)
    owned = _owned(evidence, rows, np.array(evidence.policies)[first])
    return Held(
        signs.astype(np.float32), first, np.where(scores[here, best] > 0, best, NONE),
        (ranked[:, 0] - ranked[:, 1]).astype(np.float32), (owned * spoken[:, 0]).astype(np.float32),
    )  # fmt: skip


def _cells(matrix: Matrix, rows: Rows) -> tuple[Places, Numbers, Weights]:
    """The numbers that stand in the rows of features: for which feature of the vectors, the column, and the number."""
    starts, columns, values = map(np.asarray, (matrix.starts, matrix.columns, matrix.values))
    first = starts[rows.features].astype(np.int64)
    at, places = stretches(first, starts[rows.features + 1] - first)
    return at, columns[places], values[places]


def _scores(table: Table, rows: Rows) -> Weights:
    """The score of each class: a row for each vector."""
    if isinstance(table, Matrix):
        return _sums(table, rows)
    vectors = map(rows.row, range(len(rows.starts) - 1))
    found = [table.summed(features.tolist(), weights.tolist()) for features, weights in vectors]
    return np.array(found, np.float32).reshape(-1, table.width)


def _sums(matrix: Matrix, rows: Rows) -> Weights:
    """What each vector has in common with each column."""
    at, columns, values = _cells(matrix, rows)
    shape = len(rows.starts) - 1, matrix.width
    cells = rows.owners()[at].astype(np.int64) * shape[1] + columns
    found = np.bincount(cells, values * rows.weights[at], shape[0] * shape[1])
    return found.astype(np.float32).reshape(shape)


def _nearest(evidence: Evidence, rows: Rows) -> Weights:
    """The greatest cosine with a phrase of each class, by the features that are asked."""
    bounds = np.array(evidence.bounds)
    cosines = _sums(evidence.phrases, _rare(np.asarray(evidence.phrases.starts), rows))
    behind = np.column_stack((cosines, np.zeros(len(cosines), np.float32)))
    found: Weights = np.maximum.reduceat(behind, bounds[:-1], axis=1) * (np.diff(bounds) > 0)
    return found


def _rare(starts: Numbers, rows: Rows) -> Rows:
    """The vectors with those features alone that are asked (`match.evidence.ASKED`)."""
    owners, sizes = rows.owners(), np.diff(starts.astype(np.int64))[rows.features]
    order = np.lexsort((rows.features, sizes, owners))
    first = rows.starts[:-1][owners]
    behind = np.cumsum(sizes[order])
    inside = behind - (behind - sizes[order])[first]
    taken = np.zeros(len(order), np.bool_)
    taken[order] = (inside <= ASKED) | (np.arange(len(order)) == first)
    counts = np.bincount(owners[taken], minlength=len(rows.starts) - 1)
    return Rows(rows.features[taken], rows.weights[taken], bounds_of(counts))


def _owned(evidence: Evidence, rows: Rows, policies: Numbers) -> Weights:
    """How far the policy of each vector owns that one of its words which it owns most."""
    at, columns, shares = _cells(evidence.owned, rows)
    owners, found = rows.owners()[at], np.zeros(len(policies), np.float32)
    own = columns == policies[owners]
    np.maximum.at(found, owners[own], shares[own])
    return found
