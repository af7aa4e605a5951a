"""Tables from CSV: the first column names the row, the first line the columns; every cell is checked."""

import csv
import io
from collections.abc import Iterator

from pydantic_core import PydanticCustomError

from assistant.errors import ContentError, Fault, Wording, told
from assistant.model.table import CellValue, Table, TableAbout
from assistant.suggest import guess, near

KEEP_ONE = told("keep one of them")


def _column(line: str, place: int) -> int:
    """Where the cell at `place` begins in its line, from 1."""
    return sum(len(cell) + 1 for cell in line.split(",")[:place]) + 1


def _rows(text: str, file: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text), strict=True)
    try:
        return list(reader)
    except csv.Error:
        wrong = told("this is not CSV")
        mend = told("put a cell in double quotes at both its ends, or in none")
        raise ContentError([Fault(file, max(reader.line_num, 1), 1, "", wrong, mend)]) from None


def read_table(text: str, file: str, about: TableAbout) -> Table:
    """
    A table with every cell read as `about` says. Raises `ContentError` with every bad, missing, extra or repeated cell,
    row and column.
    """
    lines, rows = text.splitlines(), _rows(text, file)
    if len(rows) < 2 or len(rows[0]) < 2:
        raise ContentError.at(file, told("a table needs a heading line and rows"), told("write row,column,… first"))
    heading = rows[0]
    found = list(_heading(heading, file, about))
    if about.holds == "mixed" and found:
        raise ContentError(found)
    table: dict[str, dict[str, CellValue]] = {}
    for number, row in enumerate(rows[1:], 2):
        line = lines[number - 1] if number <= len(lines) else ""
        if len(row) != len(heading):
            wrong = told("{count} cells, not {wanted}", count=len(row), wanted=len(heading))
            found.append(Fault(file, number, 1, row[0] if row else "", wrong, told("give every column its cell")))
            continue
        if row[0] in table:
            found.append(
                Fault(file, number, 1, row[0], told("the row '{row}' stands here twice", row=row[0]), KEEP_ONE)
            )
        table[row[0]] = cells = {}
        for place, (name, cell) in enumerate(zip(heading[1:], row[1:], strict=True), 1):
            try:
                cells[name] = about.read(name, cell)
            except PydanticCustomError as error:
                pair = _unread(cell, about, error)
                found.append(Fault(file, number, _column(line, place), f"{row[0]}.{name}", *pair))
    if found:
        raise ContentError(found)
    return Table(about=about, rows=table)


def _heading(heading: list[str], file: str, about: TableAbout) -> Iterator[Fault]:
    for name in about.columns.keys() - heading[1:]:
        wrong = told("the table has no column '{name}'", name=name)
        yield Fault(file, 1, 1, name, wrong, near(name, heading[1:], told("take it out of columns:")))
    for place, name in enumerate(heading[1:], 1):
        if name in heading[1:place]:
            column = _column(",".join(heading), place)
            yield Fault(file, 1, column, name, told("the column '{column}' stands here twice", column=name), KEEP_ONE)
        if about.holds == "mixed" and name not in about.columns:
            wrong = told("nothing says what the column '{column}' holds", column=name)
            yield Fault(file, 1, _column(",".join(heading), place), name, wrong, told("add it under columns:"))


def _unread(cell: str, about: TableAbout, error: PydanticCustomError) -> tuple[Wording, Wording]:
    """What is wrong with a cell, and how to mend it."""
    given = error.context or {}
    if meant := guess(cell, about.marks):
        return given["wrong"], meant
    if about.marks:
        marks = ", ".join(about.marks)
        return given["wrong"], told("write what the table holds, or one of its marks: {marks}", marks=marks)
    return given["wrong"], given["mend"]
