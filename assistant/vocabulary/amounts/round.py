"""`round`: an amount in steps of so much."""

from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import Annotated, Literal

from pydantic import AfterValidator

from assistant.errors import Wording, told, worded
from assistant.model.quantity import Quantity
from assistant.model.record import Amount, Record, unfit
from assistant.vocabulary.step import AMOUNTS
from assistant.vocabulary.trail import AmountStep, Grain, Names, Reckon, Reckoned, Run

HALF = Fraction(1, 2)


def _something(to: Decimal) -> Decimal:
    if not to:
        raise unfit(told("nothing can be rounded to 0"), told('write the step, as "0.01" or "100"'))
    return to


class Rounding(Record):
    """To what an amount is rounded, and which way."""

    to: Annotated[Amount, AfterValidator(_something)]
    """The step: "0.01", "1", "100"."""
    way: Literal["up", "down", "half-up"]
    """Which way: away from zero, towards it, or to the nearest step, from the middle away from zero."""


@AMOUNTS.register
class Round(AmountStep):
    """The amount in whole steps of so much: rounded up, down, or to the nearest one."""

    example = '{round: {to: "100", way: down}}'

    round: Rounding
    """To what, and which way: {to: "0.01", way: half-up}."""

    @classmethod
    def grain(cls, before: Grain, operand: Grain, written: Fraction | None) -> Grain:
        return written

    def compiled(self, names: Names) -> Reckon:
        to, way = self.round.to, ROUNDED[self.round.way]

        def reckon(run: Run, before: Quantity) -> Reckoned:
            steps = abs(before.exact) / Fraction(to)
            after = way(steps) * Fraction(to) * (1 if before.exact >= 0 else -1)
            return Reckoned(self, before, Quantity(after, before.currency), to)

        return reckon

    def explain(self, reckoned: Reckoned) -> Wording:
        amount, result = reckoned.amount, reckoned.after
        match self.round.way:
            case "up":
                return worded("Rounded up to a multiple of {amount}: {result}", amount=amount, result=result)
            case "down":
                return worded("Rounded down to a multiple of {amount}: {result}", amount=amount, result=result)
        return worded("Rounded to the nearest multiple of {amount}: {result}", amount=amount, result=result)


ROUNDED = {"up": ceil, "down": floor, "half-up": lambda steps: floor(steps + HALF)}
