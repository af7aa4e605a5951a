"""Logistic regression of few signs, by Newton's method (Bishop, Pattern Recognition and Machine Learning, 4.3.3)."""

import numpy as np
from numpy.typing import NDArray

from assistant.match.vectors import Weights

STEPS, RIDGE = 12, 1.0


def fitted(signs: Weights, wanted: NDArray[np.bool_]) -> NDArray[np.float64]:
    """
    The weight of each sign (column) in the log odds that a row is wanted; both sides count as much as the other.

    The weights of very few rows are kept small by a ridge.
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
