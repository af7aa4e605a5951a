"""What a worker and whoever looks after it say to each other: that it is ready, may begin, its counts, may go."""

import json
import logging
import os
import signal
import socket
from collections.abc import Callable, Iterable
from io import BufferedReader
from threading import Thread

Series = tuple[str, str, float]
READY, BEGIN, COUNTS, RETIRE = b"ready\n", b"begin\n", b"counts\n", b"retire\n"
"""A line each; counts are answered with a line of JSON."""

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
