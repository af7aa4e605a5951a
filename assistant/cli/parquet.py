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

FEW, SOME, GROUP = 1_000, 10_000, 50_000
"""So many rows are a part of a file, and made cases of at once; so many sent, and so many written together."""
PARTS = 64
"""
For a cluster so many parts are made of a file that is large enough, so that all workers have their share, none of more
than is written together: the larger they are, the less it has to tell, and the fewer cases that are the same are
decided by one worker and then by another.
"""
LISTS, MAPS, NUMBERS = (
    ("notes", "cites", "readings", "contacts"),
    ("dates", "values", "facts", "renamed"),
    ("confident",),
)
TEXT = pa.string()


def read_rows(path: Path, own: frozenset[str] | None, far: bool = False) -> tuple[int, Iterator["Cases"]]:
    """
    How many rows a file has, and its cases, some at once; many for a cluster, which is `far`.

    Raises:
        OSError: the file cannot be opened.
        ValueError: it is no Parquet.
    """
    file = pq.ParquetFile(path)
    count = file.metadata.num_rows
    return count, _parts(file, own, min(max(FEW, count // PARTS), GROUP) if far else FEW, far)


def _parts(file: pq.ParquetFile, own: frozenset[str] | None, size: int, far: bool) -> Iterator["Cases"]:
    with file:
        for batch in file.iter_batches(batch_size=size):
            # A scheduler would unpack rows, to pack them again.
            yield Cases(_packed([batch], batch.schema) if far else batch, batch.num_rows, own)


@dataclass(frozen=True, slots=True)
class Cases:
    """
    So many rows, packed where they are sent, each a case: a column that is not one of a case's `own`, where these are
    named, is a fact. What is null says nothing. Only whoever answers them makes cases of them, which takes longer than
    reading or sending them.
    """

    rows: pa.RecordBatch | bytes
    count: int
    own: frozenset[str] | None

    def __iter__(self) -> Iterator[Case]:
        [batch] = pa.ipc.open_stream(self.rows) if isinstance(self.rows, bytes) else [self.rows]
        names = batch.schema.names
        for start in range(0, self.count, FEW):
            columns = batch.slice(start, FEW).columns
            for values in zip(*(column.to_pylist() for column in columns), strict=True):
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


def _repeated(columns: Sequence[str]) -> list[str]:
    """What is written but once for all rows where it is the same, by its path in the file: all but ids."""
    within = dict.fromkeys(LISTS, (".list.element",)) | dict.fromkeys(MAPS, (".key_value.key", ".key_value.value"))
    return [f"{name}{end}" for name in columns if name != "id" for end in within.get(name, ("",))]


def _schema(columns: Sequence[str]) -> pa.Schema:
    return pa.schema([(name, _type(name)) for name in columns])


def rows(columns: Sequence[str], answers: Sequence[Answered]) -> bytes:
    """Records as rows, for `Rows` to write; ids as the texts that they are, others as JSON."""
    schema = _schema(columns)
    return _packed((_batch(schema, answers[at : at + SOME]) for at in range(0, len(answers), SOME)), schema)


def _batch(schema: pa.Schema, answers: Sequence[Answered]) -> pa.RecordBatch:
    cells = (
        [_cell(one, case_id if one.name == "id" else record.get(one.name)) for case_id, record in answers]
        for one in schema
    )
    return pa.record_batch(list(map(pa.array, cells, schema.types)), schema=schema)


def _packed(batches: Iterable[pa.RecordBatch], schema: pa.Schema) -> bytes:
    packed = pa.BufferOutputStream()
    with pa.ipc.new_stream(packed, schema, options=pa.ipc.IpcWriteOptions(compression="zstd")) as written:
        for batch in batches:
            written.write_batch(batch)
    return bytes(packed.getvalue().to_pybytes())


class Rows:
    """Writes rows into a file, many together."""

    def __init__(self, target: Output, columns: Sequence[str]) -> None:
        self._schema = _schema(columns)
        sink, form = pa.PythonFile(_Sink(target), "w"), {"compression": "zstd", "use_dictionary": _repeated(columns)}
        self._writer = pq.ParquetWriter(sink, self._schema, **form)
        self._held: list[pa.RecordBatch] = []

    def write(self, packed: bytes) -> None:
        """Writes what `rows` made."""
        with pa.ipc.open_stream(packed) as batches:
            self._held.extend(batches)
        while sum(batch.num_rows for batch in self._held) >= GROUP:
            held = pa.Table.from_batches(self._held, self._schema)
            self._writer.write_table(held.slice(0, GROUP))
            self._held = held.slice(GROUP).to_batches()

    def close(self) -> None:
        """Writes what is left, and the end of the file."""
        self._writer.write_table(pa.Table.from_batches(self._held, self._schema))
        self._writer.close()


def _cell(field: pa.Field, value: object) -> object:
    if value is None or isinstance(value, bool):
        return value
    if field.name in MAPS and isinstance(value, Mapping):
        return [(name, str(one)) for name, one in value.items()]
    if field.name in LISTS and isinstance(value, Sequence):
        return [str(one) for one in value]
    return str(value) if isinstance(value, str) else encode(value).decode()
