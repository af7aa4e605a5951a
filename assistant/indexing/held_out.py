"""
What an index says of many phrases at once that it does not have, the same as `match.evidence` of each, a hundred times
as fast; and the limits of `match.margin` that come of it.

Every phrase is held out, a quarter of all at a time, and asked of an index of the others. What of the topics' phrases
then stands least clear of what no topic answers sets the limit of refusal; how often the first topic is right, for a
lead so great over whatever is next, sets the limit of certainty. Phrases out of scope stand on the other side of both.
Why a quarter is held out and not one phrase at a time: docs/decisions/0011-limits-from-phrases-held-out.md.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from assistant.indexing.vectors import Flags, Numbers, Rows, Weights, stretches
from assistant.match.evidence import NEAR, NONE, Evidence, parted
from assistant.match.margin import UNDRAWN, UNWEIGHED, Limits
from assistant.match.matrix import Matrix
from assistant.match.vectors import Vector

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
    vectors = [Vector(*map(np.ndarray.tolist, rows.row(number))) for number in range(len(rows.starts) - 1)]
    count, here = len(vectors), np.arange(len(vectors))
    scores, nearest = _scores(evidence, vectors), _nearest(evidence, vectors)
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
    policies = np.array(evidence.policies)[first].tolist()
    owned = np.array([evidence.share(vector.features, of) for vector, of in zip(vectors, policies, strict=True)])
    return Held(
        signs.astype(np.float32),
        first,
        np.where(scores[here, best] > 0, best, NONE),
        (ranked[:, 0] - ranked[:, 1]).astype(np.float32),
        (owned * spoken[:, 0]).astype(np.float32),
    )


def _scores(evidence: Evidence, vectors: Sequence[Vector]) -> Weights:
    """The score of each class that is weighed, nought of the others: a row for each vector."""
    table = evidence.classes
    if not isinstance(table, Matrix):
        return np.array([table.summed(*vector) for vector in vectors], np.float32).reshape(-1, table.width)
    rough = _sums(table, [parted(table, vector)[0] for vector in vectors])
    weighed = np.zeros(rough.shape, np.bool_)
    np.put_along_axis(weighed, np.argsort(-rough, axis=1, kind="stable")[:, : NEAR + 1], True, axis=1)
    weighed &= rough > 0
    if evidence.stranger is not None:
        weighed[:, evidence.stranger] = True
    return _sums(table, vectors) * weighed


def _nearest(evidence: Evidence, vectors: Sequence[Vector]) -> Weights:
    """The greatest cosine with a phrase of each class, by the features that are asked."""
    asked = [parted(evidence.phrases, vector)[0] for vector in vectors]
    cosines = _sums(evidence.phrases, asked)
    bounds, behind = np.array(evidence.bounds), np.column_stack((cosines, np.zeros(len(cosines), np.float32)))
    found: Weights = np.maximum.reduceat(behind, bounds[:-1], axis=1) * (np.diff(bounds) > 0)
    return found


def _sums(matrix: Matrix, vectors: Sequence[Vector]) -> Weights:
    """What each vector has in common with each column."""
    features = np.array([feature for vector in vectors for feature in vector.features], np.int32)
    weights = np.array([weight for vector in vectors for weight in vector.weights], np.float32)
    owners = np.repeat(np.arange(len(vectors)), [len(vector.features) for vector in vectors])
    starts, columns, values = map(np.asarray, (matrix.starts, matrix.columns, matrix.values))
    first = starts[features].astype(np.int64)
    at, places = stretches(first, starts[features + 1] - first)
    shape = len(vectors), matrix.width
    found = np.bincount(owners[at] * shape[1] + columns[places], values[places] * weights[at], shape[0] * shape[1])
    return found.astype(np.float32).reshape(shape)


REFUSED, VAGUE, RIGHT = 0.06, 0.08, 0.93
"""
The share of the topics' own phrases that may be refused, that say too little to be sure, and of the sure ones that
must be right.

An index of three quarters refuses more than one of all, and people's whole questions fare better than our phrases, many
of which are bare keywords.
"""
STEPS, RIDGE = 12, 1.0


def limits_of(held: Held, own: Numbers, stranger: int | None) -> Limits:
    """From phrases, held out, and the class of each; `stranger` is the class of what is out of scope."""
    topics = np.ones(len(own), np.bool_) if stranger is None else own != stranger
    if not topics.any():
        return UNDRAWN
    weights = _weighed(held.signs, topics)
    clearance = held.signs @ np.array(weights, np.float32)
    clear = _rounded(float(np.quantile(clearance[topics], REFUSED, method="lower")))
    kept = (clearance >= clear) & (held.best != (NONE if stranger is None else stranger))
    right = held.best == own
    vague = _rounded(float(np.quantile(held.owned[topics], VAGUE, method="lower")))
    told = kept & (held.owned >= vague)
    lead = _rounded(_least_lead(held.leads[told], right[told]))
    sure = told & (held.leads >= lead)
    refused = (clearance < clear) & ~((held.leads >= lead) & (held.best == held.topic))
    return Limits(
        weights=weights,
        clear=clear,
        lead=lead,
        vague=vague,
        refused=float(refused[topics].mean()),
        first=float((held.topic == own)[topics].mean()),
        strangers_refused=float(refused[~topics].mean()) if not topics.all() else 0.0,
        sure=float(sure[topics].mean()),
        sure_wrong=float((~right)[sure].mean()) if sure.any() else 0.0,
    )


def _weighed(signs: Weights, topics: Flags) -> tuple[float, ...]:
    """
    What each sign counts for, by logistic regression of topics against the rest, both of equal weight in all.

    That of the best topic's score is 1, so that a clearance is a score, plus and minus. A strange name never speaks for
    a topic.
    """
    if topics.all():
        return UNWEIGHED
    weights = fitted(signs, topics)
    if weights[0] <= 0:
        return UNWEIGHED
    *others, name = (float(np.round(weight / weights[0], 3)) for weight in weights)
    return *others, min(name, 0.0)


def _least_lead(leads: Weights, right: Flags) -> float:
    """The least lead for which, of all that lead by as much, enough are right."""
    order = np.argsort(-leads, kind="stable")
    shares = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(shares >= RIGHT)
    return float(leads[order[enough[-1]]]) if len(enough) else float("inf")


def _rounded(value: float) -> float:
    """Down to four decimals, so that the last bits of a sum do not matter."""
    return value if np.isinf(value) else float(np.floor(value * 1e4) / 1e4)


def fitted(signs: Weights, wanted: Flags) -> NDArray[np.float64]:
    """
    The weight of each sign (column) in the log odds that a row is wanted; both sides count as much as the other.

    Logistic regression by Newton's method (Bishop, Pattern Recognition and Machine Learning, 4.3.3). The weights of
    very few rows are kept small by a ridge.
    """
    rows = np.column_stack((signs.astype(np.float64), np.ones(len(signs))))
    counts = np.where(wanted, 0.5 / wanted.sum(), 0.5 / (~wanted).sum()) * len(wanted)
    ridge = np.diag([RIDGE] * signs.shape[1] + [1e-9])
    weights = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        chances = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (counts * (wanted - chances)) - ridge @ weights
        bend = (rows * (counts * chances * (1 - chances))[:, None]).T @ rows + ridge
        weights += np.linalg.solve(bend, slope)
    return weights[:-1]
