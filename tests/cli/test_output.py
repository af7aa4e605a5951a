"""Files that are written: whole or not at all, with ids as they came, and nothing that a spreadsheet runs."""

import csv
import errno
import io
import json
import os
from pathlib import Path

import pytest

from assistant.cli.batch import ANSWERED
from assistant.cli.output import Output, csv_rows, write_line, written
from assistant.decide.cases import JsonNumber


@pytest.mark.parametrize(
    "case_id", ["a", "é", "\ud800", None, True, [1], {"x": "y"}, JsonNumber("1e400"), JsonNumber("-0")]
)
def test_an_id_comes_back_as_it_was(case_id: object) -> None:
    line = write_line(case_id, {"status": "needs", "fact": "swa"})
    shown = str(case_id) if isinstance(case_id, JsonNumber) else json.dumps(case_id)
    assert json.loads(line)["id"] == json.loads(shown)


def row(case_id: object, **record: object) -> list[str]:
    written = csv_rows(ANSWERED, [(case_id, record)])
    return next(csv.reader(io.StringIO(written.decode(), newline="")))


FORMULAS = [
    "=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1", "  =1", "\u3000=1", "＝1", "＋1", "－1", "＠x", "\ufeff=1",
    "\u200b=1", "\x00=1", "﹦1",
]  # fmt: skip


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_cell_is_never_a_formula(formula: str) -> None:
    assert row(formula)[0] == f"'{formula}"
    assert row([formula])[0].startswith("[")
    assert row("a", status=formula)[1] == f"'{formula}"
    assert row("a", notes=[formula])[4] == f"'{formula}"
    assert row("a", values={formula: 1})[5] == f"'{formula}=1"
    assert row("a", errors=[{"name": formula, "reason": "x"}])[9] == f"'{formula}:x"


@pytest.mark.parametrize("plain", ["a=1", "1-2", "x@y.example", "", "  a", "日本"])
def test_other_text_stays_as_it_is(plain: str) -> None:
    assert row(plain)[0] == plain


def test_a_number_is_no_formula() -> None:
    assert row(JsonNumber("-5"))[0] == "-5"


def test_a_file_comes_into_its_place_whole(tmp_path: Path) -> None:
    target = tmp_path / "out"
    target.write_text("before", "utf-8")
    target.chmod(0o640)
    with written(target) as put:
        put.write(b"after")
        assert target.read_text("utf-8") == "before"
    assert (target.read_text("utf-8"), target.stat().st_mode & 0o777) == ("after", 0o640)
    assert list(tmp_path.iterdir()) == [target]


def test_what_is_stopped_leaves_what_was_there(tmp_path: Path) -> None:
    target = tmp_path / "out"
    target.write_text("before", "utf-8")

    def stopped() -> None:
        with written(target) as put:
            put.write(b"after")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert target.read_text("utf-8") == "before"
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "there").write_text("before", "utf-8")
    (tmp_path / "link").symlink_to("there")
    with written(tmp_path / "link") as put:
        put.write(b"after")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "there").read_text("utf-8") == "after"


def test_a_full_disk_is_told_with_the_name_of_the_file() -> None:
    with pytest.raises(OSError, match="/dev/full") as caught, written(Path("/dev/full")) as put:
        put.write(b"x")
    assert caught.value.errno == errno.ENOSPC


def test_a_disk_that_fills_up_leaves_no_half_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "out"
    target.write_text("before", "utf-8")

    def full(self: Output, data: bytes) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(target))

    monkeypatch.setattr(Output, "write", full)
    with pytest.raises(OSError, match=str(target)), written(target) as put:
        put.write(b"x")
    assert target.read_text("utf-8") == "before"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_is_not_there_is_told_with_the_name_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=str(tmp_path / "no" / "out")), written(tmp_path / "no" / "out"):
        raise AssertionError
