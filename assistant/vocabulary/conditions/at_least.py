"""`at_least`: from an edge on."""

import operator

from assistant.errors import Wording, worded
from assistant.vocabulary.condition import CONDITIONS
from assistant.vocabulary.order import Operand, Order


@CONDITIONS.register
class AtLeast(Order):
    """Holds from the operand on, which is included."""

    known_as = ("gte", "min", "minimum", "not_before")
    example = "{guests: {at_least: 50}}"

    compare = staticmethod(operator.ge)

    at_least: Operand
    """A day, a number, or the name of one."""

    @classmethod
    def worded(cls, subject: object, value: object, days: bool) -> Wording:
        """The condition in words."""
        if days:
            return worded("{subject} is {value} or later", subject=subject, value=value)
        return worded("{subject}: {value} or more", subject=subject, value=value)
