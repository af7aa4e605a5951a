"""What stands around every response: headers that keep a page safe, HEAD, packing, tags, the page of last resort."""

import datetime as dt
import logging
import math
import re
from collections.abc import Callable
from hashlib import sha256
from http import HTTPStatus
from typing import NamedTuple

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware.gzip import DEFAULT_EXCLUDED_CONTENT_TYPES, GZipMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.web.frame.rooted import FRAME
from assistant.web.frame.seen import ID

logger = logging.getLogger(__name__)
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
RAW = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]
NOT_INDEXED = {"X-Robots-Tag": "noindex"}
"""Of what is not to be found by searching."""
PRIVATE = {"Cache-Control": "no-store", **NOT_INDEXED}
"""Of what holds somebody's own words."""
HOLDS = "assistant.holds_until"
REFUSED = re.compile(r"\bgzip\s*;\s*q=0(?:\.0*)?\s*(?:,|$)")
MOST_TAGS = 2000
"""Some 1 kB each."""


Raw = list[tuple[bytes, bytes]]
"""Headers."""


def _with(headers: Raw, added: Raw) -> Raw:
    """Headers, and those of the others of whose name there is none."""
    own = {name for name, _ in headers}
    return [*headers, *(one for one in added if one[0] not in own)]


class Guard:
    """
    Raw ASGI around the application.

    Adds `HEADERS`, and `kept` where nothing is said of how long an answer may be kept; answers HEAD as GET without its
    body; turns an exception that nobody expected into `failure`, which never shows what happened: the log does.
    """

    def __init__(self, app: ASGIApp, failure: Callable[[Scope], Response], kept: str = "no-store") -> None:
        self.app, self.failure = app, failure
        self._added = [*RAW, (b"cache-control", kept.encode())]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        head = scope["method"] == "HEAD"
        started = False

        async def guarded(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                message = {**message, "headers": _with(message["headers"], self._added)}
            elif head and message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        inner = {**scope, "method": "GET"} if head else scope
        try:
            await self.app(inner, receive, guarded)
        except ClientDisconnect:  # nobody is there to be told anything
            return
        except Exception:
            logger.exception("no answer for %s", _place(scope), extra={"id": scope.get(ID, "")})
            if started:
                raise
            await self._failed(inner)(inner, receive, guarded)

    def _failed(self, scope: Scope) -> Response:
        """The page of what went wrong; where even that cannot be made, the bare words of its status."""
        try:
            return self.failure(scope)
        except Exception:
            logger.exception("nor a page that says so for %s", _place(scope), extra={"id": scope.get(ID, "")})
            return PlainTextResponse(f"{HTTPStatus.INTERNAL_SERVER_ERROR.phrase}\n", 500)


def _place(scope: Scope) -> str:
    """The path of a request as one line."""
    path: str = scope["path"]
    return path.encode("unicode_escape").decode()[:200]


class Packing(GZipMiddleware):
    """Packs texts for those who can unpack them; who refuses gzip (`gzip;q=0`) is taken at their word."""

    def __init__(self, app: ASGIApp) -> None:
        super().__init__(app, compresslevel=6, exclude_content_types=(*DEFAULT_EXCLUDED_CONTENT_TYPES, "image/x-icon"))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        refused = scope["type"] == "http" and REFUSED.search(Headers(scope=scope).get("accept-encoding", ""))
        await (self.app(scope, receive, send) if refused else super().__call__(scope, receive, send))


def holds(request: Request, until: dt.datetime | None = None) -> None:
    """Says until when the page that a request leads to stays what it is; for good where no moment is named."""
    request.scope[HOLDS] = until.timestamp() if until else math.inf


class Tag(NamedTuple):
    """What a page was tagged with, the headers that go without it, and from when until when it holds."""

    tag: str
    headers: list[tuple[bytes, bytes]]
    since: float
    until: float

    def named(self, wanted: str) -> bool:
        """Whether If-None-Match names it (RFC 9110, 13.1.2: the weak comparison)."""
        return bool({one.strip().removeprefix("W/").strip('"') for one in wanted.split(",")} & {self.tag, "*"})

    async def send(self, send: Send) -> None:
        """Says that the page is still the same."""
        await send({"type": "http.response.start", "status": 304, "headers": self.headers})
        await send({"type": "http.response.body", "body": b""})


Known = dict[bytes, Tag]
"""Tags by address."""


def _address(scope: Scope) -> bytes:
    address: bytes = scope.get("raw_path", b"") + b"?" + scope["query_string"]
    return address


def _wanted(scope: Scope) -> str:
    """The tags of If-None-Match."""
    return next((value.decode("latin-1") for name, value in scope["headers"] if name == b"if-none-match"), "")


class Unchanged:
    """
    Raw ASGI around all that is done for a page: who has it already, as a tag says that still holds, is told so at once.

    `known` are the tags that `Tags` remembers, below.
    """

    def __init__(self, app: ASGIApp, now: Callable[[], dt.datetime], known: Known) -> None:
        self.app, self.now, self.known = app, now, known

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] == "GET" and (wanted := _wanted(scope)):
            known = self.known.get(_address(scope))
            if known and known.named(wanted) and known.since <= self.now().timestamp() < known.until:
                await known.send(send)
                return
        await self.app(scope, receive, send)


class Tags:
    """
    Raw ASGI around the application: who has a page already is answered with 304.

    A tag is made from the address and the bytes. It is remembered for as long as the page holds: until then the page
    need not be made again to know that it is the same. Of the page itself nothing is kept.
    """

    def __init__(self, app: ASGIApp, now: Callable[[], dt.datetime], known: Known | None = None) -> None:
        self.app, self.now = app, now
        self.known = {} if known is None else known

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET" or FRAME in scope:  # nobody keeps what is framed
            await self.app(scope, receive, send)
            return
        address, wanted = _address(scope), _wanted(scope)
        start: Message | None = None

        async def tagged(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start" and message["status"] == 200:
                start = message
                return
            if start is not None:
                first, start = start, None
                tag = None if message.get("more_body") else self._tag(scope, address, first, message["body"])
                if tag and wanted and tag.named(wanted):
                    await tag.send(send)
                    return
                await send(first)
            await send(message)

        await self.app(scope, receive, tagged)

    def _tag(self, scope: Scope, address: bytes, start: Message, body: bytes) -> Tag | None:
        """Tags a page that is about to be sent; None where nobody may keep it."""
        headers = MutableHeaders(raw=start["headers"])
        if "no-store" in headers.get("cache-control", ""):
            return None
        print_ = sha256(address)
        print_.update(body)
        name = print_.hexdigest()[:24]
        headers["etag"] = f'W/"{name}"'
        kept = MutableHeaders(raw=[one for one in headers.raw if one[0] not in (b"content-length", b"content-type")])
        kept.add_vary_header("Accept-Encoding")
        # A clock that was wrong and is put right makes every page anew.
        tag = Tag(name, _with(kept.raw, RAW), self.now().timestamp(), scope.get(HOLDS, 0))
        if tag.until:
            if len(self.known) >= MOST_TAGS:
                self.known.clear()
            self.known[address] = tag
        return tag
