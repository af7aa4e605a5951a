"""Connections, as uvicorn speaks HTTP over them, with limits of time and size that it does not have."""

import resource
from asyncio import TimerHandle, Transport
from collections.abc import Callable
from functools import cache
from http import HTTPStatus

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from assistant.web.frame.guard import HEADERS

LONGEST_HEAD = 32_768
"""Bytes of the first line and the headers of a request."""
MOST_HEADERS = 100
HEAD_WITHIN, BODY_WITHIN, TAKEN_WITHIN = 5.0, 10.0, 30.0
"""Seconds within which a head and a body must have come, and within which a client must go on taking in an answer."""
LAST_WITHIN = 1.0
"""Seconds in which a connection that is open may still ask when the server stops."""
SPARE_FILES = 200
"""Files that a process may open beside its connections: those that it lets in at once among them."""
ALONE = frozenset({b"host", b"content-length", b"content-type"})
"""Headers that may not stand in a request twice: whoever passes it on may have read the other one."""

SAFE = "".join(f"{name}: {value}\r\n" for name, value in {**HEADERS, "Cache-Control": "no-store"}.items())


SLOW, NOT_TAKEN, NO_ROOM = "too slow", "not taken in", "no room"
REASONS = {400: "not plain", 431: "too large"}


class Refused(Exception):
    """A request that is not passed on; the parser stops reading it."""


@cache
def most_connections() -> int:
    """So many connections are held open at once, as this process may open files."""
    allowed, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return max(SPARE_FILES, min(allowed if allowed > 0 else 65_536, 65_536) - SPARE_FILES)


class Protocol(HttpToolsProtocol):
    """
    One connection. It is closed where its client is too slow, and a head that is too large or not plain is refused.

    While as many are open as may be, whoever has waited longest without having asked makes room.
    """

    asking = True
    """Whether a head is awaited, and no body."""
    last = False
    """Whether the server is stopping, of all its connections at once: what is asked for now is the last."""
    turned_away: Callable[[str], None] = staticmethod(lambda why: None)
    """Is told why a connection is closed that has not got what it came for: the reasons are those of this module."""
    since = 0.0
    _size = 0
    _awaited: float | None = None
    """Seconds within which what is awaited must have come."""
    _anew = False
    """Whether that was not awaited yet when its timer was set last."""
    _timer: TimerHandle | None = None
    _stalled: TimerHandle | None = None

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        """A client comes."""
        super().connection_made(transport)
        self.since = self.loop.time()
        self._await(LAST_WITHIN if self.last else HEAD_WITHIN)
        self._time()
        if len(self.connections) > most_connections():
            others = (one for one in self.connections if isinstance(one, Protocol) and one is not self)
            waiting = (one for one in others if not one.answering() and not one.transport.is_closing())
            oldest = min(waiting, key=lambda one: one.since, default=self)
            self.turned_away(NO_ROOM)
            oldest.transport.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        """A client has gone."""
        self._await(None)
        self._time()
        self.resume_writing()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Something comes: of a head, of a body, or blank lines between requests."""
        if self.asking:
            self._size += len(data)
            if self._awaited is None and not self.answering():
                self._await(HEAD_WITHIN)
        super().data_received(data)
        self._time()
        if self.asking and self._size > LONGEST_HEAD:
            self._refuse(431)

    def on_message_begin(self) -> None:
        """A head begins."""
        super().on_message_begin()
        self.asking = True
        if self._awaited is None:
            self._await(HEAD_WITHIN)

    def on_headers_complete(self) -> None:
        """A head is whole: it is passed on, or refused."""
        status = refused(self.headers, len(self.url), self.parser.get_http_version())
        if status:
            self._refuse(status)
            raise Refused
        self.asking, self._size = False, 0
        self._await(BODY_WITHIN)
        super().on_headers_complete()
        if self.last:
            self.cycle.keep_alive = False

    def on_message_complete(self) -> None:
        """A body is whole, or there is none."""
        self._await(None)
        self.asking = True
        super().on_message_complete()

    def send_400_response(self, msg: str) -> None:
        """What cannot be read is refused, once."""
        self._refuse(400)

    def pause_writing(self) -> None:
        """The client does not take in what it asked for."""
        super().pause_writing()
        self._stalled = self._stalled or self.loop.call_later(TAKEN_WITHIN, self._give_up)

    def resume_writing(self) -> None:
        """It goes on taking it in."""
        super().resume_writing()
        if self._stalled:
            self._stalled.cancel()
            self._stalled = None

    def shutdown(self) -> None:
        """The server stops: a request that is on its way is still answered."""
        if self.answering():
            self.cycle.keep_alive = False
        else:
            self._await(LAST_WITHIN)
            self._time()

    def answering(self) -> bool:
        """Whether something was asked that is not answered yet."""
        begun = self.cycle is not None and not self.cycle.response_complete  # type: ignore[redundant-expr]  # None at first
        return begun or not self.asking

    def _await(self, seconds: float | None) -> None:
        """Something else is awaited, within so many seconds; nothing where these are None."""
        self._awaited, self._anew = seconds, True

    def _time(self) -> None:
        """
        Closes the connection unless what is awaited comes in time. Called once all that has come is read: of a request
        that comes whole nothing is awaited any more.
        """
        if not self._anew:
            return
        self._anew = False
        if self._timer:
            self._timer.cancel()
        self._timer = self.loop.call_later(self._awaited, self._close) if self._awaited is not None else None

    def _close(self) -> None:
        if not self.last:
            self.turned_away(SLOW)
        self.transport.close()

    def _give_up(self) -> None:
        self.turned_away(NOT_TAKEN)
        self.transport.abort()

    def _refuse(self, status: int) -> None:
        if self.transport.is_closing():
            return
        self.turned_away(REASONS[status])
        head = f"HTTP/1.1 {status} {HTTPStatus(status).phrase}\r\nconnection: close\r\ncontent-length: 0\r\n{SAFE}\r\n"
        self.transport.write(head.encode())
        self.transport.close()


def refused(headers: list[tuple[bytes, bytes]], address: int, version: str) -> int:
    """The status with which a head is refused; 0 where it is plain. `address` is the length of its address."""
    size, names = address, []
    for name, value in headers:
        size += len(name) + len(value) + 4
        names.append(name)
    if size > LONGEST_HEAD or len(headers) > MOST_HEADERS:
        return 431
    if (len(set(names)) < len(names) and any(names.count(name) > 1 for name in ALONE)) or (
        version == "1.1" and b"host" not in names
    ):
        return 400
    return 0
