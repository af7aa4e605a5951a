"""`next_weekday`: the first such day of the week."""

import datetime as dt

from assistant.errors import Wording, worded
from assistant.model.calendar import WEEKDAYS, Weekday
from assistant.vocabulary.days import as_day, days_later
from assistant.vocabulary.step import STEPS
from assistant.vocabulary.trail import Move, Names, Run, Step, Taken
from assistant.vocabulary.wording import Weekdays


@STEPS.register
class NextWeekday(Step):
    """The first such weekday on or after the day."""

    known_as = ("weekday",)
    example = "{next_weekday: fri}"

    gives = "day"

    next_weekday: Weekday
    """Which: mon, tue, wed, thu, fri, sat or sun."""

    def compiled(self, names: Names) -> Move:
        wanted = WEEKDAYS.index(self.next_weekday)

        def move(run: Run, day: dt.date) -> Taken:
            start = as_day(day)
            return Taken(self, day, days_later(start, (wanted - start.weekday()) % 7))

        return move

    def explain(self, taken: Taken) -> Wording:
        weekday = Weekdays((WEEKDAYS.index(self.next_weekday),))
        return worded("The first {weekday} from that day on: {day}", weekday=weekday, day=taken.after)
