"""`after`: days after, numbers above."""

import operator

from assistant.errors import Wording, worded
from assistant.vocabulary.condition import CONDITIONS
from assistant.vocabulary.order import Operand, Order


@CONDITIONS.register
class After(Order):
    """Holds on days after the operand, and for numbers above it."""

    known_as = ("gt", "greater_than", "more_than", "above", "later_than")
    example = "{event_on: {after: on}}"

    compare = staticmethod(operator.gt)

    after: Operand
    """A day, a number, or the name of one."""

    @classmethod
    def worded(cls, subject: object, value: object, days: bool) -> Wording:
        """The condition in words."""
        if days:
            return worded("{subject} is after {value}", subject=subject, value=value)
        return worded("{subject}: above {value}", subject=subject, value=value)
