"""`includes`: one option among several."""

from assistant.errors import Wording, worded
from assistant.model.record import Id
from assistant.vocabulary.condition import CONDITIONS
from assistant.vocabulary.inclusion import Inclusion
from assistant.vocabulary.wording import Label, Options


@CONDITIONS.register
class Includes(Inclusion):
    """Holds where this option is among those that are chosen."""

    example = "{extras: {includes: chairs}}"

    includes: Id
    """The option's id."""

    def holds(self, chosen: frozenset[str]) -> bool:
        return self.includes in chosen

    def explain(self, name: str, against: object = None) -> Wording:
        return worded("{subject}: with {options}", subject=Label(name), options=Options((self.includes,), name))
