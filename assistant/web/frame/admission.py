"""Who may come in, and when: a few at a time by kind of work, each client so often; health is always told."""

import asyncio
import math
import re
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from ipaddress import IPv6Address, ip_address
from random import uniform
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
TURNS, FULL = "assistant.turns", "assistant.full"
"""Under these names a request holds the turns of its process, and says that there is no room for it."""
ROOM = {"page": 240, "match": 44, "reply": 16, "cases": 16}
"""So many may be inside at once, by kind of work."""
CROWD = 16
"""
While no more wait, one is let in for each page: of several processes, the one that wakes first would take in everybody
who comes, and keep them.
"""
COMING = 5
"""So many may have been let in whose requests are not read yet: as many turns of the loop lie between."""
FIRST, JUST = ("page", "match", "reply"), 0.006
"""The kinds of those who go before long work, and seconds in which somebody has just come."""
HELD_FOR = 0.01, 0.03
"""
Seconds after which those are told who are sent away, the least and the most: who comes back at once comes some fifty
times a second, and many who do so do not come all at the same moment.
"""
LENGTH = re.compile("[0-9]{1,15}")
MOST_CLIENTS = 10_000
"""Clients that are remembered; one that has not asked for long has a full bucket and need not be."""
PREFIX = 8
"""Bytes of an address of IPv6 that stand for one client: its network, in which it may call itself as it likes."""


class Turns:
    """
    The turns of one process: what is asked for is made on the event loop, one page after the other, each in a turn of
    the loop of its own, so that between two of them others come in, are sent away, or are told of health.

    It is work for the processor alone, of which a process has one, and threads that share it stand in each other's way.
    """

    def __init__(self) -> None:
        self.inside = Counter[str]()
        """How many are inside, by kind of work."""
        self.came = -math.inf
        """When somebody came last."""
        self.long = asyncio.Lock()
        """Held by the one request at a time whose work is long."""
        self.short = asyncio.Lock()
        """Held by the one at a time whose work is short, and done in a thread."""
        self._queue = deque[asyncio.Future[None]]()
        self._seen = 0

    def enter(self, kind: str) -> bool:
        """Whether there is room for another one of a kind; whoever enters must leave."""
        if self.inside[kind] >= ROOM[kind]:
            return False
        self.inside[kind] += 1
        return True

    def leave(self, kind: str) -> None:
        """Makes room for another one."""
        self.inside[kind] -= 1

    def full(self) -> bool:
        """Whether there is no room for a page, once those are in who have just been let in."""
        return self.inside["page"] + COMING >= ROOM["page"]

    async def wait(self) -> None:
        """Comes back when it is one's turn."""
        turn = asyncio.get_running_loop().create_future()
        self._queue.append(turn)
        if len(self._queue) == 1:
            asyncio.get_running_loop().call_soon(self._next)
        await turn

    def _next(self) -> None:
        """Gives the next one a turn; in a crowd, once all are in who are coming at this moment."""
        if len(self._queue) > max(CROWD, self._seen):
            self._seen = len(self._queue)
        else:
            turn = self._queue.popleft()
            self._seen = len(self._queue)
            if not turn.done():  # its client may have gone
                turn.set_result(None)
        if self._queue:
            asyncio.get_running_loop().call_soon(self._next)

    def awaited(self) -> bool:
        """Whether somebody waits for a turn."""
        return bool(self._queue)

    def pressing(self) -> bool:
        """Whether somebody waits who goes before long work, or has just come: others may be coming at this moment."""
        return any(self.inside[kind] for kind in FIRST) or monotonic() - self.came < JUST


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

    Whoever is inside leaves when the answer begins: how fast a client takes it in is none of anybody's business.
    """

    def __init__(
        self,
        app: ASGIApp,
        refused: Callable[[Scope, int], Response],
        buckets: Buckets | None = None,
        turns: Turns | None = None,
    ) -> None:
        self.app, self.refused, self.buckets = app, refused, buckets
        self.turns = turns or Turns()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        kind = kind_of(scope) if scope["type"] == "http" else None
        self.turns.came = monotonic()
        if kind is None:
            await self.app(scope, receive, send)
            return
        if wait := self._wait(scope, kind):
            await self._refuse(429, wait, scope, receive, send)
            return
        if FULL in scope or not self.turns.enter(kind):
            await self._refuse(503, 1, scope, receive, send)
            return
        scope[TURNS], inside = self.turns, True

        async def leaving(message: Message) -> None:
            nonlocal inside
            if inside and message["type"] == "http.response.start":
                inside = False
                self.turns.leave(kind)
            await send(message)

        try:
            if kind != "cases":
                await self.turns.wait()
            await self.app(scope, receive, leaving)
        finally:
            if inside:
                self.turns.leave(kind)

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
        await asyncio.sleep(uniform(*HELD_FOR))  # noqa: S311 (it need not be secret)
        await response(scope, receive, send)
