"""Stopping: whoever has come is answered, nobody is reset, and what the system cannot do is told once."""

import asyncio
import errno
import logging
import select
import signal
import socket
import subprocess
import sys
import time

import pytest
from starlette.applications import Starlette

from assistant.web.server import protocol
from assistant.web.server.serving import QUIET, Refusals, Serving, Trouble, _accepted, _bar, bound
from tests.web.server.here import connect, here, received, status, until


def test_an_address_that_is_taken_is_named() -> None:
    with bound("127.0.0.1", 0) as door, pytest.raises(OSError, match=f"127.0.0.1:{door.getsockname()[1]}"):
        bound("127.0.0.1", door.getsockname()[1])


ENDING = """
import os, signal
from starlette.applications import Starlette
from assistant.web.server.serving import Serving, bound
server = Serving(Starlette(), 0, lambda: None)
server.ready = lambda: os.kill(os.getpid(), signal.SIGTERM)
server.ended = lambda: print("ended", flush=True)
server.listen(bound("127.0.0.1", 0))
print("more", flush=True)
"""


def test_whoever_waits_for_the_end_is_told_before_the_signal_ends_the_process() -> None:
    done = subprocess.run([sys.executable, "-c", ENDING], capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("ended\n", -signal.SIGTERM)


def test_it_is_ready_once_all_is_made_and_before_anybody_is_let_in() -> None:
    """What waits for it to be ready ends others that serve: nothing may be left that could go wrong."""
    server, found = Serving(Starlette(), 0, lambda: None), list[tuple[bool, ...]]()

    def ready() -> None:
        found.append((asyncio.get_running_loop().is_running(), server.config.loaded, hasattr(server, "servers")))
        server.should_exit = True

    server.ready = ready
    with bound("127.0.0.1", 0) as door:
        server.listen(door)
    assert found == [(True, True, False)]


def test_an_answer_waits_for_no_confirmation() -> None:
    with here() as (server, port), connect(port, b"GET /quick HTTP/1.1\r\nHost: x\r\n\r\n") as one:
        assert status(one.recv(1000)) == 200
        (connection,) = server.server_state.connections
        accepted = connection.transport.get_extra_info("socket")
        assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_what_is_being_answered_is_answered() -> None:
    with here() as (server, port):
        one = connect(port, b"GET /slow HTTP/1.1\r\nHost: x\r\n\r\n")
        time.sleep(0.2)
        server.should_exit = True
        answer = received(one)
    assert status(answer) == 200
    assert answer.endswith(b"slow")


def test_whoever_came_before_the_end_is_answered_and_told_that_it_is_the_last() -> None:
    """Connections that have not asked yet, or are between two requests, may still ask."""
    with here() as (server, port):
        fresh = [connect(port) for _ in range(20)]
        kept = connect(port, b"GET /quick HTTP/1.1\r\nHost: x\r\n\r\n")
        assert status(kept.recv(1000)) == 200
        server.should_exit = True
        time.sleep(0.3)
        for one in (*fresh, kept):
            one.sendall(b"GET /quick HTTP/1.1\r\nHost: x\r\n\r\n")
        answers = [received(one) for one in (*fresh, kept)]
    assert [status(answer) for answer in answers] == [200] * 21
    assert all(b"connection: close" in answer for answer in answers)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere sockets take no filter")
def test_nobody_new_comes_into_a_queue_that_is_looked_through_for_the_last_time() -> None:
    with bound("127.0.0.1", 0) as door, socket.socket() as before, socket.socket() as late:
        door.setblocking(False)
        before.connect(door.getsockname())
        _bar(door)
        late.setblocking(False)
        assert late.connect_ex(door.getsockname()) == errno.EINPROGRESS
        assert select.select([], [late], [], 0) == ([], [], [])
        (came,) = _accepted(door)
        with came:
            before.sendall(b"heard")
            assert came.recv(5) == b"heard"


@pytest.mark.parametrize("drain", [600, 0.5])
def test_after_sigterm_it_goes_on_for_a_while(drain: float) -> None:
    with here(drain=drain) as (server, port):
        server.handle_exit(signal.SIGTERM, None)
        if drain < 600:
            until(lambda: server.should_exit)
        else:
            answer = received(connect(port, b"GET /quick HTTP/1.1\r\nHost: x\r\n\r\n"))
            assert (status(answer), b"connection: close" in answer) == (200, True)
            assert not server.should_exit
        server._captured_signals.clear()


def test_told_twice_it_stops_at_once() -> None:
    with here(drain=60) as (server, _):
        server.handle_exit(signal.SIGTERM, None)
        assert not server.should_exit
        server.handle_exit(signal.SIGTERM, None)
        assert server.should_exit
        server._captured_signals.clear()


ASKING = """
import socket, sys
answered = lost = 0
while True:
    try:
        one = socket.create_connection(("127.0.0.1", int(sys.argv[1])), timeout=300)
    except ConnectionRefusedError:
        break
    except ConnectionResetError:
        lost += 1
        break
    with one:
        try:
            one.sendall(b"GET /quick HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n\\r\\n")
            first = one.recv(65536)
        except OSError:
            first = b""
        answered += first.startswith(b"HTTP/1.1 200")
        lost += not first.startswith(b"HTTP/1.1 200")
print(answered, lost)
"""
"""Asks again and again until nobody listens; then says how often it was answered, and how often not."""


def test_nobody_is_lost_while_it_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protocol, "LAST_WITHIN", 10.0)  # a client whose turn does not come for a second is none lost
    counts: list[list[int]] = []
    for _ in range(3):
        with here() as (server, port):
            command = [sys.executable, "-c", ASKING, str(port)]
            clients = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(4)]
            until(lambda server=server: server.server_state.total_requests >= 100)  # type: ignore[misc]  # bound now
            server.should_exit = True
            counts += [[int(number) for number in one.communicate()[0].split()] for one in clients]
    answered, lost = map(sum, zip(*counts, strict=True))
    assert answered >= 300
    assert lost == 0


