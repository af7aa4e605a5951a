"""
When a question is refused, and when its first topic is taken without asking: limits from the phrases themselves.

Every fourth phrase is held out and asked of an index of the others. What of the topics' phrases then stands least clear
of what no topic answers sets the limit of refusal; how often the first topic is right, for a lead so great over
whatever is next, sets the limit of certainty. Phrases out of scope stand on the other side of both. Why a quarter is
held out and not one phrase at a time: docs/decisions/0011-limits-from-phrases-held-out.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.match.logistic import fitted
from assistant.match.vectors import Numbers, Weights

REFUSED, RIGHT = 0.06, 0.93
"""
The share of the topics' own phrases that may be refused, and of the sure ones that must be right.

An index of three quarters refuses more than one of all, and people's whole questions fare better than our phrases, many
of which are bare keywords.
"""
UNWEIGHED = (1.0, 0.25, 0.0, 0.0, 0.0)
"""What each sign counts for where no phrases out of scope tell."""


@dataclass(frozen=True, slots=True)
class Held:
    """
    Scores of a question or of many: a row each, a column a class.

    `nearest` is the cosine with the nearest phrase of each class, `leaning` how far the words lean to the topics
    (`match.leaning`).
    """

    scores: Weights
    nearest: Weights
    leaning: Weights

    @classmethod
    def empty(cls, questions: int, classes: int) -> "Held":
        """To be filled in."""
        scores, nearest = np.zeros((2, questions, classes), np.float32)
        return cls(scores, nearest, np.zeros(questions, np.float32))

    def signs(self, stranger: int | None) -> Weights:
        """
        What tells questions that some topic answers from others, a row each: the best topic's score and its nearest
        phrase, the same of the class `stranger`, and the leaning.
        """
        found = np.zeros((len(self.scores), 5), np.float32)
        for at, table in enumerate((self.scores, self.nearest)):
            topics = table if stranger is None else np.delete(table, stranger, 1)
            found[:, at] = topics.max(axis=1, initial=0.0)
            if stranger is not None:
                found[:, 2 + at] = table[:, stranger]
        found[:, 4] = self.leaning
        return found

    def clearance(self, stranger: int | None, weights: Sequence[float]) -> Weights:
        """How clear of what no topic answers the best topic stands."""
        clear: Weights = self.signs(stranger) @ np.array(weights, np.float32)
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
    How much each sign counts for the clearance, the least clearance of a question that is not refused, and the least
    lead of one that is sure.

    The rest are rates over the phrases, held out: of the topics', those refused and those that have their own
    topic first; of those out of scope, the refused; and of all phrases, those that are sure and wrong among the sure.
    """

    weights: tuple[float, ...]
    clear: float
    lead: float
    refused: float
    first: float
    strangers_refused: float
    sure: float
    sure_wrong: float


def limits_of(held: Held, own: Numbers, stranger: int | None) -> Limits:
    """From the scores of phrases, held out, and the number of each one's class."""
    topics = np.ones(len(own), np.bool_) if stranger is None else own != stranger
    if not topics.any():
        return Limits(UNWEIGHED, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    weights = _weighed(held.signs(stranger), topics)
    clearance, leads = held.clearance(stranger, weights), held.leads()
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
        weights=weights,
        clear=clear,
        lead=lead,
        refused=float((clearance[topics] < clear).mean()),
        first=float((masked.argmax(axis=1) == own)[topics].mean()),
        strangers_refused=float((clearance[~topics] < clear).mean()) if not topics.all() else 0.0,
        sure=float(sure[topics].mean()),
        sure_wrong=float((~right)[sure].mean()) if sure.any() else 0.0,
    )


def _weighed(signs: Weights, topics: NDArray[np.bool_]) -> tuple[float, ...]:
    """
    What each sign counts for, by logistic regression of topics against the rest, both of equal weight in all.

    That of the best topic's score is 1, so that a clearance is a score, plus and minus.
    """
    if topics.all():
        return UNWEIGHED
    weights = fitted(signs, topics)
    if weights[0] <= 0:
        return UNWEIGHED
    return tuple(float(np.round(weight / weights[0], 3)) for weight in weights)


def _least_lead(leads: Weights, right: NDArray[np.bool_]) -> float:
    """The least lead for which, of all that lead by as much, enough are right."""
    order = np.argsort(-leads, kind="stable")
    shares = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(shares >= RIGHT)
    return float(leads[order[enough[-1]]]) if len(enough) else float("inf")


def _rounded(value: float) -> float:
    """Down to four decimals, so that the last bits of a sum do not matter."""
    return value if np.isinf(value) else float(np.floor(value * 1e4) / 1e4)
