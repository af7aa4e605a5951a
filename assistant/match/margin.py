"""
When a question is refused, and when its first topic is taken without asking.

The limits come from the phrases themselves (`indexing.held_out`).
"""

import math
from dataclasses import dataclass
from operator import mul

from assistant.match.matrix import Weights
from assistant.match.ranking import OUT_OF_SCOPE, Outcome

UNWEIGHED = (1.0, 0.25, 0.0, 0.0, 0.0, 0.0)
"""What each sign counts for where no phrases out of scope tell."""
UNASKED = -2
"""The number of the topic that came first for a phrase that was not held out."""


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
        return math.fsum(map(mul, signs, self.weights))

    def outcome(self, clearance: float, lead: float, vague: bool) -> Outcome:
        """
        What that and its lead mean; `vague`: the words do not tell which policy is meant. A topic that leads everything
        else, what is out of scope too, by as much as a sure one does, is asked about rather than refused.
        """
        if clearance < self.clear:
            return "doubt" if lead >= self.lead else OUT_OF_SCOPE
        return "sure" if lead >= self.lead and not vague else "doubt"

    def says_little(self, owned: float, rival: float = 0.0) -> bool:
        """
        Does a policy own so little of the words that what is asked stays open? Less, too, than how near a topic of
        another policy comes: *is the phone line open*.
        """
        return owned < max(self.vague, rival)


UNDRAWN = Limits(UNWEIGHED, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
"""Where no phrases tell."""
