"""`add_months`: calendar months."""

import datetime as dt

from assistant.errors import Wording, worded
from assistant.vocabulary.days import add_months
from assistant.vocabulary.step import STEPS, CountOf, count
from assistant.vocabulary.trail import Move, Names, Run, Step, Taken


@STEPS.register
class AddMonths(Step):
    """
    So many months later, earlier with a minus: on the same day of the month, or on the month's last day where it has no
    such day.
    """

    known_as = ("months", "subtract_months")
    example = "{add_months: -1}"

    add_months: CountOf
    """How many: a number, its name, or the table's cell that says it."""

    def compiled(self, names: Names) -> Move:
        number = count(names, self.add_months)

        def move(run: Run, day: dt.date) -> Taken:
            months = number(run)
            return Taken(self, day, add_months(day, months), months)

        return move

    def explain(self, taken: Taken) -> Wording:
        count = taken.amount if isinstance(taken.amount, int) else 0
        if count < 0:
            return worded("{count} month earlier: {day}", "{count} months earlier: {day}",
                          count=-count, day=taken.after)  # fmt: skip
        return worded("{count} month later: {day}", "{count} months later: {day}", count=count, day=taken.after)
