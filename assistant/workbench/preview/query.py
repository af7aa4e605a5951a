"""Asks an application for a page, as if a browser did, and takes the page whole; who may write through one."""

from ipaddress import ip_address
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Scope

from assistant.web.frame.origin import from_here

PASSED = (
    "type",
    "asgi",
    "http_version",
    "method",
    "scheme",
    "path",
    "raw_path",
    "root_path",
    "query_string",
    "client",
    "server",
)
CONDITIONS = frozenset({b"if-none-match", b"accept-encoding"})
"""Headers that ask for less than the whole page."""


async def ask(app: ASGIApp, request: Request, path: str | None = None, query: str | None = None) -> Response:
    """What the application answers to this request; to a GET of another address where one is given."""
    scope: Scope = {key: request.scope[key] for key in PASSED if key in request.scope}
    scope["headers"] = [one for one in request.scope["headers"] if one[0] not in CONDITIONS]
    if path is not None:
        scope.update(method="GET", path=path, raw_path=path.encode(), query_string=(query or "").encode())
    start: Message = {}
    body = bytearray()

    async def send(message: Message) -> None:
        start.update(message) if message["type"] == "http.response.start" else body.extend(message.get("body", b""))

    await app(scope, request.receive, send)
    response = Response(bytes(body), start["status"])
    response.raw_headers = [one for one in start["headers"] if one[0] != b"etag"]
    return response


def path_of(request: Request) -> str:
    """The path of a request, as an address of this server and of no other."""
    return "/" + quote(request.scope["path"].lstrip("/"))


def query_of(request: Request, without: str = "") -> str:
    """The query of a request, with its question mark where there is any; less the parameter `without`."""
    pieces = request.scope["query_string"].decode("latin-1").split("&")
    kept = "&".join(piece for piece in pieces if piece and piece.partition("=")[0] != without)
    return f"?{kept}" if kept else ""


def html_of(response: Response) -> str:
    """The page; empty where the response is none."""
    is_page = response.headers.get("content-type", "").startswith("text/html")
    return bytes(response.body).decode() if is_page else ""


def reply(response: Response, html: str) -> Response:
    """The same response with another page in it."""
    response.body = html.encode()
    response.headers["content-length"] = str(len(response.body))
    return response


def written_here(request: Request) -> None:
    """
    Raises `HTTPException` (403) where another site's page sends it, or another machine: nobody else writes here, as
    there are no accounts.
    """
    try:
        near = request.client is None or ip_address(request.client.host).is_loopback
    except ValueError:
        near = True  # no address: it comes from this process
    if not near or not from_here(request):
        raise HTTPException(403)
