"""Where a request comes from: a page of ours, or somebody else's."""

from urllib.parse import urlsplit

from starlette.requests import Request


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
    return urlsplit(page).netloc == said.get("host", "")


def typed_here(request: Request) -> bool:
    """
    Whether somebody typed what is asked into one of our own pages, and does not object to its being kept.

    A link that is opened, a page fetched before anybody wants it, and a browser that asks to be left alone
    (`Sec-GPC`, Global Privacy Control) do not count.
    """
    said = request.headers
    ahead = f"{said.get('sec-purpose', '')} {said.get('purpose', '')}"
    return from_here(request) and said.get("sec-gpc") != "1" and "prefetch" not in ahead
