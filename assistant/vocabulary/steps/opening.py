"""`opening`: when the doors next open."""

import datetime as dt
from typing import Annotated

from assistant.errors import Wording, worded
from assistant.model.record import Id
from assistant.vocabulary.calendars import next_opening
from assistant.vocabulary.days import as_moment
from assistant.vocabulary.step import STEPS
from assistant.vocabulary.trail import Move, Names, Run, Step, Taken
from assistant.vocabulary.word import HOURS


@STEPS.register
class Opening(Step):
    """From a moment outside opening hours to the moment at which they next begin."""

    passes = "days"

    opening: Annotated[Id, HOURS]
    """The opening hours' id."""

    def compiled(self, names: Names) -> Move:
        hours = names.hours[self.opening]
        calendar = names.calendar(hours.calendar)

        def move(run: Run, day: dt.date) -> Taken:
            opens, skipped = next_opening(hours, calendar(run), as_moment(day))
            return Taken(self, day, opens, skipped=skipped, calendar=hours.calendar)

        return move

    def explain(self, taken: Taken) -> Wording:
        return worded("The next hours begin on {day}", day=taken.after)
