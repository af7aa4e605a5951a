"""`add_days`: calendar days."""

import datetime as dt

from assistant.errors import Wording, worded
from assistant.vocabulary.days import days_later
from assistant.vocabulary.step import STEPS, CountOf, count
from assistant.vocabulary.trail import Move, Names, Run, Step, Taken


@STEPS.register
class AddDays(Step):
    """So many calendar days later; earlier with a minus. A moment keeps its time."""

    known_as = ("days", "plus_days", "subtract_days", "days_before", "days_after")
    example = "{add_days: 14}"

    add_days: CountOf
    """How many: a number, its name, or the table's cell that says it."""

    def compiled(self, names: Names) -> Move:
        number = count(names, self.add_days)

        def move(run: Run, day: dt.date) -> Taken:
            days = number(run)
            return Taken(self, day, days_later(day, days), days)

        return move

    def explain(self, taken: Taken) -> Wording:
        days = taken.amount if isinstance(taken.amount, int) else 0
        if days < 0:
            return worded("{count} day earlier: {day}", "{count} days earlier: {day}", count=-days, day=taken.after)
        return worded("{count} day later: {day}", "{count} days later: {day}", count=days, day=taken.after)
