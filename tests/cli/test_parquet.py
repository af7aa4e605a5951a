"""Parquet in and out says what JSON lines say."""

import datetime as dt
import json
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from assistant.cli import parquet
from assistant.cli.parquet import FEW
from assistant.errors import Usage
from assistant.settings import Settings
from tests.terminal import run

CASE = {"policy": "licence-desk", "topic": "voucher", "aspect": "free"}
DAY = dt.date(2025, 6, 1)


@pytest.fixture(scope="module")
def known(content: Path, locales: Path) -> Settings:
    return Settings(content=content, locales=locales)


def answered(known: Settings, folder: Path, table: pa.Table, status: int = 0) -> list[dict[str, object]]:
    """The answers as JSON lines; those as Parquet say the same."""
    pq.write_table(table, folder / "in.parquet", row_group_size=700)
    for name in ("out.jsonl", "out.parquet"):
        assert run(known, "batch", str(folder / "in.parquet"), str(folder / name)).exit_code == status
    lines = [json.loads(line) for line in (folder / "out.jsonl").read_text("utf-8").splitlines()]
    for line, row in zip(lines, pq.read_table(folder / "out.parquet").to_pylist(), strict=True):
        assert row["id"] == (line["id"] if isinstance(line["id"], str | None) else json.dumps(line["id"]))
        for name in ("status", "verdict", "fact", "edition", "notes", "cites", "readings"):
            assert row[name] == line.get(name), name
        for name in ("dates", "values"):
            wanted = {key: str(one) for key, one in line[name].items()} if name in line else None
            assert (dict(row[name]) if row[name] is not None else None) == wanted
        assert (json.loads(row["errors"]) if row["errors"] else None) == line.get("errors")
    return lines


def test_columns_are_facts_as_in_csv(known: Settings, tmp_path: Path) -> None:
    rows = [{**CASE, "id": n, "on": DAY, "service": "merge-licences", "system": "sv9500"} for n in range(FEW + 5)]
    rows[3]["service"] = None
    rows[4]["on"] = None
    found = answered(known, tmp_path, pa.Table.from_pylist(rows))
    assert [one["id"] for one in found] == list(range(FEW + 5))
    assert {one["status"] for one in found} == {"answered", "needs"}
    assert found[3]["status"] == "needs"


def test_rows_stand_in_groups_whatever_their_number(
    known: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet, "GROUP", 2 * FEW)
    rows = [{**CASE, "id": n, "on": DAY, "service": "merge-licences", "system": "sv9500"} for n in range(4 * FEW + 3)]
    answered(known, tmp_path, pa.Table.from_pylist(rows))
    written = pq.ParquetFile(tmp_path / "out.parquet").metadata
    groups = [written.row_group(n) for n in range(written.num_row_groups)]
    assert [group.num_rows for group in groups] == [2 * FEW, 2 * FEW, 3]
    columns = [groups[0].column(n) for n in range(groups[0].num_columns)]
    alone = {one.path_in_schema for one in columns if "RLE_DICTIONARY" not in one.encodings}
    assert alone == {"id"}, "what is the same in many rows is written once, and ids are not looked through"


@pytest.mark.parametrize(
    ("count", "sizes"), [(10, {10}), (1_001, {1_000, 1}), (200_000, {3_125}), (3_300_000, {50_000})]
)
def test_a_large_file_is_sent_in_many_parts_and_none_is_too_large(tmp_path: Path, count: int, sizes: set[int]) -> None:
    pq.write_table(pa.table({"id": pa.array(range(count), pa.int32())}), tmp_path / "in.parquet", row_group_size=count)
    rows, parts = parquet.read_rows(tmp_path / "in.parquet", None, far=True)
    assert (rows, {part.count for part in parts}) == (count, sizes)


def test_whoever_answers_here_holds_few_rows_at_once(tmp_path: Path) -> None:
    """So that the memory is the same whatever the number; the file is the same too, see `test_spread`."""
    pq.write_table(pa.table({"id": pa.array(range(200_000), pa.int32())}), tmp_path / "in.parquet")
    assert {part.count for part in parquet.read_rows(tmp_path / "in.parquet", None)[1]} == {FEW}


