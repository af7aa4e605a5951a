"""`end_of_month`: the last day of a month ahead."""

import datetime as dt

from assistant.errors import Wording, worded
from assistant.vocabulary.days import add_months, as_day, days_later
from assistant.vocabulary.step import STEPS, CountOf, count
from assistant.vocabulary.trail import Move, Names, Run, Step, Taken


@STEPS.register
class EndOfMonth(Step):
    """The last day of the month so many months ahead, or behind with a minus; 0 is the month of the day itself."""

    known_as = ("last_of_month", "last_day_of_month", "month_end")
    example = "{end_of_month: 0}"

    gives = "day"

    end_of_month: CountOf
    """How many months ahead: a number, its name, or the table's cell that says it."""

    def compiled(self, names: Names) -> Move:
        number = count(names, self.end_of_month)

        def move(run: Run, day: dt.date) -> Taken:
            months = number(run)
            return Taken(self, day, days_later(add_months(as_day(day).replace(day=1), months + 1), -1), months)

        return move

    def explain(self, taken: Taken) -> Wording:
        match taken.amount:
            case 0:
                return worded("The last day of the same month: {day}", day=taken.after)
            case 1:
                return worded("The last day of the following month: {day}", day=taken.after)
            case -1:
                return worded("The last day of the month before: {day}", day=taken.after)
        months = taken.amount if isinstance(taken.amount, int) else 0
        if months < 0:
            return worded("The last day of the month, {count} months back: {day}", count=-months, day=taken.after)
        return worded("The last day of the month, {count} months ahead: {day}", count=months, day=taken.after)
