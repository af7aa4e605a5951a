"""`add_days`, `add_weeks`, `add_months`, `add_years`, `add_hours`, `add_minutes`: so many of a unit of time."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import ClassVar
from zoneinfo import ZoneInfo

from assistant.errors import Wording, worded
from assistant.vocabulary.days import add_months, as_moment, days_later, passing, time_later
from assistant.vocabulary.step import STEPS, CountOf, SomeOf, count, some
from assistant.vocabulary.trail import Move, Names, Run, Step, Taken


class Added(Step):
    """So many of a unit later; earlier with a minus."""

    number: ClassVar[Callable[..., Callable[[Run], int | Decimal]]] = staticmethod(count)
    """What gives how many: whole numbers, or decimals too."""
    later: ClassVar[Callable[..., dt.date]]
    """The day or moment so many later, on a clock."""
    ahead: ClassVar[Wording]
    back: ClassVar[Wording]
    """What was done, with a `count` from 0 on, and the `day` where it led: later, and earlier."""

    def compiled(self, names: Names) -> Move:
        number, later, zone = self.number(names, getattr(self, self.key())), self.later, names.zone

        def move(run: Run, day: dt.date) -> Taken:
            many = number(run)
            return Taken(self, day, later(day, many, zone), many)

        return move

    def explain(self, taken: Taken) -> Wording:
        """How many, and where it led; of a step that was never taken, none."""
        many = taken.amount if isinstance(taken.amount, int | Decimal) else 0
        return (self.back if many < 0 else self.ahead).holding(count=abs(many), day=taken.after)


def _passed(unit: dt.timedelta) -> Callable[[dt.date, int | Decimal, ZoneInfo], dt.date]:
    """So many of a unit later, as they really pass: a change to or from summer time counts."""
    return lambda day, many, zone: time_later(as_moment(day), passing(many, unit), zone)


@STEPS.register
class AddDays(Added):
    """So many calendar days later; earlier with a minus. A moment keeps its time."""

    known_as = ("days", "plus_days", "subtract_days", "days_before", "days_after")
    example = "{add_days: 14}"
    back = worded("{count} day earlier: {day}", "{count} days earlier: {day}")
    ahead = worded("{count} day later: {day}", "{count} days later: {day}")
    later = staticmethod(lambda day, many, zone: days_later(day, many))

    add_days: CountOf
    """How many: a number, its name, or the table's cell that says it."""


@STEPS.register
class AddWeeks(Added):
    """So many calendar weeks later, on the same day of the week; earlier with a minus. A moment keeps its time."""

    known_as = ("weeks", "subtract_weeks")
    example = "{add_weeks: 2}"
    back = worded("{count} week earlier: {day}", "{count} weeks earlier: {day}")
    ahead = worded("{count} week later: {day}", "{count} weeks later: {day}")
    later = staticmethod(lambda day, many, zone: days_later(day, 7 * many))

    add_weeks: CountOf
    """How many: a number, its name, or the table's cell that says it."""


@STEPS.register
class AddMonths(Added):
    """
    So many months later, earlier with a minus: on the same day of the month, or on the month's last day where it has no
    such day.
    """

    known_as = ("months", "subtract_months")
    example = "{add_months: -1}"
    back = worded("{count} month earlier: {day}", "{count} months earlier: {day}")
    ahead = worded("{count} month later: {day}", "{count} months later: {day}")
    later = staticmethod(lambda day, many, zone: add_months(day, many))

    add_months: CountOf
    """How many: a number, its name, or the table's cell that says it."""


@STEPS.register
class AddYears(Added):
    """So many years later, earlier with a minus; 29 February becomes the 28th where the year has none."""

    known_as = ("years", "subtract_years")
    example = "{add_years: 2}"
    back = worded("{count} year earlier: {day}", "{count} years earlier: {day}")
    ahead = worded("{count} year later: {day}", "{count} years later: {day}")
    later = staticmethod(lambda day, many, zone: add_months(day, 12 * many))

    add_years: CountOf
    """How many: a number, its name, or the table's cell that says it."""


@STEPS.register
class AddHours(Added):
    """So many hours later, earlier with a minus, as they really pass: a change to or from summer time counts."""

    known_as = ("hours", "subtract_hours")
    example = "{add_hours: 24}"
    takes = gives = "moment"
    back = worded("{count} hour earlier: {day}", "{count} hours earlier: {day}")
    ahead = worded("{count} hour later: {day}", "{count} hours later: {day}")
    later = staticmethod(_passed(dt.timedelta(hours=1)))
    number = staticmethod(some)

    add_hours: SomeOf
    """How many, 0.5 for half an hour: a number, its name, or the table's cell that says it."""


@STEPS.register
class AddMinutes(Added):
    """So many minutes later, earlier with a minus, as they really pass: a change to or from summer time counts."""

    known_as = ("minutes", "subtract_minutes")
    example = "{add_minutes: 30}"
    takes = gives = "moment"
    back = worded("{count} minute earlier: {day}", "{count} minutes earlier: {day}")
    ahead = worded("{count} minute later: {day}", "{count} minutes later: {day}")
    later = staticmethod(_passed(dt.timedelta(minutes=1)))

    add_minutes: CountOf
    """How many: a number, its name, or the table's cell that says it."""
