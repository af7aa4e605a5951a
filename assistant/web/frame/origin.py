"""Where a request comes from: a page of ours, or somebody else's; and what a form of ours sends."""

import re
from urllib.parse import urlsplit

from starlette.exceptions import HTTPException
from starlette.requests import Request

from assistant.i18n import N_
from assistant.web.frame.query import LONGEST_ADDRESS, BadRequest, read_query

FORM = "application/x-www-form-urlencoded"
LINES = re.compile(rb"%0[AaDd]")
NOT_READ = N_("What was sent is damaged and cannot be read.")


def from_here(request: Request) -> bool:
    """
    Whether a browser sends this from one of our own pages.

    It says so itself (`Sec-Fetch-Site`); where it does not, the page is named in `Origin` or, of a form that only
    reads, in `Referer`. A program that says nothing at all can make nobody's browser send anything: it may write.
    """
    said = request.headers
    if (site := said.get("sec-fetch-site")) is not None:
        return site == "same-origin"
    page = said.get("origin") or said.get("referer")
    if page is None:
        return request.method == "POST"
    try:
        return urlsplit(page).netloc == said.get("host", "")
    except ValueError:  # no address at all
        return False


def typed_here(request: Request) -> bool:
    """
    Whether somebody typed what is asked into one of our own pages, and does not object to its being kept.

    A link that is opened, a page fetched before anybody wants it, and a browser that asks to be left alone
    (`Sec-GPC`, Global Privacy Control) do not count.
    """
    said = request.headers
    ahead = f"{said.get('sec-purpose', '')} {said.get('purpose', '')}"
    return from_here(request) and said.get("sec-gpc") != "1" and "prefetch" not in ahead


async def posted(request: Request) -> dict[str, str]:
    """
    What a form of ours sends, by name; a line that ends is a blank.

    Raises:
        HTTPException: 403 where another site's page sends it; 415 where it is no form.
        BadRequest: it cannot be read, or is too long.
    """
    if not from_here(request):
        raise HTTPException(403)
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
        raise HTTPException(415)
    return read_query(b"", LINES.sub(b"+", await body_of(request, LONGEST_ADDRESS, NOT_READ)))


async def body_of(request: Request, most: int, wrong: str) -> bytes:
    """The body of a request. Raises `BadRequest` with what is wrong where it has more than so many bytes."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > most:
            raise BadRequest(413, wrong)
    return bytes(body)
