"""`opening`, `closing`: when opening hours next begin, and when those that a moment lies in end."""

import datetime as dt
from abc import abstractmethod
from typing import Annotated, ClassVar

from assistant.errors import Refusal, Wording, worded
from assistant.model.record import Id
from assistant.vocabulary.calendars import Skipped
from assistant.vocabulary.days import as_moment
from assistant.vocabulary.doors import Doors, doors
from assistant.vocabulary.step import STEPS
from assistant.vocabulary.trail import Move, Names, Run, Step, Taken
from assistant.vocabulary.word import HOURS


class Edge(Step):
    """From a moment to an edge of opening hours."""

    takes = gives = "moment"
    said: ClassVar[Wording]
    """What was done, with the `day` where it led."""

    @abstractmethod
    def found(self, opened: Doors, moment: dt.datetime) -> tuple[dt.datetime, Skipped]:
        """The edge, and the days that were skipped on the way to it. Raises `Refusal` where there is none."""

    def compiled(self, names: Names) -> Move:
        id_: str = getattr(self, self.key())
        hours, opened = names.hours[id_], doors(names, id_)

        def move(run: Run, day: dt.date) -> Taken:
            after, skipped = self.found(opened(run), as_moment(day))
            return Taken(self, day, after, skipped=skipped, calendar=hours.calendar)

        return move

    def explain(self, taken: Taken) -> Wording:
        return self.said.holding(day=taken.after)


@STEPS.register
class Opening(Edge):
    """From a moment outside opening hours to the moment at which they next begin."""

    example = "{opening: desk}"
    passes = "days"
    said = worded("The next hours begin on {day}")

    opening: Annotated[Id, HOURS]
    """The opening hours' id."""

    def found(self, opened: Doors, moment: dt.datetime) -> tuple[dt.datetime, Skipped]:
        return opened.opens(moment)


@STEPS.register
class Closing(Edge):
    """From a moment inside opening hours to the moment at which they end that day."""

    example = "{closing: desk}"
    said = worded("These hours end on {day}")

    closing: Annotated[Id, HOURS]
    """The opening hours' id."""

    def found(self, opened: Doors, moment: dt.datetime) -> tuple[dt.datetime, Skipped]:
        if (until := opened.closes(moment)) is None:
            raise Refusal("outside-hours")
        return until, ()
