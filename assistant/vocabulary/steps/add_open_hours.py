"""`add_open_hours`: hours counted inside opening hours."""

import datetime as dt
from decimal import Decimal
from typing import Annotated

from assistant.errors import Wording, worded
from assistant.model.record import Id
from assistant.vocabulary.days import as_moment, passing
from assistant.vocabulary.doors import doors
from assistant.vocabulary.step import STEPS, SomeOf, some
from assistant.vocabulary.trail import Move, Names, Run, Step, Taken
from assistant.vocabulary.word import HOURS
from assistant.vocabulary.wording import HoursLabel

HOUR = dt.timedelta(hours=1)


@STEPS.register
class AddOpenHours(Step):
    """
    So many hours later, counted only inside opening hours: at once inside them, else from the next opening; with a
    minus so many before. They end at the closing minute where they fill the hours exactly.
    """

    known_as = ("business_hours", "add_business_hours", "working_hours")
    example = "{add_open_hours: 4, within: desk}"

    passes = "days"
    takes = "moment"
    gives = "moment"

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
        hours, opened = taken.amount if isinstance(taken.amount, Decimal) else Decimal(0), HoursLabel(self.within)
        if hours < 0:
            return worded("{count} hour before, counted inside these hours ({hours}): {day}",
                          "{count} hours before, counted inside these hours ({hours}): {day}",
                          count=-hours, hours=opened, day=taken.after)  # fmt: skip
        return worded("{count} hour, counted inside these hours ({hours}): {day}",
                      "{count} hours, counted inside these hours ({hours}): {day}",
                      count=hours, hours=opened, day=taken.after)  # fmt: skip
