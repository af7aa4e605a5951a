"""The registry of what is done to amounts, and what each works with: a number, a name, a table's cell."""

from decimal import Decimal

from assistant.vocabulary.cell import Cell
from assistant.vocabulary.step import SomeOf
from assistant.vocabulary.trail import AmountStep, Get, Names
from assistant.vocabulary.word import Registry

AMOUNTS: Registry[AmountStep] = Registry("amount", "a step of an amount is wanted", "amounts")
Operand = SomeOf
"""A number, the name of one, or the cell that says it."""


def operand(names: Names, amount: Decimal | str | Cell) -> Get:
    """What gives the value that a step works with."""
    if isinstance(amount, Decimal):
        return lambda run: amount
    return amount.compiled(names) if isinstance(amount, Cell) else names.get(amount)
