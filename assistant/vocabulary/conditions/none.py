"""`none`: none of several sets of conditions."""

from assistant.errors import Wording, worded
from assistant.vocabulary.alternatives import Alternatives, Sets
from assistant.vocabulary.condition import CONDITIONS


@CONDITIONS.register
class NoneOf(Alternatives):
    """Holds where none of these sets of conditions does; they are asked from the top. A key of `when`, not a test."""

    example = "{none: [{event_on: {weekday: sun}}]}"

    wanted = False

    none: Sets
    """The sets: a list of mappings as under `when`."""

    def worded(self, sets: object) -> Wording:
        """The condition in words."""
        return worded("None of these holds: {sets}", sets=sets)
