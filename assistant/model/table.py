"""Tables: one value for each row and column, from CSV."""

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field, PlainSerializer, PlainValidator, ValidationInfo, model_validator

from assistant.errors import told
from assistant.model.quantity import Duration, Quantity, decimals
from assistant.model.record import (
    ClauseIds,
    Id,
    ReadingId,
    Record,
    Text,
    read_clock,
    read_count,
    read_day,
    read_signed,
    shown,
    unfit,
)

CellValue = dt.date | dt.time | int | str | Decimal | Duration
DURATION = re.compile(r"(?P<number>-?(?:0|[1-9][0-9]{0,5})(?:\.[0-9]{1,3})?)(?P<unit>h|min|d|wd)")
WHOLE_UNITS = ("min", "d", "wd")


def read_duration(raw: str) -> Duration:
    """A length of time from `4h`, `30min`, `2d` or `3wd`; only hours may have decimals."""
    found = DURATION.fullmatch(raw)
    if not found or ("." in found["number"] and found["unit"] in WHOLE_UNITS):
        raise unfit(
            told("a length of time is wanted here, not {given}", given=shown(raw)),
            told("write it as 4h, 30min, 2d or 3wd"),
        )
    return Duration(Decimal(found["number"]), found["unit"])


def read_money(raw: str, currency: str) -> Quantity:
    """An amount of money in a currency, with at most as many decimals as that has."""
    amount, places = read_signed(raw), len(raw.partition(".")[2])
    if places > decimals(currency):
        raise unfit(
            told("{given} has more decimals than {currency}", given=raw, currency=currency),
            told("write at most {most}", most=decimals(currency)),
        )
    return Quantity(amount, currency)


def _clock(raw: str) -> dt.time:
    """A time of day as it stands in a file, or with the seconds that compiled tables have."""
    return read_clock(raw[:-3] if len(raw) == len("17:00:00") and raw.endswith(":00") else raw)


READ: dict[str, Callable[[str], CellValue]] = {
    "date": read_day,
    "integer": read_count,
    "time": _clock,
    "number": read_signed,
    "duration": read_duration,
}


class CellDoubt(Record):
    """A reading that holds for one cell only."""

    row: Id
    """The cell's row."""
    column: Id
    """The cell's column."""
    reading: ReadingId
    """The reading that holds there."""


CellKind = Literal["date", "integer", "time", "number", "money", "duration"]
NO_COLUMNS = told("only a table that holds mixed things has columns here"), told("take columns: out")
COLUMNS = told("'{key}' is missing", key="columns"), told("add {key}:", key="columns")
NO_CURRENCY = told("money without its currency"), told("add {key}:", key="currency")


class TableAbout(Record):
    """What a table holds: days, numbers, money …; the marks it may hold instead; where it comes from."""

    label: Text
    """What the table gives: "Working days until the visit"."""
    holds: CellKind | Literal["mixed"]
    """What its cells are: date, integer, time, number, money or duration; or mixed, by column."""
    columns: dict[Id, CellKind] = {}
    """What the cells of each column are, where they are mixed."""
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] | None = None
    """The currency of its money: JPY."""
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

    @model_validator(mode="after")
    def _whole(self) -> Self:
        """Raises where columns, or a currency, are missing."""
        if (self.holds == "mixed") != bool(self.columns):
            raise unfit(*(COLUMNS if self.holds == "mixed" else NO_COLUMNS))
        if "money" in (self.holds, *self.columns.values()) and self.currency is None:
            raise unfit(*NO_CURRENCY)
        return self

    def kind(self, column: str) -> CellKind:
        """What the cells of a column are. Raises `KeyError` for one of which nothing is said."""
        return self.columns[column] if self.holds == "mixed" else self.holds

    def read(self, column: str, text: str) -> CellValue:
        """A cell's value: a mark, or what the column holds. Raises `PydanticCustomError`."""
        if text in self.marks:
            return text
        kind = self.kind(column)
        if kind == "money":
            return read_money(text, self.currency or "")
        return READ[kind](text)


def _rows(raw: object, info: ValidationInfo) -> object:
    """Cells that are written as text are read again as their column has it."""
    about = info.data.get("about")
    if not isinstance(about, TableAbout) or not isinstance(raw, dict):
        raise unfit(told("a table needs a heading line and rows"), told("write row,column,… first"))
    return {
        row: {column: about.read(column, cell) if isinstance(cell, str) else cell for column, cell in cells.items()}
        for row, cells in raw.items()
    }


def _written(rows: dict[str, dict[str, CellValue]]) -> dict[str, dict[str, int | str]]:
    return {row: {column: _text(cell) for column, cell in cells.items()} for row, cells in rows.items()}


def _text(cell: CellValue) -> int | str:
    if isinstance(cell, dt.date | dt.time):
        return cell.isoformat()
    return cell if isinstance(cell, int) else str(cell)


class Table(Record):
    """A table with its cells; a mark is a string, anything else is of the kind that `about` names for its column."""

    about: TableAbout
    rows: Annotated[dict[str, dict[str, CellValue]], PlainValidator(_rows), PlainSerializer(_written, when_used="json")]
