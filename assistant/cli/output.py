"""Records as they are written into a file: JSON lines or CSV, whole or not at all."""

import csv
import io
import json
import secrets
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Literal
from unicodedata import category, normalize

from pydantic_core import PydanticSerializationError, to_json

from assistant.decide.cases import JsonNumber, encode

Record = Mapping[str, object]
Answered = tuple[object, Record]
"""An id as it was given, and the record."""
Pack = Callable[[Iterable[Answered]], bytes]
"""Makes of answers what stands in a file."""
STANDARD = "-"
"""The name of standard input and output."""
FORMULA = frozenset("=+-@")
"""How a cell begins that a spreadsheet runs."""


class Output:
    """A file that is written; what goes wrong with it names it."""

    def __init__(self, file: BinaryIO, name: Path) -> None:
        self._file, self._name = file, name

    def write(self, data: bytes) -> None:
        """Writes these bytes. Raises `OSError`."""
        with _naming(self._name):
            self._file.write(data)

    def flush(self) -> None:
        """Hands everything to the system. Raises `OSError`."""
        with _naming(self._name):
            self._file.flush()


@contextmanager
def _naming(name: Path) -> Iterator[None]:
    """Whatever goes wrong with a file meanwhile names it so."""
    try:
        yield
    except OSError as error:
        error.filename = str(name)
        raise


@contextmanager
def written(target: Path) -> Iterator[Output]:
    """
    A file that comes into its place whole once the context ends, and not at all where it fails.

    A device, a pipe and standard output are written to as they are. Raises `OSError` that names the target.
    """
    if str(target) == STANDARD:
        yield (output := Output(sys.stdout.buffer, target))
        output.flush()
        return
    place = target.resolve()
    if place.exists() and not place.is_file():
        yield from _into(target, "wb", target)
        return
    aside = place.with_name(f".{place.name[:100]}.{secrets.token_hex(4)}")
    try:
        yield from _into(aside, "xb", target)
        if place.exists():
            shutil.copymode(place, aside)
        aside.replace(place)
    finally:
        aside.unlink(missing_ok=True)


def _into(path: Path, mode: Literal["wb", "xb"], target: Path) -> Iterator[Output]:
    with _naming(target):
        file = path.open(mode)
    try:
        yield (output := Output(file, target))
        output.flush()
    finally:
        with suppress(OSError):  # what could not be written has been told
            file.close()


def write_line(case_id: object, record: Record) -> bytes:
    """A line of output: the id as it was given, then the record."""
    try:
        rest = to_json(record)
    except PydanticSerializationError:  # half of a surrogate pair is valid in JSON as an escape, and in no other way
        rest = json.dumps(record, separators=(",", ":")).encode()
    return b'{"id":%s,%s\n' % (encode(case_id), rest[1:])


def json_lines(answers: Iterable[Answered]) -> bytes:
    """JSON lines."""
    return b"".join(write_line(*one) for one in answers)


def csv_rows(columns: Sequence[str], answers: Iterable[Answered]) -> bytes:
    """Rows of CSV with these columns: lists joined by spaces, dates and values as `name=value`."""
    rows = io.StringIO(newline="")
    writer = csv.writer(rows)
    for case_id, record in answers:
        whole = {"id": encode(case_id).decode() if isinstance(case_id, list | dict) else case_id, **record}
        writer.writerow(_cell(whole[name]) if whole.get(name) is not None else "" for name in columns)
    return rows.getvalue().encode("utf-8", "replace")


def csv_heading(columns: Sequence[str]) -> bytes:
    """The first row of CSV, which names the columns."""
    return f"{','.join(columns)}\r\n".encode()


def _cell(value: object) -> str:
    """One cell; a text that a spreadsheet would run as a formula is quoted."""
    if isinstance(value, JsonNumber):
        return value
    text = _text(value)
    return f"'{text}" if _runs(text) else text


def _text(value: object) -> str:
    if isinstance(value, Mapping):
        return " ".join(f"{name}={one}" for name, one in value.items())
    if isinstance(value, list | tuple):
        return " ".join(map(_item, value))
    return str(value)


def _runs(text: str) -> bool:
    """Whether a spreadsheet may run it: blanks, controls and signs that are not seen before it do not keep it."""
    first = next((sign for sign in text if category(sign)[0] not in "ZC"), "")
    return normalize("NFKC", first)[:1] in FORMULA


def _item(value: object) -> str:
    """One of a list: a fault, a topic that was found, or an id."""
    match value:
        case {"name": name, "reason": reason}:
            return f"{name}:{reason}"
        case {"policy": policy, "topic": topic, "aspect": aspect}:
            return f"{policy}/{topic}/{aspect}" if aspect else f"{policy}/{topic}"
    return str(value)
