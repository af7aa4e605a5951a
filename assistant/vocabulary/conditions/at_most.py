"""`at_most`: up to an edge."""

import operator

from assistant.errors import Wording, worded
from assistant.vocabulary.condition import CONDITIONS
from assistant.vocabulary.order import Operand, Order


@CONDITIONS.register
class AtMost(Order):
    """Holds up to the operand, which is included."""

    known_as = ("lte", "max", "maximum", "until", "up_to", "not_after")
    example = '{begins: {at_most: "17:00"}}'

    compare = staticmethod(operator.le)

    at_most: Operand
    """A day, a number, or the name of one."""

    @classmethod
    def worded(cls, subject: object, value: object, days: bool) -> Wording:
        """The condition in words."""
        if days:
            return worded("{subject} is {value} or earlier", subject=subject, value=value)
        return worded("{subject}: {value} or less", subject=subject, value=value)
