"""Stretches of days that come every year."""

import datetime as dt

from pydantic import Field

from assistant.model.record import Record, Text, YearDay


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
