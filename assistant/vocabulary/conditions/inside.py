"""`inside`: within opening hours."""

from typing import Annotated

from assistant.errors import Wording, worded
from assistant.model.record import Id
from assistant.vocabulary.condition import CONDITIONS
from assistant.vocabulary.days import as_moment
from assistant.vocabulary.doors import Doors, doors
from assistant.vocabulary.trail import Against, Ask, Condition, Names, Tested
from assistant.vocabulary.word import HOURS
from assistant.vocabulary.wording import Called, Label, Value


@CONDITIONS.register
class Inside(Condition):
    """Holds for a moment inside the opening hours of this id."""

    example = "{sent_at: {inside: desk}}"
    known_as = ("within",)

    fits = frozenset({"moment"})

    inside: Annotated[Id, HOURS]
    """The opening hours' id."""

    def compiled(self, name: str, names: Names) -> Ask:
        def tested(opened: Doors, value: Value) -> Tested:
            moment = as_moment(value)
            return Tested(name, moment, self, None, opened.inside(moment))

        return Ask((doors(names, self.inside), names.get(name)), tested)

    def explain(self, name: str, against: Against = None) -> Wording:
        return worded(
            "{subject} lies inside these hours: {hours}", subject=Label(name), hours=Called("hours", self.inside)
        )
