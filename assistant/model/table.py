"""Tables: one value for each row and column, from CSV."""

import datetime as dt
from typing import Literal

from assistant.model.record import ClauseIds, Id, ReadingId, Record, Text


class CellDoubt(Record):
    """A reading that holds for one cell only."""

    row: Id
    """The cell's row."""
    column: Id
    """The cell's column."""
    reading: ReadingId
    """The reading that holds there."""


class TableAbout(Record):
    """What a table holds: days, whole numbers or times of day; the marks it may hold instead; where it comes from."""

    label: Text
    """What the table gives: "Working days until the visit"."""
    holds: Literal["date", "integer", "time"]
    """What its cells are."""
    marks: dict[Id, Text] = {}
    """Words that a cell may hold instead, with what they mean: `none: No notice`."""
    names: dict[Id, Text] = {}
    """Names of rows and columns that are no options of a fact."""
    cites: ClauseIds
    """The clauses behind the table as a whole."""
    cell_cites: dict[Id, dict[Id, ClauseIds]] = {}
    """The clauses behind one cell, by row and column, where they are not those of the whole table."""
    doubts: tuple[CellDoubt, ...] = ()
    """Cells that can be read in two ways."""


CellValue = dt.date | dt.time | int | str


class Table(Record):
    """A table with its cells; a mark is a string, anything else is of the kind that `about.holds` names."""

    about: TableAbout
    rows: dict[str, dict[str, CellValue]]
