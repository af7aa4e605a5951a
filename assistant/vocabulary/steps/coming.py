"""`next_date`, `next_weekday`: the first such day from a day on."""

import datetime as dt
from abc import abstractmethod

from assistant.errors import Wording, worded
from assistant.model.calendar import WEEKDAYS, Weekday
from assistant.model.season import YearDay
from assistant.vocabulary.days import as_day, days_later
from assistant.vocabulary.step import STEPS
from assistant.vocabulary.trail import Move, Names, Step, Taken
from assistant.vocabulary.wording import DayOfYear, Weekdays


class Coming(Step):
    """The first such day on or after the day."""

    gives = "day"

    @abstractmethod
    def first(self, start: dt.date) -> dt.date:
        """The first such day, which may be the one from which is looked."""

    def compiled(self, names: Names) -> Move:
        return lambda run, day: Taken(self, day, self.first(as_day(day)))


@STEPS.register
class NextDate(Coming):
    """The first such date on or after the day: 31 March of this year, or of the next."""

    example = '{next_date: "03-31"}'

    next_date: YearDay
    """The date without a year, in quotes: "03-31"."""

    def first(self, start: dt.date) -> dt.date:
        month, number = self.next_date.month, self.next_date.day
        found = dt.date(start.year, month, number)
        return found if found >= start else dt.date(start.year + 1, month, number)

    def explain(self, taken: Taken) -> Wording:
        return worded("The first {date} from that day on: {day}", date=DayOfYear(self.next_date), day=taken.after)


@STEPS.register
class NextWeekday(Coming):
    """The first such weekday on or after the day."""

    known_as = ("weekday",)
    example = "{next_weekday: fri}"

    next_weekday: Weekday
    """Which: mon, tue, wed, thu, fri, sat or sun."""

    def first(self, start: dt.date) -> dt.date:
        return days_later(start, (WEEKDAYS.index(self.next_weekday) - start.weekday()) % 7)

    def explain(self, taken: Taken) -> Wording:
        weekday = Weekdays((WEEKDAYS.index(self.next_weekday),))
        return worded("The first {weekday} from that day on: {day}", weekday=weekday, day=taken.after)
