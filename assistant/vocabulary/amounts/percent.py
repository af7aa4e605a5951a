"""`percent`: so many hundredths of an amount."""

from collections.abc import Mapping

from assistant.errors import Wording, worded
from assistant.vocabulary.amount import AMOUNTS, Operand, multiplied
from assistant.vocabulary.trail import AmountStep, Names, Reckon, Reckoned


@AMOUNTS.register
class Percent(AmountStep):
    """So many percent of the amount."""

    known_as = ("percentage",)
    example = "{percent: 20}"

    percent: Operand
    """How many percent: a number, its name, or the table's cell that says it."""

    @classmethod
    def whole(cls, before: bool, operand: bool | None, written: Mapping[str, object], unit: int) -> bool:
        return before and written.get("percent") == "100"

    def compiled(self, names: Names) -> Reckon:
        return multiplied(self, names, self.percent, lambda amount, percent: amount * percent / 100)

    def explain(self, reckoned: Reckoned) -> Wording:
        return worded("{amount} percent of it: {result}", amount=reckoned.amount, result=reckoned.after)
