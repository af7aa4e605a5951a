"""The registry of what is done to amounts, and what each works with: a number, a name, a table's cell."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from assistant.errors import Refusal
from assistant.model.quantity import Quantity, currency_of, exactly
from assistant.vocabulary.cell import Cell
from assistant.vocabulary.step import SomeOf
from assistant.vocabulary.trail import AmountStep, Get, Names, Reckon, Reckoned, Run
from assistant.vocabulary.word import Registry
from assistant.vocabulary.wording import Value

AMOUNTS: Registry[AmountStep] = Registry("amount", "a step of an amount is wanted", "amounts")
Operand = SomeOf
"""A number, the name of one, or the cell that says it."""


def operand(names: Names, amount: Decimal | str | Cell) -> Get:
    """What gives the value that a step works with."""
    if isinstance(amount, Decimal):
        return lambda run: amount
    return amount.compiled(names) if isinstance(amount, Cell) else names.get(amount)


def added(step: AmountStep, names: Names, amount: Decimal | str | Cell,
          combine: Callable[[Fraction, Fraction], Fraction]) -> Reckon:  # fmt: skip
    """A step that combines an amount with another of its kind; a plain number is of any. Raises `Refusal`."""
    get = operand(names, amount)

    def reckon(run: Run, before: Quantity) -> Reckoned:
        value = get(run)
        currency = currency_of(value) or before.currency
        if before.currency not in (None, currency):
            raise Refusal("currencies-mixed", one=str(before.currency), other=str(currency))
        after = Quantity(combine(before.exact, exactly(value)), currency)
        return Reckoned(step, before, after, Quantity(exactly(value), currency))

    return reckon


def multiplied(step: AmountStep, names: Names, amount: Decimal | str | Cell,
               combine: Callable[[Fraction, Fraction], Fraction]) -> Reckon:  # fmt: skip
    """A step that combines an amount with a plain number; of two of which one is money, money comes."""
    get = operand(names, amount)

    def reckon(run: Run, before: Quantity) -> Reckoned:
        value = get(run)
        if before.currency and currency_of(value):
            raise Refusal("currencies-mixed", one=before.currency, other=str(currency_of(value)))
        after = Quantity(combine(before.exact, exactly(value)), before.currency or currency_of(value))
        return Reckoned(step, before, after, _plain(value))

    return reckon


def _plain(value: Value) -> Quantity:
    return value if isinstance(value, Quantity) else Quantity(exactly(value))
