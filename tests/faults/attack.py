"""A server of its own process, and what is done to it: heavy requests, slow clients, signals."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from threading import Thread

from tests.conftest import ROOT
from tests.serving import free_port
from tests.web.server.test_serving import ASKING

HOME, LIVE = "/en/", "/livez"
SLOWLY = """
import socket, sys, time
held = []
while True:
    try:
        one = socket.create_connection(("127.0.0.1", int(sys.argv[1])), timeout=5)
        one.sendall(b"GET / HTTP/1.1\\r\\nHost: x\\r\\n")
        held.append(one)
    except OSError:
        time.sleep(0.01)
    if len(held) >= int(sys.argv[2]):
        for one in held:
            try:
                one.sendall(b"X: y\\r\\n")
            except OSError:
                held.remove(one)
        time.sleep(0.1)
"""
"""Holds so many connections with heads that never end, and makes up for those that are closed."""


def heavy(count: int) -> bytes:
    """Cases in which nothing is known, each for another day: the most that one case can cost."""
    case = {"policy": "swap-out", "topic": "onsite-visit", "aspect": "due"}
    days = (f"20{20 + n // 336 % 60:02}-{n // 28 % 12 + 1:02}-{n % 28 + 1:02}" for n in range(count))
    unknown = ["level", "distance_km", "state", "logged_at"]
    return json.dumps([{**case, "on": day, "unknown": unknown} for day in days]).encode()


@contextmanager
def attacked(*options: str, files: int = 0) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """The server and its port, as long as the context is open; `files` is how many it may open, where that is named."""
    limit = f"ulimit -n {files}; " if files else ""
    port = free_port()
    command = f"{limit}exec '{sys.executable}' -m assistant serve --port {port} {' '.join(options)}"
    with subprocess.Popen(
        ["bash", "-c", command], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as server:
        while server.poll() is None:
            with suppress(OSError, HTTPException):
                if ask(port, "/readyz") == 200:
                    break
            time.sleep(0.1)
        try:
            yield server, port
        finally:
            if server.returncode is None:  # whoever asked has not seen it end
                server.terminate()
                server.communicate()


def ask(port: int, path: str, body: bytes | None = None) -> int:
    """The status of an answer, once it is read."""
    connection = HTTPConnection("127.0.0.1", port, timeout=300)
    headers = {"Content-Type": "application/json"} if body is not None else {}
    connection.request("POST" if body is not None else "GET", path, body, headers)
    response = connection.getresponse()
    response.read()
    connection.close()
    return response.status


def processor(process: int) -> float:
    """Seconds of the processor's time that a process has taken."""
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def besieged(port: int, cases: int, clients: int) -> Iterator[None]:
    """So many clients of a process of their own that send so many heavy cases again and again."""
    program = f"from tests.faults.attack import besiege; besiege({port}, {cases}, {clients})"
    with subprocess.Popen([sys.executable, "-c", program], cwd=ROOT) as siege:
        time.sleep(1)
        try:
            yield
        finally:
            siege.kill()


@contextmanager
def held_open(port: int, clients: int) -> Iterator[None]:
    """So many connections of a process of their own, whose heads never end."""
    with subprocess.Popen([sys.executable, "-c", SLOWLY, str(port), str(clients)], cwd=ROOT) as attackers:
        try:
            yield
        finally:
            attackers.kill()


def besiege(port: int, cases: int, clients: int) -> None:
    """Sends until the process is ended; whoever is sent away comes back soon, without heeding when."""
    body = heavy(cases)

    def send() -> None:
        while True:
            with suppress(OSError, HTTPException):
                if ask(port, "/api/v1/answers", body) in (429, 503):
                    time.sleep(0.1)

    for _ in range(clients):
        Thread(target=send).start()


def memory(process: int) -> int:
    """Kilobytes that a process has in memory."""
    lines = Path(f"/proc/{process}/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


def askers(port: int, stack: ExitStack) -> list[subprocess.Popen[str]]:
    """Processes that ask for a page until nobody listens, and count."""
    command = [sys.executable, "-c", ASKING.replace("/quick", HOME), str(port)]
    return [stack.enter_context(subprocess.Popen(command, stdout=subprocess.PIPE, text=True)) for _ in range(2)]


def counted(clients: list[subprocess.Popen[str]]) -> tuple[int, int]:
    """How often they were answered, and how often not."""
    said = [one.communicate(timeout=60)[0].split() for one in clients]
    return sum(int(one[0]) for one in said), sum(int(one[1]) for one in said)
