"""`holiday`: on a public holiday."""

from typing import Annotated

from assistant.errors import Wording, worded
from assistant.model.record import Id
from assistant.vocabulary.calendars import Calendar
from assistant.vocabulary.condition import CONDITIONS
from assistant.vocabulary.days import as_day
from assistant.vocabulary.trail import Against, Ask, Condition, Names, Tested
from assistant.vocabulary.word import CALENDAR
from assistant.vocabulary.wording import CalendarLabel, Label, Value


@CONDITIONS.register
class OnHoliday(Condition):
    """
    Holds where the day is a public holiday that the calendar with this id keeps, at a weekend too. A day on which only
    the company is closed is none.
    """

    example = "{event_on: {holiday: office}}"

    recurs = True

    holiday: Annotated[Id, CALENDAR]
    """The calendar's id."""

    def compiled(self, name: str, names: Names) -> Ask:
        def tested(days: Calendar, value: Value) -> Tested:
            return Tested(name, value, self, None, days.holiday(as_day(value)) is not None)

        return Ask((names.calendar(self.holiday), names.get(name)), tested)

    def explain(self, name: str, against: Against = None) -> Wording:
        calendar = CalendarLabel(self.holiday)
        return worded("{subject} is a public holiday ({calendar})", subject=Label(name), calendar=calendar)
