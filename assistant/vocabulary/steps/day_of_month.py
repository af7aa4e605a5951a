"""`day_of_month`: a certain day of a month ahead."""

import datetime as dt
from calendar import monthrange
from typing import Annotated

from pydantic import AfterValidator

from assistant.errors import Wording, told, worded
from assistant.model.record import Count, unfit
from assistant.vocabulary.days import add_months, as_day
from assistant.vocabulary.step import STEPS, CountOf, count
from assistant.vocabulary.trail import Move, Names, Run, Step, Taken


def _in_a_month(number: int) -> int:
    if not 1 <= number <= 31:
        raise unfit(told("no month has a day {given}", given=number), told("write a number from 1 to 31"))
    return number


@STEPS.register
class DayOfMonth(Step):
    """A certain day of the month so many months ahead, or that month's last day where it has no such day."""

    example = "{day_of_month: 25, months: 1}"

    gives = "day"

    day_of_month: Annotated[Count, AfterValidator(_in_a_month)]
    """The number of the day: 25."""
    months: CountOf
    """How many months ahead, 0 for the same month: a number, its name, or the table's cell that says it."""

    def compiled(self, names: Names) -> Move:
        number, wanted = count(names, self.months), self.day_of_month

        def move(run: Run, day: dt.date) -> Taken:
            months = number(run)
            first = add_months(as_day(day).replace(day=1), months)
            return Taken(self, day, first.replace(day=min(wanted, monthrange(first.year, first.month)[1])), months)

        return move

    def explain(self, taken: Taken) -> Wording:
        number, day = self.day_of_month, taken.after
        if day.day != number:
            return worded("This month has no day {number}, so its last day: {day}", number=number, day=day)
        match taken.amount:
            case 0:
                return worded("Day {number} of the same month: {day}", number=number, day=day)
            case 1:
                return worded("Day {number} of the following month: {day}", number=number, day=day)
            case -1:
                return worded("Day {number} of the month before: {day}", number=number, day=day)
        months = taken.amount if isinstance(taken.amount, int) else 0
        if months < 0:
            return worded("Day {number} of the month, {count} months back: {day}",
                          number=number, count=-months, day=day)  # fmt: skip
        return worded("Day {number} of the month, {count} months ahead: {day}",
                      number=number, count=months, day=day)  # fmt: skip
