"""Files of cases in Parquet: columns as in CSV, or `facts` as in JSON; answers with types of their own."""

import datetime as dt
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from assistant.cli.lines import Case, case_of
from assistant.cli.output import Answered, Output
from assistant.decide.cases import JsonNumber, encode

FEW, GROUP = 1_000, 50_000
"""
A part of a file has so many rows at least, and as many at most as are written together. The more, the less a cluster
has to tell, and the fewer cases that are the same are decided by one worker and then by another.
"""
PARTS = 64
"""So many parts are made of a file that is large enough, so that all workers have their share."""
LISTS, MAPS, NUMBERS = (
    ("notes", "cites", "readings", "contacts"),
    ("dates", "values", "facts", "renamed"),
    ("confident",),
)
TEXT = pa.string()


def read_rows(path: Path, own: frozenset[str] | None) -> tuple[int, Iterator["Cases"]]:
    """
    How many rows a file has, and its cases, some at once.

    Raises:
        OSError: the file cannot be opened.
        ValueError: it is no Parquet.
    """
    file = pq.ParquetFile(path)
    return file.metadata.num_rows, _parts(file, own)


def _parts(file: pq.ParquetFile, own: frozenset[str] | None) -> Iterator["Cases"]:
    with file:
        for batch in file.iter_batches(batch_size=min(max(FEW, file.metadata.num_rows // PARTS), GROUP)):
            yield Cases(batch, own)


@dataclass(frozen=True, slots=True)
class Cases:
    """
    Rows, each a case: a column that is not one of a case's `own`, where these are named, is a fact. What is null says
    nothing. Only whoever answers them makes cases of them, which takes longer than reading or sending them.
    """

    batch: pa.RecordBatch
    own: frozenset[str] | None

    def __iter__(self) -> Iterator[Case]:
        names = self.batch.schema.names
        for values in zip(*(column.to_pylist() for column in self.batch.columns), strict=True):
            cells = zip(names, map(_plain, values), strict=True)
            yield case_of(((name, value) for name, value in cells if value is not None), self.own)


def _plain(value: object) -> object:
    """
    A value as JSON would have it: days and moments as their texts, numbers as they are written. A moment of a time zone
    keeps it, and is refused: which clock is meant is not guessed.
    """
    match value:
        case bool() | None | str():
            return value
        case int() | float() | Decimal():
            return JsonNumber(value)
        case dt.datetime():
            exact = value.second or value.microsecond
            return value.isoformat() if exact else value.isoformat(timespec="minutes")
        case dt.date():
            return value.isoformat()
        case list() if value and all(isinstance(one, tuple) for one in value):
            return {name: _plain(one) for name, one in value if one is not None}
        case list():
            return [_plain(one) for one in value]
        case Mapping():
            return {name: _plain(one) for name, one in value.items() if one is not None}
    return str(value)


def _type(name: str) -> pa.DataType:
    if name in LISTS:
        return pa.list_(TEXT)
    if name in MAPS:
        return pa.map_(TEXT, TEXT)
    return pa.bool_() if name in NUMBERS else TEXT


class _Sink(io.RawIOBase):
    """An output as a library of files wants it."""

    def __init__(self, put: Output) -> None:
        self._put, self._at = put, 0

    def writable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def write(self, data: bytes) -> int:  # type: ignore[override]  # nothing else is written
        self._put.write(data)
        self._at += len(data)
        return len(data)


def _schema(columns: Sequence[str]) -> pa.Schema:
    return pa.schema([(name, _type(name)) for name in columns])


def rows(columns: Sequence[str], answers: Iterable[Answered]) -> bytes:
    """Records as rows, for `Rows` to write; ids as the texts that they are, others as JSON."""
    schema, whole = _schema(columns), [{**record, "id": case_id} for case_id, record in answers]
    cells = [pa.array([_cell(one, record.get(one.name)) for record in whole], one.type) for one in schema]
    packed: bytes = pa.RecordBatch.from_arrays(cells, schema=schema).serialize().to_pybytes()
    return packed


class Rows:
    """Writes rows into a file, many together."""

    def __init__(self, target: Output, columns: Sequence[str]) -> None:
        self._schema = _schema(columns)
        self._writer = pq.ParquetWriter(pa.PythonFile(_Sink(target), "w"), self._schema, compression="zstd")
        self._held: list[pa.RecordBatch] = []

    def write(self, packed: bytes) -> None:
        """Writes what `rows` made."""
        self._held.append(pa.ipc.read_record_batch(packed, self._schema))
        if sum(batch.num_rows for batch in self._held) >= GROUP:
            self._flush()

    def _flush(self) -> None:
        self._writer.write_table(pa.Table.from_batches(self._held, self._schema), row_group_size=GROUP)
        self._held = []

    def close(self) -> None:
        """Writes what is left, and the end of the file."""
        self._flush()
        self._writer.close()


def _cell(field: pa.Field, value: object) -> object:
    if value is None or isinstance(value, bool):
        return value
    if field.name in MAPS and isinstance(value, Mapping):
        return [(name, str(one)) for name, one in value.items()]
    if field.name in LISTS and isinstance(value, Sequence):
        return [str(one) for one in value]
    return str(value) if isinstance(value, str) else encode(value).decode()
