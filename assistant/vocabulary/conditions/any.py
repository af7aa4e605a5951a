"""`any`: one of several sets of conditions."""

from assistant.errors import Wording, worded
from assistant.vocabulary.alternatives import Alternatives, Sets
from assistant.vocabulary.condition import CONDITIONS


@CONDITIONS.register
class AnyOf(Alternatives):
    """Holds where one of these sets of conditions does; they are asked from the top. A key of `when`, not a test."""

    example = "{any: [{room: great}, {guests: {at_most: 50}}]}"

    wanted = True

    any: Sets
    """The sets: a list of mappings as under `when`."""

    def worded(self, sets: object) -> Wording:
        """The condition in words."""
        return worded("One of these holds: {sets}", sets=sets)
