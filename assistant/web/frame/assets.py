"""Static files: read once, named in pages with a print of their bytes, so that browsers may keep them for good."""

from hashlib import sha256
from mimetypes import guess_type
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from assistant.web.frame.cache import keep

FOR_GOOD = "public, max-age=31536000, immutable"
FOR_A_DAY = "public, max-age=86400"
AT_THE_ROOT = ("favicon.ico", "apple-touch-icon.png")
"""Files that browsers and chats ask for by these names, without having been told."""


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
        printed = query == self.prints[name]
        keep(request, None, query if printed else "")
        kind = "image/x-icon" if name.endswith(".ico") else guess_type(name)[0] or "application/octet-stream"
        return Response(self.files[name], 200, {"Cache-Control": FOR_GOOD if printed else FOR_A_DAY}, kind)
