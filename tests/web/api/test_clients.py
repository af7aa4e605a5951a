"""Clients that three generators make from the description: their types fit, and they call every operation."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import copy

import pytest
from starlette.applications import Starlette

from tests.client import TestClient
from tests.site import listening

CALLED = {
    "list_policies": ["desknets-web-meeting", "licence-desk", "swap-out"],
    "read_policy": ["system", "swa"],
    "match_question": "hwkc-replacement",
    "decide_case": ["free", "2026年3月31日（火）まで無料です。"],
    "decide_cases": [[1, "needs", "swa"], ["b", "invalid", None]],
    "refused": [422, ["swa"]],
}
"""What each operation says to what the clients ask."""


@pytest.fixture(scope="module")
def address(app: Starlette) -> Iterator[str]:
    """A server to ask."""
    with listening(app) as address:
        yield address


@pytest.fixture
def document(client: TestClient, tmp_path: Path) -> Path:
    """The description in a file, as generators read it."""
    path = tmp_path / "openapi.json"
    path.write_bytes(client.get("/api/v1/openapi.json").content)
    return path


@pytest.fixture(scope="module")
def made(root: Path) -> Path:
    """Where the generators are, and what they need: `make .venv/clients/installed`."""
    return root / ".venv" / "clients"


def _run(made: Path, folder: Path, *words: object) -> str:
    """What a command wrote; it must succeed."""
    path = os.pathsep.join([str(made / "bin"), str(made / "node_modules" / ".bin"), os.environ["PATH"]])
    run = subprocess.run(list(map(str, words)), cwd=folder, env={**os.environ, "PATH": path, "PYTHONPATH": ""},
                         capture_output=True, text=True, check=False)  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


def _check(said: str, client: TestClient) -> None:
    told = json.loads(said)
    operations = client.get("/api/v1/openapi.json").json()["paths"].values()
    assert told.keys() == {one["operationId"] for path in operations for one in path.values()} | {"refused"}
    topics, changes = (client.get(f"/api/v1/{name}").json() for name in ("topics", "policies/licence-desk/changes"))
    assert told == {**CALLED, "list_topics": len(topics), "list_changes": [one["edition"] for one in changes]}


@pytest.mark.parametrize(
    ("generator", "caller"),
    [
        (("openapi-python-client", "generate", "--meta", "none", "--output-path", "made", "--path"), "attrs_client.py"),
        (("openapi-generator-cli", "generate", "-g", "python", "--package-name", "made", "-i"), "pydantic_client.py"),
    ],
    ids=lambda one: one[0] if isinstance(one, tuple) else "",
)
def test_a_python_client(
    root: Path, made: Path, document: Path, address: str, client: TestClient, generator: tuple[str, ...], caller: str
) -> None:
    folder = document.parent
    _run(made, folder, made / "bin" / generator[0], *generator[1:], document)
    copy(root / "tests" / "clients" / caller, folder)
    mypy = sys.executable, "-m", "mypy", "--strict", "--python-executable", made / "bin" / "python"
    _run(made, folder, *mypy, "--follow-imports", "silent", "--config-file", "", "--cache-dir", made / "mypy", caller)
    _check(_run(made, folder, made / "bin" / "python", caller, address), client)


def test_a_typescript_client(root: Path, made: Path, document: Path, address: str, client: TestClient) -> None:
    folder = document.parent
    for name in ("package.json", "tsconfig.json", "typed_client.ts"):
        copy(root / "tests" / "clients" / name, folder)
    (folder / "node_modules").symlink_to(made / "node_modules")
    _run(made, folder, "openapi-typescript", document, "--output", "made.d.ts")
    _run(made, folder, "tsc")
    _check(_run(made, folder, made / "bin" / "node", "typed_client.ts", address), client)
