"""The registries of steps, of days and of amounts, and what they work with: a number, a name, a table's cell."""

import datetime as dt
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Annotated, Any

from pydantic import Discriminator, Tag

from assistant.errors import Refusal
from assistant.model.record import Count, Id, Signed, literal_or_mapping, number_or_name
from assistant.vocabulary.days import as_day, as_moment
from assistant.vocabulary.trail import AmountStep, Get, Names, Read, Run, Step, Taken
from assistant.vocabulary.word import COLUMN, NUMBER_OR_NAME, ROW, TABLE, Registry, Word
from assistant.vocabulary.wording import Value


class Cell(Word):
    """
    A table's cell. `row` and `column` each name the fact or derived thing whose value is the row or the column, or
    are an id of the table itself. A table of one column needs none.
    """

    table: Annotated[Id, TABLE]
    """The table's id, as under `tables` in policy.yaml."""
    row: Annotated[Id, ROW]
    """What names the row."""
    column: Annotated[Id | None, COLUMN] = None
    """What names the column."""

    def reads(self) -> Iterator[tuple[str, str]]:
        """The names of the row and the column come before the cell."""
        yield "name", self.row
        if self.column:
            yield "name", self.column
        yield "table", self.table

    def place(self, names: Names) -> Callable[[Run], tuple[str, str]]:
        """What gives the row and the column. Raises `KeyError` for a row that the table does not have."""
        rows, row = names.tables[self.table].rows, _id(names, self.row)
        if self.column is None:
            return lambda run: (found := row(run), next(iter(rows[found])))
        column = _id(names, self.column)
        return lambda run: (row(run), column(run))

    def named(self, names: Names) -> tuple[Read, ...]:
        """What gives the ids that say which row and column it is."""
        return tuple(_id(names, name) for name in (self.row, self.column) if name and names.known(name))

    def compiled(self, names: Names) -> Get:
        """What gives the cell's value. Raises `KeyError` for a row or column that the table does not have."""
        rows, row = names.tables[self.table].rows, _id(names, self.row)
        if self.column is None:
            only = {id_: next(iter(cells.values())) for id_, cells in rows.items()}
            return lambda run: only[row(run)]
        column = _id(names, self.column)
        return lambda run: rows[row(run)][column(run)]


def _id(names: Names, name: str) -> Callable[[Run], str]:
    if not names.known(name):
        return lambda run: name
    get = names.banded(name)
    # What may be one of some ids is text already.
    return get if names.choices(name) else lambda run: str(get(run))  # type: ignore[return-value]  # ids are text


def _number_name_or_cell(raw: Any) -> str:
    return "#mapping" if literal_or_mapping(raw) == "#mapping" else number_or_name(raw)


CountOf = Annotated[
    Annotated[Count, Tag("#number")] | Annotated[Id, Tag("#name")] | Annotated[Cell, Tag("#mapping")],
    Discriminator(_number_name_or_cell),
    NUMBER_OR_NAME,
]
"""A whole number, below zero too; the name of one; or the cell that says it."""
SomeOf = Annotated[
    Annotated[Signed, Tag("#number")] | Annotated[Id, Tag("#name")] | Annotated[Cell, Tag("#mapping")],
    Discriminator(_number_name_or_cell),
    NUMBER_OR_NAME,
]
"""A number with decimals, below zero too; the name of one; or the cell that says it."""

STEPS: Registry[Step] = Registry("step", "a step is wanted", "steps")
AMOUNTS: Registry[AmountStep] = Registry("amount", "a step of an amount is wanted", "amounts")


def count(names: Names, amount: int | str | Cell) -> Callable[[Run], int]:
    """
    What gives a count: a literal, or the whole number that a name or a cell stands for. Raises `TypeError` for what is
    no number, `Refusal` for a number that is not whole.
    """
    if isinstance(amount, int):
        return lambda run: amount
    get = operand(names, amount)
    return lambda run: _whole(get(run))


def some(names: Names, amount: Decimal | str | Cell) -> Callable[[Run], Decimal]:
    """What gives a number, whole or not: a literal, or what a name or a cell stands for. Raises `TypeError`."""
    if isinstance(amount, Decimal):
        return lambda run: amount
    get = operand(names, amount)
    return lambda run: Decimal(_number(get(run)))


def clock(names: Names, time: dt.time | str | Cell) -> Callable[[Run], dt.time]:
    """What gives a time of day: a literal, or what a name or a cell stands for. Raises `TypeError`."""
    get = operand(names, time)

    def read(run: Run) -> dt.time:
        value = get(run)
        if not isinstance(value, dt.time):
            raise TypeError(f"not a time of day: {value!r}")
        return value

    return read


def operand(names: Names, amount: Decimal | dt.time | str | Cell) -> Get:
    """What gives a literal, or the value that a name or a cell stands for."""
    if isinstance(amount, Decimal | dt.time):
        return lambda run: amount
    return amount.compiled(names) if isinstance(amount, Cell) else names.get(amount)


def _number(value: Value) -> int | Decimal:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise TypeError(f"not a number: {value!r}")
    return value


def _whole(value: Value) -> int:
    if type(value) is int:
        return value
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise TypeError(f"not a whole number: {value!r}")
    if value % 1:
        raise Refusal("no-whole-count", given=str(value))
    return int(value)


def on_the_cut_off(taken: Taken) -> bool:
    """Whether a step that counts up to a time of day began at that very time, and took it for in time."""
    on_time = isinstance(taken.amount, dt.time) and as_day(taken.before) == taken.after
    return on_time and as_moment(taken.before).time() == taken.amount
