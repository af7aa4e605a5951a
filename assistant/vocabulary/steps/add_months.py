"""`add_months`: calendar months."""

import datetime as dt

from assistant.errors import Wording, worded
from assistant.vocabulary.days import add_months
from assistant.vocabulary.step import STEPS, CountOrName, count
from assistant.vocabulary.trail import Move, Names, Run, Step, Taken


@STEPS.register
class AddMonths(Step):
    """So many months later, on the same day of the month, or on the month's last day where it has no such day."""

    add_months: CountOrName
    """How many: a number, or the name of something that holds one."""

    def compiled(self, names: Names) -> Move:
        number = count(names, self.add_months)

        def move(run: Run, day: dt.date) -> Taken:
            months = number(run)
            return Taken(self, day, add_months(day, months), months)

        return move

    def explain(self, taken: Taken) -> Wording:
        return worded("{count} month later: {day}", "{count} months later: {day}", count=taken.amount, day=taken.after)
