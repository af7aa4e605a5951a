"""
When a question is refused, and when its first topic is taken without asking: limits from the phrases themselves.

Each phrase is asked as if it were not in the index (`match.classes`). What of the topics' phrases then scores lowest
sets the limit of refusal; how often the first topic is right, for a lead so great over whatever is next, sets the
limit of certainty. Phrases out of scope stand on the other side of both.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.match.vectors import Numbers, Weights

REFUSED, RIGHT = 0.09, 0.9
"""
The share of the topics' own phrases that may be refused, and of the sure ones that must be right.

A phrase left out together with a quarter of the others is missed more often than a question that finds them all: with
nine in a hundred here, some five in a hundred are refused of our own phrases that an index of four fifths of them
has never seen, and more than four fifths of what is out of scope; of people's whole questions fewer are refused.
"""
STRANGER, NEAREST = 0.5, 0.25


@dataclass(frozen=True, slots=True)
class Held:
    """
    Scores of a question or of many: a row each, a column a class.

    `nearest` is the cosine with the nearest phrase of each class.
    """

    scores: Weights
    nearest: Weights

    def without(self, column: int | None) -> "Held":
        """Without one class."""
        return self if column is None else Held(np.delete(self.scores, column, 1), np.delete(self.nearest, column, 1))

    def clearance(self, stranger: int | None) -> Weights:
        """How clear of what no topic answers the best topic stands: its class `stranger` counts against it."""
        topics = self.without(stranger)
        clear: Weights = topics.scores.max(axis=1, initial=0.0) + NEAREST * topics.nearest.max(axis=1, initial=0.0)
        if stranger is None:
            return clear
        clear -= STRANGER * self.scores[:, stranger] + NEAREST * self.nearest[:, stranger]
        return clear

    def leads(self) -> Weights:
        """How far the best class, whichever, is before the second."""
        padded = np.concatenate((self.scores, np.zeros((len(self.scores), 2), np.float32)), axis=1)
        two = np.sort(np.partition(padded, -2, axis=1)[:, -2:], axis=1)
        leads: Weights = two[:, 1] - two[:, 0]
        return leads


@dataclass(frozen=True, slots=True)
class Limits:
    """
    The least clearance of a question that is not refused, and the least lead of one that is sure.

    The rest are rates over the phrases, each left out: of the topics', those refused and those that have their own
    topic first; of those out of scope, the refused; and of all phrases, those that are sure and wrong among the sure.
    """

    clear: float
    lead: float
    refused: float
    first: float
    strangers_refused: float
    sure: float
    sure_wrong: float


def limits_of(held: Held, own: Numbers, stranger: int | None) -> Limits:
    """From the scores of phrases, each left out, and the number of each one's class."""
    topics = np.ones(len(own), np.bool_) if stranger is None else own != stranger
    if not topics.any():
        return Limits(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    clearance, leads = held.clearance(stranger), held.leads()
    clear = _rounded(float(np.quantile(clearance[topics], REFUSED, method="lower")))
    best = held.scores.argmax(axis=1)
    kept = (clearance >= clear) & (best != (-1 if stranger is None else stranger))
    right = best == own
    lead = _rounded(_least_lead(leads[kept], right[kept]))
    sure = kept & (leads >= lead)
    masked = held.scores.copy()
    if stranger is not None:
        masked[:, stranger] = -np.inf
    return Limits(
        clear=clear,
        lead=lead,
        refused=float((clearance[topics] < clear).mean()),
        first=float((masked.argmax(axis=1) == own)[topics].mean()),
        strangers_refused=float((clearance[~topics] < clear).mean()) if not topics.all() else 0.0,
        sure=float(sure[topics].mean()),
        sure_wrong=float((~right)[sure].mean()) if sure.any() else 0.0,
    )


def _least_lead(leads: Weights, right: NDArray[np.bool_]) -> float:
    """The least lead for which, of all that lead by as much, enough are right."""
    order = np.argsort(-leads, kind="stable")
    shares = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(shares >= RIGHT)
    return float(leads[order[enough[-1]]]) if len(enough) else float("inf")


def _rounded(value: float) -> float:
    """Down to four decimals, so that the last bits of a sum do not matter."""
    return value if np.isinf(value) else float(np.floor(value * 1e4) / 1e4)
