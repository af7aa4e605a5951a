"""Which days are worked, and when a door is open."""

from typing import Annotated, Literal

from pydantic import Field

from assistant.model.record import ClauseId, Clock, Day, Id, ReadingId, Record, Text

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Holidays(Record):
    """
    Public holidays from the `holidays` library, of a country or of one part of it.

    `part` is its code; `part_from` names the choice whose option, in capitals, is the code. Holidays named in
    `leaving_out` (by their English name) are worked: those that only a region, the banks or half a day keep.
    """

    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
    part: str | None = None
    part_from: Id | None = None
    leaving_out: tuple[str, ...] = ()


class WorkingDays(Record):
    """A calendar: the weekdays worked, less the holidays, less days on which the company itself is closed."""

    label: Text
    weekdays: tuple[Weekday, ...]
    holidays: Holidays | None = None
    closed: tuple[Day, ...] = ()
    cites: tuple[ClauseId, ...]
    readings: tuple[ReadingId, ...] = ()


class Span(Record):
    """Open from its first minute until, but not including, the closing minute."""

    opens: Clock
    closes: Clock


class Hours(Record):
    """Opening hours on the working days of `calendar`, on the clock that `clock` names."""

    label: Text
    calendar: Id
    spans: Annotated[tuple[Span, ...], Field(min_length=1)]
    clock: Text
    """Whose clock it is, for people: "Adelaide time"."""
    cites: tuple[ClauseId, ...]
    readings: tuple[ReadingId, ...] = ()
