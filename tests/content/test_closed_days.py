"""The company's own closed days: by policy, and what is wrong in their file at its place."""

import datetime as dt
from pathlib import Path

import pytest

from assistant.content import read_closed_days
from assistant.errors import ContentError

POLICIES = {"loans", "repairs"}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "closed.yaml"


def test_days_are_listed_by_policy(file: Path) -> None:
    file.write_text("loans: [2026-08-13, 2026-08-14]\nrepairs: []\n", "utf-8")
    assert read_closed_days(file, POLICIES) == {
        "loans": (dt.date(2026, 8, 13), dt.date(2026, 8, 14)),
        "repairs": (),
    }


@pytest.mark.parametrize(
    ("text", "line", "column", "wrong", "mend"),
    [
        ("loans: [2026-08-32]\n", 1, 9, "2026-08-32", ""),
        ("loans: [a, a\n", 1, 8, "a list in square brackets is not closed", ""),
        ("loans: []\nrepair: [2026-08-13]\n", 2, 1, "no policy is called 'repair'", "did you mean 'repairs'?"),
        ("loans: []\nx: []\n", 2, 1, "no policy is called 'x'", "write one of these: loans, repairs"),
    ],
)
def test_what_is_wrong_is_a_fault_at_its_place(
    file: Path, text: str, line: int, column: int, wrong: str, mend: str
) -> None:
    file.write_text(text, "utf-8")
    with pytest.raises(ContentError) as error:
        read_closed_days(file, POLICIES)
    (fault,) = error.value.faults
    assert (fault.file, fault.line, fault.column) == (str(file), line, column)
    assert wrong in str(fault.wrong)
    assert mend in str(fault.mend)


def test_every_policy_that_is_none_is_named(file: Path) -> None:
    file.write_text("x: []\nloans: []\ny: []\n", "utf-8")
    with pytest.raises(ContentError) as error:
        read_closed_days(file, POLICIES)
    assert [(fault.path, fault.line) for fault in error.value.faults] == [("x", 1), ("y", 3)]


def test_a_file_that_is_not_there_is_a_fault(file: Path) -> None:
    with pytest.raises(ContentError) as error:
        read_closed_days(file, POLICIES)
    assert [str(fault.wrong) for fault in error.value.faults] == ["the file cannot be read"]


def test_a_file_that_is_no_text_is_a_fault(file: Path) -> None:
    file.write_bytes(b"loans: [\xff]\n")
    with pytest.raises(ContentError) as error:
        read_closed_days(file, POLICIES)
    assert [str(fault.wrong) for fault in error.value.faults] == ["this is not UTF-8 (byte 9)"]
