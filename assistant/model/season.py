"""Stretches of days that come every year."""

import datetime as dt
import re
from typing import Annotated

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema

from assistant.errors import told
from assistant.model.record import Record, Text, shown, unfit


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
