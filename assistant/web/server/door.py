"""The door of a server: while there is no room, whoever wants a page is told so there, which costs next to nothing."""

import asyncio
import datetime as dt
import re
import secrets
import socket
from collections.abc import Callable, Collection
from contextlib import suppress
from urllib.parse import unquote

from starlette.types import ASGIApp, Message, Scope

from assistant.web.frame.admission import FULL, kind_of
from assistant.web.frame.seen import GONE, Seen

TOLD_AFTER, WAITED_FOR = 0.005, 0.02
"""
Seconds after which those are told who found no room, so that nobody comes back a thousand times a second; and for how
long a request is waited for that has not come yet.
"""
MOST_HELD = 100
"""So many are held at once, each of whom needs a file: half of those that a process may open beside its connections."""
LONGEST = 8192
"""Bytes of a head that is looked at."""
OTHERWISE = re.compile(rb"\n(?:content-length|expect|if-none-match|origin|transfer-encoding):", re.IGNORECASE)
"""Headers of requests that are answered in another way, or that more may follow."""
OWN = frozenset({b"connection", b"x-request-id"})
"""Headers that are those of one answer alone."""


class Crowd:
    """
    Those who want a page of `app` while it is `full`, below the prefix `root`; `languages` are those of its pages.

    What they are told is what the application says then, of which a copy is made for each language, and for programs:
    a connection that is taken in by the event loop, read, answered and logged costs five times as much as one that is
    told so by its socket. `tell` is told of each of them. Nobody else is held once it is seen what they want: health, a
    question's answer, to know whether a page that they have has changed, or to send something.
    """

    def __init__(
        self,
        app: ASGIApp,
        full: Callable[[], bool],
        languages: Collection[str],
        root: str = "",
        tell: Callable[[Seen], None] = lambda seen: None,
    ) -> None:
        self.app, self.full, self.root, self._tell = app, full, root.rstrip("/"), tell
        names = b"|".join(re.escape(one).encode() for one in (*languages, "api/v1"))
        # A proxy takes the prefix away, or leaves it.
        line = rb"GET (?:%s)?(/(%s)/(?!embed|panel)[^ ?]*)[^ ]* HTTP/1\.[01]\r\n.*\r\n\r\n"
        self._wanted = re.compile(line % (re.escape(self.root).encode(), names), re.DOTALL)
        self._copies = dict[str, tuple[bytes, bytes]]()
        self._learning = dict[str, asyncio.Task[None]]()
        self.let_in: Callable[[socket.socket], object] = socket.socket.close
        self.held = dict[socket.socket, asyncio.TimerHandle]()

    def holds(self, one: socket.socket) -> bool:
        """Whether one who has just come is held."""
        if not self.full() or len(self.held) >= MOST_HELD:
            return False
        one.setblocking(False)
        if (head := _head(one)) is not None and not self._place(head):
            return False
        self._hold(one, asyncio.get_running_loop().time())
        return True

    def release(self) -> list[socket.socket]:
        """Those who are held, and are no more."""
        for timer in self.held.values():
            timer.cancel()
        held, self.held = list(self.held), {}
        return held

    def _hold(self, one: socket.socket, since: float) -> None:
        self.held[one] = asyncio.get_running_loop().call_later(TOLD_AFTER, self._answer, one, since)

    def _answer(self, one: socket.socket, since: float) -> None:
        """Tells one who was held that there was no room; lets them in if it is something else that they want."""
        del self.held[one]
        head, seconds = _head(one), asyncio.get_running_loop().time() - since
        if head is None and seconds < WAITED_FOR:
            self._hold(one, since)
            return
        place = self._place(head or b"")
        copy = self._copy(place) if place else None
        if copy is None:
            self.let_in(one)
            return
        name, status = secrets.token_hex(8), GONE
        whole = b"%sx-request-id: %s\r\n\r\n%s" % (copy[0], name.encode(), copy[1])
        with suppress(OSError), one:
            one.recv(LONGEST)
            status = 503 if one.send(whole) == len(whole) else GONE
        self._tell(Seen(dt.datetime.now(dt.UTC), name, "GET", "", status, seconds, ""))

    def _place(self, head: bytes) -> str:
        """Where the page is that a whole head wants, the language or the API; empty where it wants something else."""
        found = None if OTHERWISE.search(head) else self._wanted.fullmatch(head)
        page = found and kind_of({"path": unquote(found[1].decode("latin-1")), "headers": []}) == "page"
        return found[2].decode() if found and page else ""

    def _copy(self, place: str) -> tuple[bytes, bytes] | None:
        """The head and the body of what is told there; None as long as that is not known."""
        if place not in self._copies and place not in self._learning:
            self._learning[place] = asyncio.get_running_loop().create_task(self._learn(place))
            self._learning[place].add_done_callback(lambda _: self._learning.pop(place))
        return self._copies.get(place)

    async def _learn(self, place: str) -> None:
        """Asks the application what it says to whoever finds no room."""
        sent, path = list[Message](), f"{self.root}/{place}/"

        async def send(message: Message) -> None:
            sent.append(message)

        async def receive() -> Message:
            return {"type": "http.request", "body": b"", "more_body": False}

        scope: Scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": "GET",
            "scheme": "http",
            "path": path,
            "raw_path": path.encode(),
            "query_string": b"",
            "root_path": self.root,
            "headers": [],
            "client": None,
            "server": None,
            FULL: True,
        }
        await self.app(scope, receive, send)
        head = b"".join(b"%s: %s\r\n" % (name, value) for name, value in sent[0]["headers"] if name not in OWN)
        body = b"".join(one["body"] for one in sent[1:])
        self._copies[place] = b"HTTP/1.1 503 Service Unavailable\r\n%sconnection: close\r\n" % head, body


def _head(one: socket.socket) -> bytes | None:
    """What has come over a connection, which stays there; None where nothing has."""
    try:
        return one.recv(LONGEST, socket.MSG_PEEK)
    except BlockingIOError:
        return None
    except OSError:
        return b""


class Door(socket.socket):
    """
    A socket that listens. Whoever its `crowd` holds is not let in, and in each turn of the event loop one is: of
    several processes each has its share of those who keep their connections.
    """

    crowd: Crowd | None = None
    _passed = False

    def accept(self) -> tuple[socket.socket, object]:
        """The next one who is let in, and from where. Raises `BlockingIOError` where nobody is in this turn."""
        if self._passed:
            raise BlockingIOError
        while True:
            one, address = super().accept()
            if self.crowd is None or not self.crowd.holds(one):
                self._passed = True
                asyncio.get_running_loop().call_soon(self._turned)
                return one, address

    def _turned(self) -> None:
        self._passed = False
