"""`plus`: an amount and another."""

import operator

from assistant.errors import Wording, worded
from assistant.vocabulary.amount import AMOUNTS, Operand, added
from assistant.vocabulary.trail import AmountStep, Names, Reckon, Reckoned


@AMOUNTS.register
class Plus(AmountStep):
    """The amount and another one, of the same currency."""

    known_as = ("add",)
    example = "{plus: 500}"

    adds = True

    plus: Operand
    """The other: a number, its name, or the table's cell that says it."""

    def compiled(self, names: Names) -> Reckon:
        return added(self, names, self.plus, operator.add)

    def explain(self, reckoned: Reckoned) -> Wording:
        return worded("Plus {amount}: {result}", amount=reckoned.amount, result=reckoned.after)
