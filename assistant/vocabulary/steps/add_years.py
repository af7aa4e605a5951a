"""`add_years`: calendar years."""

import datetime as dt

from assistant.errors import Wording, worded
from assistant.vocabulary.days import add_months
from assistant.vocabulary.step import STEPS, CountOf, count
from assistant.vocabulary.trail import Move, Names, Run, Step, Taken


@STEPS.register
class AddYears(Step):
    """So many years later, earlier with a minus; 29 February becomes the 28th where the year has none."""

    known_as = ("years", "subtract_years")
    example = "{add_years: 2}"

    add_years: CountOf
    """How many: a number, its name, or the table's cell that says it."""

    def compiled(self, names: Names) -> Move:
        number = count(names, self.add_years)

        def move(run: Run, day: dt.date) -> Taken:
            years = number(run)
            return Taken(self, day, add_months(day, 12 * years), years)

        return move

    def explain(self, taken: Taken) -> Wording:
        count = taken.amount if isinstance(taken.amount, int) else 0
        if count < 0:
            return worded("{count} year earlier: {day}", "{count} years earlier: {day}", count=-count, day=taken.after)
        return worded("{count} year later: {day}", "{count} years later: {day}", count=count, day=taken.after)
