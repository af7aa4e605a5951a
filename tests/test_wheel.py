"""The built wheel: installed alone into an empty environment, it answers and serves from an empty folder."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

READY_SECONDS = 30


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from the repository."""
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder, folder=root)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def command(root: Path, wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`policy-assistant` as the wheel and the constraints install it into an empty environment."""
    venv = tmp_path_factory.mktemp("venv")
    _run(sys.executable, "-m", "venv", venv, folder=venv)
    _run(venv / "bin" / "pip", "install", "--constraint", root / "constraints.txt", wheel, folder=venv)
    return venv / "bin" / "policy-assistant"


def _run(*words: Path | str, folder: Path, env: dict[str, str] | None = None) -> str:
    """What the command wrote; it must succeed."""
    run = subprocess.run(list(map(str, words)), cwd=folder, env=env, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


@pytest.fixture
def bare() -> dict[str, str]:
    """An environment that says nothing about this repository."""
    wanted = {"PATH", "HOME", "LANG", "TMPDIR"}
    return {name: value for name, value in os.environ.items() if name in wanted}


@pytest.fixture
def served(command: Path, bare: dict[str, str], tmp_path: Path) -> Iterator[str]:
    """The address of a server that was started in an empty folder; it must stop when told to."""
    port = _free_port()
    started = [str(command), "serve", "--port", str(port)]
    with subprocess.Popen(started, cwd=tmp_path, env=bare, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as server:
        try:
            yield _when_ready(f"http://127.0.0.1:{port}", server)
        finally:
            server.terminate()
            server.communicate(timeout=READY_SECONDS)


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
        return port


def _when_ready(address: str, server: subprocess.Popen[bytes]) -> str:
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            _page(f"{address}/en/")
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
        else:
            return address
    raise AssertionError(f"not ready within {READY_SECONDS} s (exit code {server.poll()})")


def _page(address: str) -> str:
    with urllib.request.urlopen(address, timeout=5) as response:  # noqa: S310 (our own server)
        text: bytes = response.read()
        return text.decode()


def _carried(wheel: Path, folder: str) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        start = f"assistant/bundled/{folder}/"
        return {name.removeprefix(start) for name in archive.namelist() if name.startswith(start)}


@pytest.mark.parametrize("folder", ["content", "locales"])
def test_the_wheel_carries_every_file(root: Path, wheel: Path, folder: str) -> None:
    held = {path.relative_to(root / folder).as_posix() for path in (root / folder).rglob("*") if path.is_file()}
    assert held
    assert held - _carried(wheel, folder) == set()


@pytest.mark.parametrize("language", ["en", "ja"])
def test_it_decides(command: Path, bare: dict[str, str], tmp_path: Path, language: str) -> None:
    case = ["licence-desk/hwkc-replacement/free", "swa=active", "system=sv9500", "--on", "2026-01-15"]
    answer = json.loads(_run(command, "decide", *case, "--json", "--lang", language, folder=tmp_path, env=bare))
    assert (answer["status"], answer["verdict"]) == ("answered", "free")
    assert list(tmp_path.iterdir()) == []


def test_it_serves_both_languages(served: str) -> None:
    for language in ("en", "ja"):
        assert f'<html lang="{language}"' in _page(f"{served}/{language}/")
        assert f'<html lang="{language}"' in _page(f"{served}/{language}/swap-out/")
