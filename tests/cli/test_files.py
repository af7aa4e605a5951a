"""Batch files: every line is answered in order, and none stops the run."""

import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.cli.files import ANSWERED, csv_writer, lines_of, rows_of, write_line
from assistant.decide.cases import JsonNumber, Unreadable, read_line
from assistant.settings import Settings
from tests import terminal

CASE = {
    "id": "a",
    "policy": "licence-desk",
    "topic": "voucher",
    "aspect": "free",
    "on": "2025-06-01",
    "facts": {"service": "merge-licences", "system": "sv9500"},
}


@pytest.fixture(scope="module")
def known(content: Path, locales: Path) -> Settings:
    return Settings(content=content, locales=locales)


def run(known: Settings, folder: Path, data: bytes, name: str = "in.jsonl", to: str = "out.jsonl") -> Path:
    (folder / name).write_bytes(data)
    assert terminal.run(known, "batch", str(folder / name), str(folder / to)).exit_code == 0
    return folder / to


def answers(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_lines_are_answered_in_order_and_bad_ones_do_not_stop_the_run(known: Settings, tmp_path: Path) -> None:
    good = json.dumps(CASE).encode()
    lines = [b"{", good, b"\xff\xfe", b"[]", b'{"id": 7}', good.replace(b'"a"', b'"b"')]
    found = answers(run(known, tmp_path, b"\n".join(lines)))
    assert [one["id"] for one in found] == [None, "a", None, None, 7, "b"]
    assert [one["status"] for one in found] == ["invalid", "answered", "invalid", "invalid", "invalid", "answered"]


def test_a_number_counts_as_its_text_and_nothing_else_does(known: Settings, tmp_path: Path) -> None:
    base = {**CASE, "topic": "transition-programme", "aspect": "covered"}
    values = ["12", "12.0", "1e1", "true", "null", '"012"', "-12", "[12]"]
    lines = [json.dumps({**base, "facts": {"system": "3c", "new_swa_months": "?"}}).replace('"?"', v) for v in values]
    found = answers(run(known, tmp_path, "\n".join(lines).encode()))
    assert [one["status"] for one in found] == ["answered", *["invalid"] * 7]


def test_without_a_day_the_case_is_asked_for_today(known: Settings, tmp_path: Path) -> None:
    case = {name: value for name, value in CASE.items() if name != "on"}
    assert answers(run(known, tmp_path, json.dumps(case).encode()))[0]["status"] == "answered"


def test_a_day_that_is_null_is_invalid(known: Settings, tmp_path: Path) -> None:
    assert answers(run(known, tmp_path, json.dumps({**CASE, "on": None}).encode()))[0]["status"] == "invalid"


def test_cases_come_as_csv_and_answers_go_as_csv(known: Settings, tmp_path: Path) -> None:
    rows = (
        "id,policy,topic,aspect,on,service,system\n=1,licence-desk,voucher,free,2025-06-01,merge-licences,sv9500\nx\n"
    )
    lines = run(known, tmp_path, rows.encode(), "in.csv", "out.csv").read_text("utf-8").splitlines()
    assert lines[1].startswith("'=1,answered,payable,,no-discount price-not-stated,")
    assert ",invalid," in lines[2]


def test_questions_are_matched_line_by_line(known: Settings, tmp_path: Path) -> None:
    lines = [
        {"id": 1, "q": "EU900087", "now": "2026-11-23T10:00"},
        {"id": 2, "q": True},
        {"id": 3, "q": "x", "now": "y"},
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    terminal.run(known, "match-batch", str(tmp_path / "in.jsonl"), str(tmp_path / "out.jsonl"))
    found = answers(tmp_path / "out.jsonl")
    assert found[0]["matches"][0]["topic"] == "voucher"  # type: ignore[index]  # JSON has no types
    assert [one.get("status") for one in found] == [None, "invalid", "invalid"]
    assert found[1]["matches"] == []


@pytest.mark.parametrize("line", [b'{"a": NaN}', b'{"a": 1, "a": 2}', b"[" * 100_000, b'"x' + b"y" * 1_000_000, b"7"])
def test_unreadable_lines_are_refused(line: bytes) -> None:
    with pytest.raises(Unreadable):
        read_line(line)


@pytest.mark.parametrize(
    "case_id", ["a", "é", "\ud800", None, True, [1], {"x": "y"}, JsonNumber("1e400"), JsonNumber("-0")]
)
def test_an_id_comes_back_as_it_was(case_id: object) -> None:
    line = write_line(case_id, {"status": "needs", "fact": "swa"})
    shown = str(case_id) if isinstance(case_id, JsonNumber) else json.dumps(case_id)
    assert json.loads(line)["id"] == json.loads(shown)


@given(st.binary(max_size=300))
def test_no_bytes_stop_the_reading(data: bytes) -> None:
    for read in (lines_of, rows_of):
        assert all(isinstance(case, str | dict) for case in read(io.BytesIO(data)))


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@x"])
def test_a_cell_is_never_a_formula(formula: str) -> None:
    target = io.BytesIO()
    csv_writer(target, ANSWERED)(None, {"status": formula})
    assert f",'{formula}," in target.getvalue().decode()
