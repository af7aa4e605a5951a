"""
Keeps finished pages, and answers a page that its reader has already with 304.

Only a handler knows that an address is the one in which we write it, and until when its page holds: it calls `keep`.
So the cache can only ever hold canonical addresses, and goes with the application, whose content never changes.
"""

import datetime as dt
import math
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.web.frame.packing import LONG, accepts_gzip, pack, worth_packing

MOST_BYTES = 4_000_000
"""Of all pages kept, plain and packed."""
LARGEST = 8_000_000
"""Bytes of a response up to which it is gathered to be packed; what is larger is passed on as it comes."""
FOREVER = math.inf
KEPT = "assistant.kept_until"
RawHeaders = list[tuple[bytes, bytes]]


def keep(request: Request, until: dt.datetime | None, query: str = "") -> None:
    """
    Marks the page that a request leads to as holding until this moment; for good where there is none.

    It is kept only where the request is written as we write it: `query` is how we write its query.
    """
    asked = request.scope.get("raw_path", b"").decode("latin-1"), request.scope["query_string"].decode("latin-1")
    if asked == (request.scope["path"], query):
        request.scope[KEPT] = until.timestamp() if until else FOREVER


@dataclass(slots=True)
class Page:
    """A finished response: its headers, less those that go with an encoding, its tag, its body plain and packed."""

    status: int
    headers: RawHeaders
    plain: bytes
    tag: str
    packs: bool
    until: float = 0
    packed: bytes | None = None

    @property
    def size(self) -> int:
        """The bytes that it holds."""
        return len(self.plain) + len(self.packed or b"")

    async def body(self, packed: bool) -> bytes:
        """The bytes to send."""
        if not packed:
            return self.plain
        if self.packed is None:
            self.packed = pack(self.plain) if len(self.plain) < LONG else await run_in_threadpool(pack, self.plain)
        return self.packed


@dataclass(slots=True)
class Shelf:
    """Pages by address, those asked for last at the end; at most `most` bytes of them."""

    most: int = MOST_BYTES
    held: int = 0
    pages: OrderedDict[bytes, Page] = field(default_factory=OrderedDict)

    def find(self, key: bytes, now: float) -> Page | None:
        """The page at an address, while it holds."""
        page = self.pages.get(key)
        if page is None:
            return None
        if page.until <= now:
            self._drop(key)
            return None
        self.pages.move_to_end(key)
        return page

    def put(self, key: bytes, page: Page) -> None:
        """Keeps a page, and lets go of those not asked for longest. A packed body counts though it is not made yet."""
        if key in self.pages:
            self._drop(key)
        self.pages[key] = page
        self.held += 2 * len(page.plain)
        while self.held > self.most:
            self._drop(next(iter(self.pages)))

    def _drop(self, key: bytes) -> None:
        self.held -= 2 * len(self.pages.pop(key).plain)


class Cache:
    """Raw ASGI around the application: kept pages, tags, 304, and packed responses."""

    def __init__(self, app: ASGIApp, now: Callable[[], dt.datetime]) -> None:
        self.app, self.now, self.shelf = app, now, Shelf()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        key = scope.get("raw_path", b"") + b"?" + scope["query_string"]
        page = self.shelf.find(key, self.now().timestamp()) if scope["method"] == "GET" else None
        if page is None:
            page = await self._made(key, scope, receive, send)
        if page is not None:
            await _answer(page, Headers(scope=scope), send)

    async def _made(self, key: bytes, scope: Scope, receive: Receive, send: Send) -> Page | None:
        """The application's page, kept where it may be; None where it was too large to gather and is sent already."""
        gathered = _Gathered(send)
        await self.app(scope, receive, gathered.send)
        if gathered.start is None or gathered.passed:
            return None
        page = _page(key, scope["method"], gathered.start, bytes(gathered.body))
        if KEPT in scope and page.status == 200:
            page.until = scope[KEPT]
            self.shelf.put(key, page)
        return page


class _Gathered:
    """Gathers a response; what grows too large is passed on."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.start: Message | None = None
        self.body = bytearray()
        self.passed = False

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.start = message
            return
        if not self.passed:
            self.body += message.get("body", b"")
            if len(self.body) <= LARGEST or self.start is None:
                return
            self.passed = True
            await self._send(self.start)
            message = {**message, "body": bytes(self.body)}
        await self._send(message)


def _page(key: bytes, method: str, start: Message, body: bytes) -> Page:
    headers = MutableHeaders(raw=list(start["headers"]))
    packs = worth_packing(headers, body)
    if packs:
        headers.add_vary_header("Accept-Encoding")
    tagged = start["status"] == 200 and method == "GET" and "no-store" not in headers.get("cache-control", "")
    tag = sha256(key + b"\n" + body).hexdigest()[:24] if tagged else ""
    raw = [(name, value) for name, value in headers.raw if name not in (b"content-length", b"etag")]
    return Page(start["status"], raw, body, tag, packs)


async def _answer(page: Page, asked: Headers, send: Send) -> None:
    packed = page.packs and accepts_gzip(asked.get("accept-encoding", ""))
    headers = [*page.headers]
    if page.tag:
        headers.append((b"etag", f'"{page.tag}{"-gz" if packed else ""}"'.encode()))
        if _has(asked.get("if-none-match", ""), page.tag):
            kept = [one for one in headers if one[0] != b"content-type"]
            await send({"type": "http.response.start", "status": 304, "headers": kept})
            await send({"type": "http.response.body", "body": b""})
            return
    body = await page.body(packed)
    headers.append((b"content-length", str(len(body)).encode()))
    if packed:
        headers.append((b"content-encoding", b"gzip"))
    await send({"type": "http.response.start", "status": page.status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def _has(wanted: str, tag: str) -> bool:
    """Whether If-None-Match names this tag, in either encoding (RFC 9110, 13.1.2: the weak comparison)."""
    named = {one.strip().removeprefix("W/").strip('"') for one in wanted.split(",")} if wanted else set()
    return bool(named & {tag, f"{tag}-gz", "*"})
