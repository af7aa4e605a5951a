"""What is kept: words that found no answer, what was said of an answer, and how often each answer was asked for."""

from dataclasses import dataclass, replace
from typing import Literal, NamedTuple
from uuid import uuid4

Vain = Literal["out-of-scope", "doubt", "left"]
"""No topic was found; several might be meant; whoever asked said that none of those found was meant."""
LONGEST = 500
"""Characters of a question, and of a reason."""


class Limits(NamedTuple):
    """How much is kept: for so many days, so many records, so many bytes of them in UTF-8."""

    days: int = 180
    rows: int = 100_000
    bytes: int = 50_000_000


def new_key() -> str:
    """A name of its own for a record: written twice under it, it is kept once."""
    return str(uuid4())


def why(error: Exception) -> str:
    """
    Why a store could not do something, on one line: as its driver says it, never with what was to be written. An error
    without a word is told by its name.
    """
    behind = getattr(error, "orig", None) or error
    return next(iter(str(behind).strip().splitlines()), type(behind).__name__)


@dataclass(frozen=True, slots=True)
class Question:
    """
    A question in vain. `day` is that of UTC, as `YYYY-MM-DD`; `topic` the one that came nearest, as `policy/topic`,
    empty where none did; `text` has been masked.
    """

    key: str
    day: str
    language: str
    outcome: Vain
    topic: str
    text: str


@dataclass(frozen=True, slots=True)
class Opinion:
    """Whether an answer answered it, and why not; of what was entered nothing is kept. `text` has been masked."""

    key: str
    day: str
    language: str
    topic: str
    aspect: str
    edition: str
    answered: bool
    text: str


@dataclass(frozen=True, slots=True)
class Count:
    """Once more this was asked for, in words that were understood; `aspect` is empty where they did not tell it."""

    day: str
    topic: str
    aspect: str


Record = Question | Opinion | Count


@dataclass(frozen=True, slots=True)
class Kept:
    """Everything that is kept, the oldest first; of the counts a number for each."""

    questions: tuple[Question, ...]
    opinions: tuple[Opinion, ...]
    counts: tuple[tuple[Count, int], ...]

    def within(self, month: str) -> "Kept":
        """What is of one month, `YYYY-MM`."""
        return replace(
            self,
            questions=tuple(one for one in self.questions if one.day.startswith(month)),
            opinions=tuple(one for one in self.opinions if one.day.startswith(month)),
            counts=tuple(pair for pair in self.counts if pair[0].day.startswith(month)),
        )
