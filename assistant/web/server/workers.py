"""Several processes behind one socket, each a server of its own; one process that only looks after them."""

import json
import logging
import os
import select
import signal
import socket
import subprocess
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Lock
from typing import NamedTuple

from assistant.web.server.channel import BEGIN, COUNTS, FORK, READY, RETIRE, SIGNALS, Series
from assistant.web.server.metrics import READ

READY_WITHIN, ENDED_WITHIN, TOLD_WITHIN = 60.0, 30.0, 1.0
"""Seconds within which a worker must have read its content, have stopped, and have told its counts."""
LOOK = 0.5
"""Seconds between two looks at whether a worker has ended."""
SHORT = 5.0
"""A worker that ends sooner has not worked: the next one is given as long a pause."""

logger = logging.getLogger(__name__)


class Worker(NamedTuple):
    """A process that serves, our end of its channel, and when it was started."""

    process: int
    end: socket.socket
    since: float

    def begin(self) -> None:
        """From now on it answers."""
        with suppress(OSError):  # it has ended
            self.end.sendall(BEGIN)

    def has_ended(self, within: float = 0) -> bool:
        """Whether it has, or does within so many seconds: then nobody holds the other end of its channel."""
        look = select.poll()
        look.register(self.end, 0)
        return bool(look.poll(within * 1000))

    def send(self, number: signal.Signals) -> None:
        """Sends it a signal."""
        if not self.has_ended():
            with suppress(ProcessLookupError):
                os.kill(self.process, number)

    def counts(self, ask: bool = True) -> list[Series]:
        """What it has counted; nothing where it does not say."""
        try:
            self.end.settimeout(TOLD_WITHIN)
            if ask:
                self.end.sendall(COUNTS)
            with self.end.makefile("rb") as lines:
                return [(name, labels, value) for name, labels, value in json.loads(lines.readline() or b"[]")]
        except (OSError, ValueError):
            return []


class Stem:
    """A process that has read everything, `ready` then, and of which each worker is a fork."""

    def __init__(self, command: Sequence[str], door: socket.socket) -> None:
        self.end, theirs = socket.socketpair()
        numbers = door.fileno(), theirs.fileno()
        with theirs:
            self.process = subprocess.Popen([*command, *map(str, numbers)], pass_fds=numbers)  # noqa: S603 (our own)
        self.ready = _says_ready(self.end)

    def fork(self) -> Worker:
        """Another worker, which is not ready yet. Raises `OSError` where this process is not ready, or has gone."""
        ours, theirs = socket.socketpair()
        try:
            with theirs:
                socket.send_fds(self.end, [FORK], [theirs.fileno()])
            if told := self.ready and self.end.recv(32):
                return Worker(int(told), ours, time.monotonic())
            raise ConnectionResetError
        except OSError:
            ours.close()
            raise

    def close(self) -> None:
        """Ends it: it makes no more workers."""
        self.end.close()
        try:
            self.process.wait(ENDED_WITHIN if self.ready else 0)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def _says_ready(end: socket.socket) -> bool:
    """Whether a process can do its work; it cannot where it ends before that."""
    end.settimeout(READY_WITHIN)
    try:
        return end.recv(len(READY)) == READY
    except OSError:
        return False


class Workers:
    """
    So many workers, forks of one process that is started as `command` with the numbers of its socket and its channel.

    SIGTERM stops them all; SIGHUP puts new ones in their place, which read the content and the program anew: the old
    ones go once these can answer, and stay where they cannot. `told` are signals that came and are not heeded yet.
    """

    def __init__(self, count: int, command: Sequence[str], door: socket.socket) -> None:
        self.count, self.command, self.door = count, command, door
        self.stem: Stem | None = None
        self.workers: list[Worker] = []
        self.past: dict[tuple[str, str], float] = {}
        self.told: SimpleQueue[int] = SimpleQueue()
        self._lock = Lock()

    def heed(self) -> None:
        """Keeps signals from now on until `run` heeds them: whoever finds the door open may send one."""
        for one in SIGNALS:
            signal.signal(one, lambda number, _: self.told.put(number))

    def run(self) -> bool:
        """Looks after them until told to stop; comes back with whether they could be started."""
        self.heed()
        if not self._renew():
            return False
        while (told := self._next()) in (None, signal.SIGHUP):
            if told == signal.SIGHUP:
                self._renew()
            self._replace_ended()
        # The last worker to go lets in whoever waits at the door; were it open here, more would come and find nobody.
        self.door.close()
        self._end(self.stem, self.workers, signal.SIGTERM)
        return True

    def gather(self) -> list[Series]:
        """What all of them have counted, those that have gone too."""
        with self._lock:
            past = [(name, labels, value) for (name, labels), value in self.past.items()]
            return [*past, *(one for worker in self.workers for one in worker.counts())]

    def _next(self) -> int | None:
        try:
            return self.told.get(timeout=LOOK)
        except Empty:
            return None

    def _renew(self) -> bool:
        """New workers, which begin to answer together, take the place of the old ones; not where one cannot answer."""
        stem, begun = Stem(self.command, self.door), list[Worker]()
        with suppress(OSError):
            for _ in range(self.count):
                begun.append(stem.fork())
        if len(begun) < self.count or not all(_says_ready(one.end) for one in begun):
            self._end(stem, begun, signal.SIGKILL)
            if self.workers:
                logger.error("the new workers do not answer; the old ones go on")
            return False
        for one in begun:
            one.begin()
        with self._lock:
            old, self.stem, self.workers = (self.stem, self.workers), stem, begun
        for one in old[1]:
            with suppress(OSError):  # it has ended
                one.end.sendall(RETIRE)
        self._end(*old, None)
        if old[1]:
            logger.warning("new workers have taken over")
        return True

    def _replace_ended(self) -> None:
        for worker in [one for one in self.workers if one.has_ended()]:
            logger.error("a worker, process %s, has ended and is replaced", worker.process)
            time.sleep(SHORT if time.monotonic() - worker.since < SHORT else 0)
            new = self._another()
            if new is None:
                logger.error("no worker can be made in its place; it is tried again")
                time.sleep(SHORT)
                continue
            if _says_ready(new.end):
                new.begin()
            else:
                new.send(signal.SIGKILL)  # it would wait for ever; the next round replaces it
            with self._lock:
                self.workers[self.workers.index(worker)] = new
            self._forget(worker)

    def _another(self) -> Worker | None:
        """Another worker; where what it is to be a fork of has gone too, of another."""
        for stem in (self.stem, None):
            self.stem = stem or Stem(self.command, self.door)
            try:
                return self.stem.fork()
            except OSError:
                self.stem.ready = False
                self.stem.close()
        return None

    def _end(self, stem: Stem | None, workers: Iterable[Worker], number: signal.Signals | None) -> None:
        """Ends them, and waits for that."""
        for one in workers:
            if number is not None:
                one.send(number)
        for one in workers:
            if not one.has_ended(ENDED_WITHIN):
                one.send(signal.SIGKILL)
                one.has_ended(ENDED_WITHIN)
            self._forget(one)
        if stem:
            stem.close()

    def _forget(self, worker: Worker) -> None:
        """Keeps what a worker that has ended had counted."""
        with self._lock:
            for name, labels, value in worker.counts(ask=False):
                if name != READ:
                    self.past[name, labels] = self.past.get((name, labels), 0) + value
        worker.end.close()
