"""A fingerprint changes when anything changes that something was made from, and with nothing else."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.library.sources import LENGTH, code_fingerprint, fingerprint


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.yaml").write_text("id: a\n", "utf-8")
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "c.yaml").write_text("id: c\n", "utf-8")
    return tmp_path


def mark(folder: Path, *others: str) -> str:
    return fingerprint(folder, sorted(path for path in folder.rglob("*") if path.is_file()), *others)


CHANGES: dict[str, Callable[[Path], object]] = {
    "another text": lambda folder: (folder / "a.yaml").write_text("id: b\n", "utf-8"),
    "a longer text": lambda folder: (folder / "a.yaml").write_text("id: a\n\n", "utf-8"),
    "another name": lambda folder: (folder / "a.yaml").rename(folder / "d.yaml"),
    "another folder": lambda folder: (folder / "b" / "c.yaml").rename(folder / "c.yaml"),
    "one more, empty": lambda folder: (folder / "d.yaml").touch(),
    "one less": lambda folder: (folder / "a.yaml").unlink(),
    "an end that moved from one file to the next": lambda folder: [
        (folder / "a.yaml").write_text("id: a", "utf-8"),
        (folder / "b" / "c.yaml").write_text("\nid: c\n", "utf-8"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_it_changes_with_names_and_texts(folder: Path, change: Callable[[Path], object]) -> None:
    before = mark(folder)
    change(folder)
    assert mark(folder) != before


def test_it_changes_with_whatever_else_counts(folder: Path) -> None:
    marks = [mark(folder, *others) for others in ((), ("x",), ("x", "y"), ("xy",))]
    assert len({*marks}) == len(marks)


def test_it_stays_for_other_times_and_other_places(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    before = mark(folder)
    os.utime(folder / "a.yaml", (1, 1))
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "moved"
    folder.rename(elsewhere)
    assert mark(elsewhere) == before
    assert len(before) == LENGTH


def test_a_file_that_cannot_be_read_counts_as_an_empty_one(folder: Path) -> None:
    files = [folder / "a.yaml"]
    (folder / "a.yaml").unlink()
    gone = fingerprint(folder, files)
    (folder / "a.yaml").touch()
    assert fingerprint(folder, files) == gone


def test_the_code_that_a_part_needs_besides_counts() -> None:
    assert len({code_fingerprint(), code_fingerprint("match"), code_fingerprint("matching.py")}) == 3
