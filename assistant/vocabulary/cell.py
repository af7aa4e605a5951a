"""A table's cell: what something derived is, or where a step finds its count or its time of day."""

from collections.abc import Callable, Iterator
from typing import Annotated

from assistant.model.record import Id
from assistant.vocabulary.trail import Get, Names, Read, Run
from assistant.vocabulary.word import COLUMN, ROW, TABLE, Word


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
