"""`working_day`: on a day that a calendar works."""

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
class OnWorkingDay(Condition):
    """Holds where the calendar with this id works the day."""

    example = "{event_on: {working_day: office}}"

    recurs = True

    working_day: Annotated[Id, CALENDAR]
    """The calendar's id."""

    def compiled(self, name: str, names: Names) -> Ask:
        def tested(days: Calendar, value: Value) -> Tested:
            return Tested(name, value, self, None, days.reasons[as_day(value)] is None)

        return Ask((names.calendar(self.working_day), names.get(name)), tested)

    def explain(self, name: str, against: Against = None) -> Wording:
        calendar = CalendarLabel(self.working_day)
        return worded("{subject} is a working day ({calendar})", subject=Label(name), calendar=calendar)
