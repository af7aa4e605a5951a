"""`at`: a time of day on the day so far."""

import datetime as dt

from assistant.errors import Wording, worded
from assistant.model.record import Clock
from assistant.vocabulary.days import as_day
from assistant.vocabulary.step import STEPS
from assistant.vocabulary.trail import Move, Names, Run, Step, Taken


@STEPS.register
class AtClock(Step):
    """Sets a time of day."""

    sets_clock = True

    at: Clock
    """The time of day, in quotes: "17:00"."""

    def compiled(self, names: Names) -> Move:
        at = self.at

        def move(run: Run, day: dt.date) -> Taken:
            return Taken(self, day, dt.datetime.combine(as_day(day), at), at)

        return move

    def explain(self, taken: Taken) -> Wording:
        return worded("By {time} on that day: {day}", time=self.at, day=taken.after)
