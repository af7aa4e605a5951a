"""What is acknowledged lasts, under one key once; what there is no room for is refused; what is removed is gone."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import OperationalError

from assistant.settings import Settings
from assistant.store import database as module
from assistant.store import opening
from assistant.store.database import HELD, Database, Unkept
from assistant.store.opening import FAILURES, open_store
from assistant.store.records import Count, Kept, Limits, Opinion, Question, new_key

ASKED = Question(new_key(), "2026-01-15", "ja", "out-of-scope", "", "月はチーズですか 😀 'quoted' \\ 100%")
SAID = Opinion(new_key(), "2026-01-15", "en", "swap-out/price", "free", "c3c598d722cc", False, "")


@pytest.fixture
def store(place: str) -> Database:
    return open_store(Settings(store=place))


def test_what_is_written_is_read_by_another(store: Database, place: str) -> None:
    store.write([ASKED, SAID, Count("2026-01-15", "swap-out/price", "free")])
    assert open_store(Settings(store=place)).read() == Kept(
        (ASKED,), (SAID,), ((Count("2026-01-15", "swap-out/price", "free"), 1),)
    )


def test_under_one_key_it_is_kept_once(store: Database) -> None:
    """Whoever was not told that it was stored sends it again; a reason comes behind the answer."""
    for record in (ASKED, ASKED, SAID, replace(SAID, text="no price"), replace(SAID, answered=True, text="found it")):
        store.write([record])
    assert store.read() == Kept((ASKED,), (replace(SAID, answered=True, text="found it"),), ())


def test_counts_add_up_and_the_most_wanted_comes_first(store: Database) -> None:
    asked = [("2026-01-13", "a/x", "free"), *[("2026-01-14", "a/y", "")] * 2, *[("2026-01-15", "a/z", "due")] * 9]
    store.write([Count(*one) for one in asked])
    store.write([Count("2026-01-14", "a/y", "")])
    assert store.asked_most("2026-01-01", "2026-01-15", 1, 20) == (("a/y", ""), ("a/x", "free"))
    assert store.asked_most("2026-01-01", "2026-01-15", 2, 20) == (("a/y", ""),)
    assert store.asked_most("2026-01-14", "2026-01-16", 1, 1) == (("a/z", "due"),)


@pytest.mark.parametrize("limits", [Limits(rows=2), Limits(bytes=250)])
def test_a_store_that_is_full_takes_all_of_what_comes_together_or_nothing(store: Database, limits: Limits) -> None:
    full = replace(store, limits=limits)
    full.write([SAID])
    with pytest.raises(Unkept, match="full"):
        full.write([ASKED, replace(ASKED, key=new_key()), Count("2026-01-15", "a/x", "")])
    full.write([replace(SAID, text="a reason that comes behind the answer")])
    assert store.read() == Kept((), (replace(SAID, text="a reason that comes behind the answer"),), ())
    full.purge("2026-02-01")
    full.write([ASKED])


def test_what_is_too_old_is_removed(store: Database) -> None:
    old = replace(ASKED, key=new_key(), day="2025-12-31")
    store.write([old, ASKED, SAID, Count("2025-12-31", "a/x", ""), Count("2026-01-01", "a/x", "")])
    assert store.purge("2026-01-01") == 2
    assert store.purge("2026-01-01") == 0
    assert store.read() == Kept((ASKED,), (SAID,), ((Count("2026-01-01", "a/x", ""), 1),))


def test_records_are_removed_by_key_and_by_what_they_hold(store: Database) -> None:
    other = replace(ASKED, key=new_key(), text="Percent 100X")
    store.write([ASKED, other, SAID])
    assert store.remove([], ["100%"]) == 1, "a sign of the search stands for itself"
    assert store.remove([SAID.key, "unknown"], ["PERCENT"]) == 2
    assert store.read() == Kept((), (), ())


def test_what_is_removed_from_a_file_is_nowhere_in_it(tmp_path: Path) -> None:
    store = open_store(Settings(store=str(tmp_path / "store.db")))
    store.write([replace(ASKED, text="unforgettable")])
    store.remove([], ["unforgettable"])
    assert [path for path in tmp_path.iterdir() if b"unforgettable" in path.read_bytes()] == []


def test_what_somebody_still_reads_is_told_to_stay_until_then(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "WAITS", 0)
    store = open_store(Settings(store=str(tmp_path / "store.db")))
    store.write([ASKED, SAID])
    with store.engine.connect().execution_options(plain=True) as reading:
        reading.exec_driver_sql("BEGIN")
        reading.execute(HELD)
        assert store.remove([SAID.key], []) == 1
        assert "until whoever reads it has ended" in caplog.text
    caplog.clear()
    assert store.remove([ASKED.key], []) == 1
    assert caplog.text == ""


def test_whoever_runs_the_service_waits_as_long_as_it_takes(store: Database) -> None:
    """A server ends what a page waits for after two seconds."""
    told: list[str] = []
    store.write([ASKED])
    event.listen(store.engine, "before_cursor_execute", lambda *given: told.append(given[2]))
    work: tuple[Callable[[], object], ...] = (store.read, lambda: store.purge("2026-02-01"))
    for one, first in zip(work, ("SELECT assistant_questions", "DELETE"), strict=True):
        told.clear()
        one()
        slow = next(number for number, said in enumerate(told) if said.startswith(first))
        assert ("SET LOCAL statement_timeout = 0" in told[:slow]) == (store.file is None)


def test_a_file_is_made_for_us_alone_and_a_folder_never(tmp_path: Path) -> None:
    open_store(Settings(store=str(tmp_path / "store.db"))).open()
    assert (tmp_path / "store.db").stat().st_mode & 0o077 == 0
    with pytest.raises(FAILURES):
        open_store(Settings(store=str(tmp_path / "gone" / "store.db"))).open()
    assert not (tmp_path / "gone").exists()


def test_a_file_that_is_not_there_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(OperationalError):
        open_store(Settings(store=str(tmp_path / "store.db"))).read()
    assert list(tmp_path.iterdir()) == []


def test_where_no_store_was_made_yet_nothing_is_kept(store: Database) -> None:
    if store.file:
        store.file.touch()
    assert store.read() == Kept((), (), ())


def test_a_file_that_is_taken_away_is_not_written_to_behind_its_name(tmp_path: Path) -> None:
    place = tmp_path / "store.db"
    store = open_store(Settings(store=str(place)))
    store.write([ASKED])
    place.unlink()
    store.write([SAID])
    assert store.read() == Kept((), (SAID,), ())


def test_to_write_lets_go_of_no_lock_that_another_connection_here_has(tmp_path: Path) -> None:
    """Else whoever closes the file elsewhere is taken for the last, and takes away what is being written."""
    file = tmp_path / "store.db"
    store = open_store(Settings(store=str(file)))
    store.write([SAID])
    with closing(sqlite3.connect(file)) as other:
        other.execute("SELECT count(*) FROM assistant_opinions").fetchone()
        store.write([ASKED])
        alone = f"import sqlite3; sqlite3.connect({str(file)!r}, 0).execute('PRAGMA journal_mode=DELETE')"
        ended = subprocess.run([sys.executable, "-c", alone], capture_output=True, text=True, check=False)
    assert "database is locked" in ended.stderr


def test_an_earlier_store_is_brought_to_this_version_and_a_later_one_left_alone(
    store: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.write([ASKED])
    monkeypatch.setattr(module, "MIGRATIONS", (*module.MIGRATIONS, ("CREATE TABLE assistant_more (x INTEGER)",)))
    store.write([SAID])
    with store.engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM assistant_more")).scalar() == 0
    monkeypatch.undo()
    with pytest.raises(Unkept, match="newer"):
        store.write([ASKED])
    assert store.read() == Kept((ASKED,), (SAID,), ())
