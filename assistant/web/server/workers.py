"""Several processes behind one socket, each a server of its own; one process that only looks after them."""

import json
import logging
import signal
import socket
import subprocess
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Lock
from typing import NamedTuple

from assistant.web.server.channel import BEGIN, COUNTS, READY, RETIRE, Series
from assistant.web.server.metrics import READ

SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
READY_WITHIN, ENDED_WITHIN, TOLD_WITHIN = 60.0, 30.0, 1.0
"""Seconds within which a worker must have read its content, have stopped, and have told its counts."""
LOOK = 0.5
"""Seconds between two looks at whether a worker has ended."""
SHORT = 5.0
"""A worker that ends sooner has not worked: the next one is given as long a pause."""

logger = logging.getLogger(__name__)


class Worker(NamedTuple):
    """A process that serves, our end of its channel, and when it was started."""

    process: subprocess.Popen[bytes]
    end: socket.socket
    since: float

    def wait_ready(self) -> bool:
        """Whether it can answer; it cannot where it ends before that."""
        self.end.settimeout(READY_WITHIN)
        try:
            return self.end.recv(len(READY)) == READY
        except OSError:
            return False

    def begin(self) -> None:
        """From now on it answers."""
        with suppress(OSError):  # it has ended
            self.end.sendall(BEGIN)

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


class Workers:
    """
    So many workers, each started as `command` with the numbers of its socket and of its channel.

    SIGTERM stops them all; SIGHUP puts new ones in their place, which read the content and the program anew: the old
    ones go once these can answer, and stay where they cannot. `told` are signals that came and are not heeded yet.
    """

    def __init__(self, count: int, command: Sequence[str], door: socket.socket) -> None:
        self.count, self.command, self.door = count, command, door
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
        self.workers = self._started(self.count)
        if not self.workers:
            return False
        while (told := self._next()) in (None, signal.SIGHUP):
            if told == signal.SIGHUP:
                self._renew()
            self._replace_ended()
        # The last worker to go lets in whoever waits at the door; were it open here, more would come and find nobody.
        self.door.close()
        self._end(self.workers, signal.SIGTERM)
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

    def _started(self, count: int) -> list[Worker]:
        """So many that begin to answer together; none where one cannot."""
        begun = [self._start() for _ in range(count)]
        if all(one.wait_ready() for one in begun):
            for one in begun:
                one.begin()
            return begun
        self._end(begun, signal.SIGKILL)
        return []

    def _start(self) -> Worker:
        ours, theirs = socket.socketpair()
        with theirs:
            door, channel = self.door.fileno(), theirs.fileno()
            process = subprocess.Popen(  # noqa: S603 (our own command)
                [*self.command, str(door), str(channel)], pass_fds=(door, channel)
            )
        return Worker(process, ours, time.monotonic())

    def _renew(self) -> None:
        new = self._started(self.count)
        if not new:
            logger.error("the new workers do not answer; the old ones go on")
            return
        with self._lock:
            old, self.workers = self.workers, new
        for one in old:
            one.end.sendall(RETIRE)
        self._end(old, None)
        logger.warning("new workers have taken over")

    def _replace_ended(self) -> None:
        for worker in [one for one in self.workers if one.process.poll() is not None]:
            logger.error("a worker has ended with %s and is replaced", worker.process.returncode)
            time.sleep(SHORT if time.monotonic() - worker.since < SHORT else 0)
            new = self._start()
            if new.wait_ready():
                new.begin()
            else:
                new.process.kill()  # it would wait for ever; the next round replaces it
            with self._lock:
                self.workers[self.workers.index(worker)] = new
            self._forget(worker)

    def _end(self, workers: Iterable[Worker], number: signal.Signals | None) -> None:
        """Ends them, and waits for that."""
        for one in workers:
            if number is not None and one.process.poll() is None:
                one.process.send_signal(number)
        for one in workers:
            try:
                one.process.wait(ENDED_WITHIN)
            except subprocess.TimeoutExpired:
                one.process.kill()
                one.process.wait()
            self._forget(one)

    def _forget(self, worker: Worker) -> None:
        """Keeps what a worker that has ended had counted."""
        with self._lock:
            for name, labels, value in worker.counts(ask=False):
                if name != READ:
                    self.past[name, labels] = self.past.get((name, labels), 0) + value
        worker.end.close()
