"""
What a worker and whoever looks after it say to each other: that it is ready, may begin, its counts, may go; and how it
comes to be, as a fork of a process that has read everything already.
"""

import gc
import json
import logging
import os
import signal
import socket
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from io import BufferedReader
from threading import Thread

Series = tuple[str, str, float]
READY, BEGIN, COUNTS, RETIRE, FORK = b"ready\n", b"begin\n", b"counts\n", b"retire\n", b"fork\n"
"""A line each; counts are answered with a line of JSON, a fork with the number of its process."""
SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)

logger = logging.getLogger(__name__)


class Channel:
    """What a worker is told by whoever looks after it, and tells it."""

    def __init__(self, end: socket.socket, counts: Callable[[], Iterable[Series]], retire: Callable[[], None]) -> None:
        self._end, self._counts, self._retire = end, counts, retire

    def ready(self) -> None:
        """
        This worker can answer. It comes back when all can, so that nobody has whoever is first to come and stays; from
        now on it listens for what it is told.
        """
        self._end.sendall(READY)
        lines = self._end.makefile("rb")
        if lines.readline() != BEGIN:
            raise SystemExit(1)
        Thread(target=self._listen, args=(lines,), daemon=True).start()

    def close(self) -> None:
        """This worker ends: its last counts."""
        self._tell()

    def _listen(self, lines: BufferedReader) -> None:
        with lines:
            for line in lines:
                if line == COUNTS:
                    self._tell()
                elif line == RETIRE:
                    self._retire()
        # Whoever looked after this worker has gone.
        os.kill(os.getpid(), signal.SIGTERM)

    def _tell(self) -> None:
        try:
            self._end.sendall(json.dumps(list(self._counts())).encode() + b"\n")
        except OSError:
            logger.warning("nobody takes the counts of this process")


def forks(end: socket.socket) -> socket.socket:
    """
    Comes back in each worker that this process is told to make over `end`, with the channel of that worker; what has
    been read until now is in memory once for all of them. No thread may run: none is there in a fork.

    This process itself waits for what it is told, and ends once nobody can tell it anything and its workers have ended.
    """
    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)
    workers = set[int]()
    signal.signal(signal.SIGCHLD, lambda number, frame: _reap(workers, os.WNOHANG))
    gc.collect()
    gc.freeze()  # looking for circles would write into what they share
    end.sendall(READY)
    while True:
        told, numbers, _, _ = socket.recv_fds(end, len(FORK), 1)
        if not told:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            _reap(workers, 0)
            sys.exit()
        process = os.fork()
        if not process:
            for number in (*SIGNALS, signal.SIGCHLD):
                signal.signal(number, signal.SIG_DFL)
            end.close()
            return socket.socket(fileno=numbers[0])
        workers.add(process)
        os.close(numbers[0])
        end.sendall(b"%d\n" % process)


def _reap(workers: set[int], how: int) -> None:
    """
    Takes note of the workers that have ended, aloud of those that nobody told to; with 0 of all, waiting for them.
    Other processes may have been started as well.
    """
    for one in tuple(workers):
        with suppress(ChildProcessError):  # another signal has come meanwhile, and it was taken note of
            ended, status = os.waitpid(one, how)
            if ended:
                workers.discard(one)
                code = os.waitstatus_to_exitcode(status)
                if code not in (0, -signal.SIGTERM):
                    logger.warning("process %s has ended with %s", one, code)
