"""`opening`: when the doors next open."""

import datetime as dt
from typing import Annotated

from assistant.errors import Wording, worded
from assistant.model.record import Id
from assistant.vocabulary.days import as_moment
from assistant.vocabulary.doors import doors
from assistant.vocabulary.step import STEPS
from assistant.vocabulary.trail import Move, Names, Run, Step, Taken
from assistant.vocabulary.word import HOURS


@STEPS.register
class Opening(Step):
    """From a moment outside opening hours to the moment at which they next begin."""

    example = "{opening: desk}"

    passes = "days"
    takes = "moment"
    gives = "moment"

    opening: Annotated[Id, HOURS]
    """The opening hours' id."""

    def compiled(self, names: Names) -> Move:
        hours, opened = names.hours[self.opening], doors(names, self.opening)

        def move(run: Run, day: dt.date) -> Taken:
            opens, skipped = opened(run).opens(as_moment(day))
            return Taken(self, day, opens, skipped=skipped, calendar=hours.calendar)

        return move

    def explain(self, taken: Taken) -> Wording:
        return worded("The next hours begin on {day}", day=taken.after)
