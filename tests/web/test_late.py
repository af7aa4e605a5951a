"""A matcher is made once, whoever asks; what cannot be made is told, and keeps nobody waiting."""

import datetime as dt
import gc
from concurrent.futures import Future, ThreadPoolExecutor, wait
from itertools import count
from threading import Barrier, Event, Thread

import pytest

from assistant.errors import ContentError, Unready
from assistant.match.understanding import Found, Read, Understanding, Understands
from assistant.web import late as module
from assistant.web.late import AGAIN, Late

NOW = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)


class Counted:
    """A matcher that understands nothing, and how often one was made."""

    def __init__(self) -> None:
        self.made = 0

    def make(self) -> "Counted":
        self.made += 1
        return self

    def understand(self, text: str, now: dt.datetime) -> Understanding:
        return Understanding((), {}, "out-of-scope")

    def read(self, text: str, found: Found, now: dt.datetime) -> Read:
        return Read(self.understand(text, now).stated)


def test_it_is_made_once_however_many_ask_at_once() -> None:
    counted, gate = Counted(), Barrier(8)
    late = Late(counted.make)
    assert counted.made == 0

    def ask() -> None:
        gate.wait()
        late.understand("when", NOW)

    threads = [Thread(target=ask) for _ in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert counted.made == 1


def test_what_was_begun_in_the_background_is_not_made_again() -> None:
    counted = Counted()
    late = Late(counted.make)
    late.begin().join()
    late.understand("when", NOW)
    assert counted.made == 1


def test_what_was_begun_again_is_not_missing_for_good() -> None:
    late = Late(Counted().make)
    for _ in range(2):
        late.begin().join()
        assert not late.missing


def test_what_failed_and_was_begun_again_at_once_says_why() -> None:
    def fail() -> Understands:
        raise OSError

    late = Late(fail, lambda: 0.0)
    for _ in range(2):
        late.begin().join()
        assert "cannot be read" in late.missing


def test_what_failed_says_why_while_it_is_tried_again() -> None:
    """As it does where the thread that has failed has not ended yet."""
    counted, gate = Counted(), Event()

    def fail() -> Understands:
        if counted.make().made == 2:
            gate.wait()
        raise OSError

    times = count(0.0, AGAIN)
    late = Late(fail, lambda: next(times))
    late.begin().join()
    again = late.begin()
    assert (again.is_alive(), "cannot be read" in late.missing) == (True, True)
    gate.set()
    again.join()


def test_several_may_wait_for_it_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """One of them begins it: another does not wait for a thread that has not started yet."""
    counted, waiting = Counted(), list[Future[bool]]()
    late = Late(counted.make)

    class Slow(Thread):
        def start(self) -> None:
            waiting.append(pool.submit(late.settled, 300))
            wait(waiting, 0.2)
            super().start()

    monkeypatch.setattr(module, "Thread", Slow)
    with ThreadPoolExecutor(1) as pool:
        assert late.settled(300)
    assert [one.result() for one in waiting][:1] == [True]
    assert (counted.made, late.missing) == (1, "")


def test_what_is_made_is_not_looked_through_for_circles_ever_after() -> None:
    before = gc.get_freeze_count()
    Late(Counted().make).understand("dongle", NOW)
    assert gc.get_freeze_count() > before


def test_what_goes_wrong_in_the_background_is_raised_to_whoever_asks() -> None:
    def fail() -> Understands:
        raise ContentError([])

    late = Late(fail)
    late.begin().join()
    assert late.missing
    with pytest.raises(Unready):
        late.understand("when", NOW)


def test_what_cannot_be_made_is_told_to_whoever_asks_and_tried_again_after_a_while() -> None:
    made, moment = [ContentError([]), OSError(), None], [0.0]

    def make() -> Understands:
        if (error := made.pop(0)) is not None:
            raise error
        return Counted()

    late = Late(make, lambda: moment[0])
    for left in (2, 2, 1, 1):
        with pytest.raises(Unready):
            late.understand("when", NOW)
        assert (len(made), bool(late.missing)) == (left, True)
        moment[0] += AGAIN / 2
    late.understand("when", NOW)
    assert not late.missing
