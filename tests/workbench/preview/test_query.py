"""A page is asked for as a browser would, and taken whole."""

import pytest
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route, Router
from starlette.types import ASGIApp

from assistant.workbench.preview.query import ask, html_of, path_of, query_of, reply
from tests.client import TestClient


def request(path: str, query: str = "") -> Request:
    return Request({"type": "http", "path": path, "query_string": query.encode()})


async def told(asked: Request) -> Response:
    """A page that says how it was asked for."""
    headers = [name for name in asked.headers if name in {"if-none-match", "dnt"}]
    said = f"{asked.method} {asked.url.path} {asked.url.query} {headers}"
    return HTMLResponse(said, headers={"ETag": '"x"', "X-Own": "1"})


INNER = Router([Route("/{path:path}", told, methods=["GET", "POST"])])


def outer(*elsewhere: str) -> ASGIApp:
    """An application that asks the inner one, and says what it was given."""

    async def handler(asked: Request) -> Response:
        return await ask(INNER, asked, *elsewhere)

    return Router([Route("/{path:path}", handler, methods=["GET", "POST"])])


def test_the_whole_page_is_asked_for_and_its_headers_stay_but_for_the_tag() -> None:
    found = TestClient(outer()).post("/en/x?a=1", headers={"If-None-Match": '"x"', "DNT": "1"})
    assert found.text == "POST /en/x a=1 ['dnt']"
    assert (found.headers["x-own"], "etag" in found.headers) == ("1", False)


def test_another_page_is_asked_for_by_get_with_its_own_query() -> None:
    assert TestClient(outer("/ja/y", "b=2")).post("/en/x?a=1").text == "GET /ja/y b=2 []"
    assert TestClient(outer("/ja/y")).get("/en/x?a=1").text == "GET /ja/y  []"


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("/en/desk/", "/en/desk/"),
        ("//elsewhere.example/", "/elsewhere.example/"),
        ("/en/鍵/", "/en/%E9%8D%B5/"),
        ("/a b?c", "/a%20b%3Fc"),
        ("", "/"),
    ],
)
def test_a_path_is_an_address_of_this_server(path: str, address: str) -> None:
    assert path_of(request(path)) == address


@pytest.mark.parametrize(
    ("query", "without", "left"),
    [
        ("", "", ""),
        ("a=1&b=2", "", "?a=1&b=2"),
        ("a=1&ids", "ids", "?a=1"),
        ("ids=on&a=1&ids=off", "ids", "?a=1"),
        ("ids", "ids", ""),
        ("a=%E9%8D%B5&idsx=1", "ids", "?a=%E9%8D%B5&idsx=1"),
        ("&&a=1&", "", "?a=1"),
    ],
)
def test_a_query_stays_as_it_was_written_less_one_parameter(query: str, without: str, left: str) -> None:
    assert query_of(request("/", query), without) == left


def test_only_a_page_has_html() -> None:
    assert html_of(HTMLResponse("<p>鍵</p>")) == "<p>鍵</p>"
    assert html_of(JSONResponse({})) == ""
    assert html_of(Response(b"<p>")) == ""


def test_a_reply_is_as_long_as_what_stands_in_it() -> None:
    page = reply(HTMLResponse("<p>", headers={"X-Own": "1"}), "<p>鍵</p>")
    assert (bytes(page.body).decode(), page.headers["content-length"], page.headers["x-own"]) == (
        "<p>鍵</p>",
        "10",
        "1",
    )
