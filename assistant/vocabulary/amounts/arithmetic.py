"""`plus`, `minus`, `at_least`, `at_most`, `times`, `divided_by`, `percent`, `round`: an amount and a number."""

import operator
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator

from assistant.errors import Refusal, Wording, told, worded
from assistant.model.quantity import Quantity, currency_of, exactly
from assistant.model.record import Amount, Record, unfit
from assistant.vocabulary.step import AMOUNTS, SomeOf, operand
from assistant.vocabulary.trail import AmountStep, Grain, Names, Reckon, Reckoned, Run

HALF = Fraction(1, 2)
ROUNDED = {"up": ceil, "down": floor, "half-up": lambda steps: floor(steps + HALF)}


class Arithmetic(AmountStep):
    """
    Combines an amount with another of its kind where it `adds`, a plain number being of any; else with a plain number,
    and of two of which one is money, money comes.
    """

    combine: ClassVar[Callable[..., Fraction]]
    said: ClassVar[Wording]
    """What was done: with what `amount`, and the `result`."""

    def compiled(self, names: Names) -> Reckon:
        """Raises `Refusal` where two currencies meet, or money is multiplied by money."""
        get, combine, adds = operand(names, getattr(self, self.key())), self.combine, self.adds

        def reckon(run: Run, before: Quantity) -> Reckoned:
            value = get(run)
            other, exact = currency_of(value), exactly(value)
            if before.currency and other and not (adds and other == before.currency):
                raise Refusal("currencies-mixed", one=before.currency, other=other)
            currency = before.currency or other
            after = Quantity(combine(before.exact, exact), currency)
            return Reckoned(self, before, after, Quantity(exact, currency if adds else other))

        return reckon

    def explain(self, reckoned: Reckoned) -> Wording:
        return self.said.holding(amount=reckoned.amount, result=reckoned.after)


@AMOUNTS.register
class Plus(Arithmetic):
    """The amount and another one, of the same currency."""

    known_as = ("add",)
    example = "{plus: 500}"
    adds = True
    combine = staticmethod(operator.add)
    said = worded("Plus {amount}: {result}")

    plus: SomeOf
    """The other: a number, its name, or the table's cell that says it."""


@AMOUNTS.register
class Minus(Arithmetic):
    """The amount without another one, of the same currency."""

    known_as = ("subtract",)
    example = "{minus: voucher}"
    adds = True
    combine = staticmethod(operator.sub)
    said = worded("Minus {amount}: {result}")

    minus: SomeOf
    """The other: a number, its name, or the table's cell that says it."""


@AMOUNTS.register
class NotLess(Arithmetic):
    """The amount, or this one where it is more."""

    known_as = ("min", "minimum")
    example = "{at_least: 3000}"
    adds = True
    combine = staticmethod(max)
    said = worded("At least {amount}: {result}")

    at_least: SomeOf
    """The least that comes of it: a number, its name, or the table's cell that says it."""


@AMOUNTS.register
class NotMore(Arithmetic):
    """The amount, or this one where it is less."""

    known_as = ("max", "maximum", "cap")
    example = "{at_most: 50000}"
    adds = True
    combine = staticmethod(min)
    said = worded("At most {amount}: {result}")

    at_most: SomeOf
    """The most that comes of it: a number, its name, or the table's cell that says it."""


@AMOUNTS.register
class Times(Arithmetic):
    """The amount so many times."""

    known_as = ("multiply", "multiplied_by")
    example = "{times: nights}"
    combine = staticmethod(operator.mul)
    said = worded("Times {amount}: {result}")

    times: SomeOf
    """How many times: a number, its name, or the table's cell that says it."""

    @classmethod
    def grain(cls, before: Grain, operand: Grain, written: Fraction | None) -> Grain:
        return before * operand if before is not None and operand is not None else None


def _divided(amount: Fraction, by: Fraction) -> Fraction:
    if not by:
        raise Refusal("divided-by-zero")
    return amount / by


@AMOUNTS.register
class DividedBy(Arithmetic):
    """The amount divided by a number. A rule before it must make sure that this is never zero."""

    known_as = ("divide",)
    example = "{divided_by: 12}"
    combine = staticmethod(_divided)
    said = worded("Divided by {amount}: {result}")

    divided_by: SomeOf
    """The number: written, its name, or the table's cell that says it."""

    @classmethod
    def grain(cls, before: Grain, operand: Grain, written: Fraction | None) -> Grain:
        return before / written if before is not None and written else None


@AMOUNTS.register
class Percent(Arithmetic):
    """So many percent of the amount."""

    known_as = ("percentage",)
    example = "{percent: 20}"
    combine = staticmethod(lambda amount, percent: amount * percent / 100)
    said = worded("{amount} percent of it: {result}")

    percent: SomeOf
    """How many percent: a number, its name, or the table's cell that says it."""

    @classmethod
    def grain(cls, before: Grain, operand: Grain, written: Fraction | None) -> Grain:
        return before * operand / 100 if before is not None and operand is not None else None


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
