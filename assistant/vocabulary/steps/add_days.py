"""`add_days`: calendar days."""

import datetime as dt

from assistant.errors import Refusal, Wording, worded
from assistant.vocabulary.step import STEPS, CountOrName, count
from assistant.vocabulary.trail import Move, Names, Run, Step, Taken


@STEPS.register
class AddDays(Step):
    """So many calendar days later; earlier with a minus."""

    add_days: CountOrName
    """How many: a number, or the name of something that holds one."""

    def compiled(self, names: Names) -> Move:
        number = count(names, self.add_days)

        def move(run: Run, day: dt.date) -> Taken:
            days = number(run)
            try:
                return Taken(self, day, day + dt.timedelta(days=days), days)
            except OverflowError:
                raise Refusal("day-beyond", year=str(day.year)) from None

        return move

    def explain(self, taken: Taken) -> Wording:
        days = taken.amount if isinstance(taken.amount, int) else 0
        if days < 0:
            return worded("{count} day earlier: {day}", "{count} days earlier: {day}", count=-days, day=taken.after)
        return worded("{count} day later: {day}", "{count} days later: {day}", count=days, day=taken.after)
