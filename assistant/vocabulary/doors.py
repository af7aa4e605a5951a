"""When doors are open: opening hours on their own clock, over midnight too, and hours counted inside them."""

import datetime as dt
from collections.abc import Callable, Iterator
from zoneinfo import ZoneInfo

from assistant.errors import Refusal
from assistant.model.calendar import Hours
from assistant.model.record import FIRST_DAY, LAST_DAY
from assistant.vocabulary.calendars import ONE_DAY, Calendar, Skipped
from assistant.vocabulary.days import on_clock
from assistant.vocabulary.trail import Names, Run

NO_HOURS = "no-hours"
"""Why a working day is skipped on whose day of the week no door opens."""
Opened = tuple[dt.datetime, dt.datetime]
"""From when to when a door is open."""


class Doors:
    """
    Opening hours as they are kept in one place: by a calendar, None where they are always open, and on a clock of their
    own where they have one. Moments are given, and come back, on the policy's clock.
    """

    __slots__ = ("calendar", "clock", "hours", "own")

    def __init__(self, hours: Hours, calendar: Calendar | None, clock: ZoneInfo, own: ZoneInfo | None) -> None:
        self.hours, self.calendar, self.clock, self.own = hours, calendar, clock, own

    def closes(self, moment: dt.datetime) -> dt.datetime | None:
        """When the hours that a moment lies in end; None where it lies in none, or where they never end."""
        here = self._here(moment)
        for opens, closes in (*self._on(here.date() - ONE_DAY), *self._on(here.date())):
            if opens <= here < closes:
                return self._back(closes)
        return None

    def inside(self, moment: dt.datetime) -> bool:
        """Whether they are open at a moment."""
        return self.hours.always or self.closes(moment) is not None

    def opens(self, moment: dt.datetime) -> tuple[dt.datetime, Skipped]:
        """When the doors next open after `moment`, which lies outside the hours, and the days skipped."""
        here = self._here(moment)
        skipped: list[tuple[dt.date, str]] = []
        for day in _days(here.date(), ONE_DAY):
            if after := [opens for opens, _ in self._on(day) if opens > here]:
                return self._back(min(after)), tuple(skipped)
            if why := self._why(day):
                skipped.append((day, why))
        raise Refusal("day-beyond", year=str(LAST_DAY.year))

    def passed(self, moment: dt.datetime, time: dt.timedelta) -> tuple[dt.datetime, Skipped]:
        """
        When so much time will have passed inside the hours, counted from `moment` or else from the next opening; with a
        minus, since when it has. Days on which no door opens are skipped.
        """
        left, back, at = abs(time), time < dt.timedelta(), on_clock(moment, self.clock)
        if self.hours.always:
            return self._from(at + time), ()
        here, skipped = self._here(moment).date(), list[tuple[dt.date, str]]()
        for day in _days(here - ONE_DAY if not back else here, -ONE_DAY if back else ONE_DAY):
            for opens, closes in sorted(self._instants(day), reverse=back):
                start, end = (opens, min(closes, at)) if back else (max(opens, at), closes)
                if start < end and left <= end - start:
                    return self._from(end - left if back else start + left), tuple(skipped)
                left -= max(end - start, dt.timedelta())
            if (back or day >= here) and (why := self._why(day)):
                skipped.append((day, why))
        raise Refusal("day-beyond", year=str(moment.year))

    def _on(self, day: dt.date) -> Iterator[Opened]:
        """From when to when the doors are open that open on a day, on their own clock."""
        if self.calendar is None or not FIRST_DAY <= day <= LAST_DAY or self.calendar.reasons[day] is not None:
            return
        for span in self.hours.on(day.weekday()):
            until = day + ONE_DAY if span.overnight else day
            yield dt.datetime.combine(day, span.opens), dt.datetime.combine(until, span.closes)

    def _instants(self, day: dt.date) -> Iterator[Opened]:
        clock = self.own or self.clock
        for opens, closes in self._on(day):
            yield opens.replace(tzinfo=clock).astimezone(dt.UTC), closes.replace(tzinfo=clock).astimezone(dt.UTC)

    def _why(self, day: dt.date) -> str | None:
        """Why no door opens on a day; None where one does."""
        why = self.calendar.reasons[day] if self.calendar else None
        return why or (None if self.hours.on(day.weekday()) else NO_HOURS)

    def _here(self, moment: dt.datetime) -> dt.datetime:
        """The same instant on the hours' own clock."""
        if self.own is None:
            return moment
        return on_clock(moment, self.clock).astimezone(self.own).replace(tzinfo=None, fold=0)

    def _back(self, moment: dt.datetime) -> dt.datetime:
        """A moment of the hours' own clock on the policy's."""
        return moment if self.own is None else self._from(moment.replace(tzinfo=self.own))

    def _from(self, instant: dt.datetime) -> dt.datetime:
        return instant.astimezone(self.clock).replace(tzinfo=None, fold=0)


def _days(first: dt.date, step: dt.timedelta) -> Iterator[dt.date]:
    """The days from one on, one by one in one direction, as far as any are answered for."""
    day = max(first, FIRST_DAY)
    while FIRST_DAY <= day <= LAST_DAY:
        yield day
        day += step


def doors(names: Names, id_: str) -> Callable[[Run], Doors]:
    """What gives opening hours as they are kept where the asking is about; it may ask for facts that say where."""
    hours, clock, known = names.hours[id_], names.zone, dict[object, Doors]()
    calendar = names.calendar(hours.calendar) if hours.calendar is not None else None
    place = names.get(hours.zone_from) if hours.zone_from is not None else None

    def of(run: Run) -> Doors:
        days, zone = calendar(run) if calendar else None, hours.zones[str(place(run))] if place else hours.zone
        found = known.get((days, zone))
        if found is None:
            found = known[days, zone] = Doors(hours, days, clock, ZoneInfo(zone) if zone else None)
        return found

    return of
