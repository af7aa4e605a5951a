"""`includes_all`: all of some options among several."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from assistant.errors import Wording, worded
from assistant.model.record import Id, as_list
from assistant.vocabulary.condition import CONDITIONS
from assistant.vocabulary.inclusion import Inclusion
from assistant.vocabulary.wording import Every, Label


@CONDITIONS.register
class IncludesAll(Inclusion):
    """Holds where all of these options are among those that are chosen."""

    example = "{extras: {includes_all: [chairs, sound]}}"

    includes_all: Annotated[tuple[Id, ...], Field(min_length=1), BeforeValidator(as_list)]
    """The options' ids."""

    def holds(self, chosen: frozenset[str]) -> bool:
        return chosen.issuperset(self.includes_all)

    def explain(self, name: str, against: object = None) -> Wording:
        return worded("{subject}: with {options}", subject=Label(name), options=Every(self.includes_all, name))
