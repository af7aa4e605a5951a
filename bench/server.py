"""The server: how soon it answers its first page, and how much memory it then holds, alone and beside another."""

import re
import socket
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from bench.figure import Figure
from bench.process import COMMAND, IMPORTS, LIBRARIES

STARTS = 5
VISIT = "swap-out/onsite-visit/due?level=silver&distance_km=120&state=vic&logged_at=2026-09-24T14:05&on=2026-09-24"
PAGES = ("/en/", "/ja/", "/ja/licence-desk/", "/en/ask?q=is+a+new+dongle+free", f"/en/{VISIT}", f"/ja/{VISIT}")
PEER = "FastAPI and uvicorn with one empty route"
BARE = """
import sys, fastapi, uvicorn
app = fastapi.FastAPI()
app.get("/en/")(lambda: {})
uvicorn.run(app, port=int(sys.argv[2]), log_level="error")
"""


def figures() -> Iterator[Figure]:
    """Readiness and memory, medians of several starts taken in turns with the peers'."""
    starts = [_start() for _ in range(STARTS)]
    ready, imports, held, own, bare = (statistics.median(each) for each in zip(*starts, strict=True))
    yield Figure("serve, until the first page", "s", ready, 1.5, f"python -c '{LIBRARIES}'", imports, by_ratio=True)
    yield Figure("serve, memory after pages in both languages", "MB", held, 100, PEER, bare)
    yield Figure("serve --workers 2, memory of one's own", "MB", own, 60, PEER, bare)


def _start() -> tuple[float, float, float, float, float]:
    """Seconds of ours and of the imports; megabytes of one of ours, of a worker's own, and those of the peer."""
    before = time.perf_counter()
    subprocess.run(IMPORTS, check=True)
    imports = time.perf_counter() - before
    with _served(COMMAND, "serve") as alone:
        alone.visit(PAGES)
        held = alone.memory("Rss")
    with _served(COMMAND, "serve", "--workers", "2") as together:
        together.visit(PAGES * 8)  # the kernel gives some to each
        own = max(one.memory("Private_Clean", "Private_Dirty") for one in together.workers())
    with _served(sys.executable, "-c", BARE) as peer:
        return alone.ready, imports, held, own, peer.memory("Rss")


@dataclass(frozen=True, slots=True)
class Server:
    """A server that has answered its first page: after so many seconds."""

    address: str
    process: int
    ready: float

    def visit(self, pages: tuple[str, ...]) -> None:
        """Asks for pages. Raises `SystemExit` where one is not answered."""
        if unanswered := [page for page in pages if not _answers(self.address + page)]:
            raise SystemExit(f"not answered: {unanswered}")

    def workers(self) -> list["Server"]:
        """Those that answer, where it only looks after them."""
        found = [self.process]
        for _ in range(2):
            lists = (Path(f"/proc/{one}/task/{one}/children").read_text("utf-8") for one in found)
            found = [int(number) for one in lists for number in one.split()]
        return [replace(self, process=one) for one in found]

    def memory(self, *kinds: str) -> float:
        """Megabytes of these kinds, as the kernel counts them."""
        said = Path(f"/proc/{self.process}/smaps_rollup").read_text("utf-8")
        return sum(int(size) for kind, size in re.findall(r"(\w+): +(\d+) kB", said) if kind in kinds) * 1024 / 1e6


@contextmanager
def _served(*command: str) -> Iterator[Server]:
    """A server on a free port, given as its last words, that answers while the context is open."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    start, address = time.perf_counter(), f"http://127.0.0.1:{port}"
    with subprocess.Popen([*command, "--port", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as one:
        try:
            while not _answers(address + PAGES[0]):
                if one.poll() is not None or time.perf_counter() - start > 60:
                    raise SystemExit(f"{command[0]} did not serve")
                time.sleep(0.005)
            yield Server(address, one.pid, time.perf_counter() - start)
        finally:
            one.terminate()


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=10) as response:  # noqa: S310 (our own server)
            return bool(response.read())
    except (urllib.error.URLError, ConnectionError):
        return False
