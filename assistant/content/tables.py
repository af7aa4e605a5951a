"""Tables from CSV: the first column names the row, the first line the columns; every cell is checked."""

import csv
import io
from typing import Any

from pydantic_core import PydanticCustomError

from assistant.content.describe import near
from assistant.errors import ContentError, Fault
from assistant.model.record import read_clock, read_count, read_day
from assistant.model.table import CellValue, Table, TableAbout

READ = {"date": read_day, "integer": read_count, "time": read_clock}


def _column(line: str, place: int) -> int:
    """Where the cell at `place` begins in its line, from 1."""
    return sum(len(cell) + 1 for cell in line.split(",")[:place]) + 1


def _rows(text: str, file: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text), strict=True))
    except csv.Error as error:
        last = max(len(text.splitlines()), 1)
        raise ContentError([Fault(file, last, 1, "", f"this is not CSV: {error}", "check the quotes")]) from None


def read_table(text: str, file: str, about: TableAbout) -> Table:
    """
    A table with every cell read as `about` says.

    Raises:
        ContentError: every bad, missing, extra or repeated cell, row and column.
    """
    lines = text.splitlines()
    rows = _rows(text, file)
    found: list[Fault] = []
    if len(rows) < 2 or len(rows[0]) < 2:
        raise ContentError([Fault(file, 1, 1, "", "a table needs a heading line and rows", "write row,column,… first")])
    heading = rows[0][1:]
    table: dict[str, dict[str, CellValue]] = {}
    for number, row in enumerate(rows[1:], 2):
        if len(row) != len(rows[0]):
            found.append(Fault(file, number, 1, row[0] if row else "", f"{len(row)} cells, not {len(rows[0])}",
                               "give every column its cell"))  # fmt: skip
            continue
        if row[0] in table:
            found.append(Fault(file, number, 1, row[0], f"the row '{row[0]}' stands here twice", "keep one of them"))
        table[row[0]] = {}
        for place, (name, cell) in enumerate(zip(heading, row[1:], strict=True), 1):
            try:
                table[row[0]][name] = read_cell(cell, about)
            except PydanticCustomError as error:
                mend = (
                    near(cell, about.marks)
                    or f"write a {about.holds}, or one of: {', '.join(about.marks) or 'no mark'}"
                )
                where = (number, _column(lines[number - 1], place)) if number <= len(lines) else (number, 1)
                found.append(Fault(file, *where, f"{row[0]}.{name}", f"'{cell}': {error.message()}", mend))
    if len(set(heading)) != len(heading):
        found.append(Fault(file, 1, 1, "", "a column stands here twice", "keep one of them"))
    if found:
        raise ContentError(found)
    return Table(about=about, rows=table)


def read_cell(cell: str, about: TableAbout) -> Any:
    """A cell's value: a mark, or what the table holds. Raises `PydanticCustomError`."""
    return cell if cell in about.marks else READ[about.holds](cell)
