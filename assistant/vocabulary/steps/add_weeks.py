"""`add_weeks`: calendar weeks."""

import datetime as dt

from assistant.errors import Wording, worded
from assistant.vocabulary.days import days_later
from assistant.vocabulary.step import STEPS, CountOf, count
from assistant.vocabulary.trail import Move, Names, Run, Step, Taken


@STEPS.register
class AddWeeks(Step):
    """So many calendar weeks later, on the same day of the week; earlier with a minus. A moment keeps its time."""

    known_as = ("weeks", "subtract_weeks")
    example = "{add_weeks: 2}"

    add_weeks: CountOf
    """How many: a number, its name, or the table's cell that says it."""

    def compiled(self, names: Names) -> Move:
        number = count(names, self.add_weeks)

        def move(run: Run, day: dt.date) -> Taken:
            weeks = number(run)
            return Taken(self, day, days_later(day, 7 * weeks), weeks)

        return move

    def explain(self, taken: Taken) -> Wording:
        count = taken.amount if isinstance(taken.amount, int) else 0
        if count < 0:
            return worded("{count} week earlier: {day}", "{count} weeks earlier: {day}", count=-count, day=taken.after)
        return worded("{count} week later: {day}", "{count} weeks later: {day}", count=count, day=taken.after)
