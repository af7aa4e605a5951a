"""`before`: days before, numbers below."""

import operator

from assistant.errors import Wording, worded
from assistant.vocabulary.condition import CONDITIONS
from assistant.vocabulary.order import Operand, Order


@CONDITIONS.register
class Before(Order):
    """Holds on days (or numbers) before the operand."""

    known_as = ("lt", "less_than", "below", "earlier_than")
    example = "{event_on: {before: 2027-04-01}}"

    compare = staticmethod(operator.lt)

    before: Operand
    """A day, a number, or the name of one."""

    @classmethod
    def worded(cls, subject: object, value: object, days: bool) -> Wording:
        """The condition in words."""
        if days:
            return worded("{subject} is before {value}", subject=subject, value=value)
        return worded("{subject}: below {value}", subject=subject, value=value)
