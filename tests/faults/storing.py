"""A server with a store, people who reply and read, and what is done to the store meanwhile."""

import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from threading import Event, Thread
from urllib.parse import urlencode

import psycopg

from assistant.settings import Settings
from assistant.store.opening import open_store
from assistant.store.records import new_key
from tests.conftest import ROOT
from tests.serving import free_port
from tests.store.postgres import Cluster

ANSWER = "/en/licence-desk/hwkc-replacement/free?system=sv9500&swa=active&on=2026-01-15"
SAID = {"policy": "licence-desk", "topic": "hwkc-replacement", "aspect": "free", "edition": "0", "answered": "yes"}
CLIENTS, LASTS = 3, 1.5
"""People who reply one reply after the other, and seconds that a fault lasts."""
BETWEEN = 0.05
"""Seconds between two requests of a person."""
RIGHTS = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search")
"""Takes from root what lets it write what is read-only."""


@dataclass
class Found:
    """The keys of what was acknowledged, pages that failed, and the seconds until a reply was stored again."""

    acknowledged: set[str] = field(default_factory=set)
    refused: int = 0
    failed: list[str] = field(default_factory=list)
    slowest: float = 0
    back: float = 0


class Server:
    """A server of its own process with a store at a place."""

    def __init__(self, place: str) -> None:
        self.place = place
        self.port = free_port()
        self.process = self._started()

    def _started(self) -> subprocess.Popen[bytes]:
        rights = RIGHTS if os.getuid() == 0 else ()
        command = [*rights, sys.executable, "-m", "assistant", "serve", "--port", str(self.port)]
        process = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, "POLICY_ASSISTANT_STORE": self.place},
            stdout=subprocess.DEVNULL,
        )  # fmt: skip
        until(lambda: self.ask("GET", "/readyz") == 200 and process.poll() is None, 600)
        return process

    def kill(self) -> None:
        """Kills it, and starts another in its place."""
        self.process.kill()
        self.process.wait()
        self.process = self._started()

    def limit(self, size: int) -> None:
        """No file of it may be larger than so many bytes; none is where that is -1."""
        hard = resource.prlimit(self.process.pid, resource.RLIMIT_FSIZE)[1]
        resource.prlimit(self.process.pid, resource.RLIMIT_FSIZE, (size, hard))

    def end(self) -> None:
        """Ends it."""
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()

    def ask(self, method: str, path: str, body: str = "", client: int = 0) -> int:
        """The status of an answer; 0 where there is none."""
        headers = {"X-Forwarded-For": f"10.{client >> 16 & 255}.{client >> 8 & 255}.{client & 255}"}
        if body:
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}
        with suppress(OSError, HTTPException), closing(HTTPConnection("127.0.0.1", self.port, timeout=300)) as asked:
            asked.request(method, path, body or None, headers)
            response = asked.getresponse()
            response.read()
            return response.status
        return 0

    def reply(self, client: int) -> tuple[str, int]:
        """Sends a reply as somebody of his own; its key, and the status."""
        key = new_key()
        return key, self.ask("POST", "/en/feedback", urlencode({**SAID, "key": key}), client)

    def kept(self) -> set[str]:
        """The keys of what the store holds."""
        return {one.key for one in open_store(Settings(store=self.place)).read().opinions}


def until(true: Callable[[], bool], seconds: float) -> float:
    """Waits until it is true; how many seconds that took. Raises `TimeoutError` where it takes longer than this."""
    start = time.monotonic()
    while not true():
        if time.monotonic() - start > seconds:
            raise TimeoutError(f"not within {seconds} seconds")
        time.sleep(0.05)
    return time.monotonic() - start


@contextmanager
def running(place: str) -> Iterator[Server]:
    """A server, as long as the context is open."""
    server = Server(place)
    try:
        yield server
    finally:
        server.end()


