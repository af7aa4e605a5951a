"""Who sends a form: a page of ours, another site's, or a program; and whose questions are kept."""

import pytest
from starlette.requests import Request

from assistant.web.frame.origin import from_here, typed_here


def request(method: str, headers: dict[str, str]) -> Request:
    raw = [(name.encode(), value.encode()) for name, value in {"host": "help.example:8443", **headers}.items()]
    return Request({"type": "http", "method": method, "headers": raw})


@pytest.mark.parametrize(
    ("headers", "post", "get"),
    [
        ({}, True, False),
        ({"sec-fetch-site": "same-origin"}, True, True),
        ({"sec-fetch-site": "same-site"}, False, False),
        ({"sec-fetch-site": "cross-site"}, False, False),
        ({"sec-fetch-site": "none"}, False, False),
        ({"sec-fetch-site": "cross-site", "origin": "https://help.example:8443"}, False, False),
        ({"origin": "https://help.example:8443"}, True, True),
        ({"origin": "https://help.example"}, False, False),
        ({"origin": "https://evil.example"}, False, False),
        ({"origin": "https://help.example:8443.evil.example"}, False, False),
        ({"origin": "null"}, False, False),
        ({"origin": "http://[help.example"}, False, False),
        ({"referer": "http://[help.example"}, False, False),
        ({"origin": "https://evil.example", "referer": "https://help.example:8443/en/"}, False, False),
        ({"referer": "https://help.example:8443/en/"}, True, True),
        ({"referer": "https://evil.example/help.example:8443"}, False, False),
    ],
)
def test_only_our_own_pages_make_a_browser_write(headers: dict[str, str], post: bool, get: bool) -> None:
    assert from_here(request("POST", headers)) == post
    assert from_here(request("GET", headers)) == typed_here(request("GET", headers)) == get


@pytest.mark.parametrize(
    "headers",
    [{"sec-gpc": "1"}, {"sec-purpose": "prefetch"}, {"sec-purpose": "prefetch;prerender"}, {"purpose": "prefetch"}],
)
def test_whoever_objects_and_whoever_has_not_asked_yet_is_let_alone(headers: dict[str, str]) -> None:
    assert not typed_here(request("GET", {"sec-fetch-site": "same-origin", **headers}))
