"""The server: how soon it answers its first page, and how much memory it then holds."""

import re
import socket
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from bench.figure import Figure
from bench.process import COMMAND

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
    """Readiness and memory, medians of several starts taken in turns with the peer's."""
    starts = [
        (*_served(PAGES, COMMAND, "serve"), *_served(PAGES[:1], sys.executable, "-c", BARE)) for _ in range(STARTS)
    ]
    ready, memory, peer_ready, peer_memory = (statistics.median(each) for each in zip(*starts, strict=True))
    yield Figure("serve, until the first page", "s", ready, 2, PEER, peer_ready)
    yield Figure("serve, memory after pages in both languages", "MB", memory, 120, PEER, peer_memory)


def _served(pages: tuple[str, ...], *command: str) -> tuple[float, float]:
    """Seconds until the first page is answered, and megabytes held after all of them."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    start = time.perf_counter()
    with subprocess.Popen([*command, "--port", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as one:
        try:
            while not _answers(f"http://127.0.0.1:{port}{pages[0]}"):
                if one.poll() is not None or time.perf_counter() - start > 60:
                    raise SystemExit(f"{command[0]} did not serve")
                time.sleep(0.005)
            ready = time.perf_counter() - start
            if unanswered := [page for page in pages if not _answers(f"http://127.0.0.1:{port}{page}")]:
                raise SystemExit(f"not answered: {unanswered}")
            return ready, _resident(one.pid)
        finally:
            one.terminate()


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=10) as response:  # noqa: S310 (our own server)
            return bool(response.read())
    except (urllib.error.URLError, ConnectionError):
        return False


def _resident(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text("utf-8")
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    return int(found[1]) * 1024 / 1e6 if found else float("nan")