def suffered(server: Server, fault: Callable[[Server], None], seed: int = 0) -> Found:
    """What comes of a fault that begins and ends while people reply and read."""
    found, stop = Found(), Event()

    def reply(number: int) -> None:
        client = seed + number * 5_000
        while not stop.is_set():
            client += 1
            key, status = server.reply(client)
            if status == 200:
                found.acknowledged.add(key)
            else:
                found.refused += 1
            stop.wait(BETWEEN)

    def read() -> None:
        while not stop.is_set():
            for path in (ANSWER, "/ja/", "/en/privacy"):
                start = time.monotonic()
                status = server.ask("GET", path)
                if status != 200:
                    found.failed.append(f"{path}: {status}")
                found.slowest = max(found.slowest, time.monotonic() - start)
                stop.wait(BETWEEN)

    threads = [Thread(target=reply, args=(number,)) for number in range(CLIENTS)] + [Thread(target=read)]
    for one in threads:
        one.start()
    time.sleep(0.5)
    fault(server)
    found.back = until(lambda: server.reply(seed + 40_000)[1] == 200, 600)
    time.sleep(0.3)
    stop.set()
    for one in threads:
        one.join()
    return found


def killed(server: Server) -> None:
    """The server is killed, and started anew."""
    server.kill()


def gone(server: Server) -> None:
    """The folder of the store is taken away for a while."""
    folder = Path(server.place).parent
    folder.rename(folder.with_name("elsewhere"))
    time.sleep(LASTS)
    folder.with_name("elsewhere").rename(folder)


def locked(server: Server) -> None:
    """Somebody else holds the store's lock for longer than it is waited for."""
    with closing(sqlite3.connect(server.place, isolation_level=None)) as other:
        other.execute("PRAGMA busy_timeout=10000")
        other.execute("BEGIN EXCLUSIVE")
        time.sleep(LASTS + 2)
        other.execute("ROLLBACK")


def read_only(server: Server) -> None:
    """Neither the file nor its folder may be written to."""
    file = Path(server.place)
    file.chmod(0o400)
    file.parent.chmod(0o500)
    time.sleep(LASTS)
    file.parent.chmod(0o700)
    file.chmod(0o600)


def full(server: Server) -> None:
    """No file can grow."""
    server.limit(4096)
    time.sleep(LASTS)
    server.limit(-1)


IN_A_FILE = (killed, gone, locked, read_only, full)


def on_a_server(cluster: Cluster) -> tuple[Callable[[Server], None], ...]:
    """What can be done to a store in PostgreSQL."""

    def crashed(server: Server) -> None:
        """PostgreSQL ends as in a crash, and comes back."""
        cluster.stop("immediate")
        time.sleep(LASTS)
        cluster.start()

    def held(server: Server) -> None:
        """Somebody else holds a table for longer than it is waited for."""
        with psycopg.connect(cluster.url) as other:
            other.execute("LOCK TABLE assistant_opinions IN ACCESS EXCLUSIVE MODE")
            time.sleep(LASTS + 2)

    def refusing(server: Server) -> None:
        """The database may only be read."""
        for value in ("on", "off"):
            with psycopg.connect(cluster.url, autocommit=True) as other:
                other.execute("SET default_transaction_read_only = off")
                other.execute(f"ALTER DATABASE postgres SET default_transaction_read_only = {value}")
            time.sleep(LASTS if value == "on" else 0)

    return killed, crashed, held, refusing


def made(folder: Path) -> str:
    """The place of a store in a folder of its own below this one, which is emptied."""
    shutil.rmtree(folder / "store", ignore_errors=True)
    (folder / "store").mkdir(mode=0o700)
    return str(folder / "store" / "store.db")


def wrong(fault: Callable[[Server], None], found: Found, held: set[str]) -> list[str]:
    """What is not as it must be; pages may go unanswered where the server itself is killed."""
    lost, name = found.acknowledged - held, fault.__name__
    return [
        *([f"{name}: {len(lost)} acknowledged replies are lost"] if lost else []),
        *([f"{name}: {found.failed[:3]}"] if found.failed and fault is not killed else []),
        *([f"{name}: nothing was acknowledged"] if not found.acknowledged else []),
        *([f"{name}: nothing was refused"] if not found.refused else []),
    ]
