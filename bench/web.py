"""
How many pages a second: the answer page asked for again, and made anew, each beside a bare peer (needs wrk).

A second is one of the server's processor: what a server of one process does on a machine with nothing else to do, and
what neighbours on the same cores hardly change.
"""

import datetime as dt
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

from bench.bare import PATH, QUERY
from bench.figure import Figure
from bench.process import COMMAND

ROUNDS, SECONDS = 15, 1
FIRST_DAY, DAYS = dt.date(2024, 11, 14), 500
SYSTEMS = ("sv9500", "sv9300", "sl2100", "sv9100-cp20")
SCRIPT = """
local paths = {%s}
local at = 0
request = function()
  at = at %% #paths + 1
  return wrk.format("GET", paths[at])
end
"""
STARLETTE = "Starlette sending the same bytes"
JINJA = "FastAPI and Jinja2 filling the same template from a context that is ready"


def figures() -> Iterator[Figure]:
    """Both figures; none where wrk is not installed, which is said."""
    if shutil.which("wrk") is None:
        print("wrk is not installed: pages a second are not measured", file=sys.stderr)
        return
    with ExitStack() as stack:
        ours = stack.enter_context(_served(COMMAND, "serve", "--port"))
        bare, filled = (
            stack.enter_context(_served(sys.executable, "-m", "bench.bare", kind)) for kind in ("starlette", "jinja")
        )
        fresh = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "fresh.lua"
        fresh.write_text(SCRIPT % ",".join(f'"{path}"' for path in _addresses()), "utf-8")
        same = f"{PATH}?{QUERY}"
        tag = _tag(ours.address + same)
        rounds = [
            (_rate(ours, same, "-H", f"If-None-Match: {tag}"), _rate(bare, same),
             _rate(ours, same, "-s", str(fresh)), _rate(filled, same))
            for _ in range(ROUNDS)
        ]  # fmt: skip
    kept, plain, made, template = (statistics.median(each) for each in zip(*rounds, strict=True))
    yield Figure("answer page, asked for again", "pages/s", kept, 0.6, STARLETTE, plain, True, True)
    yield Figure("answer page, made anew", "pages/s", made, 0.7, JINJA, template, True, True)


def _addresses() -> Iterator[str]:
    """Answers, each another."""
    for number in range(DAYS):
        for system in SYSTEMS:
            for swa in ("active", "none"):
                yield f"{PATH}?system={system}&swa={swa}&on={FIRST_DAY + dt.timedelta(days=number)}"


class Server(NamedTuple):
    """A server's address and process."""

    address: str
    process: int

    def seconds(self) -> float:
        """The processor time that it has taken so far, as the kernel counts it."""
        fields = Path(f"/proc/{self.process}/stat").read_text("utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def _served(*command: str) -> Iterator[Server]:
    """A server that answers while the context is open; its port is the command's last word."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    with subprocess.Popen([*command, str(port)], stdout=subprocess.DEVNULL) as server:
        try:
            until = time.monotonic() + 60
            while not _answers(f"{address}{PATH}?{QUERY}"):
                if server.poll() is not None or time.monotonic() > until:
                    raise SystemExit(f"{command} did not serve")
                time.sleep(0.05)
            yield Server(address, server.pid)
        finally:
            server.terminate()


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=10) as response:  # noqa: S310 (our own server)
            return bool(response.status == 200 and response.geturl() == address)
    except (urllib.error.URLError, ConnectionError):
        return False


def _tag(address: str) -> str:
    with urllib.request.urlopen(address, timeout=10) as response:  # noqa: S310 (our own server)
        return str(response.headers["etag"])


def _rate(server: Server, path: str, *extra: str) -> float:
    """Pages a second of the server's processor, over four connections."""
    command = ["wrk", "-t1", "-c4", f"-d{SECONDS}s", *extra, server.address + path]
    before = server.seconds()
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = re.search(r"(\d+) requests in", said)
    if found is None or "Non-2xx" in said or "Socket errors" in said:
        raise SystemExit(f"not every page was answered: {said}")
    return int(found[1]) / (server.seconds() - before)
