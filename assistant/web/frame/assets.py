"""Static files: read once, named in pages with a print of their bytes, so that browsers may keep them for good."""

import re
from hashlib import sha256
from mimetypes import guess_type
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from assistant.web.frame.guard import holds

FOR_GOOD = "public, max-age=31536000, immutable"
FOR_A_DAY = "public, max-age=86400"
AT_THE_ROOT = ("favicon.ico", "apple-touch-icon.png")
"""Files that browsers and chats ask for by these names, without having been told."""
COLOUR = re.compile(r"color-scheme: [^;]+;|--[a-z-]+: light-dark\([^;]+;")


class Assets:
    """The files of a folder, below the path `at`."""

    def __init__(self, folder: Path, at: str = "/static") -> None:
        self.at = at
        self.files = {
            path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
        }
        self.prints = {name: sha256(body).hexdigest()[:8] for name, body in self.files.items()}

    def address(self, name: str) -> str:
        """Where a file stands, with its print: another file has another address."""
        return f"{self.at}/{name}?{self.prints[name]}"

    def coloured(self, name: str, sheet: str) -> str:
        """A style sheet for a picture, which can ask for no other: the colours of `sheet`, light and dark, and it."""
        colours = COLOUR.findall(self.files[sheet].decode().partition("}")[0])
        return f":root{{{''.join(colours)}}}{' '.join(self.files[name].decode().partition('*/')[2].split())}"

    def routes(self) -> list[Route]:
        """The files, and those of them that are looked for at the root."""
        return [Route(self.at + "/{name:path}", self.file), *(Route(f"/{name}", self.rooted) for name in AT_THE_ROOT)]

    async def rooted(self, request: Request) -> Response:
        """A file that is looked for at the root."""
        return self.sent(request, request.scope["path"].removeprefix("/"))

    async def file(self, request: Request) -> Response:
        """A file by its name."""
        return self.sent(request, request.path_params["name"])

    def sent(self, request: Request, name: str) -> Response:
        """One file. Raises `HTTPException` where there is none of this name."""
        if name not in self.files:
            raise HTTPException(404)
        query = request.scope["query_string"].decode("latin-1")
        # Another print is that of another release: whoever keeps these bytes under it shows the wrong ones for good.
        kept = FOR_GOOD if query == self.prints[name] else "no-store" if query else FOR_A_DAY
        holds(request)
        kind = "image/x-icon" if name.endswith(".ico") else guess_type(name)[0] or "application/octet-stream"
        encoded = "; charset=utf-8" if kind.endswith("xml") else ""
        return Response(self.files[name], 200, {"Cache-Control": kept}, kind + encoded)
