"""`first_of_month`, `end_of_month`, `day_of_month`: a day of a month so many months ahead, or behind with a minus."""

import datetime as dt
from calendar import monthrange
from collections.abc import Mapping
from typing import Annotated, ClassVar
from zoneinfo import ZoneInfo

from pydantic import AfterValidator

from assistant.errors import Wording, told, worded
from assistant.model.record import Count, unfit
from assistant.vocabulary.days import add_months, as_day, days_later
from assistant.vocabulary.step import STEPS, Cell, CountOf, count
from assistant.vocabulary.steps.added import Added
from assistant.vocabulary.trail import Move, Names, Run, Taken


class OfMonth(Added):
    """A day of the month so many months ahead."""

    gives = "day"
    near: ClassVar[Mapping[int, Wording]]
    """What was done, with the `day` where it led, of months that have a name: by how far ahead they are."""

    def explain(self, taken: Taken) -> Wording:
        months = taken.amount if isinstance(taken.amount, int) else 0
        return self.near[months].holding(day=taken.after) if months in self.near else super().explain(taken)


def _first(day: dt.date, months: int) -> dt.date:
    return add_months(as_day(day).replace(day=1), months)


@STEPS.register
class FirstOfMonth(OfMonth):
    """The first of the month so many months ahead; a different number where the day is itself a first of the month."""

    example = "{first_of_month: 1}"
    near = {
        0: worded("The first day of the same month: {day}"),
        1: worded("The first day of the following month: {day}"),
        2: worded("The first day of the month after next: {day}"),
        -1: worded("The first day of the month before: {day}"),
    }
    back = worded("The first day of the month, {count} months back: {day}")
    ahead = worded("The first day of the month, {count} months ahead: {day}")

    first_of_month: CountOf
    """How many months ahead, 0 for the same month: a number, its name, or the table's cell that says it."""
    from_the_first: CountOf | None = None
    """How many where the day is a first of the month."""

    def compiled(self, names: Names) -> Move:
        ahead = count(names, self.first_of_month)
        from_the_first = ahead if self.from_the_first is None else count(names, self.from_the_first)

        def move(run: Run, day: dt.date) -> Taken:
            months = (from_the_first if day.day == 1 else ahead)(run)
            return Taken(self, day, _first(day, months), months)

        return move


@STEPS.register
class EndOfMonth(OfMonth):
    """The last day of the month so many months ahead, or behind with a minus; 0 is the month of the day itself."""

    known_as = ("last_of_month", "last_day_of_month", "month_end")
    example = "{end_of_month: 0}"
    near = {
        0: worded("The last day of the same month: {day}"),
        1: worded("The last day of the following month: {day}"),
        -1: worded("The last day of the month before: {day}"),
    }
    back = worded("The last day of the month, {count} months back: {day}")
    ahead = worded("The last day of the month, {count} months ahead: {day}")
    later = staticmethod(lambda day, months, zone: days_later(_first(day, months + 1), -1))

    end_of_month: CountOf
    """How many months ahead: a number, its name, or the table's cell that says it."""


def _in_a_month(number: int) -> int:
    if not 1 <= number <= 31:
        raise unfit(told("no month has a day {given}", given=number), told("write a number from 1 to 31"))
    return number


@STEPS.register
class DayOfMonth(OfMonth):
    """A certain day of the month so many months ahead, or that month's last day where it has no such day."""

    example = "{day_of_month: 25, months: 1}"
    near = {
        0: worded("Day {number} of the same month: {day}"),
        1: worded("Day {number} of the following month: {day}"),
        -1: worded("Day {number} of the month before: {day}"),
    }
    back = worded("Day {number} of the month, {count} months back: {day}")
    ahead = worded("Day {number} of the month, {count} months ahead: {day}")

    day_of_month: Annotated[Count, AfterValidator(_in_a_month)]
    """The number of the day: 25."""
    months: CountOf
    """How many months ahead, 0 for the same month: a number, its name, or the table's cell that says it."""

    def many(self) -> int | str | Cell:
        return self.months

    def later(self, day: dt.date, many: int, zone: ZoneInfo) -> dt.date:
        """The day of this number so many months ahead."""
        first = _first(day, many)
        return first.replace(day=min(self.day_of_month, monthrange(first.year, first.month)[1]))

    def explain(self, taken: Taken) -> Wording:
        number, day = self.day_of_month, taken.after
        if day.day != number:
            return worded("This month has no day {number}, so its last day: {day}", number=number, day=day)
        return super().explain(taken).holding(number=number)
