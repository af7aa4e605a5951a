"""A PostgreSQL of our own from the system's package, in a folder of its own, that can be crashed and started again."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from tests.serving import free_port

USER = "postgres"
"""Who runs it where we are root, which it refuses to be."""


def programs() -> Path:
    """The folder of its programs. Raises `FileNotFoundError` that says what to install."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"), key=lambda path: float(path.parts[4]))
    if not found:
        raise FileNotFoundError("The tests of the store need PostgreSQL: install the package postgresql.")
    return found[-1].parent


@dataclass(frozen=True, slots=True)
class Cluster:
    """A server on a free port of this machine, with a database that is empty."""

    folder: Path
    port: int

    @property
    def url(self) -> str:
        """The address of its database."""
        return f"postgresql://assistant@127.0.0.1:{self.port}/postgres"

    def start(self) -> None:
        """Comes back once it answers."""
        said = f"-c listen_addresses=127.0.0.1 -c port={self.port} -c unix_socket_directories={self.folder}"
        self.run("pg_ctl", "-w", "-D", f"{self.folder}/data", "-l", f"{self.folder}/log", "-o", said, "start")

    def stop(self, mode: str = "fast") -> None:
        """Ends it; `immediate` as a crash does."""
        self.run("pg_ctl", "-w", "-D", f"{self.folder}/data", "-m", mode, "stop")

    def make(self) -> None:
        """Makes its files."""
        self.run("initdb", "-D", f"{self.folder}/data", "-U", "assistant", "-A", "trust", "-E", "UTF8", "--locale=C")

    def run(self, program: str, *arguments: str) -> None:
        """One of its programs, as whoever runs it."""
        user = USER if os.getuid() == 0 else None
        command = [str(programs() / program), *arguments]
        subprocess.run(command, check=True, user=user, cwd=self.folder, stdout=subprocess.DEVNULL, timeout=60)


@contextmanager
def cluster() -> Iterator[Cluster]:
    """One that runs as long as the context is open."""
    folder = Path(mkdtemp(prefix="store-postgresql-"))
    if os.getuid() == 0:
        shutil.chown(folder, USER)
    made = Cluster(folder, free_port())
    try:
        made.make()
        made.start()
        yield made
        made.stop("immediate")
    finally:
        shutil.rmtree(folder)
