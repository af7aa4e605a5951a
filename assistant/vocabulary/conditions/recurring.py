"""`weekday`, `each_year`, `working_day`, `holiday`: days of a kind that comes again and again."""

import datetime as dt
from abc import abstractmethod
from collections.abc import Callable
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from assistant.errors import Wording, worded
from assistant.model.calendar import WEEKDAYS, Season, Weekday
from assistant.model.record import Id, as_list
from assistant.vocabulary.calendars import Calendar
from assistant.vocabulary.condition import CONDITIONS
from assistant.vocabulary.days import as_day
from assistant.vocabulary.trail import Against, Ask, Condition, Names, Tested
from assistant.vocabulary.word import CALENDAR
from assistant.vocabulary.wording import Called, DayOfYear, Label, Value, Weekdays


class Recurring(Condition):
    """Asks of what kind a day is."""

    recurs = True

    @abstractmethod
    def holds(self, day: dt.date) -> bool:
        """Whether a day is of the kind."""

    def compiled(self, name: str, names: Names) -> Ask:
        def tested(value: Value) -> Tested:
            return Tested(name, value, self, None, self.holds(as_day(value)))

        return Ask((names.get(name),), tested)


@CONDITIONS.register
class OnWeekday(Recurring):
    """Holds where the day is one of these days of the week."""

    known_as = ("day_of_week",)
    example = "{event_on: {weekday: [sat, sun]}}"

    weekday: Annotated[tuple[Weekday, ...], Field(min_length=1), BeforeValidator(as_list)]
    """Which: [sat, sun]."""

    def holds(self, day: dt.date) -> bool:
        return WEEKDAYS[day.weekday()] in self.weekday

    def explain(self, name: str, against: Against = None) -> Wording:
        weekdays = Weekdays(tuple(map(WEEKDAYS.index, self.weekday)))
        return worded("{subject} is a {weekdays}", subject=Label(name), weekdays=weekdays)


@CONDITIONS.register
class EachYear(Recurring):
    """Holds where the day lies in this stretch of any year; both ends belong to it, and it may cross New Year."""

    known_as = ("season", "every_year")
    example = '{event_on: {each_year: {from: "12-29", to: "01-03"}}}'

    each_year: Season
    """The stretch: {from: "12-29", to: "01-03"}."""

    def holds(self, day: dt.date) -> bool:
        return self.each_year.holds(day)

    def explain(self, name: str, against: Against = None) -> Wording:
        first, last = DayOfYear(self.each_year.from_), DayOfYear(self.each_year.to)
        return worded(
            "{subject} lies between {first} and {last} of a year, both included",
            subject=Label(name),
            first=first,
            last=last,
        )


class ByCalendar(Condition):
    """Asks what a calendar says of a day."""

    recurs = True
    holds: ClassVar[Callable[..., bool]]
    """Whether a day of the calendar is of the kind."""
    said: ClassVar[Wording]
    """The condition in words."""

    def compiled(self, name: str, names: Names) -> Ask:
        holds = self.holds

        def tested(days: Calendar, value: Value) -> Tested:
            return Tested(name, value, self, None, holds(days, as_day(value)))

        return Ask((names.calendar(getattr(self, self.key())), names.get(name)), tested)

    def explain(self, name: str, against: Against = None) -> Wording:
        return self.said.holding(subject=Label(name), calendar=Called("calendars", getattr(self, self.key())))


@CONDITIONS.register
class OnWorkingDay(ByCalendar):
    """Holds where the calendar with this id works the day."""

    example = "{event_on: {working_day: office}}"
    holds = staticmethod(lambda days, day: days.reasons[day] is None)
    said = worded("{subject} is a working day ({calendar})")

    working_day: Annotated[Id, CALENDAR]
    """The calendar's id."""


@CONDITIONS.register
class OnHoliday(ByCalendar):
    """
    Holds where the day is a public holiday that the calendar with this id keeps, at a weekend too. A day on which only
    the company is closed is none.
    """

    example = "{event_on: {holiday: office}}"
    holds = staticmethod(lambda days, day: days.holiday(day) is not None)
    said = worded("{subject} is a public holiday ({calendar})")

    holiday: Annotated[Id, CALENDAR]
    """The calendar's id."""
