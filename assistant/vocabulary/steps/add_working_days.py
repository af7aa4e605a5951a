"""`add_working_days`: days that a calendar works."""

import datetime as dt
from typing import Annotated

from assistant.errors import Wording, worded
from assistant.model.record import Id
from assistant.vocabulary.calendars import add_working_days
from assistant.vocabulary.days import as_day
from assistant.vocabulary.step import STEPS, CountOrCell, count
from assistant.vocabulary.trail import Move, Names, Run, Step, Taken
from assistant.vocabulary.word import CALENDAR


@STEPS.register
class AddWorkingDays(Step):
    """So many working days of `calendar` later, counted from the day after."""

    passes = "numbered"

    add_working_days: CountOrCell
    """How many, or the table's cell that says so."""
    calendar: Annotated[Id, CALENDAR]
    """The calendar on which they are counted."""

    def compiled(self, names: Names) -> Move:
        number, calendar = count(names, self.add_working_days), names.calendar(self.calendar)

        def move(run: Run, day: dt.date) -> Taken:
            days = number(run)
            after, skipped = add_working_days(calendar(run), as_day(day), days)
            return Taken(self, day, after, days, skipped, False, self.calendar)

        return move

    def explain(self, taken: Taken) -> Wording:
        return worded(
            "{count} working day, counted from the day after: {day}",
            "{count} working days, counted from the day after: {day}",
            count=taken.amount, day=taken.after,
        )  # fmt: skip
