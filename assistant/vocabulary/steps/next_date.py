"""`next_date`: the first such date of a year."""

import datetime as dt

from assistant.errors import Wording, worded
from assistant.model.season import YearDay
from assistant.vocabulary.days import as_day
from assistant.vocabulary.step import STEPS
from assistant.vocabulary.trail import Move, Names, Run, Step, Taken
from assistant.vocabulary.wording import DayOfYear


@STEPS.register
class NextDate(Step):
    """The first such date on or after the day: 31 March of this year, or of the next."""

    example = '{next_date: "03-31"}'

    gives = "day"

    next_date: YearDay
    """The date without a year, in quotes: "03-31"."""

    def compiled(self, names: Names) -> Move:
        month, number = self.next_date.month, self.next_date.day

        def move(run: Run, day: dt.date) -> Taken:
            start = as_day(day)
            found = dt.date(start.year, month, number)
            return Taken(self, day, found if found >= start else dt.date(start.year + 1, month, number))

        return move

    def explain(self, taken: Taken) -> Wording:
        return worded("The first {date} from that day on: {day}", date=DayOfYear(self.next_date), day=taken.after)
