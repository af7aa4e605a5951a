"""`to_working_day`: the day itself where it is worked, else the nearest one that is."""

import datetime as dt
from typing import Annotated, Literal

from assistant.errors import Wording, worded
from assistant.model.record import Id
from assistant.vocabulary.calendars import to_working_day
from assistant.vocabulary.days import as_day
from assistant.vocabulary.step import STEPS
from assistant.vocabulary.trail import Move, Names, Run, Step, Taken
from assistant.vocabulary.word import CALENDAR


@STEPS.register
class ToWorkingDay(Step):
    """The day itself where `calendar` works it; else the next working day, or the previous one."""

    known_as = ("next_working_day", "previous_working_day", "next_business_day", "roll")
    example = "{to_working_day: previous, calendar: office}"

    passes = "days"
    gives = "day"

    to_working_day: Literal["next", "previous"]
    """Which way to go from a day that is not worked: `next` or `previous`."""
    calendar: Annotated[Id, CALENDAR]
    """The calendar that says which days are worked."""

    def compiled(self, names: Names) -> Move:
        calendar, way = names.calendar(self.calendar), 1 if self.to_working_day == "next" else -1

        def move(run: Run, day: dt.date) -> Taken:
            after, skipped = to_working_day(calendar(run), as_day(day), way)
            return Taken(self, day, after, None, skipped, False, self.calendar)

        return move

    def explain(self, taken: Taken) -> Wording:
        if not taken.skipped:
            return worded("A working day, so it stays: {day}", day=taken.after)
        if self.to_working_day == "next":
            return worded("Not a working day, so the next one: {day}", day=taken.after)
        return worded("Not a working day, so the one before: {day}", day=taken.after)
