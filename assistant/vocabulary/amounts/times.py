"""`times`: an amount so many times."""

import operator
from fractions import Fraction

from assistant.errors import Wording, worded
from assistant.vocabulary.amount import AMOUNTS, Operand, multiplied
from assistant.vocabulary.trail import AmountStep, Grain, Names, Reckon, Reckoned


@AMOUNTS.register
class Times(AmountStep):
    """The amount so many times."""

    known_as = ("multiply", "multiplied_by")
    example = "{times: nights}"

    times: Operand
    """How many times: a number, its name, or the table's cell that says it."""

    @classmethod
    def grain(cls, before: Grain, operand: Grain, written: Fraction | None) -> Grain:
        return before * operand if before is not None and operand is not None else None

    def compiled(self, names: Names) -> Reckon:
        return multiplied(self, names, self.times, operator.mul)

    def explain(self, reckoned: Reckoned) -> Wording:
        return worded("Times {amount}: {result}", amount=reckoned.amount, result=reckoned.after)
