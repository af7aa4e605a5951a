"""`cut_off`: the working day on which a moment counts."""

import datetime as dt
from collections.abc import Iterator
from typing import Annotated

from pydantic import Discriminator, Tag

from assistant.errors import Wording, worded
from assistant.model.record import Clock, Id, literal_or_mapping
from assistant.vocabulary.calendars import counts_on
from assistant.vocabulary.cell import Cell
from assistant.vocabulary.days import as_day, as_moment
from assistant.vocabulary.step import STEPS, clock
from assistant.vocabulary.trail import Move, Names, Run, Step, Taken
from assistant.vocabulary.word import CALENDAR, TIME_OR_NAME


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
            return worded("Not after the cut-off time of {time}, so it counts on the same day: {day}",
                          time=taken.amount, day=taken.after)  # fmt: skip
        if any(skipped == before for skipped, _ in taken.skipped):
            return worded("Not on a working day, so it counts on the next one: {day}", day=taken.after)
        return worded("After the cut-off time of {time}, so it counts on the next working day: {day}",
                      time=taken.amount, day=taken.after)  # fmt: skip

    def clocks(self, names: Names) -> Iterator[dt.time]:
        if isinstance(self.cut_off, dt.time):
            yield self.cut_off
            return
        for cells in names.tables[self.cut_off.table].rows.values():
            yield from (cell for cell in cells.values() if isinstance(cell, dt.time))
