"""Whoever wants a page for which there is no room is told so at the door; everybody else comes in."""

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from urllib.parse import unquote

import pytest
from starlette.types import Receive, Scope, Send

from assistant.web.frame.admission import FULL
from assistant.web.frame.seen import GONE, Seen
from assistant.web.server import door
from assistant.web.server.door import Crowd
from assistant.web.server.serving import Serving, bound
from tests.web.server.here import connect, here, received, status, until


class App:
    """Says that it is busy while it is, and notes what it was asked; fails so often to say what it says when full."""

    def __init__(self, busy: bool = True, failing: int = 0) -> None:
        self.busy, self.asked, self.failing = busy, list[str](), failing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.asked.append(scope["path"])
        if FULL in scope and self.failing:
            self.failing -= 1
            raise ValueError
        body = f"{scope['path']} {scope['root_path']}".encode()
        headers = [(b"content-length", b"%d" % len(body)), (b"retry-after", b"1"), (b"x-request-id", b"7")]
        refused = self.busy or FULL in scope
        await send({"type": "http.response.start", "status": 503 if refused else 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})


@contextmanager
def crowded(
    app: App, root: str = "", full: bool = True, tell: Callable[[Seen], None] = lambda seen: None
) -> Iterator[tuple[Serving, int, Crowd]]:
    """A server without room, its port, and whom it holds."""
    crowd = Crowd(app, lambda: full, ("en", "ja"), root, tell)
    with here(app=app, crowd=crowd) as (server, port):
        yield server, port, crowd


def asked(port: int, path: str, *headers: str, method: str = "GET") -> bytes:
    """What is answered to one request."""
    lines = (f"{method} {path} HTTP/1.1", "Host: x", "Connection: close", *headers)
    return received(connect(port, "".join(f"{line}\r\n" for line in (*lines, "")).encode()))


@pytest.mark.parametrize(
    ("root", "path", "start"),
    [
        ("", "/ja/x/y?a=1", "/ja/"),
        ("", "/api/v1/topics", "/api/v1/"),
        ("/p", "/p/en/", "/p/en/"),
        ("/p", "/en/", "/p/en/"),
    ],
)
def test_a_copy_is_made_of_what_the_application_says_and_sent_from_then_on(root: str, path: str, start: str) -> None:
    app, seen = App(), list[Seen]()
    with crowded(app, root, tell=seen.append) as (_, port, _):
        assert status(asked(port, path)) == 503
        until(lambda: len(app.asked) == 2)
        copies = [asked(port, path) for _ in range(5)]
        until(lambda: len(seen) == len(copies))
    assert sorted(app.asked) == sorted((path.partition("?")[0], start))
    heads, names, bodies = zip(*(_parted(one) for one in copies), strict=True)
    ((head,), (body,)) = set(heads), set(bodies)
    assert [(one.id, one.method, one.route, one.status) for one in seen] == [(one, "GET", "", 503) for one in names]
    assert body == f"{start} {root}".encode()
    assert head.split(b"\r\n") == [
        b"HTTP/1.1 503 Service Unavailable", b"content-length: %d" % len(body), b"retry-after: 1", b"connection: close"
    ]  # fmt: skip


def _parted(answer: bytes) -> tuple[bytes, str, bytes]:
    """The head of an answer, the id of its request, and the body."""
    head, _, rest = answer.partition(b"\r\nx-request-id: ")
    name, _, body = rest.partition(b"\r\n\r\n")
    return head, name.decode(), body


def test_the_copy_is_of_a_refusal_though_there_is_room_by_then() -> None:
    app = App(busy=False)
    with crowded(app) as (_, port, _):
        assert status(asked(port, "/en/x")) == 200
        until(lambda: len(app.asked) == 2)
        assert status(asked(port, "/en/x")) == 503


@pytest.mark.parametrize(
    ("path", "headers", "method"),
    [
        ("/livez", (), "GET"), ("/", (), "GET"), ("/fr/", (), "GET"), ("/static/site.css", (), "GET"),
        ("/en/embed;x/licence-desk/", (), "GET"), ("/en/panel/", (), "GET"),
        ("/en/ask?q=x", (), "GET"), ("/ja/suggest?q=x", (), "GET"), ("/en/%61sk", (), "GET"),
        ("/en/feedback", (), "GET"), ("/api/v1/match?q=/en/", (), "GET"), ("/api/v1/answers", (), "GET"),
        ("/en/", ("If-None-Match: x",), "GET"),
        ("/api/v1/topics", ("Origin: https://a.example",), "GET"), ("/en/", ("Content-Length: 0",), "GET"),
        ("/en/", (), "HEAD"), ("/en/feedback", ("content-length: 0",), "POST"), ("/en/" + "x" * 9000, (), "GET"),
    ],
)  # fmt: skip
def test_everybody_else_is_let_in(path: str, headers: tuple[str, ...], method: str) -> None:
    app = App()
    with crowded(app) as (_, port, crowd):
        for _ in range(3):
            asked(port, path, *headers, method=method)
        assert not crowd.held
    assert app.asked == [unquote(path.partition("?")[0])] * 3


