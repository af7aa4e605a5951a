"""The lowest versions that are declared are true: with just those, the command answers, serves and decides a batch."""

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from assistant import __version__
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


def test_each_library_stands_at_the_bound_that_is_declared(command: Path, root: Path) -> None:
    declared = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [re.fullmatch(r"([\w-]+)>=([\d.]+).*", one) for one in
              (*declared["dependencies"], *declared["optional-dependencies"]["authors"])]  # fmt: skip
    listed = _run(sys.executable, "-m", "uv", "pip", "freeze", "--python", command.parent / "python", folder=root)
    found = dict(line.lower().split("==") for line in listed.splitlines() if "==" in line)
    assert all(wanted), "each names the least version that it needs"
    bounds = {one[1].lower(): one[2] for one in wanted if one}
    assert {name: found[name] for name in bounds if not f"{found[name]}.".startswith(f"{bounds[name]}.")} == {}


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


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--version",), __version__),
        (("-h",), "match-batch"),
        (
            ("decide", "licence-desk/hwkc-replacement/free", "system=sv9500", "swa=active", "--on", "2026-01-15"),
            "SV9500",
        ),
        (("draw", "licence-desk/hwkc-replacement"), "flowchart"),
        (("i18n", "stats"), "policy-licence-desk"),
        (("dossier", "desknets-web-meeting"), "<html"),
    ],
)
def test_each_kind_of_command_runs(command: Path, tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    assert said in _run(command, *words, folder=tmp_path)


def test_answers_are_passed_on(command: Path, tmp_path: Path) -> None:
    asked = "licence-desk/hwkc-replacement/free", "system=sv9500&swa=active&on=2026-01-15"
    with served(command, tmp_path, {**os.environ, "PYTHONPATH": ""}) as address:
        forms = {form: page(f"{address}/en/{asked[0]}{form}?{asked[1]}") for form in (".md", ".html", "/code.svg")}
    assert ("- **System** SV9500" in forms[".md"], "<strong>System</strong> SV9500" in forms[".html"]) == (True, True)
    assert "<svg" in forms["/code.svg"]
