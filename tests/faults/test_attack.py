"""What once took the service down, against a server of its own process: it goes on for everybody else."""

import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest

from tests.faults.attack import HOME, LIVE, ask, attacked, besieged, heavy, held_open, processor

FILES, SLOW = 400, 800


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    with attacked() as found:
        yield found


def test_many_cases_in_which_nothing_is_known_are_given_up_as_soon_as_fewer(
    server: tuple[subprocess.Popen[bytes], int],
) -> None:
    process, port = server
    ask(port, "/api/v1/answers", heavy(1))
    before = processor(process.pid)
    assert ask(port, "/api/v1/answers", heavy(60)) == 413
    between = processor(process.pid)
    assert ask(port, "/api/v1/answers", heavy(250)) == 413
    assert processor(process.pid) - between < 2.5 * (between - before)


def test_pages_and_health_go_on_while_heavy_requests_arrive(server: tuple[subprocess.Popen[bytes], int]) -> None:
    _, port = server
    with besieged(port, 100, 40):
        assert [ask(port, path) for path in (HOME, LIVE) * 20] == [200] * 40


def test_slow_clients_take_nobodys_place_and_fill_no_log() -> None:
    with attacked(files=FILES) as (process, port):
        with held_open(port, SLOW):
            time.sleep(2)
            served = list(_served(port))
        process.send_signal(signal.SIGTERM)
        _, told = process.communicate()
    assert served == [True] * 10
    assert len(told) < 100_000


def _served(port: int) -> Iterator[bool]:
    """Whether each of some good clients is served; each tries again, twenty times at most, where it is cut off."""
    for _ in range(10):
        found, tries = False, 20
        while not found and tries:
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=6) as one:
                one.sendall(b"GET /livez HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                found = one.recv(100).startswith(b"HTTP/1.1 200")
            tries -= 1
            time.sleep(0 if found else 0.3)
        yield found
