"""`weekday`: on certain days of the week."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from assistant.errors import Wording, worded
from assistant.model.calendar import WEEKDAYS, Weekday
from assistant.model.record import as_list
from assistant.vocabulary.condition import CONDITIONS
from assistant.vocabulary.days import as_day
from assistant.vocabulary.trail import Against, Ask, Condition, Names, Tested
from assistant.vocabulary.wording import Label, Value, Weekdays


@CONDITIONS.register
class OnWeekday(Condition):
    """Holds where the day is one of these days of the week."""

    known_as = ("day_of_week",)
    example = "{event_on: {weekday: [sat, sun]}}"

    recurs = True

    weekday: Annotated[tuple[Weekday, ...], Field(min_length=1), BeforeValidator(as_list)]
    """Which: [sat, sun]."""

    def compiled(self, name: str, names: Names) -> Ask:
        places = frozenset(map(WEEKDAYS.index, self.weekday))

        def tested(value: Value) -> Tested:
            return Tested(name, value, self, None, as_day(value).weekday() in places)

        return Ask((names.get(name),), tested)

    def explain(self, name: str, against: Against = None) -> Wording:
        weekdays = Weekdays(tuple(map(WEEKDAYS.index, self.weekday)))
        return worded("{subject} is a {weekdays}", subject=Label(name), weekdays=weekdays)
