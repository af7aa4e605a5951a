"""`first_of_month`: the first day of a month ahead."""

import datetime as dt

from assistant.errors import Wording, worded
from assistant.vocabulary.days import add_months, as_day
from assistant.vocabulary.step import STEPS, CountOf, count
from assistant.vocabulary.trail import Move, Names, Run, Step, Taken


@STEPS.register
class FirstOfMonth(Step):
    """The first of the month so many months ahead; a different number where the day is itself a first of the month."""

    example = "{first_of_month: 1}"

    gives = "day"

    first_of_month: CountOf
    """How many months ahead, 0 for the same month: a number, its name, or the table's cell that says it."""
    from_the_first: CountOf | None = None
    """How many where the day is a first of the month."""

    def compiled(self, names: Names) -> Move:
        ahead = count(names, self.first_of_month)
        from_the_first = ahead if self.from_the_first is None else count(names, self.from_the_first)

        def move(run: Run, day: dt.date) -> Taken:
            months = (from_the_first if day.day == 1 else ahead)(run)
            return Taken(self, day, add_months(as_day(day).replace(day=1), months), months)

        return move

    def explain(self, taken: Taken) -> Wording:
        match taken.amount:
            case 0:
                return worded("The first day of the same month: {day}", day=taken.after)
            case 1:
                return worded("The first day of the following month: {day}", day=taken.after)
            case 2:
                return worded("The first day of the month after next: {day}", day=taken.after)
            case -1:
                return worded("The first day of the month before: {day}", day=taken.after)
        months = taken.amount if isinstance(taken.amount, int) else 0
        if months < 0:
            return worded("The first day of the month, {count} months back: {day}", count=-months, day=taken.after)
        return worded("The first day of the month, {count} months ahead: {day}", count=months, day=taken.after)
