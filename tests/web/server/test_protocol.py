"""Connections: who is too slow is closed, what is not plain HTTP is refused, and nobody takes every place."""

from collections.abc import Iterator
from contextlib import suppress

import pytest

from assistant.web.server import protocol
from assistant.web.server.protocol import LONGEST_HEAD, MOST_HEADERS, refused
from assistant.web.server.serving import Serving
from tests.web.server.here import connect, here, received, status, until

GET = b"GET /quick HTTP/1.1\r\nHost: x\r\n"
POST = b"POST /body HTTP/1.1\r\nHost: x\r\n"
CLOSE = b"Connection: close\r\n"


@pytest.fixture
def closed() -> list[str]:
    """Why connections were closed unanswered."""
    return []


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch, closed: list[str]) -> Iterator[tuple[Serving, int]]:
    """A server that waits for whoever comes, however busy the machine is."""
    for name in ("HEAD_WITHIN", "BODY_WITHIN", "TAKEN_WITHIN"):
        monkeypatch.setattr(protocol, name, 300)
    monkeypatch.setattr(protocol, "LAST_WITHIN", 0.4)
    with here(refused=closed.append) as found:
        yield found


@pytest.fixture
def port(served: tuple[Serving, int]) -> int:
    """Where it listens."""
    return served[1]


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch, port: int) -> int:
    """The same one, which waits for nobody."""
    for name in ("HEAD_WITHIN", "BODY_WITHIN", "TAKEN_WITHIN"):
        monkeypatch.setattr(protocol, name, 0.4)
    return port


