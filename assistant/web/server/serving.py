"""A server on a socket that stops without losing anybody: it says so first, then answers whoever has come."""

import asyncio
import ctypes
import errno
import logging
import os
import signal
import socket
import struct
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from types import FrameType

import uvicorn
from starlette.types import ASGIApp

from assistant.web.server.door import Door
from assistant.web.server.protocol import Protocol

BACKLOG = 2048
"""So many may stand at the door."""
STOPPED_WITHIN = 10
"""Seconds after which what is still being answered is given up."""
SWITCH = 0.0001
"""Seconds after which a thread makes way for another: work that is long holds up no page."""
ROUNDS = 10
"""Turns of the event loop in which those come in who were let in already."""
SO_ATTACH_FILTER = 26
"""The option that puts a packet filter on a socket, as Linux numbers it."""
NO_SYN = ((0x30, 0, 0, 13), (0x45, 0, 1, 2), (0x06, 0, 0, 0), (0x06, 0, 0, 0xFFFFFFFF))
"""A filter, as Linux has it, that drops what has the flag SYN (the second bit of byte 13 of a header), and no more."""
UNDER_WAY = 0.05
"""Seconds in which connections are made that were being made when the door was barred."""
QUIET = 60.0
"""Seconds in which the same trouble of the system is told once."""

logger = logging.getLogger(__name__)


def bound_file(path: str) -> Door:
    """
    A socket of the file system that listens; one that nobody listens to any more makes room. Raises `OSError`.

    Proxies run as users of their own: who may enter the folder that it stands in may ask.
    """
    door = Door(socket.AF_UNIX)
    try:
        with suppress(FileNotFoundError), socket.socket(socket.AF_UNIX) as other:
            if other.connect_ex(path) == errno.ECONNREFUSED:
                Path(path).unlink()
        door.bind(path)
        Path(path).chmod(0o666)
        door.listen(BACKLOG)
    except OSError as error:
        door.close()
        raise OSError(error.errno, os.strerror(error.errno or 0), path) from None
    return door


