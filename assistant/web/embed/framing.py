"""Every page also as one inside another site's: under an address of its own, without what stands around it."""

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.web.embed.look import Look
from assistant.web.frame.guard import HEADERS
from assistant.web.frame.rooted import ROOT
from assistant.web.frame.site import FRAME

ADDRESS = re.compile(r"/([^/]+)/(embed|panel)(?:;([^/]*))?(/.*)")
"""The language, the kind of frame, its colours, and the address of the page in it."""
LINK = r'\b(href|action|data-address|data-ask|data-suggest)="{root}/([A-Za-z-]+)(/[^"?#]*)([^"]*)"'
"""Where an address of a page begins, below the prefix of the site where it has one."""
AWAY = re.compile(r'<a (?=[^>]*\bhref="https?:)')
BESIDE = 'target="_blank" rel="noopener" '
UNREADABLE = ";colours"
"""What stands for a page where its colours cannot be read; no policy has such a name."""
POLICY = "Content-Security-Policy"
APART = re.compile(r"\.[a-z]+$|/ticket$")
"""How the addresses end that are opened beside the frame: files, and the page for whoever writes a ticket."""


class Frame(NamedTuple):
    """
    A page inside another: how its address begins, whether it is the panel of a desk, its colours, who may frame it, and
    where it stands by itself.
    """

    prefix: str
    panel: bool
    look: str
    origins: tuple[str, ...]
    whole: str


class Framing:
    """Raw ASGI around the pages: leads such an address to its page, and the links of the page back into the frame."""

    def __init__(self, app: ASGIApp, languages: Collection[str], public_url: str, origins: Sequence[str] = ()) -> None:
        self.app, self.languages, self.public_url, self.origins = app, languages, public_url, tuple(origins)
        ancestors = " ".join(("'self'", *origins)) if origins else "'none'"
        self._policy = HEADERS[POLICY].replace("frame-ancestors 'none'", f"frame-ancestors {ancestors}")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one request."""
        found = ADDRESS.fullmatch(scope["path"]) if scope["type"] == "http" else None
        if not found or found[1] not in self.languages:
            await self.app(scope, receive, send)
            return
        lang, kind, look, rest = found.groups("")
        colours = Look.read(look)
        raw = scope.get("raw_path", scope["path"].encode()).split(b"/", 3)[3]
        scope["path"] = f"/{lang}{rest}" if colours else f"/{lang}/{UNREADABLE}"
        scope["raw_path"] = b"/%s/%s" % (lang.encode(), raw)
        prefix = f"/{lang}/{kind}{f';{colours.written()}' if colours and colours.wanted else ''}"
        written = colours.written() if colours else ""
        query = scope["query_string"].decode("latin-1")
        whole = f"{self.public_url}/{lang}/{raw.decode('latin-1')}{f'?{query}' if query else ''}"
        scope[FRAME] = Frame(prefix, kind == "panel", written, self.origins, whole)
        await self.app(scope, receive, Framed(send, scope, lang, self._policy, self.languages))


class Framed:
    """What sends a page on: with its links inside the frame, and with who may frame it. Nobody keeps it."""

    def __init__(self, send: Send, scope: Scope, lang: str, policy: str, languages: Collection[str]) -> None:
        self._send, self._lang, self._policy, self._languages = send, lang, policy, languages
        self._frame: Frame = scope[FRAME]
        self._root: str = scope.get(ROOT, "")
        self._link = re.compile(LINK.format(root=re.escape(self._root)))
        self._start: Message | None = None
        self._body = bytearray()

    async def __call__(self, message: Message) -> None:
        """One message of an answer."""
        if message["type"] == "http.response.start":
            headers = MutableHeaders(raw=list(message["headers"]))
            headers.update({POLICY: self._policy, "Cache-Control": "no-store", "X-Robots-Tag": "noindex"})
            if "location" in headers:
                headers["location"] = self._inside(headers["location"])
            self._start = {**message, "headers": headers.raw}
            return
        self._body += message.get("body", b"")
        if message.get("more_body") or self._start is None:
            return
        headers = MutableHeaders(raw=self._start["headers"])
        if headers.get("content-type", "").startswith("text/html"):
            html = AWAY.sub(f"<a {BESIDE}", self._link.sub(self._linked, self._body.decode()))
            self._body[:] = html.encode()
            headers["content-length"] = str(len(self._body))
        await self._send({**self._start, "headers": headers.raw})
        await self._send({**message, "body": bytes(self._body)})

    def _inside(self, address: str) -> str:
        """An address of a page of this language, inside the frame."""
        start = f"/{self._lang}/"
        return f"{self._frame.prefix}/{address.removeprefix(start)}" if address.startswith(start) else address

    def _linked(self, found: re.Match[str]) -> str:
        name, lang, path, rest = found.groups()
        if lang not in self._languages:
            return found[0]
        if name == "href" and APART.search(path):
            return f'{BESIDE}href="{self._root}/{lang}{path}{rest}"'
        return f'{name}="{self._root}/{lang}{self._frame.prefix.removeprefix(f"/{self._lang}")}{path}{rest}"'