def test_the_same_trouble_is_told_once_a_while(caplog: pytest.LogCaptureFixture) -> None:
    moment = [0.0]
    trouble, loop = Trouble(lambda: moment[0]), asyncio.new_event_loop()
    with caplog.at_level(logging.ERROR):
        for _ in range(1000):
            trouble(loop, {"message": "out of files", "exception": OSError(24, "Too many open files")})
        trouble(loop, {"message": "other", "exception": ValueError("x")})
        moment[0] = QUIET
        trouble(loop, {"message": "out of files", "exception": OSError(24, "Too many open files")})
    loop.close()
    assert [record.getMessage().partition(":")[0] for record in caplog.records] == [
        "out of files",
        "other",
        "out of files",
    ]
    assert [bool(record.exc_info) for record in caplog.records] == [False, True, False]


def test_connections_that_were_closed_are_told_by_the_minute_and_at_the_end(caplog: pytest.LogCaptureFixture) -> None:
    moment, each = [0.0], list[str]()
    refusals = Refusals(lambda: moment[0], each.append)
    for why in ["too slow"] * 1000 + ["no room"] * 500:
        refusals(why)
    moment[0] = QUIET
    refusals("not plain")
    refusals("too slow")
    refusals.tell()
    refusals.tell()
    assert len(each) == 1502
    assert [record.getMessage().partition(": ")[2] for record in caplog.records] == [
        "1 too slow",
        "500 no room, 1 not plain, 999 too slow",
        "1 too slow",
    ]


@pytest.mark.parametrize(
    ("proxies", "client"),
    [(None, "203.0.113.9"), ("127.0.0.1", "203.0.113.9"), ("127.0.0.0/8", "203.0.113.9"), ("192.0.2.1", "127.0.0.1")],
)
def test_only_a_proxy_of_ours_is_believed_when_it_says_who_asks(
    monkeypatch: pytest.MonkeyPatch, proxies: str | None, client: str
) -> None:
    if proxies is None:
        monkeypatch.delenv("FORWARDED_ALLOW_IPS", raising=False)
    else:
        monkeypatch.setenv("FORWARDED_ALLOW_IPS", proxies)
    said = b"X-Forwarded-For: 198.51.100.1, 203.0.113.9\r\nX-Real-IP: 198.51.100.2\r\nForwarded: for=198.51.100.3\r\n"
    with here() as (_, port):
        answer = received(connect(port, b"GET /who HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + said + b"\r\n"))
    assert answer.rpartition(b"\r\n\r\n")[2].decode() == client
