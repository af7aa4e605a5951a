"""`later_of`: not before another day."""

import datetime as dt
from typing import Annotated

from assistant.errors import Wording, worded
from assistant.model.record import Id
from assistant.vocabulary.days import as_day
from assistant.vocabulary.step import STEPS
from assistant.vocabulary.trail import Move, Names, Run, Step, Taken
from assistant.vocabulary.word import NAME


@STEPS.register
class LaterOf(Step):
    """The later of the day so far and this one."""

    later_of: Annotated[Id, NAME]
    """The name of the other day."""

    def compiled(self, names: Names) -> Move:
        get = names.get(self.later_of)

        def move(run: Run, day: dt.date) -> Taken:
            other = as_day(get(run))
            return Taken(self, day, max(as_day(day), other), other)

        return move

    def explain(self, taken: Taken) -> Wording:
        if taken.after != taken.before:
            return worded("But not before {day}", day=taken.amount)
        return worded("This is not before {other}, so it stays: {day}", other=taken.amount, day=taken.after)