NAMES = [(name, pa.string()) for name in (*CASE, "id", "on")]
FACTS = ("service", "system")


@pytest.mark.parametrize(
    "kind", [pa.struct([(name, pa.string()) for name in FACTS]), pa.map_(pa.string(), pa.string())], ids=str
)
def test_facts_may_stand_together(known: Settings, tmp_path: Path, kind: pa.DataType) -> None:
    facts: list[list[tuple[str, str | None]]]
    facts = [[("service", "merge-licences"), ("system", "sv9500")], [("service", None), ("system", "sv9500")]]
    rows: list[dict[str, object]] = [
        {**CASE, "id": name, "on": "2025-06-01", "facts": one if pa.types.is_map(kind) else dict(one), "unknown": said}
        for name, one, said in zip("ab", facts, (None, ["service"]), strict=True)
    ]
    schema = pa.schema([*NAMES, ("facts", kind), ("unknown", pa.list_(pa.string()))])
    found = answered(known, tmp_path, pa.Table.from_pylist(rows, schema))
    assert [(one["id"], one["status"]) for one in found] == [("a", "answered"), ("b", "needs")]


@pytest.mark.parametrize(
    ("value", "status"),
    [(12, "answered"), (12.0, "invalid"), (float("nan"), "invalid"), (Decimal("12"), "answered"), (True, "invalid"),
     ("12", "answered"), (b"12", "invalid"), ([12], "invalid")],
)  # fmt: skip
def test_a_value_counts_as_in_json(known: Settings, tmp_path: Path, value: object, status: str) -> None:
    row = {**CASE, "id": 1, "topic": "transition-programme", "aspect": "covered", "on": DAY, "system": "3c",
           "new_swa_months": value}  # fmt: skip
    (one,) = answered(known, tmp_path, pa.Table.from_pylist([row]), status=0 if status == "answered" else 1)
    assert one["status"] == status


def test_a_moment_keeps_its_time_zone_and_a_map_may_be_empty(tmp_path: Path) -> None:
    here = dt.datetime(2026, 3, 1, 23, 30)
    moments = {"here": pa.array([here]), "there": pa.array([here], pa.timestamp("us", tz="UTC"))}
    facts = pa.array([[]], pa.map_(pa.string(), pa.string()))
    pq.write_table(pa.table({**moments, "facts": facts}), tmp_path / "in.parquet")
    (part,) = parquet.read_rows(tmp_path / "in.parquet", frozenset({"id"}))[1]
    (case,) = part
    assert case == {"id": None, "facts": {"here": "2026-03-01T23:30", "there": "2026-03-01T23:30+00:00"}}


def test_what_is_sent_is_what_stands_in_the_file(tmp_path: Path) -> None:
    labels = pa.DictionaryArray.from_arrays(pa.array([0, 1, 0]), pa.array(["保守", "SWA"]))
    facts = pa.array([[("a", "b")], [], None], pa.map_(pa.string(), pa.string()))
    pq.write_table(pa.table({"id": [1, 2, None], "label": labels, "facts": facts}), tmp_path / "in.parquet")
    far, here = (list(parquet.read_rows(tmp_path / "in.parquet", None, far)[1]) for far in (True, False))
    assert [list(part) for part in far] == [list(part) for part in here] != []


def test_what_is_no_parquet_is_told(known: Settings, tmp_path: Path) -> None:
    path = tmp_path / "in.parquet"
    path.write_bytes(b"no parquet at all")
    assert isinstance(run(known, "batch", str(path), str(tmp_path / "out.jsonl")).exception, Usage)
    assert not (tmp_path / "out.jsonl").exists()


def test_questions_come_and_go_as_parquet_too(known: Settings, tmp_path: Path) -> None:
    pq.write_table(pa.table({"id": ["a"], "q": ["EU900087"]}), tmp_path / "in.parquet")
    assert run(known, "match-batch", str(tmp_path / "in.parquet"), str(tmp_path / "out.parquet")).exit_code == 0
    (row,) = pq.read_table(tmp_path / "out.parquet").to_pylist()
    assert (row["id"], json.loads(row["matches"])[0]["topic"], row["confident"]) == ("a", "voucher", True)
