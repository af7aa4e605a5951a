"""`at_least`: an amount, or another where that is more."""

from assistant.errors import Wording, worded
from assistant.vocabulary.amount import AMOUNTS, Operand, added
from assistant.vocabulary.trail import AmountStep, Names, Reckon, Reckoned


@AMOUNTS.register
class NotLess(AmountStep):
    """The amount, or this one where it is more."""

    known_as = ("min", "minimum")
    example = "{at_least: 3000}"

    adds = True

    at_least: Operand
    """The least that comes of it: a number, its name, or the table's cell that says it."""

    def compiled(self, names: Names) -> Reckon:
        return added(self, names, self.at_least, max)

    def explain(self, reckoned: Reckoned) -> Wording:
        return worded("At least {amount}: {result}", amount=reckoned.amount, result=reckoned.after)
