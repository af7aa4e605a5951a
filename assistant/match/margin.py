"""
When a question is refused, and when its first topic is taken without asking: limits from the phrases themselves.

Every phrase is held out, a quarter of all at a time, and asked of an index of the others. What of the topics' phrases
then stands least clear of what no topic answers sets the limit of refusal; how often the first topic is right, for a
lead so great over whatever is next, sets the limit of certainty. Phrases out of scope stand on the other side of both.
Why a quarter is held out and not one phrase at a time: docs/decisions/0011-limits-from-phrases-held-out.md.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.match.evidence import NONE, Weighed
from assistant.match.ranking import OUT_OF_SCOPE, Outcome
from assistant.match.vectors import Numbers, Weights

REFUSED, VAGUE, RIGHT = 0.06, 0.08, 0.93
"""
The share of the topics' own phrases that may be refused, that say too little to be sure, and of the sure ones that
must be right.

An index of three quarters refuses more than one of all, and people's whole questions fare better than our phrases, many
of which are bare keywords.
"""
UNWEIGHED = (1.0, 0.25, 0.0, 0.0, 0.0, 0.0)
"""What each sign counts for where no phrases out of scope tell."""
STEPS, RIDGE = 12, 1.0
UNASKED = -2
"""The number of the topic that came first for a phrase that was not held out."""


@dataclass(frozen=True, slots=True)
class Held:
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

    @classmethod
    def of(cls, weighed: Iterable[tuple[Weighed, bool]]) -> "Held":
        """From what was weighed, one phrase after the other, and whether a name in it is strange."""
        signs, places = [], []
        for one, strange in weighed:
            signs.append(np.append(one.signs, np.float32(strange)))
            best = one.touched[0] if one.touched else NONE
            lead = one.lead(best) if one.touched else 0.0
            places.append((one.topics[0] if one.topics else NONE, best, lead, one.owned))
        table = np.array(places, np.float32).reshape(len(places), 4)
        topics, classes = table[:, :2].T.astype(np.int32)
        return cls(np.array(signs, np.float32), topics, classes, table[:, 2], table[:, 3])


@dataclass(frozen=True, slots=True)
class Limits:
    """
    How much each sign counts for the clearance, the least clearance of a question that is not refused, and the least
    lead of one that is sure; and how far its policy must own one of its words at least (`vague`), however far one topic
    leads: *do I have one?* and, where two policies renew, *renewal fee* leave it open what is asked.

    The rest are rates over the phrases, held out: of the topics', those refused and those that have their own
    topic first; of those out of scope, the refused; and of all phrases, those that are sure and wrong among the sure.
    """

    weights: tuple[float, ...]
    clear: float
    lead: float
    vague: float
    refused: float
    first: float
    strangers_refused: float
    sure: float
    sure_wrong: float

    def clearance(self, signs: Weights) -> float:
        """How clear of what no topic answers a question with these signs stands."""
        return float(signs @ np.array(self.weights, np.float32))

    def outcome(self, clearance: float, lead: float, owned: float) -> Outcome:
        """
        What that and its lead mean. A topic that leads everything else, what is out of scope too, by as much as a sure
        one does, is asked about rather than refused.
        """
        if clearance < self.clear:
            return "doubt" if lead >= self.lead else OUT_OF_SCOPE
        return "sure" if lead >= self.lead and not self.says_little(owned) else "doubt"

    def says_little(self, owned: float) -> bool:
        """Does a policy own so little of the words that what is asked stays open?"""
        return owned < self.vague


UNDRAWN = Limits(UNWEIGHED, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
"""Where no phrases tell."""


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


def _weighed(signs: Weights, topics: NDArray[np.bool_]) -> tuple[float, ...]:
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


def _least_lead(leads: Weights, right: NDArray[np.bool_]) -> float:
    """The least lead for which, of all that lead by as much, enough are right."""
    order = np.argsort(-leads, kind="stable")
    shares = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(shares >= RIGHT)
    return float(leads[order[enough[-1]]]) if len(enough) else float("inf")


def _rounded(value: float) -> float:
    """Down to four decimals, so that the last bits of a sum do not matter."""
    return value if np.isinf(value) else float(np.floor(value * 1e4) / 1e4)


def fitted(signs: Weights, wanted: NDArray[np.bool_]) -> NDArray[np.float64]:
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
