"""What goes into the reference and comes out of it: canonical facts in, an answer or the fact that is wanted out."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple


class Said(NamedTuple):
    """A verdict with its dates, notes and values."""

    verdict: str
    dates: Mapping[str, dt.date] = {}
    notes: frozenset[str] = frozenset()
    values: Mapping[str, int] = {}


def said(verdict: str, *notes: str, **dates: dt.date) -> Said:
    """A verdict; notes by id, dates by name."""
    return Said(verdict, dates, frozenset(notes))


class Wanted(Exception):
    """A fact is asked for that is not known."""

    def __init__(self, fact: str) -> None:
        self.fact = fact
        super().__init__(fact)


class Facts:
    """What the person knows, as canonical texts. Raises `Wanted` for what is asked and not known."""

    def __init__(self, given: Mapping[str, str]) -> None:
        self.given = given

    def __getitem__(self, fact: str) -> str:
        if fact not in self.given:
            raise Wanted(fact)
        return self.given[fact]

    def yes(self, fact: str) -> bool:
        """Whether a yes/no fact is yes."""
        return self[fact] == "yes"

    def day(self, fact: str) -> dt.date:
        """The day that a fact names."""
        return dt.date.fromisoformat(self[fact])

    def moment(self, fact: str) -> dt.datetime:
        """The local day and time that a fact names."""
        return dt.datetime.fromisoformat(self[fact])

    def number(self, fact: str) -> Decimal:
        """A number, exactly as written."""
        return Decimal(self[fact])
