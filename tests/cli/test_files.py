"""Lines in and lines out: what is no case is said to be none, and what is written can be read."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.cli.files import ANSWERED, csv_writer, lines_of, rows_of, write_line
from assistant.decide.cases import JsonNumber, Unreadable, read_line


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
