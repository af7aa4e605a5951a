"""A server of this process, on a free port, over an application that does what its address says."""

import asyncio
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from assistant.web.server.door import Crowd
from assistant.web.server.serving import Serving, bound


async def quick(request: Request) -> Response:
    """At once."""
    return PlainTextResponse("quick")


async def slow(request: Request) -> Response:
    """After a while."""
    await asyncio.sleep(0.5)
    return PlainTextResponse("slow")


async def large(request: Request) -> Response:
    """More than anything on the way holds."""
    return PlainTextResponse("x" * 30_000_000)


async def body(request: Request) -> Response:
    """The length of what was sent."""
    try:
        return PlainTextResponse(str(len(await request.body())))
    except ClientDisconnect:
        return PlainTextResponse("")


async def who(request: Request) -> Response:
    """The address of whoever asks."""
    return PlainTextResponse(request.client.host if request.client else "")


ROUTES = [
    Route("/who", who), Route("/quick", quick), Route("/slow", slow), Route("/large", large),
    Route("/body", body, methods=["POST"]),
]  # fmt: skip


@contextmanager
def here(
    drain: float = 0, refused: Callable[[str], None] = lambda why: None, app: ASGIApp | None = None,
    crowd: Crowd | None = None,
) -> Iterator[tuple[Serving, int]]:  # fmt: skip
    """The server and its port, as long as the context is open."""
    door = bound("127.0.0.1", 0)
    door.crowd = crowd
    server = Serving(app or Starlette(routes=ROUTES), drain, lambda: None, refused)
    thread = threading.Thread(target=server.listen, args=(door,))
    port = door.getsockname()[1]
    thread.start()
    until(lambda: server.started)
    try:
        yield server, port
    finally:
        server.should_exit = True
        thread.join()


def connect(port: int, sent: bytes = b"") -> socket.socket:
    """A connection over which this was sent."""
    one = socket.create_connection(("127.0.0.1", port), timeout=300)
    one.sendall(sent)
    return one


def until(true: Callable[[], bool]) -> None:
    """Comes back once it is true, on a busy machine as well. Raises `TimeoutError` where it never is."""
    for _ in range(6000):
        if true():
            return
        time.sleep(0.05)
    raise TimeoutError("it never was")


def received(one: socket.socket) -> bytes:
    """Everything that comes until the other side closes."""
    found = bytearray()
    with one:
        try:
            while some := one.recv(65_536):
                found += some
        except ConnectionResetError:
            pass
    return bytes(found)


def status(answer: bytes) -> int:
    """The status of an answer; 0 where there is none."""
    return int(answer.split(b" ", 2)[1]) if answer else 0
