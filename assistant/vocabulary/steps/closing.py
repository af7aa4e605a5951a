"""`closing`: when the hours that a moment lies in end."""

import datetime as dt
from typing import Annotated

from assistant.errors import Refusal, Wording, worded
from assistant.model.record import Id
from assistant.vocabulary.days import as_moment
from assistant.vocabulary.doors import doors
from assistant.vocabulary.step import STEPS
from assistant.vocabulary.trail import Move, Names, Run, Step, Taken
from assistant.vocabulary.word import HOURS


@STEPS.register
class Closing(Step):
    """From a moment inside opening hours to the moment at which they end that day."""

    example = "{closing: desk}"

    takes = "moment"
    gives = "moment"

    closing: Annotated[Id, HOURS]
    """The opening hours' id."""

    def compiled(self, names: Names) -> Move:
        hours, opened = names.hours[self.closing], doors(names, self.closing)

        def move(run: Run, day: dt.date) -> Taken:
            until = opened(run).closes(as_moment(day))
            if until is None:
                raise Refusal("outside-hours")
            return Taken(self, day, until, calendar=hours.calendar)

        return move

    def explain(self, taken: Taken) -> Wording:
        return worded("These hours end on {day}", day=taken.after)
