"""A server of its own process on a free port, for tests and pictures that need the real thing."""

import socket
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen


@contextmanager
def served(command: Path, folder: Path | None = None, env: Mapping[str, str] | None = None) -> Iterator[str]:
    """The address of `policy-assistant serve`, started in `folder`, that answers while the context is open."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = str(door.getsockname()[1])
    with subprocess.Popen(
        [str(command), "serve", "--port", port], cwd=folder, env=env, stdout=subprocess.DEVNULL
    ) as server:
        try:
            _await(f"http://127.0.0.1:{port}/en/", server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def _await(address: str, server: subprocess.Popen[bytes]) -> None:
    """Comes back once the address answers. Raises `RuntimeError` where the server ends before that."""
    while server.poll() is None:
        with suppress(URLError, ConnectionError):
            page(address)
            return
        with suppress(subprocess.TimeoutExpired):
            server.wait(0.1)
    raise RuntimeError(f"the server ended with {server.returncode}")


def page(address: str) -> str:
    """The text at an address."""
    with urlopen(address, timeout=60) as response:
        text: bytes = response.read()
        return text.decode()
