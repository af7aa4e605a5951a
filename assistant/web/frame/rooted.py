"""Pages below a prefix: a proxy shows the site as a folder of another."""

import re

from starlette.types import ASGIApp, Message, Receive, Scope, Send

ROOT = "assistant.root"
FRAME = "assistant.frame"
"""Under this name a request holds how its page stands inside another site's, where it does."""
LINKED = re.compile(r'(\s(?:action|formaction|href|src|srcset|data-[a-z-]+)=")(?=/(?!/))')
"""Where an address of ours begins in a page. In a text no quotation mark stands as it is."""


class Rooted:
    """
    Raw ASGI around everything. The prefix is the `root_path` of the server: it is taken from each address, where the
    proxy left it or the server put it back, and put before the address that an answer leads to.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        root = scope.get("root_path", "").rstrip("/")
        if scope["type"] != "http" or not root:
            await self.app(scope, receive, send)
            return
        path, raw = scope["path"], scope.get("raw_path") or scope["path"].encode()
        while path == root or path.startswith(f"{root}/"):
            path, raw = path.removeprefix(root), raw.removeprefix(root.encode())

        async def rooted(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [_led(root, *one) for one in message["headers"]]}
            await send(message)

        inner = {**scope, "root_path": "", ROOT: root, "path": path or "/", "raw_path": raw or b"/"}
        await self.app(inner, receive, rooted)


def _led(root: str, name: bytes, value: bytes) -> tuple[bytes, bytes]:
    own = name.lower() == b"location" and value.startswith(b"/") and not value.startswith(b"//")
    return name, root.encode() + value if own else value


def rooted(html: str, scope: Scope) -> str:
    """A page whose links stay in the frame in which it stands, and begin with the prefix, where there are these."""
    frame, root = scope.get(FRAME), scope.get(ROOT)
    html = frame.inside(html) if frame else html
    return LINKED.sub(lambda found: f"{found[1]}{root}", html) if root else html
