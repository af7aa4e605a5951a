"""`add_working_days`: days that a calendar works."""

import datetime as dt
from typing import Annotated

from pydantic import AfterValidator

from assistant.errors import Refusal, Wording, told, worded
from assistant.model.record import Id, unfit
from assistant.vocabulary.calendars import ONE_DAY, add_working_days
from assistant.vocabulary.cell import Cell
from assistant.vocabulary.days import as_day
from assistant.vocabulary.step import STEPS, CountOf, count
from assistant.vocabulary.trail import Move, Names, Run, Step, Taken
from assistant.vocabulary.word import CALENDAR


def _some(count: int | str | Cell) -> int | str | Cell:
    if count == 0:
        raise unfit(told("0 working days lead nowhere"), told("write to_working_day: next, or previous"))
    return count


@STEPS.register
class AddWorkingDays(Step):
    """
    So many working days of `calendar` later, counted from the day after; with a minus so many before, counted from the
    day before.
    """

    known_as = ("add_business_days", "business_days", "working_days", "subtract_working_days", "working_days_before")
    example = "{add_working_days: -3, calendar: office}"

    passes = "numbered"
    gives = "day"

    add_working_days: Annotated[CountOf, AfterValidator(_some)]
    """How many, but not 0: a number, its name, or the table's cell that says it."""
    calendar: Annotated[Id, CALENDAR]
    """The calendar on which they are counted."""

    def compiled(self, names: Names) -> Move:
        number, calendar = count(names, self.add_working_days), names.calendar(self.calendar)

        def move(run: Run, day: dt.date) -> Taken:
            days = number(run)
            if not days:
                raise Refusal("no-working-days")
            after, skipped = add_working_days(calendar(run), as_day(day), days)
            return Taken(self, day, after, days, skipped, False, self.calendar)

        return move

    def explain(self, taken: Taken) -> Wording:
        count = taken.amount if isinstance(taken.amount, int) else 0
        if count < 0:
            return worded(
                "{count} working day before, counted from the day before: {day}",
                "{count} working days before, counted from the day before: {day}",
                count=-count, day=taken.after,
            )  # fmt: skip
        return worded(
            "{count} working day, counted from the day after: {day}",
            "{count} working days, counted from the day after: {day}",
            count=count, day=taken.after,
        )  # fmt: skip

    def looked(self, taken: Taken) -> tuple[dt.date, dt.date]:
        first, last = super().looked(taken)
        return (first + ONE_DAY, last) if taken.after > as_day(taken.before) else (first, last - ONE_DAY)
