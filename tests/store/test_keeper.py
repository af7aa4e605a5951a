"""Nobody waits for the store, whatever is wrong with it, and nobody is told that something lasts which does not."""

import datetime as dt
import logging
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from threading import Event

import pytest

from assistant.errors import Usage
from assistant.settings import Settings
from assistant.store import keeper as module
from assistant.store import store_of
from assistant.store.keeper import MOST_WAITING, REST, Keeper
from assistant.store.masking import Masks
from assistant.store.records import Count, Opinion, Question, Record, new_key

START = dt.datetime(2026, 1, 15, 23, 59, tzinfo=dt.UTC)
ASKED = Question(new_key(), "2026-01-15", "en", "doubt", "a/x", "call 0412 345 678")


class Held:
    """A store in memory that can be broken, or made to hold everything up."""

    def __init__(self) -> None:
        self.records: list[Record] = []
        self.tried: list[str] = []
        self.wrong: Exception | None = None
        self.free = Event()
        self.free.set()
        self.busy = Event()

    def open(self) -> None:
        self._do("open")

    def write(self, records: Sequence[Record]) -> None:
        self._do("write")
        self.records += records

    def purge(self, before: str) -> int:
        self._do(f"purge {before}")
        return 0

    def asked_most(self, since: str, before: str, least: int, most: int) -> tuple[tuple[str, str], ...]:
        self._do(f"asked {since} {before} {least} {most}")
        return (("a/x", "free"),)

    def _do(self, what: str) -> None:
        self.busy.set()
        self.free.wait(10)
        self.tried.append(what)
        if self.wrong:
            raise self.wrong


class Clock:
    """A clock that is moved by hand."""

    moment, seconds = START, 100.0

    def now(self) -> dt.datetime:
        return self.moment

    def count(self) -> float:
        return self.seconds


@pytest.fixture
def held() -> Held:
    return Held()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def counted() -> Counter[str]:
    return Counter()


@pytest.fixture
def keeper(held: Held, clock: Clock, counted: Counter[str]) -> Iterator[Keeper]:
    def count(written: str, number: int) -> None:
        counted[written] += number

    made = Keeper(held, Masks.of({}), 30, clock.now, count, clock.count)
    made.begin()
    yield made
    held.free.set()
    made.end()


def wrote(keeper: Keeper, record: Record = ASKED) -> Exception | None:
    """Why a record was not kept; None where it was."""
    return keeper.keep(record).exception(10)  # type: ignore[return-value]  # (an exception of a store)


def test_a_record_is_masked_and_lasts_once_it_is_told(keeper: Keeper, held: Held, counted: Counter[str]) -> None:
    count = Count("2026-01-15", "a/x", "free")
    assert [wrote(keeper, one) for one in (ASKED, count)] == [None, None]
    (kept, counted_) = held.records
    assert isinstance(kept, Question)
    assert (kept.key, kept.text, counted_) == (ASKED.key, "call ***", count)
    assert (keeper.status, keeper.today(), counted) == ("", "2026-01-15", {"stored": 2})


def test_once_a_day_what_is_too_old_goes_and_what_was_asked_most_is_read(
    keeper: Keeper, held: Held, clock: Clock
) -> None:
    wrote(keeper)
    assert held.tried == ["open", "purge 2025-12-16", "asked 2025-10-17 2026-01-15 5 20", "write"]
    assert keeper.asked == (("a/x", "free"),)
    clock.moment += dt.timedelta(minutes=2)
    wrote(keeper)
    assert held.tried[4:] == ["open", "purge 2025-12-17", "asked 2025-10-18 2026-01-16 5 20", "write"]


def test_what_cannot_be_kept_is_told_and_tried_again_after_a_rest(
    keeper: Keeper, held: Held, clock: Clock, counted: Counter[str], caplog: pytest.LogCaptureFixture
) -> None:
    wrote(keeper)
    held.wrong = OSError("disk full\nand more")
    assert wrote(keeper) is held.wrong
    held.wrong, tried = None, len(held.tried)
    refused = wrote(keeper)
    assert (str(refused), len(held.tried)) == ("disk full", tried), "those behind it are told at once"
    assert (keeper.status, counted) == ("disk full", {"stored": 1, "failed": 2})
    clock.seconds += REST
    assert wrote(keeper) is None
    assert keeper.status == ""
    told = [(record.levelno, record.getMessage()) for record in caplog.records]
    assert told == [
        (logging.ERROR, "the store cannot be written: disk full"),
        (logging.WARNING, "the store can be written again"),
    ]


def test_the_same_trouble_is_told_once(
    keeper: Keeper, held: Held, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    held.wrong = RuntimeError("a fault of ours")
    for _ in range(3):
        assert wrote(keeper)
        clock.seconds += REST
    assert len(caplog.records) == 1
    held.wrong = None
    assert wrote(keeper) is None, "whatever it was, it goes on"


def test_while_it_is_held_up_nobody_waits_and_what_finds_no_room_is_refused(
    keeper: Keeper, held: Held, counted: Counter[str]
) -> None:
    wrote(keeper)
    held.free.clear()
    held.busy.clear()
    first = keeper.keep(ASKED)
    assert held.busy.wait(10)
    waiting = [keeper.keep(Opinion(new_key(), "2026-01-15", "en", "a/x", "free", "0", True, "")) for _ in range(200)]
    refused = [one for one in waiting if one.done()]
    assert len(refused) == 200 - MOST_WAITING
    assert all(isinstance(one.exception(), OSError) for one in refused)
    left = [one.cancel() for one in waiting[:10]]
    held.free.set()
    assert first.result(10) is None
    assert all(one.result(10) is None for one in waiting[10:MOST_WAITING])
    assert (all(left), len(held.records)) == (True, 2 + MOST_WAITING - 10), "whoever has gone is not written"
    assert held.tried.count("write") == 3, "what waits is written in one go"
    assert counted == {"stored": 2 + MOST_WAITING - 10, "dropped": 200 - MOST_WAITING + 10}


def test_nothing_is_written_for_those_who_have_all_gone(keeper: Keeper, held: Held) -> None:
    wrote(keeper)
    held.free.clear()
    held.busy.clear()
    keeper.keep(ASKED)
    assert held.busy.wait(10)
    assert keeper.keep(ASKED).cancel()
    held.free.set()
    keeper.end()
    assert held.tried.count("write") == 2


def test_it_looks_after_the_store_though_nobody_writes(
    held: Held, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LOOKS", 0.01)
    looked = Event()
    monkeypatch.setattr(held, "purge", lambda before: looked.set() if before == "2025-12-17" else None)
    keeper = Keeper(held, Masks.of({}), 30, clock.now)
    keeper.begin()
    clock.moment += dt.timedelta(minutes=2)
    assert looked.wait(10)
    keeper.end()


def test_it_ends_though_the_store_holds_it_up(held: Held, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ENDS_WITHIN", 0.01)
    held.free.clear()
    keeper = Keeper(held, Masks.of({}), 30, clock.now)
    keeper.begin()
    assert held.busy.wait(10)
    assert keeper.status == "it has not been opened yet"
    for _ in range(MOST_WAITING):
        keeper.keep(ASKED)
    keeper.end()
    held.free.set()


def test_without_a_setting_there_is_no_store() -> None:
    assert store_of(Settings()) is None


def test_what_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "assistant.store.opening", None)
    with pytest.raises(Usage, match="is not installed"):
        store_of(Settings(store="store.db"))