def test_an_answer_that_could_not_be_learnt_is_asked_for_again() -> None:
    app = App(failing=1)
    with crowded(app) as (_, port, crowd):
        for count in (2, 4):
            assert status(asked(port, "/en/x")) == 503
            until(lambda count=count: len(app.asked) == count and not crowd._learning)  # type: ignore[misc]  # bound now
        assert status(asked(port, "/en/x")) == 503
    assert len(app.asked) == 4


def test_one_who_was_told_part_of_it_was_not_told() -> None:
    app, seen = App(), list[Seen]()
    with crowded(app, tell=seen.append) as (_, port, crowd):
        asked(port, "/en/x")
        until(lambda: bool(crowd._copies))
        head, body = crowd._copies["en"]
        asked(port, "/en/x")
        # More than any system keeps for a reader, and nobody who reads.
        crowd._copies["en"] = head, body * 10_000_000
        with connect(port, b"GET /en/x HTTP/1.1\r\nHost: x\r\n\r\n"):
            until(lambda: len(seen) == 2)
    assert [one.status for one in seen] == [503, GONE]


def test_one_is_let_in_in_each_turn_of_the_loop() -> None:
    """However many its loop would take at once: else one process may have all who keep their connections."""

    async def played() -> list[int]:
        found = list[int]()
        with bound("127.0.0.1", 0) as listening:
            listening.setblocking(False)
            waiting = [connect(listening.getsockname()[1]) for _ in range(3)]
            for _ in range(4):
                found.append(0)
                with suppress(BlockingIOError):
                    for _ in waiting:
                        waiting.append(listening.accept()[0])
                        found[-1] += 1
                await asyncio.sleep(0)
            for one in waiting:
                one.close()
        return found

    assert asyncio.run(played()) == [1, 1, 1, 0]


def test_where_there_is_room_everybody_is_let_in() -> None:
    app = App(busy=False)
    with crowded(app, full=False) as (_, port, _):
        assert [status(asked(port, "/en/")) for _ in range(3)] == [200] * 3
    assert len(app.asked) == 3


def test_no_more_are_held_than_there_are_files_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "MOST_HELD", 0)
    app = App()
    with crowded(app) as (_, port, _):
        for _ in range(3):
            asked(port, "/en/")
    assert app.asked == ["/en/"] * 3


def test_a_request_that_comes_later_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "WAITED_FOR", 600)
    app, seen = App(), list[Seen]()
    with crowded(app, tell=seen.append) as (_, port, crowd):
        asked(port, "/en/")
        until(lambda: len(app.asked) == 2)
        one = connect(port)
        until(lambda: bool(crowd.held))
        time.sleep(3 * door.TOLD_AFTER)
        one.sendall(b"GET /en/ HTTP/1.1\r\nHost: x\r\n\r\n")
        assert status(received(one)) == 503
        until(lambda: bool(seen))
    assert len(app.asked) == 2
    assert [one.seconds >= 3 * door.TOLD_AFTER for one in seen] == [True]


def test_who_sends_nothing_is_let_in_where_time_is_counted() -> None:
    with crowded(App()) as (server, port, _), connect(port):
        until(lambda: len(server.server_state.connections) == 1)


def test_who_goes_meanwhile_is_forgotten() -> None:
    app = App()
    with crowded(app) as (server, port, crowd):
        asked(port, "/en/")
        until(lambda: len(app.asked) == 2)
        connect(port).close()
        connect(port, b"GET /en/ HTTP/1.1\r\nHost: x\r\n\r\n").close()
        assert status(asked(port, "/livez")) == 503
        until(lambda: not crowd.held and not server.server_state.connections)


def test_whoever_is_held_when_it_stops_is_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "TOLD_AFTER", 600)
    app = App()
    with crowded(app) as (server, port, crowd):
        ones = [connect(port, b"GET /en/ HTTP/1.1\r\nHost: x\r\n\r\n") for _ in range(5)]
        until(lambda: len(crowd.held) == 5)
        server.should_exit = True
        assert [status(received(one)) for one in ones] == [503] * 5
    assert app.asked == ["/en/"] * 5
