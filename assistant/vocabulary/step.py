"""The registry of steps, and the counts that they take: a number, a name, a table's cell."""

from collections.abc import Callable
from decimal import Decimal
from typing import Annotated

from pydantic import Discriminator, Tag

from assistant.model.record import Count, Id, literal_or_mapping, number_or_name
from assistant.vocabulary.cell import Cell
from assistant.vocabulary.trail import Names, Run, Step
from assistant.vocabulary.word import NUMBER_OR_NAME, Registry
from assistant.vocabulary.wording import Value

CountOrName = Annotated[
    Annotated[Count, Tag("#number")] | Annotated[Id, Tag("#name")], Discriminator(number_or_name), NUMBER_OR_NAME
]
CountOrCell = Annotated[
    Annotated[Count, Tag("#literal")] | Annotated[Cell, Tag("#mapping")],
    Discriminator(literal_or_mapping),
    NUMBER_OR_NAME,
]


STEPS: Registry[Step] = Registry("step", "a step is wanted")


def count(names: Names, amount: int | str | Cell) -> Callable[[Run], int]:
    """What gives a count: a literal, or the whole number that a name or a cell stands for. Raises `TypeError`."""
    if isinstance(amount, int):
        return lambda run: amount
    get = amount.compiled(names) if isinstance(amount, Cell) else names.get(amount)
    return lambda run: _whole(get(run))


def _whole(value: Value) -> int:
    if isinstance(value, bool | Decimal) or not isinstance(value, int):
        raise TypeError(f"not a whole number: {value!r}")
    return value
