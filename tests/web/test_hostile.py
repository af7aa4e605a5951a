"""Requests that nobody sends by accident: each gets a page of its own, never a guess and never a traceback."""

import asyncio
import logging
from collections.abc import MutableMapping
from typing import Any

import pytest
from starlette.applications import Starlette

from assistant.web.frame.guard import HEADERS
from assistant.web.frame.query import BadRequest, read_query, write_query
from tests.client import TestClient
from tests.web.markup import Markup

DONGLE = "/en/licence-desk/hwkc-replacement/free"


def raw(app: Starlette, path: bytes, query: bytes, method: str = "GET") -> tuple[int, str]:
    """The status and the text of a request whose bytes no client would send."""
    said: list[MutableMapping[str, Any]] = []

    async def receive() -> MutableMapping[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: MutableMapping[str, Any]) -> None:
        said.append(message)

    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "scheme": "http",
        "path": path.decode("utf-8", "replace"), "raw_path": path, "query_string": query, "root_path": "",
        "headers": [], "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 80),
    }  # fmt: skip
    asyncio.run(app(scope, receive, send))
    body = b"".join(message.get("body", b"") for message in said)
    return said[0]["status"], body.decode()


@pytest.mark.parametrize(
    "query",
    [
        b"system=%FF", b"system=%C0%AF", b"system=%ED%A0%80", b"system=%", b"system=%2", b"system=%zz", b"%FF=1",
        b"system=\xff", b"system=a%00b", b"q=%0d%0aSet-Cookie:a", b"system=%C2%85",
        b"swa=active&swa=none", b"on=2026-01-01&on=2026-01-01", b"swa=active&swa", b"colour=1&colour=2",
        b"logged_at=1&logged_at.day=2", b"&".join(b"a%d=1" % n for n in range(61)),
    ],
)  # fmt: skip
@pytest.mark.parametrize("path", [b"/ja/swap-out/onsite-visit/due", b"/ja/ask", b"/ja/", b"/ja/swap-out/"])
def test_a_query_that_cannot_be_read_is_400(app: Starlette, path: bytes, query: bytes) -> None:
    if query.startswith(b"logged_at") and not path.endswith(b"due"):
        path = b"/en/swap-out/onsite-visit/due"
    status, text = raw(app, path, query)
    assert status == 400
    assert Markup(text).one("html").attributes["lang"] == path.decode()[1:3]


@pytest.mark.parametrize("path", [b"/en/licence-desk/hwkc-replacement/free", b"/en/ask"])
def test_an_address_that_is_too_long_is_414(app: Starlette, path: bytes) -> None:
    assert raw(app, path, b"q=" + b"a" * 8192)[0] == 414


@pytest.mark.parametrize(
    "path",
    [
        b"*",
        b"/",
        b"//",
        b"/%2e%2e/etc/passwd",
        b"/\xff",
        b"/en/../../x",
        b"/static/../app.py",
        b"/static/",
        b"/static",
        b"/.git/config",
        b"/.env",
    ],
)
def test_no_path_makes_us_stumble(app: Starlette, path: bytes) -> None:
    assert raw(app, path, b"")[0] in {302, 404}


@pytest.mark.parametrize(("status", "query"), [(404, b""), (400, b"a=%FF")])
def test_api_problems_are_json(app: Starlette, status: int, query: bytes) -> None:
    found, text = raw(app, b"/api/v1/topics" if query else b"/api/v1/nothing", query)
    assert found == status
    assert text.startswith('{"type":"https://help.example/api/#')


@pytest.mark.parametrize(
    ("path", "near"),
    [
        ("/en/licence-dsk/", "/en/licence-desk/"),
        ("/en/licence-desk/hwkc-replacment/", "/en/licence-desk/hwkc-replacement/"),
        ("/ja/licence-desk/hwkc-replacment/free", "/ja/licence-desk/hwkc-replacement/"),
        ("/ja/licence-desk/voucher/due", "/ja/licence-desk/voucher/free"),
        ("/ja/licence-desk/voucher/fre", "/ja/licence-desk/voucher/free"),
        ("/fr/", "/ja/"),
        ("/fr/ask?q=a", "/ja/"),
        ("/fr/swap-out/price/free", "/ja/"),
    ],
)
def test_an_unknown_page_says_what_may_be_meant(client: TestClient, path: str, near: str) -> None:
    response = client.get(path)
    page = Markup(response.text)
    assert response.status_code == 404
    assert near in page.links()
    assert page.one("html").attributes["lang"] == (path[1:3] if path[1:3] in ("en", "ja") else "en")
    switches = [one.attributes["href"] for one in page.all("a") if "hreflang" in one.attributes]
    links = {link for link in page.links() if link.startswith("/")} - {*switches}
    assert {client.get(link).status_code for link in links} == {200}


