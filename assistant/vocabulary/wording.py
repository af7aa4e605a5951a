"""Values, and what stands in the gaps of an explanation besides them: things that have a name for people."""

import datetime as dt
from decimal import Decimal
from typing import Literal, NamedTuple

from assistant.model.quantity import Duration

Value = str | dt.date | dt.time | Decimal | int | tuple[str, ...] | Duration
"""A fact's value, or something derived: an id or several, a day or a moment, a time of day, a number, a duration."""


class Label(NamedTuple):
    """What a fact, `on` or something derived is called; in quotes where it stands for a value that is not known."""

    name: str
    quoted: bool = False


class Worth(NamedTuple):
    """A value as its fact says it: the label of an option, or of several: "A, B and C"; a number with its unit."""

    value: Value
    fact: str


class Options(NamedTuple):
    """Ids of a choice, bands or marks, as one list: "A, B or C"."""

    ids: tuple[str, ...]
    fact: str


class Called(NamedTuple):
    """What opening hours are called, or the days of a calendar."""

    kind: Literal["hours", "calendars"]
    id: str


class SetsLabel(NamedTuple):
    """Sets of conditions, each a name and a test of it: "A and B; or C"."""

    sets: tuple[tuple[tuple[str, object], ...], ...]


class Weekdays(NamedTuple):
    """Days of the week by their place, Monday as 0, as one list: "Saturday or Sunday"."""

    places: tuple[int, ...]


class DayOfYear(NamedTuple):
    """A date without a year: "31 March"; the year of `day` does not count."""

    day: dt.date


class EndOfDay(dt.datetime):
    """The moment at which a day ends, 00:00 of the next: people are told 24:00, or midnight, of the day that ends."""

    @property
    def ended(self) -> dt.date | None:
        """The day that ends; None once hours have been added."""
        return self.date() - dt.timedelta(days=1) if self.time() == dt.time() else None
