"""`add_hours`: hours that really pass."""

import datetime as dt
from decimal import Decimal

from assistant.errors import Wording, worded
from assistant.vocabulary.days import as_moment, passing, time_later
from assistant.vocabulary.step import STEPS, SomeOf, some
from assistant.vocabulary.trail import Move, Names, Run, Step, Taken

HOUR = dt.timedelta(hours=1)


@STEPS.register
class AddHours(Step):
    """So many hours later, earlier with a minus, as they really pass: a change to or from summer time counts."""

    known_as = ("hours", "subtract_hours")
    example = "{add_hours: 24}"

    takes = "moment"
    gives = "moment"

    add_hours: SomeOf
    """How many, 0.5 for half an hour: a number, its name, or the table's cell that says it."""

    def compiled(self, names: Names) -> Move:
        number, zone = some(names, self.add_hours), names.zone

        def move(run: Run, day: dt.date) -> Taken:
            hours = number(run)
            return Taken(self, day, time_later(as_moment(day), passing(hours, HOUR), zone), hours)

        return move

    def explain(self, taken: Taken) -> Wording:
        hours = taken.amount if isinstance(taken.amount, Decimal) else Decimal(0)
        if hours < 0:
            return worded("{count} hour earlier: {day}", "{count} hours earlier: {day}", count=-hours, day=taken.after)
        return worded("{count} hour later: {day}", "{count} hours later: {day}", count=hours, day=taken.after)