def test_the_changes_of_all_policies_are_no_page_and_lead_to_each_ones(client: TestClient) -> None:
    response = client.get("/ja/changes/")
    links = Markup(response.text).links()
    assert response.status_code == 404
    assert {f"/ja/{name}/changes/" for name in ("swap-out", "licence-desk", "desknets-web-meeting")} <= {*links}


def test_a_language_that_is_not_spoken_is_answered_by_those_that_are_and_no_list_in_another(client: TestClient) -> None:
    page = Markup(client.get("/fr/").text)
    assert {"/en/", "/ja/"} <= {*page.links()}
    assert not [one for one in page.links() if "/swap-out/price" in one]


def test_an_unknown_language_is_answered_in_the_readers(client: TestClient) -> None:
    response = client.get("/xx/swap-out/", headers={"accept-language": "ja"})
    assert response.headers["content-language"] == "ja"
    assert "ページが見つかりません" in response.text


@pytest.mark.parametrize("path", ["/en/", "/en/ask", DONGLE, "/api/v1/topics"])
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "TRACE", "FOO"])
def test_other_methods_are_405(client: TestClient, path: str, method: str) -> None:
    assert client.request(method, path).status_code == 405


@pytest.mark.parametrize("path", ["/en/", DONGLE, "/api/v1/topics", "/fr/"])
def test_head_is_get_without_its_body(client: TestClient, path: str) -> None:
    head, got = client.head(path), client.get(path)
    assert (head.status_code, head.content) == (got.status_code, b"")
    assert dict(head.headers) == dict(got.headers)


@pytest.mark.parametrize(
    "path", ["/", "/en/", f"{DONGLE}?system=x", "/fr/", "/api/v1/topics", "/api/v1/x", "/static/site.css"]
)
def test_every_response_is_guarded(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert {name: headers.get(name) for name in HEADERS} == HEADERS


@pytest.fixture
def broken(app: Starlette, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """The application where presenting fails."""
    for place in ("pages.form.question_view", "pages.answers.topic_named", "api.routes.topic_list"):
        monkeypatch.setattr(f"assistant.web.{place}", lambda *_: 1 / 0)
    return TestClient(app)


@pytest.mark.parametrize(
    ("path", "start"),
    [(f"{DONGLE}?system=sv9500&change=system", "<!doctype html>"), ("/api/v1/topics", '{"type"')],
)
def test_an_exception_shows_nothing_of_itself(
    broken: TestClient, caplog: pytest.LogCaptureFixture, path: str, start: str
) -> None:
    with caplog.at_level(logging.ERROR):
        response = broken.get(path)
    assert response.status_code == 500
    assert response.text.lstrip().startswith(start)
    assert "ZeroDivision" not in response.text
    assert "ZeroDivision" in caplog.text
    assert {name: response.headers.get(name) for name in HEADERS} == HEADERS


def test_a_query_is_written_as_it_is_read() -> None:
    pairs = {"a": "2026-11-25T17:00", "b": "六 & = + %", "c": ""}
    assert read_query(b"/", write_query(pairs.items()).encode()) == pairs


def test_a_repeated_name_is_named() -> None:
    with pytest.raises(BadRequest) as caught:
        read_query(b"/", b"swa=a&%73wa=b")
    assert (caught.value.status, caught.value.name) == (400, "swa")


@pytest.mark.parametrize("path", ["/%0a", "/en/%0a", "/livez%0a", "/en/licence-desk/%0A", "/%00", "/api/v1/topics%0a"])
def test_a_sign_that_cannot_be_written_leads_nowhere(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404