def bound(host: str, port: int) -> Door:
    """A socket that listens. Raises `OSError` that names the address."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        door = Door(fileno=socket.create_server((host, port), family=family, backlog=BACKLOG).detach())
    except OSError as error:
        raise OSError(error.errno, os.strerror(error.errno or 0), f"{host}:{port}") from None
    # Connections take it over. Without it the second half of each answer waits for the client to confirm the first.
    door.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return door


class Serving(uvicorn.Server):
    """
    A server of one process. Told to stop by SIGTERM, it calls `draining`, goes on for `drain` seconds, and then stops.
    From the signal on each answer is the last of its connection.

    Told again, or from the keyboard, it stops at once; what is being answered is answered in any case.
    `root` is the prefix below which a proxy shows it, `trusted` the clients who may say for whom they ask (this machine
    where it is left out). `ready` is called once all is made, before it listens, and may wait; `ended` once all are
    answered, and `refused` with the reason where a connection is closed unanswered.
    """

    def __init__(
        self,
        app: ASGIApp,
        drain: float,
        draining: Callable[[], None],
        refused: Callable[[str], None] = lambda why: None,
        root: str = "",
        trusted: str | None = None,
    ) -> None:
        self._refusals = Refusals(time.monotonic, refused)
        self._kind: type[Protocol] = type("Connection", (Protocol,), {"turned_away": self._refusals})
        super().__init__(
            uvicorn.Config(
                app,
                http=self._kind,
                ws="none",
                loop="asyncio",
                lifespan="off",
                access_log=False,
                log_config=None,
                server_header=False,
                backlog=BACKLOG,
                timeout_graceful_shutdown=STOPPED_WITHIN,
                root_path=root,
                forwarded_allow_ips=trusted,
            )
        )
        self.drain, self.draining = drain, draining
        self.ready: Callable[[], None] = lambda: None
        self.ended: Callable[[], None] = lambda: None
        self._ends: tuple[float, int] | None = None
        self._retired = False
        self._entering = set[asyncio.Task[object]]()

    def listen(self, door: socket.socket) -> None:
        """Serves on this socket until it is told to stop."""
        sys.setswitchinterval(SWITCH)
        self.run([door])

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begins to listen."""
        asyncio.get_running_loop().set_exception_handler(Trouble(time.monotonic))
        self.ready()
        await super().startup(sockets)
        for door in sockets or ():
            if isinstance(door, Door) and door.crowd:
                door.crowd.let_in = self._let_in

    def retire(self) -> None:
        """Stops at once, as others have taken over on the same socket. It may be called from any thread."""
        self._retired = self.should_exit = True

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """A signal says that it is enough."""
        self.draining()
        self._kind.last = True
        if sig == signal.SIGTERM and self.drain and self._ends is None:
            self._ends = time.monotonic() + self.drain, sig
        else:
            super().handle_exit(sig, frame)

    async def on_tick(self, counter: int) -> bool:
        """Whether to stop now."""
        if self._ends and time.monotonic() >= self._ends[0]:
            super().handle_exit(self._ends[1], None)
        return await super().on_tick(counter)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Whoever has come until now is let in before the door is closed: a connection in the queue would be reset."""
        self._kind.last = True
        loop, waiting = asyncio.get_running_loop(), list[socket.socket]()
        for door in sockets or ():
            loop.remove_reader(door)
            if isinstance(door, Door) and door.crowd:
                waiting += door.crowd.release()
                door.crowd = None
        for _ in range(ROUNDS):
            await asyncio.sleep(0)
        if not self._retired:
            for door in sockets or ():
                _bar(door)
            await asyncio.sleep(UNDER_WAY)
        for door in sockets or ():
            waiting += _accepted(door)
        for server in self.servers:
            server.close()
        for one in waiting:
            await loop.connect_accepted_socket(self._connection, one)
        await super().shutdown(sockets)
        self._refusals.tell()
        self.ended()  # not later: uvicorn then lets the signal that ended it end the process

    def _let_in(self, one: socket.socket) -> None:
        loop = asyncio.get_running_loop()
        entering = loop.create_task(loop.connect_accepted_socket(self._connection, one))
        self._entering.add(entering)
        entering.add_done_callback(self._entering.discard)

    def _connection(self) -> Protocol:
        return self._kind(self.config, self.server_state, self.lifespan.state)


def _bar(door: socket.socket) -> None:
    """
    Whoever comes from now on is not heard, knocks again after a second, and is refused: one who came into the queue
    between the last look at it and its closing would be reset. Who is coming in already is heard: else they would take
    themselves for let in, and be reset. On Linux a filter does it.
    """
    if sys.platform == "linux":
        steps = b"".join(struct.pack("HBBI", *step) for step in NO_SYN)
        program = ctypes.create_string_buffer(steps, len(steps))
        door.setsockopt(socket.SOL_SOCKET, SO_ATTACH_FILTER, struct.pack("HP", len(NO_SYN), ctypes.addressof(program)))


def _accepted(door: socket.socket) -> Iterator[socket.socket]:
    """Everybody who waits at the door."""
    with suppress(BlockingIOError):
        for _ in range(BACKLOG):
            yield socket.socket.accept(door)[0]


class Refusals:
    """Connections that were closed unanswered: one line a minute says how many, and why; `each` is told of each."""

    def __init__(self, now: Callable[[], float], each: Callable[[str], None]) -> None:
        self._now, self._each = now, each
        self._untold, self._told = Counter[str](), -QUIET

    def __call__(self, why: str) -> None:
        self._each(why)
        self._untold[why] += 1
        if self._now() - self._told >= QUIET:
            self.tell()

    def tell(self) -> None:
        """Says what has not been said yet."""
        if self._untold:
            reasons = ", ".join(f"{count} {why}" for why, count in sorted(self._untold.items()))
            logger.warning("connections that were closed before they were answered: %s", reasons)
            self._told = self._now()
            self._untold.clear()


class Trouble:
    """What the event loop cannot do: of the same trouble a line a minute, without a traceback where files run out."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._told: dict[str, float] = {}

    def __call__(self, loop: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
        error, what = context.get("exception"), str(context.get("message", ""))
        if self._now() - self._told.get(what, -QUIET) < QUIET:
            return
        self._told[what] = self._now()
        traced = error if isinstance(error, BaseException) and not isinstance(error, OSError) else None
        logger.error("%s: %s", what, error, exc_info=traced)
