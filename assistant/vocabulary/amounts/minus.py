"""`minus`: an amount without another."""

import operator

from assistant.errors import Wording, worded
from assistant.vocabulary.amount import AMOUNTS, Operand, added
from assistant.vocabulary.trail import AmountStep, Names, Reckon, Reckoned


@AMOUNTS.register
class Minus(AmountStep):
    """The amount without another one, of the same currency."""

    known_as = ("subtract",)
    example = "{minus: voucher}"

    adds = True

    minus: Operand
    """The other: a number, its name, or the table's cell that says it."""

    def compiled(self, names: Names) -> Reckon:
        return added(self, names, self.minus, operator.sub)

    def explain(self, reckoned: Reckoned) -> Wording:
        return worded("Minus {amount}: {result}", amount=reckoned.amount, result=reckoned.after)
