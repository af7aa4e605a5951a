"""A server of its own process on a free port, for tests and pictures that need the real thing."""

import random
import socket
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

LENT_FROM = 32_768
"""The first port that the kernel lends to whoever asks somebody else, by itself and on Linux."""


def free_port() -> int:
    """
    A port that nobody has, below those that the kernel lends: a server that is started on it later, or anew, does not
    find that somebody has borrowed it meanwhile.
    """
    while True:
        with suppress(OSError), socket.create_server(("127.0.0.1", random.randrange(10_000, LENT_FROM))) as door:  # noqa: S311
            port: int = door.getsockname()[1]
            return port


@contextmanager
def served(command: Path, folder: Path | None = None, env: Mapping[str, str] | None = None) -> Iterator[str]:
    """The address of `policy-assistant serve`, started in `folder`, that answers while the context is open."""
    port = str(free_port())
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
    with urlopen(address, timeout=300) as response:
        text: bytes = response.read()
        return text.decode()
