"""
A client of an application in this process. Starlette's own gives every request a thread and a loop, which takes longer
than most of our pages do.
"""

import asyncio
from collections.abc import Awaitable, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Any

import httpx2
import starlette.testclient
from starlette.types import ASGIApp


class TestClient(starlette.testclient.TestClient):
    """Asks as Starlette's does, for what is answered in one piece; one loop serves all requests in turn."""

    __test__ = False

    def __init__(
        self, app: ASGIApp, base_url: str = "http://testserver", raise_server_exceptions: bool = True,
        root_path: str = "", client: tuple[str, int] = ("testclient", 50000), **others: Any,
    ) -> None:  # fmt: skip
        super().__init__(app, base_url, raise_server_exceptions, root_path, **others)
        self._transport = _Transport(app, raise_server_exceptions, {"root_path": root_path, "client": client})


class _Transport(httpx2.BaseTransport):
    def __init__(self, app: ASGIApp, raises: bool, around: dict[str, Any]) -> None:
        self._app, self._raises, self._around = app, raises, around

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        answer = _Answer(request.read())
        try:
            _run(self._app({**_scope(request), **self._around}, answer.receive, answer.send))
        except Exception:
            if self._raises or not answer.status:
                raise
        assert answer.status, "nothing was answered"
        content = b"" if request.method == "HEAD" else bytes(answer.body)
        return httpx2.Response(answer.status, headers=answer.headers, stream=httpx2.ByteStream(content))


def _run(answering: Awaitable[None]) -> None:
    """Where a browser's loop runs in this thread, which it does until all tests are done, in another one."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        _loop().run_until_complete(answering)
    else:
        _thread().submit(_loop().run_until_complete, answering).result()


@cache
def _thread() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(1)


@cache
def _loop() -> asyncio.AbstractEventLoop:
    return asyncio.new_event_loop()


def _scope(request: httpx2.Request) -> dict[str, Any]:
    url = request.url
    return {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": request.method,
        "scheme": url.scheme, "path": url.path, "raw_path": url.raw_path.partition(b"?")[0], "query_string": url.query,
        "headers": [(name.lower(), value) for name, value in request.headers.raw],
        "server": (url.host, url.port or {"http": 80, "https": 443}[url.scheme]), "extensions": {}, "state": {},
    }  # fmt: skip


class _Answer:
    """What is said in answer to one request with this body."""

    def __init__(self, sent: bytes) -> None:
        self._sent: list[bytes] = [sent]
        self.status, self.headers, self.body = 0, list[tuple[bytes, bytes]](), bytearray()

    async def receive(self) -> MutableMapping[str, Any]:
        if self._sent:
            return {"type": "http.request", "body": self._sent.pop(), "more_body": False}
        # Whoever asked stays until all of it is there.
        never: MutableMapping[str, Any] = await asyncio.get_running_loop().create_future()
        return never

    async def send(self, message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            self.status, self.headers = message["status"], list(message.get("headers", ()))
        elif message["type"] == "http.response.body":
            self.body += message.get("body", b"")
