"""Keeps records without anybody waiting: one thread writes, few records wait for it, and what fails is told."""

import datetime as dt
import logging
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import replace
from queue import Empty, Full, Queue
from threading import Thread
from time import monotonic
from typing import Literal, Protocol

from assistant.store.masking import Masks
from assistant.store.records import Count, Record, why

logger = logging.getLogger(__name__)
MOST_WAITING = 100
REST = 1.0
"""Seconds after a failure in which nothing is tried."""
LOOKS = 600.0
"""Seconds after which it looks what has become too old, though nothing is written."""
ENDS_WITHIN = 5.0
"""Seconds in which it must have stopped."""
MOST_LISTED, LEAST_LISTED, LISTED_DAYS = 20, 5, 90
"""So many questions are read that were asked so often at least within so many days."""
Job = tuple[Record, "Future[None]"]
Written = Literal["stored", "failed", "dropped"]
"""What became of a record; `dropped`: there was no room to wait, or nobody waited any more."""


class Store(Protocol):
    """Where records are kept."""

    def open(self) -> None:
        """Makes it ready."""

    def write(self, records: Sequence[Record]) -> None:
        """Keeps records for good, all or none."""

    def purge(self, before: str) -> int:
        """Removes what is older than a day."""

    def asked_most(self, since: str, before: str, least: int, most: int) -> tuple[tuple[str, str], ...]:
        """What was asked for most within these days."""


class Keeper:
    """
    Writes into a store, what waits in one go; `masks` take out of each text what may name a person, and `days` is for
    how long records are kept.

    `status` says in English why the store cannot be written, empty where nothing is known to be in the way; `asked`
    what was asked for most up to yesterday; `count` is told what became of each record.
    """

    def __init__(
        self,
        store: Store,
        masks: Masks,
        days: int,
        now: Callable[[], dt.datetime],
        count: Callable[[Written, int], None] = lambda written, number: None,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self.days, self.status = days, "it has not been opened yet"
        self.asked: tuple[tuple[str, str], ...] = ()
        self._store, self._masks, self._now, self._count, self._clock = store, masks, now, count, clock
        self._jobs: Queue[Job | None] = Queue(MOST_WAITING)
        self._looked, self._rests_until = "", 0.0
        self._thread = Thread(target=self._work, daemon=True, name="store")

    def begin(self) -> None:
        """Starts to write."""
        self._thread.start()

    def end(self) -> None:
        """Writes what waits, and stops; not later than in some seconds."""
        with suppress(Full):
            self._jobs.put_nowait(None)
        self._thread.join(ENDS_WITHIN)

    def today(self) -> str:
        """The day it is, as records have it."""
        return self._now().date().isoformat()

    def keep(self, record: Record) -> "Future[None]":
        """Done once the record lasts; fails where it cannot be kept. Whoever waits no longer cancels it."""
        future: Future[None] = Future()
        if not isinstance(record, Count):
            record = replace(record, text=self._masks.masked(record.text))
        try:
            self._jobs.put_nowait((record, future))
        except Full:
            self._count("dropped", 1)
            future.set_exception(OSError("too many records wait for the store"))
        return future

    def _work(self) -> None:
        self._attempt(self._look)
        while True:
            try:
                first = self._jobs.get(timeout=LOOKS)
            except Empty:
                self._attempt(self._look)
                continue
            jobs = [first, *self._waiting()]
            self._settle([job for job in jobs if job is not None])
            if None in jobs:
                return

    def _waiting(self) -> Iterator[Job | None]:
        with suppress(Empty):
            while True:
                yield self._jobs.get_nowait()

    def _settle(self, jobs: Sequence[Job]) -> None:
        """Writes all that wait in one go, and tells each what became of it."""
        wanted = [(record, future) for record, future in jobs if future.set_running_or_notify_cancel()]
        wrong = self._attempt(lambda: self._write([record for record, _ in wanted])) if wanted else None
        for _, future in wanted:
            if wrong:
                future.set_exception(wrong)
            else:
                future.set_result(None)
        if wanted:
            self._count("failed" if wrong else "stored", len(wanted))
        if len(jobs) > len(wanted):
            self._count("dropped", len(jobs) - len(wanted))

    def _write(self, records: Sequence[Record]) -> None:
        self._look()
        self._store.write(records)

    def _look(self) -> None:
        """Once a day: makes the store ready, removes what is too old, and reads what was asked for most."""
        today = self._now().date()
        if self._looked == today.isoformat():
            return
        self._store.open()
        self._store.purge((today - dt.timedelta(days=self.days)).isoformat())
        since = (today - dt.timedelta(days=LISTED_DAYS)).isoformat()
        self.asked = self._store.asked_most(since, today.isoformat(), LEAST_LISTED, MOST_LISTED)
        self._looked = today.isoformat()

    def _attempt(self, work: Callable[[], None]) -> Exception | None:
        """Why it failed, if it did; right after a failure nothing is tried, so that those who wait are told at once."""
        if self._clock() < self._rests_until:
            return OSError(self.status)
        try:
            work()
        except Exception as error:  # whatever it is: the thread goes on
            told = why(error)
            if told != self.status:
                logger.error("the store cannot be written: %s", told)
            self.status, self._rests_until = told, self._clock() + REST
            return error
        if self._rests_until:
            logger.warning("the store can be written again")
        self.status, self._rests_until = "", 0.0
        return None
