"""Which days are worked, and when a door is open."""

import datetime as dt
import re
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, WithJsonSchema, model_validator

from assistant.errors import told
from assistant.model.record import (
    ClauseId,
    Clock,
    Day,
    Flag,
    Id,
    Ids,
    ReadingId,
    Record,
    Text,
    read_clock,
    shown,
    unfit,
)


def read_year_day(raw: object) -> dt.date:
    """A date without a year from `MM-DD`, kept as that of the year 2000."""
    if isinstance(raw, dt.date):
        return raw
    wrong = told("a date without a year is wanted here, not {given}", given=shown(raw))
    if not isinstance(raw, str) or not re.fullmatch(r"[0-9]{2}-[0-9]{2}", raw):
        raise unfit(wrong, told('write month and day with two digits each: "03-31"'))
    if raw == "02-29":
        raise unfit(told("29 February is not in every year"), told('write "02-28", or "03-01"'))
    try:
        return dt.date.fromisoformat(f"2000-{raw}")
    except ValueError:
        raise unfit(told("there is no day {given}", given=raw), told("look at a calendar")) from None


YearDay = Annotated[
    dt.date,
    BeforeValidator(read_year_day),
    PlainSerializer(lambda one: f"{one:%m-%d}", when_used="json"),
    WithJsonSchema({"type": "string", "pattern": "^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$"}),
]


class Season(Record):
    """A stretch of days that comes every year; both ends belong to it, and it may cross New Year."""

    from_: YearDay = Field(alias="from")
    """Its first day, in quotes: "12-29"."""
    to: YearDay
    """Its last day, in quotes: "01-03"."""

    def holds(self, day: dt.date) -> bool:
        """Whether a day lies in it."""
        here, first, last = (day.month, day.day), (self.from_.month, self.from_.day), (self.to.month, self.to.day)
        return first <= here <= last if first <= last else here >= first or here <= last


class ClosedSeason(Season):
    """A stretch of days in every year on which the company itself is closed."""

    label: Text
    """What it is called: "Closed over New Year"."""


Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


ALWAYS = told("hours that are always open have no calendar"), told("take calendar: out")
NO_CALENDAR = told("'{key}' is missing", key="calendar"), told("add {key}:", key="calendar")


def week_days(written: str) -> frozenset[int]:
    """The places of days of the week, Monday as 0, that `mon-fri` or `sat` stands for. Raises `ValueError`."""
    first, _, last = written.partition("-")
    start, end = WEEKDAYS.index(first), WEEKDAYS.index(last or first)
    return frozenset((start + ahead) % 7 for ahead in range((end - start) % 7 + 1))


def _in_a_week(written: str) -> str:
    try:
        week_days(written)
    except ValueError:
        raise unfit(told("'{given}' is no day of the week", given=written), told("write mon-fri, or sat")) from None
    return written


class Holidays(Record):
    """
    Public holidays from the `holidays` library, of a country or of one part of it.

    `part` is its code; `part_from` names the choice whose option, in capitals, is the code. Holidays named in
    `leaving_out` (by their English name) are worked: those that only a region or half a day keep.
    """

    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
    """Its code of two letters, as in ISO 3166: `JP`."""
    part: str | None = None
    """The code of a state or province: `SA`."""
    part_from: Id | None = None
    """The fact whose answer is the part: a choice whose options are codes in small letters."""
    zones: dict[Id, str] = {}
    """The time zone of each part, by the option that names it, where parts have clocks of their own."""
    banks: Ids = ()
    """The parts, by the option that names them, where days that only banks keep are not worked either."""
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
    closed_each_year: tuple[ClosedSeason, ...] = ()
    """Stretches of days on which it is closed every year: [{from: "12-29", to: "01-03", label: New Year}]."""
    announced: Text | None = None
    """What is said where days off are announced elsewhere and not known here: "See the notice of the year-end"."""
    announced_around: tuple[Season, ...] = ()
    """When such days may lie: an answer counted over one of these days carries what `announced` says."""
    cites: tuple[ClauseId, ...]
    """The clauses that say so."""
    readings: tuple[ReadingId, ...] = ()
    """The readings behind it."""


def read_closing(raw: object) -> dt.time:
    """A time of day at which something ends: "24:00", the end of the day, is midnight."""
    mend = told('write it from "00:00" to "24:00", with two digits each; an hour past midnight is "01:00"')
    return dt.time() if raw == "24:00" else read_clock(raw, mend)


Closing = Annotated[
    dt.time,
    BeforeValidator(read_closing),
    PlainSerializer(lambda one: f"{one:%H:%M}", when_used="json"),
    WithJsonSchema({"type": "string", "pattern": "^(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00)$"}),
]


class Span(Record):
    """
    Open from its first minute until, but not including, the closing minute; over midnight where it closes no later in
    the day than it opens.
    """

    opens: Clock
    """The minute at which the door opens, in quotes: "09:00"."""
    closes: Closing
    """The minute at which it closes, in quotes: "17:00"; "24:00" is the end of the day."""

    @property
    def overnight(self) -> bool:
        """Whether it closes on the day after."""
        return self.closes <= self.opens


Spans = Annotated[tuple[Span, ...], Field(min_length=1)]
DayRange = Annotated[str, AfterValidator(_in_a_week)]


class Hours(Record):
    """
    Opening hours on the working days of `calendar`, on the clock that `clock` names: the same `spans` on each, or those
    that `days` gives for its day of the week; or `always`.
    """

    label: Text
    """What is open: "Telephone desk"."""
    calendar: Id | None = None
    """The calendar on whose working days it is open."""
    spans: tuple[Span, ...] = ()
    """From when to when it is open; several where it closes for lunch."""
    days: dict[DayRange, Spans] = {}
    """In place of `spans`: from when to when, by day of the week or by a stretch of them: mon-fri, sat."""
    always: Flag = False
    """`yes` where it is open around the clock, in place of `calendar` and `spans`."""
    zone: str | None = None
    """The time zone of its clock, where that is not the policy's: `Asia/Tokyo`."""
    zone_from: Id | None = None
    """The fact whose answer says in which time zone it is."""
    zones: dict[Id, str] = {}
    """The time zone by the answer to `zone_from`."""
    clock: Text
    """Whose clock it is, for people: "Adelaide time"."""
    cites: tuple[ClauseId, ...]
    """The clauses that say so."""
    readings: tuple[ReadingId, ...] = ()
    """The readings behind it."""

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        """Raises where nothing says when it is open, or two things do."""
        ways = [bool(self.spans), bool(self.days), self.always]
        if sum(ways) != 1:
            raise unfit(
                told("these hours say {count} times when they are open", count=sum(ways)),
                told("write one of spans, days, and always: yes"),
            )
        if self.always == (self.calendar is not None):
            raise unfit(*(ALWAYS if self.always else NO_CALENDAR))
        if sum(len(week_days(one)) for one in self.days) != len(frozenset().union(*map(week_days, self.days))):
            raise unfit(told("a day of the week stands here twice"), told("give each day one line"))
        if (self.zone_from is not None) != bool(self.zones) or (self.zone is not None and self.zone_from is not None):
            raise unfit(
                told("the time zone is not said in one way"), told("write zone, or zone_from together with zones")
            )
        return self

    def on(self, weekday: int) -> tuple[Span, ...]:
        """The spans that open on a day of the week, Monday as 0."""
        return self.spans or next((spans for days, spans in self.days.items() if weekday in week_days(days)), ())

    @property
    def every_span(self) -> tuple[Span, ...]:
        """All spans, whatever the day."""
        return (*self.spans, *(span for spans in self.days.values() for span in spans))
