"""A number, a time of day, a month or a code as it stands in a sentence of any language."""

from typing import NamedTuple

CLOCK, DATE, CODE = "clock", "date", "code"


class Figure(NamedTuple):
    """
    A figure where it stands: the ways of reading it, each in digits, and its unit: that behind it, or `CLOCK`, `DATE`
    or `CODE`; empty where none is known.

    `wanted`: a translation must have it; `written`: it stands in digits, so that its source must have it.
    """

    ways: frozenset[str]
    at: int
    wanted: bool = True
    written: bool = True
    unit: str = ""
    text: str = ""
    """A time of day as it stands there, which its ways have on a clock of twelve hours."""

    @property
    def key(self) -> str:
        """What it has in common with the same figure in another language."""
        return min(self.ways, key=lambda way: (len(way), way))

    @property
    def name(self) -> str:
        """What a message calls it: a time of day as it stands there, anything else as it is compared."""
        return self.text or self.key
