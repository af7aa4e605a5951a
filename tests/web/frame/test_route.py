"""What makes a page is called on the event loop, as it is; what waits for something stays a coroutine."""

import threading
from collections.abc import Callable
from functools import partial

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from assistant.web.frame.route import Route
from tests.client import TestClient


class Pages:
    def plain(self, request: Request) -> Response:
        return PlainTextResponse(f"{threading.get_ident()}")

    async def waiting(self, request: Request) -> Response:
        return self.plain(request)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.plain(Request(scope))(scope, receive, send)


async def _partly(pages: Pages, request: Request) -> Response:
    return pages.plain(request)


@pytest.mark.parametrize("endpoint", [Pages().plain, Pages().waiting, Pages(), partial(_partly, Pages())])
def test_all_of_it_is_done_in_the_thread_of_the_loop(endpoint: Callable[..., object]) -> None:
    client = TestClient(Starlette(routes=[Route("/x", endpoint)]))
    assert client.get("/x").text == f"{threading.get_ident()}"
