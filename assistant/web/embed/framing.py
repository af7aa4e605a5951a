"""
Every page also as one inside another site's: under an address of its own, without what stands around it; and which
sites' scripts may ask the API.
"""

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from starlette.datastructures import MutableHeaders
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.web.embed.look import Look
from assistant.web.frame.guard import HEADERS, PRIVATE
from assistant.web.frame.rooted import FRAME

ADDRESS = re.compile(r"/([^/]+)/(embed|panel)(?:;([^/]*))?(/.*)")
"""The language, the kind of frame, its colours, and the address of the page in it."""
LINK = re.compile(r'\b(href|action|data-address|data-ask|data-suggest)="/([A-Za-z-]+)(/[^"?#]*)([^"]*)"')
"""Where an address of a page begins."""
AWAY = re.compile(r'<a (?=[^>]*\bhref="https?:)')
BESIDE = 'target="_blank" rel="noopener" '
UNREADABLE = ";colours"
"""What stands for a page where its colours cannot be read; no policy has such a name."""
POLICY = "Content-Security-Policy"
APART = re.compile(r"\.[a-z]+$|/ticket$")
"""How the addresses end that are opened beside the frame: files, and the page for whoever writes a ticket."""


class Frame(NamedTuple):
    """
    A page inside another: its language, how the address of its kind of page begins behind that, whether it is the panel
    of a desk, its colours, who may frame it, where it stands by itself, and the languages that there are.
    """

    lang: str
    kind: str
    panel: bool
    look: str
    origins: tuple[str, ...]
    whole: str
    languages: Collection[str]

    def address(self, address: str) -> str:
        """An address of a page of this language, inside the frame."""
        start = f"/{self.lang}/"
        return f"{start}{self.kind}/{address.removeprefix(start)}" if address.startswith(start) else address

    def start(self, address: str) -> "Frame":
        """The same frame without colours of its own around the start, which stands by itself at the address."""
        return self._replace(kind="panel" if self.panel else "embed", look="", whole=address)

    def inside(self, html: str) -> str:
        """A page whose links stay inside the frame, or open beside it."""
        return AWAY.sub(f"<a {BESIDE}", LINK.sub(self._linked, html))

    def _linked(self, found: re.Match[str]) -> str:
        name, lang, path, rest = found.groups()
        if lang not in self.languages:
            return found[0]
        if name == "href" and APART.search(path):
            return BESIDE + found[0]
        return f'{name}="/{lang}/{self.kind}{path}{rest}"'


class Framing:
    """
    Raw ASGI around the pages, and what is sent where there is none: leads such an address to its page, says who may
    frame it, and that nobody keeps it.
    """

    def __init__(self, app: ASGIApp, languages: Collection[str], public_url: str, origins: Sequence[str] = ()) -> None:
        self.app, self.languages, self.public_url, self.origins = app, languages, public_url, tuple(origins)
        ancestors = " ".join(("'self'", *origins)) if origins else "'none'"
        policy = HEADERS[POLICY].replace("frame-ancestors 'none'", f"frame-ancestors {ancestors}")
        self._headers = {POLICY: policy, **PRIVATE}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        found = ADDRESS.fullmatch(scope["path"]) if scope["type"] == "http" else None
        if not found or found[1] not in self.languages:
            await self.app(scope, receive, send)
            return
        scope[FRAME] = frame = self._frame(scope, *found.groups(""))

        async def framed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=list(message["headers"]))
                headers.update(self._headers)
                if self.origins:
                    del headers["x-frame-options"]  # the policy says all of it
                if "location" in headers:
                    headers["location"] = frame.address(headers["location"])
                message = {**message, "headers": headers.raw}
            await send(message)

        await self.app(scope, receive, framed)

    def _frame(self, scope: Scope, lang: str, kind: str, look: str, rest: str) -> Frame:
        """What stands in the frame; from here on the request is for the page itself."""
        colours = Look.read(look)
        raw = scope.get("raw_path", scope["path"].encode()).split(b"/", 3)[3]
        scope["path"] = f"/{lang}{rest}" if colours else f"/{lang}/{UNREADABLE}"
        scope["raw_path"] = b"/%s/%s" % (lang.encode(), raw)
        written = colours.written() if colours else ""
        query = scope["query_string"].decode("latin-1")
        whole = f"{self.public_url}/{lang}/{raw.decode('latin-1')}{f'?{query}' if query else ''}"
        begins = f"{kind};{written}" if written else kind
        return Frame(lang, begins, kind == "panel", written, self.origins, whole, self.languages)


OPEN = "/api/v1/"
FOR_A_DAY = 86400
"""Seconds for which a browser need not ask again whether it may ask."""


class CrossOrigin:
    """
    Raw ASGI around everything, so that a refusal can be read as well. Scripts of the sites in `origins` (`*`: of all)
    may ask the API from a browser, and nobody else's.
    """

    def __init__(self, app: ASGIApp, origins: Collection[str]) -> None:
        self.app, self._any = app, bool(origins)
        self._open = CORSMiddleware(
            app,
            allow_origins=[*origins],
            allow_methods=["GET", "POST"],
            allow_headers=["Content-Type"],
            expose_headers=["Deprecation", "Retry-After", "Sunset", "X-Request-Id"],
            max_age=FOR_A_DAY,
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        crossing = self._any and scope["type"] == "http" and scope["path"].startswith(OPEN)
        await (self._open if crossing else self.app)(scope, receive, send)
