"""`next_date`, `next_weekday`, `anniversary_from`: the first such day from a day on, or anniversary."""

import datetime as dt
from abc import abstractmethod
from typing import Annotated

from assistant.errors import Wording, worded
from assistant.model.calendar import WEEKDAYS, Weekday, YearDay
from assistant.vocabulary.days import add_months, as_day, days_later
from assistant.vocabulary.step import STEPS
from assistant.vocabulary.trail import Move, Names, Run, Step, Taken
from assistant.vocabulary.word import DAY_OR_NAME
from assistant.vocabulary.wording import DayOfYear, Weekdays

MOST_YEARS = 3
"""Anniversaries further away are one side: what happens between two of them happens between any two."""


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


@STEPS.register
class AnniversaryFrom(Step):
    """
    The first anniversary of the day so far, one year later at least, that is not before this day: a name or a literal.
    That of 29 February is the 28th where the year has none.
    """

    example = "{anniversary_from: on}"

    anniversary_from: Annotated[str, DAY_OR_NAME]

    def compiled(self, names: Names) -> Move:
        bound = names.day(self.anniversary_from)

        def move(run: Run, day: dt.date) -> Taken:
            not_before = as_day(bound(run))
            years = max(1, not_before.year - day.year)
            # Each is counted from the day itself: a 29 February comes back after a year that has none.
            if as_day(after := add_months(day, 12 * years)) < not_before:
                after = add_months(day, 12 * (years + 1))
            return Taken(self, day, after, not_before)

        return move

    def explain(self, taken: Taken) -> Wording:
        return worded(
            "{count} year later, the first anniversary that is not before {other}: {day}",
            "{count} years later, the first anniversary that is not before {other}: {day}",
            count=_years(taken),
            other=taken.amount,
            day=taken.after,
        )

    def side(self, taken: Taken) -> int | None:
        return min(MOST_YEARS, _years(taken))


def _years(taken: Taken) -> int:
    return taken.after.year - taken.before.year
