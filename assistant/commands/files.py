"""Batch files: one case a line, JSONL or CSV, answered in order; a line that cannot be read never stops the run."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from assistant.decide import FactFault
from assistant.decide.cases import JsonNumber, Unreadable, decode
from assistant.present.answer.records import invalid_record

Case = dict[str, object]
Record = Mapping[str, object]
Write = Callable[[object, Record], None]
LONGEST = 1_000_000
"""Bytes of the longest line that is read."""


def read_line(line: bytes) -> Case:
    """
    The JSON object on one line.

    Raises:
        Unreadable: the line is too long, not UTF-8, not JSON, or no object.
    """
    if len(line) > LONGEST:
        raise Unreadable("the line is too long")
    found = decode(line)
    if not isinstance(found, dict):
        raise Unreadable("a JSON object is wanted")
    return found


def write_line(case_id: object, record: object) -> bytes:
    """A line of output: the id as it was given, then the record."""
    shown = str(case_id) if type(case_id) is JsonNumber else json.dumps(case_id, ensure_ascii=False)
    line = f'{{"id": {shown}, {json.dumps(record, ensure_ascii=False)[1:]}\n'
    # A lone half of a surrogate pair is valid in JSON as an escape, and in no other way.
    return line.encode("utf-8", "surrogatepass") if line.isascii() else _encoded(line, case_id, record)


def _encoded(line: str, case_id: object, record: object) -> bytes:
    try:
        return line.encode()
    except UnicodeEncodeError:
        return f'{{"id": {json.dumps(case_id)}, {json.dumps(record)[1:]}\n'.encode()


Handle = Callable[[Case], Record]


def lines_of(source: BinaryIO, name: str) -> Iterator[tuple[int, Case | str]]:
    """Each case of a file with the bytes read so far; a text in place of a case says why it cannot be read."""
    if Path(name).suffix.lower() == ".csv":
        yield from _rows(source)
        return
    done = 0
    for line in source:
        done += len(line)
        if not line.strip():
            continue
        try:
            yield done, read_line(line)
        except Unreadable as error:
            yield done, str(error)


OWN_COLUMNS = frozenset({"id", "policy", "topic", "aspect", "on", "q", "lang", "now"})


def _rows(source: BinaryIO) -> Iterator[tuple[int, Case | str]]:
    """CSV: the columns of `OWN_COLUMNS` are themselves, any other one is a fact; an empty cell says nothing."""
    text = io.TextIOWrapper(source, "utf-8-sig", errors="replace", newline="")
    try:
        yield from _read_rows(text)
    finally:
        # The file belongs to whoever opened it; a wrapper that dies would close it.
        text.detach()


def _read_rows(text: io.TextIOWrapper) -> Iterator[tuple[int, Case | str]]:
    reader = csv.reader(text)
    heading: list[str] = []
    done = 0
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield done, f"this is not CSV: {error}"
            continue
        done += sum(len(cell) + 1 for cell in row)
        if not heading:
            heading = row
        elif len(row) == len(heading):
            yield done, _case(heading, row)
        elif row:
            yield done, f"the row has {len(row)} columns, the first line {len(heading)}"


def _case(heading: list[str], row: list[str]) -> Case:
    cells = {name: cell for name, cell in zip(heading, row, strict=True) if cell}
    own: Case = {name: cell for name, cell in cells.items() if name in OWN_COLUMNS}
    return {"id": None, **own, "facts": {name: cell for name, cell in cells.items() if name not in OWN_COLUMNS}}


def run(cases: Iterable[tuple[int, Case | str]], handle: Handle,
        write: Write, progress: Callable[[int], None]) -> None:  # fmt: skip
    """Handles each case and writes its record, in order."""
    for done, case in cases:
        if isinstance(case, str):
            write(None, invalid_record((FactFault("line", "line-unreadable", {"why": case}),)))
        else:
            write(case.get("id"), handle(case))
        progress(done)


COLUMNS = ("id", "status", "verdict", "dates", "notes", "values", "cites", "readings", "fact", "errors", "edition")


def csv_writer(target: BinaryIO) -> Write:
    """Writes records as rows: lists joined by spaces, dates and values as `name=value`."""

    def put(cells: Iterable[str]) -> None:
        row = io.StringIO(newline="")
        csv.writer(row).writerow(cells)
        target.write(row.getvalue().encode("utf-8", "replace"))

    def write(case_id: object, record: Record) -> None:
        whole = {"id": case_id, **record}
        put(_cell(whole[name]) if whole.get(name) is not None else "" for name in COLUMNS)

    put(COLUMNS)
    return write


def _cell(value: object) -> str:
    """One cell; a text that a spreadsheet would run as a formula is quoted."""
    if isinstance(value, Mapping):
        return " ".join(f"{name}={one}" for name, one in value.items())
    if isinstance(value, list):
        return " ".join(f"{one['name']}:{one['reason']}" if isinstance(one, Mapping) else str(one) for one in value)
    return f"'{value}" if str(value).startswith(("=", "+", "-", "@")) else str(value)
