"""`inside`: within opening hours."""

from typing import Annotated

from assistant.errors import Wording, worded
from assistant.model.record import Id
from assistant.vocabulary.calendars import Calendar, open_until
from assistant.vocabulary.condition import CONDITIONS
from assistant.vocabulary.days import as_moment
from assistant.vocabulary.trail import Ask, Condition, Names, Tested
from assistant.vocabulary.word import HOURS
from assistant.vocabulary.wording import HoursLabel, Label, Value


@CONDITIONS.register
class Inside(Condition):
    """Holds for a moment inside the opening hours of this id."""

    inside: Annotated[Id, HOURS]
    """The opening hours' id."""

    def compiled(self, name: str, names: Names) -> Ask:
        hours = names.hours[self.inside]

        def tested(days: Calendar, value: Value) -> Tested:
            moment = as_moment(value)
            return Tested(name, moment, self, None, open_until(hours, days, moment) is not None)

        return Ask((names.calendar(hours.calendar), names.get(name)), tested)

    def explain(self, name: str, against: Value | Label | None = None) -> Wording:
        return worded("{subject} lies inside these hours: {hours}", subject=Label(name), hours=HoursLabel(self.inside))
