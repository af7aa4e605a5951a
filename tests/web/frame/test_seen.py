"""What is seen of a request: its route, its status, how long it took; never what somebody typed."""

import datetime as dt
import json
import logging
from collections.abc import Callable
from typing import NoReturn

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import Scope

from assistant.web.frame.guard import HEADERS, Guard
from assistant.web.frame.seen import GONE, UNDERSTOOD, Seen, Watched
from tests.client import TestClient

NOW = dt.datetime(2026, 1, 15, 3, 0, tzinfo=dt.UTC)
TYPED = "a question with a name in it"


async def page(request: Request) -> Response:
    if "fail" in request.query_params:
        raise ValueError(TYPED)
    return PlainTextResponse("x", 201)


@pytest.fixture
def seen() -> list[Seen]:
    return []


@pytest.fixture
def client(seen: list[Seen]) -> TestClient:
    app = Starlette(routes=[Route("/{lang}/{policy}/", page), Route("/ask", page)])
    return TestClient(Watched(app, seen.append, lambda: NOW, {"desk": "0123"}), raise_server_exceptions=False)


def test_a_line_names_the_route_and_the_edition(client: TestClient, seen: list[Seen]) -> None:
    response = client.get(f"/{TYPED}/desk/", params={"q": TYPED})
    (one,) = seen
    told = json.loads(one.line())
    assert told.pop("ms") >= 0
    assert told == {"time": "2026-01-15T03:00:00.000+00:00", "id": response.headers["x-request-id"], "method": "GET",
                    "route": "/{lang}/{policy}/", "status": 201, "edition": "0123"}  # fmt: skip


@pytest.mark.parametrize(
    ("path", "route", "status"),
    [(f"/ask?q={TYPED}", "/ask", 201), (f"/{TYPED}", None, 404), (f"/en/{TYPED}/", "/{lang}/{policy}/", 201),
     (f"/ask?fail={TYPED}", "/ask", 500)],
)  # fmt: skip
def test_nothing_that_somebody_typed_is_told(
    client: TestClient, seen: list[Seen], path: str, route: str | None, status: int
) -> None:
    client.get(path)
    told = json.loads(seen[0].line())
    assert (told.get("route"), told["status"]) == (route, status)
    assert TYPED not in seen[0].line()
    assert "edition" not in told


def test_each_request_has_an_id_of_its_own(client: TestClient, seen: list[Seen]) -> None:
    for _ in range(3):
        client.get("/ask")
    assert len({one.id for one in seen}) == 3


def test_an_answer_that_nobody_waited_for_is_told_as_such(seen: list[Seen]) -> None:
    async def silent(scope: object, receive: object, send: object) -> None:
        return

    client = TestClient(Watched(silent, seen.append, lambda: NOW, {}))
    with pytest.raises(AssertionError):
        client.get("/")
    assert [one.status for one in seen] == [GONE]


def failing(*_: object) -> NoReturn:
    raise ValueError("secret")


@pytest.mark.parametrize("failure", [failing, lambda scope: PlainTextResponse("a page", 500)])
def test_whatever_fails_is_answered_guarded_and_logged_under_its_id(
    failure: Callable[[Scope], Response], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        response = TestClient(Watched(Guard(failing, failure), lambda seen: None, lambda: NOW, {})).get("/page")
    assert (response.status_code, "secret" in response.text) == (500, False)
    assert {name: response.headers.get(name) for name in HEADERS} == HEADERS
    assert {vars(record)["id"] for record in caplog.records} == {response.headers["x-request-id"]}
    assert len(caplog.records) == (2 if failure is failing else 1)


def test_how_a_question_was_understood_is_told_without_the_question(seen: list[Seen]) -> None:
    async def asked(request: Request) -> Response:
        request.scope[UNDERSTOOD] = "doubt"
        return PlainTextResponse("x")

    client = TestClient(Watched(Starlette(routes=[Route("/ask", asked)]), seen.append, lambda: NOW, {}))
    client.get(f"/ask?q={TYPED}")
    assert json.loads(seen[0].line())["understood"] == "doubt"
    assert TYPED not in seen[0].line()
