"""`add_years`: calendar years."""

import datetime as dt

from assistant.errors import Wording, worded
from assistant.vocabulary.days import add_months
from assistant.vocabulary.step import STEPS, CountOrName, count
from assistant.vocabulary.trail import Move, Names, Run, Step, Taken


@STEPS.register
class AddYears(Step):
    """So many years later; 29 February becomes the 28th where the year has none."""

    add_years: CountOrName
    """How many: a number, or the name of something that holds one."""

    def compiled(self, names: Names) -> Move:
        number = count(names, self.add_years)

        def move(run: Run, day: dt.date) -> Taken:
            years = number(run)
            return Taken(self, day, add_months(day, 12 * years), years)

        return move

    def explain(self, taken: Taken) -> Wording:
        return worded("{count} year later: {day}", "{count} years later: {day}", count=taken.amount, day=taken.after)
