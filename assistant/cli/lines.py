"""Cases as they stand in a file: JSON lines or CSV. What cannot be read is said in place of the case, never guessed."""

import csv
import io
import re
from collections import Counter, deque
from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import chain
from typing import BinaryIO

from assistant.decide.cases import LONGEST, Unreadable, read_line

Case = Mapping[str, object]
Line = bytes | None
"""A line as it stands in a file; None where it is longer than `LONGEST`, and was not kept."""
BETWEEN = re.compile(r"[,\s]+")
"""What stands between the facts of the column `unknown`."""
UNDECODED = re.compile("[\udc80-\udcff]")
"""Bytes that are not UTF-8, as they stand in a text that was read all the same."""
TOO_LONG = "the line is too long"
NO_HEADING = "the first line, which names the columns, cannot be read"


def bounded(source: BinaryIO) -> Iterator[Line]:
    """The lines of a file, of which none takes more memory than the longest that is read."""
    while line := source.readline(LONGEST + 1):
        whole = len(line) <= LONGEST
        yield line if whole else None
        while line and not whole and not line.endswith(b"\n"):
            line = source.readline(LONGEST)


def is_csv(lines: Iterator[Line], asked: Container[str]) -> tuple[bool, Iterator[Line]]:
    """Whether the first line names columns that are `asked` for, as no JSON does; and all lines, the first too."""
    first = next(lines, None)
    heading = next(csv.reader([first.decode("utf-8-sig", "replace")]), []) if first else []
    return any(name in asked for name in heading), chain([first] if first is not None else (), lines)


def lines_of(source: Iterable[Line]) -> Iterator[Case | str]:
    """Each case of a file of JSON lines; a text in place of a case says why it cannot be read."""
    for line in source:
        if line is None:
            yield TOO_LONG
        elif not line.isspace():
            try:
                yield read_line(line)
            except Unreadable as error:
                yield str(error)


def rows_of(source: Iterable[Line], own: Container[str] | None) -> Iterator[Case | str]:
    """
    The same of a CSV file: a column that is not one of a case's `own`, where these are named, is a fact. An empty cell
    says nothing.

    Several facts that are unknown stand in one cell, with commas or spaces between them.
    """
    rows = (row for row in _Rows(source) if row)
    heading = next(rows, None)
    if heading is None:
        return
    fault = heading if isinstance(heading, str) else _twice(heading)
    if fault:
        yield fault
    for row in rows:
        if isinstance(row, str) or fault or isinstance(heading, str):
            yield row if isinstance(row, str) else NO_HEADING
        elif len(row) != len(heading):
            yield f"the row has {len(row)} columns, the first line {len(heading)}"
        else:
            yield case_of(((name, cell) for name, cell in zip(heading, row, strict=True) if cell), own)


def _twice(heading: Iterable[str]) -> str:
    """What is wrong with columns of one name. Spreadsheets leave columns without any, which may stay empty."""
    names = [name for name, count in Counter(heading).items() if name and count > 1]
    return f"the first line names a column twice: {', '.join(names)}" if names else ""


def case_of(cells: Iterable[tuple[str, object]], own: Container[str] | None) -> Case:
    """
    A case from the cells of a row that say anything, by their columns: one that is not a case's `own` is a fact, and
    `facts` may be a mapping; where nothing is named as its own, all are.
    """
    case: dict[str, object] = {"id": None}
    facts: dict[str, object] = {}
    for name, value in cells:
        if name == "facts" and isinstance(value, dict):
            facts |= value
        elif name == "facts" and value == []:  # a map with nothing in it
            continue
        elif name == "unknown" and isinstance(value, str):
            case[name] = BETWEEN.split(value.strip(", "))
        elif own is None or name in own:
            case[name] = value
        else:
            facts[name] = value
    return {**case, "facts": facts} if facts else case


class _Rows:
    """
    The rows of a CSV file; a text in place of a row says why it is none.

    A quote that is not closed would swallow every row after it. So where a row goes over several lines and is none, or
    is not as wide as the first row, its first line alone is given up and the others are read anew.
    """

    def __init__(self, source: Iterable[Line]) -> None:
        self._lines, self._again = _texts(source), deque[str | None]()
        self._taken: list[str] = []
        self._width = 0

    def __iter__(self) -> Iterator[list[str] | str]:
        rows = self._reader()
        while True:
            self._taken.clear()
            row, fault = None, ""
            try:
                row = next(rows, None)
            except csv.Error as error:
                fault = str(error) if str(error) == TOO_LONG else f"this is not CSV: {error}"
            if row is None and not fault:
                return
            self._width = self._width or len(row or ())
            if len(self._taken) > 1 and (fault or len(row or ()) != self._width):
                self._again.extendleft(reversed(self._taken[1:]))
                fault = fault or "this is not CSV: a quote stands in it that closes in another row"
            if fault:
                rows = self._reader()
            yield fault or (row if row is not None and not UNDECODED.search("".join(row)) else "the row is not UTF-8")

    def _reader(self) -> Iterator[list[str]]:
        return csv.reader(self._fed(), strict=True)

    def _fed(self) -> Iterator[str]:
        """The next lines, of which those of the row at hand are noted."""
        size = 0
        while True:
            line = self._again.popleft() if self._again else next(self._lines, "")
            if line == "":
                return
            if line is None:
                if self._taken:
                    self._again.appendleft(line)
                raise csv.Error(TOO_LONG if not self._taken else "a quote is not closed")
            size = len(line) + (size if self._taken else 0)
            self._taken.append(line)
            if size > LONGEST:
                raise csv.Error("a quote is not closed")
            yield line


def _texts(source: Iterable[Line]) -> Iterator[str | None]:
    """The lines as text, however they end."""
    first = True
    for line in source:
        text = None if line is None else line.decode("utf-8", "surrogateescape")
        if text is None:
            yield None
        elif text := text.removeprefix("\ufeff") if first else text:
            yield from io.StringIO(text, newline="")
        first = False
