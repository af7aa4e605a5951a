"""`at_most`: an amount, or another where that is less."""

from assistant.errors import Wording, worded
from assistant.vocabulary.amount import AMOUNTS, Operand, added
from assistant.vocabulary.trail import AmountStep, Names, Reckon, Reckoned


@AMOUNTS.register
class NotMore(AmountStep):
    """The amount, or this one where it is less."""

    known_as = ("max", "maximum", "cap")
    example = "{at_most: 50000}"

    adds = True

    at_most: Operand
    """The most that comes of it: a number, its name, or the table's cell that says it."""

    def compiled(self, names: Names) -> Reckon:
        return added(self, names, self.at_most, min)

    def explain(self, reckoned: Reckoned) -> Wording:
        return worded("At most {amount}: {result}", amount=reckoned.amount, result=reckoned.after)
