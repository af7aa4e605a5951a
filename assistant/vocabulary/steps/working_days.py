"""`add_working_days`, `to_working_day`, `cut_off`: days that a calendar works."""

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import AfterValidator, Discriminator, Tag

from assistant.errors import Refusal, Wording, told, worded
from assistant.model.record import Clock, Id, literal_or_mapping, unfit
from assistant.vocabulary.calendars import ONE_DAY, add_working_days, counts_on, to_working_day
from assistant.vocabulary.days import as_day, as_moment
from assistant.vocabulary.step import STEPS, Cell, CountOf, clock, count
from assistant.vocabulary.steps.added import Added
from assistant.vocabulary.trail import Move, Names, Run, Step, Taken
from assistant.vocabulary.word import CALENDAR, TIME_OR_NAME


def _some(count: int | str | Cell) -> int | str | Cell:
    if count == 0:
        raise unfit(told("0 working days lead nowhere"), told("write to_working_day: next, or previous"))
    return count


@STEPS.register
class AddWorkingDays(Added):
    """
    So many working days of `calendar` later, counted from the day after; with a minus so many before, counted from the
    day before.
    """

    known_as = ("add_business_days", "business_days", "working_days", "subtract_working_days", "working_days_before")
    example = "{add_working_days: -3, calendar: office}"
    passes = "numbered"
    gives = "day"
    back = worded(
        "{count} working day before, counted from the day before: {day}",
        "{count} working days before, counted from the day before: {day}",
    )
    ahead = worded(
        "{count} working day, counted from the day after: {day}",
        "{count} working days, counted from the day after: {day}",
    )

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

    def looked(self, taken: Taken) -> tuple[dt.date, dt.date]:
        first, last = super().looked(taken)
        return (first + ONE_DAY, last) if taken.after > as_day(taken.before) else (first, last - ONE_DAY)


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


@STEPS.register
class CutOff(Step):
    """
    From a moment to the working day on which it counts: its own day, where that is one and the time is not after the
    cut-off (the cut-off minute to the second counts); else the next working day.
    """

    example = '{cut_off: "17:00", calendar: office}'

    passes = "days"
    takes = "moment"
    gives = "day"

    cut_off: Annotated[
        Annotated[Clock, Tag("#literal")] | Annotated[Cell, Tag("#mapping")],
        Discriminator(literal_or_mapping),
        TIME_OR_NAME,
    ]
    """The time of day, in quotes, or the table's cell that says so."""
    calendar: Annotated[Id, CALENDAR]
    """The calendar that says which days count."""

    def compiled(self, names: Names) -> Move:
        time, calendar = clock(names, self.cut_off), names.calendar(self.calendar)

        def move(run: Run, day: dt.date) -> Taken:
            at = time(run)
            after, skipped, late = counts_on(calendar(run), as_moment(day), at)
            return Taken(self, day, after, at, skipped, late, self.calendar)

        return move

    def explain(self, taken: Taken) -> Wording:
        before = as_day(taken.before)
        if before == taken.after:
            return worded(
                "Not after the cut-off time of {time}, so it counts on the same day: {day}",
                time=taken.amount,
                day=taken.after,
            )
        if any(skipped == before for skipped, _ in taken.skipped):
            return worded("Not on a working day, so it counts on the next one: {day}", day=taken.after)
        return worded(
            "After the cut-off time of {time}, so it counts on the next working day: {day}",
            time=taken.amount,
            day=taken.after,
        )

    def clocks(self, names: Names) -> Iterator[dt.time]:
        if isinstance(self.cut_off, dt.time):
            yield self.cut_off
            return
        for cells in names.tables[self.cut_off.table].rows.values():
            yield from (cell for cell in cells.values() if isinstance(cell, dt.time))