PLAIN = [
    (GET + CLOSE + b"\r\n", 200),
    (b"GET /quick HTTP/1.0\r\n\r\n", 200),
    (POST + CLOSE + b"Content-Length: 3\r\n\r\nabc", 200),
    (POST + CLOSE + b"Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n", 200),
    (b"\r\n\r\n" + GET + CLOSE + b"\r\n", 200),
]
SHAPES = [
    ("two hosts", GET + b"Host: y\r\n\r\n", 400),
    ("no host", b"GET /quick HTTP/1.1\r\n\r\n", 400),
    ("length and chunked", POST + b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
    ("two lengths", POST + b"Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", 400),
    ("the same length twice", POST + b"Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc", 400),
    ("a negative length", POST + b"Content-Length: -1\r\n\r\n", 400),
    ("two types", POST + b"Content-Type: a/b\r\nContent-Type: c/d\r\nContent-Length: 0\r\n\r\n", 400),
    ("bare line feeds", b"GET /quick HTTP/1.1\nHost: x\n\n", 400),
    ("a folded header", GET + b"X: a\r\n b\r\n\r\n", 400),
    ("a blank before the colon", GET + b"X : a\r\n\r\n", 400),
    ("a NUL in a header", GET + b"X: a\0b\r\n\r\n", 400),
    ("a NUL in the path", b"GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n", 400),
    ("no HTTP at all", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 400),
    ("a method that is none", b"FOO /quick HTTP/1.1\r\nHost: x\r\n\r\n", 400),
    ("a long address", b"GET /" + b"a" * LONGEST_HEAD + b" HTTP/1.1\r\nHost: x\r\n\r\n", 431),
    ("a long header", GET + b"X: " + b"a" * LONGEST_HEAD + b"\r\n\r\n", 431),
    ("a header of megabytes", GET + b"X: " + b"a" * 4_000_000 + b"\r\n\r\n", 431),
    ("many headers", GET + b"X: a\r\n" * MOST_HEADERS + b"\r\n", 431),
]


@pytest.mark.parametrize(("sent", "expected"), PLAIN)
def test_what_is_plain_is_answered(port: int, sent: bytes, expected: int, closed: list[str]) -> None:
    assert status(received(connect(port, sent))) == expected
    assert closed == []


@pytest.mark.parametrize(("sent", "expected"), [shape[1:] for shape in SHAPES], ids=[shape[0] for shape in SHAPES])
def test_what_is_not_plain_is_refused_once(port: int, sent: bytes, expected: int, closed: list[str]) -> None:
    one = connect(port)
    with suppress(BrokenPipeError, ConnectionResetError):
        one.sendall(sent)
    answer = received(one)
    # Whoever is still sending when the door closes may not hear why.
    assert status(answer) in ({expected, 0} if len(sent) > 1_000_000 else {expected})
    assert answer.count(b"HTTP/1.1") <= 1
    assert (b"connection: close" in answer and b"nosniff" in answer) or not answer
    assert set(closed) == {protocol.REASONS[expected]}


@pytest.mark.parametrize(
    ("sent", "dribble"),
    [
        (b"", b""), (GET, b""), (GET, b"X: a\r\n"), (b"\r\n", b"\r\n"), (POST + b"Content-Length: 9\r\n\r\n", b""),
        (POST + b"Content-Length: 90\r\n\r\n", b"a"), (POST + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"),
    ],
    ids=["nothing", "half a head", "a head in drops", "blank lines", "no body", "a body in drops", "chunks in drops"],
)  # fmt: skip
def test_who_is_too_slow_is_closed(hasty: int, sent: bytes, dribble: bytes, closed: list[str]) -> None:
    one = connect(hasty, sent)
    one.settimeout(0.1)
    for _ in range(600):
        try:
            if not one.recv(1000):
                break
        except TimeoutError:
            pass
        except ConnectionResetError:
            break
        try:
            one.sendall(dribble)
        except OSError:
            break
    else:
        pytest.fail("it stays open")
    one.close()
    assert closed == [protocol.SLOW]


def test_blank_lines_between_requests_keep_no_connection_open(hasty: int) -> None:
    one = connect(hasty, GET + b"\r\n")
    assert status(one.recv(1000)) == 200
    one.sendall(b"\r\n")
    assert received(one) in (b"", b"quick")


def test_several_requests_over_one_connection_are_answered(port: int) -> None:
    answers = received(connect(port, (GET + b"\r\n") * 3 + GET + CLOSE + b"\r\n"))
    assert answers.count(b"HTTP/1.1 200") == 4


def test_whoever_has_not_asked_as_it_stops_was_not_too_slow(served: tuple[Serving, int], closed: list[str]) -> None:
    server, port = served
    one = connect(port)
    until(lambda: len(server.server_state.connections) == 1)
    server.should_exit = True
    assert received(one) == b""
    assert closed == []


def test_who_does_not_take_in_an_answer_is_closed(hasty: int, closed: list[str]) -> None:
    one = connect(hasty, b"GET /large HTTP/1.1\r\nHost: x\r\n\r\n")
    until(lambda: closed == [protocol.NOT_TAKEN])
    assert len(received(one)) < 30_000_000


def test_who_takes_it_in_slowly_gets_it_whole(port: int) -> None:
    one = connect(port, b"GET /large HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    assert one.recv(1)
    assert len(received(one)) >= 30_000_000


def test_whoever_has_waited_longest_makes_room(
    served: tuple[Serving, int], monkeypatch: pytest.MonkeyPatch, closed: list[str]
) -> None:
    server, port = served
    monkeypatch.setattr(protocol, "most_connections", lambda: 5)
    busy = connect(port, b"GET /slow HTTP/1.1\r\nHost: x\r\n" + CLOSE + b"\r\n")
    until(lambda: server.server_state.total_requests == 1)
    idle = [connect(port, GET) for _ in range(20)]
    answer = received(connect(port, GET + CLOSE + b"\r\n"))
    assert status(answer) == 200
    assert status(received(busy)) == 200, "who is being answered stays"
    assert received(idle[0]) == b""
    assert set(closed) == {protocol.NO_ROOM}
    for one in idle:
        one.close()


@pytest.mark.parametrize(
    ("headers", "version", "expected"),
    [
        ([(b"host", b"x")], "1.1", 0), ([], "1.0", 0), ([], "1.1", 400), ([(b"host", b"x")] * 2, "1.0", 400),
        ([(b"host", b"x"), (b"accept", b"a"), (b"accept", b"b")], "1.1", 0),
    ],
)  # fmt: skip
def test_a_head_is_plain_or_refused(headers: list[tuple[bytes, bytes]], version: str, expected: int) -> None:
    assert refused(headers, 10, version) == expected
