"""Who may come in, and when: a few at a time by kind of work, each client so often; health is always told."""

import asyncio
import math
import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from ipaddress import IPv6Address, ip_address
from time import monotonic

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEALTH = frozenset({"/livez", "/readyz", "/version"})
STATIC = "/static/"
CASES = "/api/v1/answers"
TOOLS = "/mcp"
MATCHED = ("/ask", "/suggest", "/api/v1/match", TOOLS)
"""How the addresses end that a question in someone's own words is sent to."""
BYTES_A_TOKEN = 2000
"""Of a body: some ten cases."""
REPLY, REPLY_COSTS = "/feedback", 100
"""How the address ends that replies are sent to, and the tokens of one: few are sent by one person."""
UNSAID = 20
"""Tokens for a body whose length is not said; one without any costs a question's."""
LONGEST_BODY = 500_000
"""Bytes of the largest body that is read."""
SMALL = 1000
"""Bytes of a body that is no heavier than a few pages."""
LANES = "assistant.lanes"
"""Under this name a request holds the lanes of its process."""
FIRST, JUST = ("page", "match", "reply"), 0.006
"""The lanes of those who go before long work, and seconds in which somebody has just come."""
LENGTH = re.compile("[0-9]{1,15}")
MOST_CLIENTS = 10_000
"""Clients that are remembered; one that has not asked for long has a full bucket and need not be."""
PREFIX = 8
"""Bytes of an address of IPv6 that stand for one client: its network, in which it may call itself as it likes."""


@dataclass(slots=True)
class Lane:
    """
    One kind of work: so many at once; behind them so many wait, each for so many seconds at most.

    Used on one event loop alone.
    """

    at_once: int
    waiting: int = 0
    patience: float = 0
    busy: int = 0
    _queue: deque[asyncio.Future[None]] = field(default_factory=deque)

    async def enter(self) -> bool:
        """Whether there is room, at once or after a while; whoever enters must leave."""
        if self.busy < self.at_once:
            self.busy += 1
            return True
        if len(self._queue) >= self.waiting:
            return False
        turn, came = asyncio.get_running_loop().create_future(), False
        self._queue.append(turn)
        try:
            await asyncio.wait((turn,), timeout=self.patience)
            came = turn.done()
        finally:  # by a client who has gone too, even as their turn comes
            if not came and turn.done():
                self.leave()
            elif not came:
                self._queue.remove(turn)
        return came

    def leave(self) -> None:
        """Makes room for the next."""
        if self._queue:
            self._queue.popleft().set_result(None)
        else:
            self.busy -= 1


class Lanes(dict[str, Lane]):
    """The lanes of one process, by kind of work, and when somebody came last, by a clock that counts seconds."""

    came = -math.inf

    def pressing(self) -> bool:
        """Whether somebody waits who goes before long work, or has just come: others may be coming at this moment."""
        return any(self[kind].busy for kind in FIRST) or monotonic() - self.came < JUST


def lanes() -> Lanes:
    """
    Those of a process that has just begun. Pages and matches are work for the processor alone, of which a process has
    one: each of several made side by side takes twice to four times what it takes alone. Those who send many cases
    hold up nobody while they do; once they have, one is worked for at a time.
    """
    asked = {"match": Lane(1, 43, 2.0), "page": Lane(1, 239, 2.0), "reply": Lane(8, 8, 2.0)}
    return Lanes(cases=Lane(16), work=Lane(1, 8, 2.0), **asked)


def kind_of(scope: Scope) -> str | None:
    """The kind of work that a request is; None for what costs nothing."""
    path: str = scope["path"]
    if path in HEALTH or path.startswith(STATIC):
        return None
    if path == CASES and _length(scope) not in range(SMALL):
        return "cases"
    if path.endswith(REPLY):
        return "reply"
    return "match" if path.endswith(MATCHED) else "page"


def _length(scope: Scope) -> int:
    """The bytes of a body as its head has them; -1 where it does not say."""
    length = Headers(scope=scope).get("content-length", "")
    return int(length) if LENGTH.fullmatch(length) else -1


def client_of(host: str) -> str:
    """The client behind an address: the address, or the network of one of IPv6."""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if not isinstance(address, IPv6Address):
        return host
    return str(address.ipv4_mapped or address.packed[:PREFIX].hex())


@dataclass(slots=True)
class Buckets:
    """
    Buckets of `size` tokens that fill by `rate` tokens a second, by client. `now` counts seconds.

    A token stands for some five milliseconds of the processor's time.
    """

    rate: float
    size: float
    now: Callable[[], float]
    _held: dict[str, tuple[float, float]] = field(default_factory=dict)

    def take(self, host: str, cost: float) -> float:
        """Takes tokens from the bucket of whoever asks from this address; where they do not suffice, takes none, and
        says in how many seconds they will."""
        client, now = client_of(host), self.now()
        left, since = self._held.pop(client, (self.size, now))
        left = min(self.size, left + (now - since) * self.rate)
        cost = min(cost, self.size)
        wait = max(0.0, (cost - left) / self.rate)
        # Taken out and put in again, so that whoever has not asked for longest stands first.
        self._held[client] = (left if wait else left - cost, now)
        if len(self._held) > MOST_CLIENTS:
            del self._held[next(iter(self._held))]
        return wait


class Admission:
    """
    Raw ASGI around the application: sends away what there is no room for, with `Retry-After`.

    A lane is left when the answer begins: how fast its client takes it in is none of its business.
    """

    def __init__(self, app: ASGIApp, refused: Callable[[Scope, int], Response], buckets: Buckets | None = None) -> None:
        self.app, self.refused, self.buckets = app, refused, buckets
        self.lanes = lanes()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        kind = kind_of(scope) if scope["type"] == "http" else None
        self.lanes.came = monotonic()
        if kind is None:
            await self.app(scope, receive, send)
            return
        if wait := self._wait(scope, kind):
            await self._refuse(429, wait, scope, receive, send)
            return
        lane = self.lanes[kind]
        if not await lane.enter():
            await self._refuse(503, 1, scope, receive, send)
            return
        scope[LANES], inside = self.lanes, True

        async def leaving(message: Message) -> None:
            nonlocal inside
            if inside and message["type"] == "http.response.start":
                inside = False
                lane.leave()
            await send(message)

        try:
            await self.app(scope, receive, leaving)
        finally:
            if inside:
                lane.leave()

    def _wait(self, scope: Scope, kind: str) -> float:
        """Seconds until this client may ask again; 0 where it may now."""
        if self.buckets is None or (kind == "page" and scope["method"] in ("GET", "HEAD")):
            return 0
        length = _length(scope)
        read = length if length <= LONGEST_BODY else 0  # more is refused unread
        own = REPLY_COSTS if kind == "reply" and scope["method"] == "POST" else 1
        cost = own + (UNSAID if length < 0 and scope["method"] == "POST" else max(0, read) // BYTES_A_TOKEN)
        return self.buckets.take(scope["client"][0] if scope.get("client") else "", cost)

    async def _refuse(self, status: int, wait: float, scope: Scope, receive: Receive, send: Send) -> None:
        response = self.refused(scope, status)
        response.headers["Retry-After"] = str(max(1, math.ceil(wait)))
        response.headers["Cache-Control"] = "no-store"
        await response(scope, receive, send)
