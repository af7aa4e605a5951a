"""`includes_any`: one of some options among several."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from assistant.errors import Wording, worded
from assistant.model.record import Id, as_list
from assistant.vocabulary.condition import CONDITIONS
from assistant.vocabulary.inclusion import Inclusion
from assistant.vocabulary.wording import Label, Options


@CONDITIONS.register
class IncludesAny(Inclusion):
    """Holds where at least one of these options is among those that are chosen."""

    example = "{extras: {includes_any: [chairs, sound]}}"

    includes_any: Annotated[tuple[Id, ...], Field(min_length=1), BeforeValidator(as_list)]
    """The options' ids."""

    def holds(self, chosen: frozenset[str]) -> bool:
        return not chosen.isdisjoint(self.includes_any)

    def explain(self, name: str, against: object = None) -> Wording:
        return worded("{subject}: with {options}", subject=Label(name), options=Options(self.includes_any, name))
