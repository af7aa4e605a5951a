"""What goes into an index and what comes out of it: phrases, and a ranking with its words. Light to import."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Outcome = Literal["sure", "doubt", "out-of-scope"]
OUT_OF_SCOPE: Outcome = "out-of-scope"


@dataclass(frozen=True, slots=True)
class Phrase:
    """What people may type, in one language."""

    text: str
    language: str


class Word(NamedTuple):
    """A word of the question as typed, as it was understood, and its share, of 1, in what speaks for a match."""

    typed: str
    read: str
    share: float

    def __str__(self) -> str:
        return self.typed if self.typed == self.read else f"{self.typed}→{self.read}"


@dataclass(frozen=True, slots=True)
class Match:
    """
    One thing that the question may be about: its id, a score from 0 to 100, the phrase most like the question, and
    the question's words that speak for it, in the question's order.
    """

    id: str
    score: float
    phrase: str
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Ranking:
    """
    Best first; ties by id. `out-of-scope`: nothing here is meant. `doubt`: ask which of them is.

    `clearance` and `lead` are what the outcome hangs on (`match.margin`): a question with less than the least clearance
    is out of scope, one with at least the least lead besides is sure. `vague`: no word of it is one policy's own;
    `bare`: it names no topic at all. `beyond`: of what no topic answers, the nearest phrase, where it is not sure.
    """

    matches: tuple[Match, ...] = ()
    outcome: Outcome = OUT_OF_SCOPE
    clearance: float = 0.0
    lead: float = 0.0
    least_clearance: float = 0.0
    least_lead: float = 0.0
    vague: bool = False
    bare: bool = False
    beyond: str = ""


UNRANKED = Ranking()
