"""The lowest versions that are declared are true: with just those, the command answers, serves and decides a batch."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.serving import page, served

CASE = {"policy": "licence-desk", "topic": "hwkc-replacement", "aspect": "free", "on": "2026-01-15",
        "facts": {"swa": "active", "system": "sv9500"}}  # fmt: skip


def _run(*words: Path | str, folder: Path) -> str:
    """What the command wrote; it must succeed."""
    run = subprocess.run(list(map(str, words)), cwd=folder, env={**os.environ, "PYTHONPATH": ""},
                         capture_output=True, text=True, check=False)  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


@pytest.fixture(scope="module")
def command(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`policy-assistant` beside the lowest version of each library that it names."""
    venv = tmp_path_factory.mktemp("lowest")
    uv = sys.executable, "-m", "uv"
    _run(*uv, "venv", "--quiet", "--python", sys.executable, venv, folder=root)
    install = "pip", "install", "--quiet", "--python", venv, "--resolution", "lowest-direct"
    # Built apart from everything, the wheel carries no index: this makes one.
    _run(*uv, *install, f"policy-assistant[authors] @ {root.as_uri()}", folder=venv)
    return venv / "bin" / "policy-assistant"


def test_it_answers_and_decides(command: Path, tmp_path: Path) -> None:
    assert _run(command, "ask", "is a new dongle free", folder=tmp_path)
    (tmp_path / "cases.jsonl").write_text(json.dumps(CASE), "utf-8")
    _run(command, "batch", "cases.jsonl", "answers.jsonl", folder=tmp_path)
    assert json.loads((tmp_path / "answers.jsonl").read_text("utf-8"))["verdict"] == "free"


def test_it_serves(command: Path, tmp_path: Path) -> None:
    with served(command, tmp_path, {**os.environ, "PYTHONPATH": ""}) as address:
        assert '<html lang="ja"' in page(f"{address}/ja/licence-desk/hwkc-replacement/")
        case = "licence-desk/hwkc-replacement/free"
        given = "system=sv9500&swa=active&on=2026-01-15"
        answer = page(f"{address}/api/v1/answers/{case}?{given}")
        assert json.loads(answer)["verdict"] == "free"
        assert json.loads(page(f"{address}/api/v1/openapi.json"))["openapi"] == "3.1.0"
