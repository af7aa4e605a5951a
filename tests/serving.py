"""A server of its own process on a free port, for tests and pictures that need the real thing."""

import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

READY_SECONDS = 30


@contextmanager
def served(command: Path, folder: Path | None = None, env: Mapping[str, str] | None = None) -> Iterator[str]:
    """The address of `policy-assistant serve`, started in `folder`, that answers while the context is open."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = str(door.getsockname()[1])
    with subprocess.Popen([str(command), "serve", "--port", port], cwd=folder, env=env) as server:
        try:
            _await(f"http://127.0.0.1:{port}/en/", server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(READY_SECONDS)


def _await(address: str, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + READY_SECONDS
    while True:
        try:
            page(address)
            return
        except (URLError, ConnectionError):
            if server.poll() is not None or time.monotonic() > deadline:
                raise
            time.sleep(0.1)


def page(address: str) -> str:
    """The text at an address."""
    with urlopen(address, timeout=10) as response:
        text: bytes = response.read()
        return text.decode()
