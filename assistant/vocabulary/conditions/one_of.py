"""`one_of`: which of some ids a value is."""

from typing import Annotated

from pydantic import BeforeValidator

from assistant.errors import Wording, worded
from assistant.model.record import Id, as_list
from assistant.vocabulary.condition import CONDITIONS
from assistant.vocabulary.trail import Against, Ask, Condition, Names, Tested
from assistant.vocabulary.wording import Label, Options, Value


@CONDITIONS.register
class OneOf(Condition):
    """Holds where the choice, the yes/no, the band or the table's mark is one of these ids."""

    known_as = ("in", "is", "equals", "eq")
    example = "{room: [great, small]}"

    of_ids = True
    fits = frozenset({"ids"})

    one_of: Annotated[tuple[Id, ...], BeforeValidator(as_list)]
    """The ids for which it holds."""

    def compiled(self, name: str, names: Names) -> Ask:
        ids = frozenset(self.one_of)
        return Ask((names.banded(name),), lambda value: Tested(name, value, self, None, value in ids))

    def side(self, value: Value, against: Value | None) -> bool:
        return value in self.one_of

    def explain(self, name: str, against: Against = None) -> Wording:
        return worded("{subject}: {options}", subject=Label(name), options=Options(self.one_of, name))
