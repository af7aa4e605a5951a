"""`add_minutes`: minutes that really pass."""

import datetime as dt

from assistant.errors import Wording, worded
from assistant.vocabulary.days import as_moment, passing, time_later
from assistant.vocabulary.step import STEPS, CountOf, count
from assistant.vocabulary.trail import Move, Names, Run, Step, Taken

MINUTE = dt.timedelta(minutes=1)


@STEPS.register
class AddMinutes(Step):
    """So many minutes later, earlier with a minus, as they really pass: a change to or from summer time counts."""

    known_as = ("minutes", "subtract_minutes")
    example = "{add_minutes: 30}"

    takes = "moment"
    gives = "moment"

    add_minutes: CountOf
    """How many: a number, its name, or the table's cell that says it."""

    def compiled(self, names: Names) -> Move:
        number, zone = count(names, self.add_minutes), names.zone

        def move(run: Run, day: dt.date) -> Taken:
            minutes = number(run)
            return Taken(self, day, time_later(as_moment(day), passing(minutes, MINUTE), zone), minutes)

        return move

    def explain(self, taken: Taken) -> Wording:
        minutes = taken.amount if isinstance(taken.amount, int) else 0
        if minutes < 0:
            return worded("{count} minute earlier: {day}", "{count} minutes earlier: {day}",
                          count=-minutes, day=taken.after)  # fmt: skip
        return worded("{count} minute later: {day}", "{count} minutes later: {day}", count=minutes, day=taken.after)
