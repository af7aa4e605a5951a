"""Batch files: one case a line, JSONL or CSV, answered in order; a line that cannot be read never stops the run."""

import csv
import io
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

import click
from pydantic_core import PydanticSerializationError, to_json

from assistant.cli.terminal import FILE, Terminal
from assistant.decide import FactFault
from assistant.decide.cases import JsonNumber, Unreadable, read_line
from assistant.i18n import N_
from assistant.present.answer.records import invalid_record

Case = Mapping[str, object]
Record = Mapping[str, object]
Write = Callable[[object, Record], None]
SOURCE = click.argument("source", type=FILE, help=N_("File to read, JSONL or CSV; - for standard input."))
TARGET = click.argument("target", type=FILE, help=N_("File to write, JSONL or CSV; - for standard output."))
OWN_COLUMNS = frozenset({"id", "policy", "topic", "aspect", "on", "unknown", "q", "lang", "now"})
"""The columns of a CSV file that are no facts."""
BETWEEN = re.compile(r"[,\s]+")
"""What stands between the facts of the column `unknown`."""
ANSWERED = ("id", "status", "verdict", "dates", "notes", "values", "cites", "readings", "fact", "errors", "edition")
MATCHED = ("id", "matches", "facts", "confident", "status", "errors")
"""The columns of a CSV file of answers, and of one of matches."""


def answer_lines(terminal: Terminal, source: Path, target: Path, columns: Sequence[str],
                 handle: Callable[[Case], Record]) -> None:  # fmt: skip
    """
    Handles each case of a file and writes its record with its id, in order, with a progress bar on a terminal only.

    Raises:
        OSError: a file cannot be opened or written.
    """
    with ExitStack() as stack:
        read = sys.stdin.buffer if str(source) == "-" else stack.enter_context(source.open("rb"))
        put = sys.stdout.buffer if str(target) == "-" else stack.enter_context(target.open("wb"))
        write = csv_writer(put, columns) if target.suffix.lower() == ".csv" else _json_writer(put)
        cases = rows_of(read) if source.suffix.lower() == ".csv" else lines_of(read)
        if sys.stderr.isatty() and source.is_file():
            cases = _watched(cases, read, source.stat().st_size, terminal)
        for case in cases:
            if isinstance(case, str):
                write(None, invalid_record((FactFault("line", "line-unreadable", {"why": case}),)))
            else:
                write(case.get("id"), handle(case))
        put.flush()


def _watched(cases: Iterable[Case | str], read: BinaryIO, size: int, terminal: Terminal) -> Iterator[Case | str]:
    """The same cases, with a bar that shows how much of their file has been read."""
    done = 0
    with click.progressbar(length=size, label=terminal.words.say("Answering"), file=sys.stderr) as bar:
        for case in cases:
            yield case
            if ahead := read.tell() - done:
                bar.update(ahead)
                done += ahead


def lines_of(source: Iterable[bytes]) -> Iterator[Case | str]:
    """Each case of a file of JSON lines; a text in place of a case says why it cannot be read."""
    for line in source:
        if line.isspace():
            continue
        try:
            yield read_line(line)
        except Unreadable as error:
            yield str(error)


def rows_of(source: BinaryIO) -> Iterator[Case | str]:
    """
    The same of a CSV file: a column that is none of `OWN_COLUMNS` is a fact; an empty cell says nothing.

    Several facts that are unknown stand in one cell, with commas or spaces between them.
    """
    text = io.TextIOWrapper(source, "utf-8-sig", errors="replace", newline="")
    try:
        rows = csv.reader(text)
        heading: list[str] = []
        while (row := _row(rows)) is not None:
            if isinstance(row, str):
                yield row
            elif not heading:
                heading = row
            elif len(row) == len(heading):
                yield _case(heading, row)
            elif row:
                yield f"the row has {len(row)} columns, the first line {len(heading)}"
    finally:
        # The file belongs to whoever opened it; a wrapper that dies would close it.
        text.detach()


def _row(rows: Iterator[list[str]]) -> list[str] | str | None:
    """The next row, or why it is none; None at the end."""
    try:
        return next(rows, None)
    except csv.Error as error:
        return f"this is not CSV: {error}"


def _case(heading: list[str], row: list[str]) -> Case:
    case: dict[str, object] = {"id": None}
    facts: dict[str, str] = {}
    for name, cell in zip(heading, row, strict=True):
        if cell and name in OWN_COLUMNS:
            case[name] = BETWEEN.split(cell.strip(", ")) if name == "unknown" else cell
        elif cell:
            facts[name] = cell
    return {**case, "facts": facts}


def write_line(case_id: object, record: Record) -> bytes:
    """A line of output: the id as it was given, then the record."""
    number = type(case_id) is JsonNumber
    whole = record if number else {"id": case_id, **record}
    try:
        line = to_json(whole)
    except PydanticSerializationError:  # half of a surrogate pair is valid in JSON as an escape, and in no other way
        line = json.dumps(whole, separators=(",", ":")).encode()
    return b'{"id":%s,%s\n' % (str(case_id).encode(), line[1:]) if number else line + b"\n"


def _json_writer(target: BinaryIO) -> Write:
    def write(case_id: object, record: Record) -> None:
        target.write(write_line(case_id, record))

    return write


def csv_writer(target: BinaryIO, columns: Sequence[str]) -> Write:
    """Writes records as rows: lists joined by spaces, dates and values as `name=value`."""

    def put(cells: Iterable[str]) -> None:
        row = io.StringIO(newline="")
        csv.writer(row).writerow(cells)
        target.write(row.getvalue().encode("utf-8", "replace"))

    def write(case_id: object, record: Record) -> None:
        whole = {"id": case_id, **record}
        put(_cell(whole[name]) if whole.get(name) is not None else "" for name in columns)

    put(columns)
    return write


def _cell(value: object) -> str:
    """One cell; a text that a spreadsheet would run as a formula is quoted."""
    if isinstance(value, Mapping):
        return " ".join(f"{name}={one}" for name, one in value.items())
    if isinstance(value, list | tuple):
        return " ".join(map(_item, value))
    return f"'{value}" if str(value).startswith(("=", "+", "-", "@")) else str(value)


def _item(value: object) -> str:
    """One of a list: a fault, a topic that was found, or an id."""
    match value:
        case {"name": name, "reason": reason}:
            return f"{name}:{reason}"
        case {"policy": policy, "topic": topic, "aspect": aspect}:
            return f"{policy}/{topic}/{aspect}" if aspect else f"{policy}/{topic}"
    return str(value)
