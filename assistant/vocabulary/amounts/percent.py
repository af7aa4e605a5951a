"""`percent`: so many hundredths of an amount."""

from fractions import Fraction

from assistant.errors import Wording, worded
from assistant.vocabulary.amount import AMOUNTS, Operand, multiplied
from assistant.vocabulary.trail import AmountStep, Grain, Names, Reckon, Reckoned


@AMOUNTS.register
class Percent(AmountStep):
    """So many percent of the amount."""

    known_as = ("percentage",)
    example = "{percent: 20}"

    percent: Operand
    """How many percent: a number, its name, or the table's cell that says it."""

    @classmethod
    def grain(cls, before: Grain, operand: Grain, written: Fraction | None) -> Grain:
        return before * operand / 100 if before is not None and operand is not None else None

    def compiled(self, names: Names) -> Reckon:
        return multiplied(self, names, self.percent, lambda amount, percent: amount * percent / 100)

    def explain(self, reckoned: Reckoned) -> Wording:
        return worded("{amount} percent of it: {result}", amount=reckoned.amount, result=reckoned.after)
