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
    """Its code of two letters, as in ISO 3166: `JP`."""
    part: str | None = None
    """The code of a state or province: `SA`."""
    part_from: Id | None = None
    """The fact whose answer is the part: a choice whose options are codes in small letters."""
    zones: dict[Id, str] = {}
    """The time zone of each part, by the option that names it, where parts have clocks of their own."""
    leaving_out: tuple[str, ...] = ()
    """English names of holidays that are worked all the same."""


class WorkingDays(Record):
    """A calendar: the weekdays worked, less the holidays, less days on which the company itself is closed."""

    label: Text
    """What people call these days: "Office days"."""
    weekdays: tuple[Weekday, ...]
    """The weekdays that are worked: `[mon, tue, wed, thu, fri]`."""
    holidays: Holidays | None = None
    """The public holidays that are not worked; leave it out where there are none."""
    closed: tuple[Day, ...] = ()
    """Days on which the company itself is closed."""
    cites: tuple[ClauseId, ...]
    """The clauses that say so."""
    readings: tuple[ReadingId, ...] = ()
    """The readings behind it."""


class Span(Record):
    """Open from its first minute until, but not including, the closing minute."""

    opens: Clock
    """The minute at which the door opens, in quotes: "09:00"."""
    closes: Clock
    """The minute at which it closes, in quotes: "17:00"."""


class Hours(Record):
    """Opening hours on the working days of `calendar`, on the clock that `clock` names."""

    label: Text
    """What is open: "Telephone desk"."""
    calendar: Id
    """The calendar on whose working days it is open."""
    spans: Annotated[tuple[Span, ...], Field(min_length=1)]
    """From when to when it is open; several where it closes for lunch."""
    clock: Text
    """Whose clock it is, for people: "Adelaide time"."""
    cites: tuple[ClauseId, ...]
    """The clauses that say so."""
    readings: tuple[ReadingId, ...] = ()
    """The readings behind it."""
