"""`opening`, `closing`, `add_open_hours`: the edges of opening hours, and hours counted inside them."""

import datetime as dt
from abc import abstractmethod
from typing import Annotated, ClassVar

from assistant.errors import Refusal, Wording, worded
from assistant.model.record import Id
from assistant.vocabulary.calendars import Skipped
from assistant.vocabulary.days import as_moment, passing
from assistant.vocabulary.doors import Doors, doors
from assistant.vocabulary.step import STEPS, SomeOf, some
from assistant.vocabulary.steps.added import Added
from assistant.vocabulary.trail import Move, Names, Run, Step, Taken
from assistant.vocabulary.word import HOURS
from assistant.vocabulary.wording import Called

HOUR = dt.timedelta(hours=1)


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


@STEPS.register
class AddOpenHours(Added):
    """
    So many hours later, counted only inside opening hours: at once inside them, else from the next opening; with a
    minus so many before. They end at the closing minute where they fill the hours exactly.
    """

    known_as = ("business_hours", "add_business_hours", "working_hours")
    example = "{add_open_hours: 4, within: desk}"
    passes = "days"
    takes = gives = "moment"
    back = worded(
        "{count} hour before, counted inside these hours ({hours}): {day}",
        "{count} hours before, counted inside these hours ({hours}): {day}",
    )
    ahead = worded(
        "{count} hour, counted inside these hours ({hours}): {day}",
        "{count} hours, counted inside these hours ({hours}): {day}",
    )

    add_open_hours: SomeOf
    """How many, 0.5 for half an hour: a number, its name, or the table's cell that says it."""
    within: Annotated[Id, HOURS]
    """The opening hours' id."""

    def compiled(self, names: Names) -> Move:
        number, opened = some(names, self.add_open_hours), doors(names, self.within)
        calendar = names.hours[self.within].calendar

        def move(run: Run, day: dt.date) -> Taken:
            hours = number(run)
            after, skipped = opened(run).passed(as_moment(day), passing(hours, HOUR))
            return Taken(self, day, after, hours, skipped, False, calendar)

        return move

    def explain(self, taken: Taken) -> Wording:
        return super().explain(taken).holding(hours=Called("hours", self.within))
