"""
How far words lean to what topics answer, or to what none does.

A feature leans by the logarithm of how much commoner it is among the phrases of topics than among those out of scope:
the weight of evidence of naive Bayes (Good 1950, Probability and the weighing of evidence). Japanese features and
others are each compared among themselves, since every language has its own share of phrases out of scope.
"""

import numpy as np
from numpy.typing import NDArray

from assistant.match.vectors import Rows, Vector, Weights

UNSEEN = 0.1
"""What a feature counts for where no phrase has it. Our own phrases, held out, hardly tell 0.1 from 2."""


def leaning_of(rows: Rows, strange: NDArray[np.bool_], japanese: NDArray[np.bool_]) -> Weights:
    """
    How far each feature leans to the topics; nowhere where no phrase has it.

    From phrases, which of them are out of scope, and which features are Japanese.
    """
    counts = np.bincount(rows.features, minlength=len(japanese))
    beyond = np.bincount(rows.only(strange).features, minlength=len(japanese))
    leaning = _shares(counts - beyond, japanese) - _shares(beyond, japanese)
    return np.where(counts > 0, leaning, 0).astype(np.float32)


def leans(vector: Vector, weights: Weights) -> float:
    """How far a question leans to the topics."""
    return float(vector.weights @ weights[vector.features])


def _shares(counts: NDArray[np.int64], japanese: NDArray[np.bool_]) -> NDArray[np.float64]:
    """The logarithm of each feature's share among its like."""
    shares: NDArray[np.float64] = np.log(counts + UNSEEN)
    for like in (japanese, ~japanese):
        shares[like] -= np.log(counts[like].sum() + UNSEEN * like.sum() or 1.0)
    return shares
