"""`divided_by`: an equal part of an amount."""

from fractions import Fraction

from assistant.errors import Refusal, Wording, worded
from assistant.vocabulary.amount import AMOUNTS, Operand, multiplied
from assistant.vocabulary.trail import AmountStep, Grain, Names, Reckon, Reckoned


@AMOUNTS.register
class DividedBy(AmountStep):
    """The amount divided by a number. A rule before it must make sure that this is never zero."""

    known_as = ("divide",)
    example = "{divided_by: 12}"

    divided_by: Operand
    """The number: written, its name, or the table's cell that says it."""

    @classmethod
    def grain(cls, before: Grain, operand: Grain, written: Fraction | None) -> Grain:
        return before / written if before is not None and written else None

    def compiled(self, names: Names) -> Reckon:
        return multiplied(self, names, self.divided_by, _divided)

    def explain(self, reckoned: Reckoned) -> Wording:
        return worded("Divided by {amount}: {result}", amount=reckoned.amount, result=reckoned.after)


def _divided(amount: Fraction, by: Fraction) -> Fraction:
    if not by:
        raise Refusal("divided-by-zero")
    return amount / by
