"""
The limits of `match.margin` from the phrases themselves.

Every phrase is held out, a quarter of all at a time, and asked of an index of the others. What of the topics' phrases
then stands least clear of what no topic answers sets the limit of refusal; how often the first topic is right, for a
lead so great over whatever is next, sets the limit of certainty. Phrases out of scope stand on the other side of both.
Why a quarter is held out and not one phrase at a time: docs/decisions/0011-limits-from-phrases-held-out.md.
"""

import numpy as np
from numpy.typing import NDArray

from assistant.indexing.held_out import Held
from assistant.indexing.vectors import Flags, Numbers, Weights
from assistant.match.evidence import NONE
from assistant.match.margin import UNDRAWN, UNWEIGHED, Limits

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
