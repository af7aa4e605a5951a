"""
The built wheel: installed alone into an empty environment, it answers and serves from an empty folder; with each Python
that is declared and stands on this machine.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path
from urllib.error import HTTPError

import pytest
from mcp.client.client import Client
from mcp.client.stdio import StdioServerParameters

from tests.conftest import ROOT
from tests.mcp.test_server import conversation
from tests.serving import page, served
from tests.test_layers import imports


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from the repository."""
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder, folder=root)
    return next(folder.glob("*.whl"))


def _pythons() -> dict[str, str]:
    """This Python, and of the other versions that the metadata name each one that stands on this machine."""
    own = ".".join(map(str, sys.version_info[:2]))
    named = re.findall(r":: (3\.\d+)\"", (ROOT / "pyproject.toml").read_text("utf-8"))
    of_pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"), "versions")
    beside = {
        name: [shutil.which(f"python{name}"), *map(str, sorted(of_pyenv.glob(f"{name}.*/bin/python")))]
        for name in named
        if name != own
    }
    starting = {name: [path for path in paths if path and _starts(path)] for name, paths in beside.items()}
    return {own: sys.executable} | {name: paths[0] for name, paths in starting.items() if paths}


def _starts(python: str) -> bool:
    """A name that leads to no Python, as pyenv leaves them, is none."""
    return subprocess.run([python, "-c", "import venv"], capture_output=True, check=False).returncode == 0


PYTHONS = _pythons()


@pytest.fixture(scope="module", params=PYTHONS)
def command(root: Path, wheel: Path, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """`policy-assistant` as the wheel and the constraints install it into an empty environment."""
    venv = tmp_path_factory.mktemp("venv")
    _run(PYTHONS[request.param], "-m", "venv", "--without-pip", venv, folder=venv)
    _install(root, venv, str(wheel))
    return venv / "bin" / "policy-assistant"


def _install(root: Path, venv: Path, wanted: str) -> None:
    _run(
        sys.executable, "-m", "uv", "pip", "install", "--quiet", "--python", venv,
        "--constraint", root / "constraints.txt", wanted, folder=venv,
    )  # fmt: skip


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


def _carried(wheel: Path, folder: str) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        start = f"assistant/bundled/{folder}/"
        return {name.removeprefix(start) for name in archive.namelist() if name.startswith(start)}


@pytest.mark.parametrize("folder", ["content", "locales"])
def test_the_wheel_carries_every_file(root: Path, wheel: Path, folder: str) -> None:
    held = {path.relative_to(root / folder).as_posix() for path in (root / folder).rglob("*") if path.is_file()}
    assert held
    assert held - _carried(wheel, folder) == set()


def test_the_wheel_carries_everything_compiled(root: Path, wheel: Path) -> None:
    parts = {name.split(".")[0] for name in _carried(wheel, "library")}
    policies = {f"policy-{path.parent.name}" for path in (root / "content").glob("*/policy.yaml")}
    texts = {f"texts-{path.parent.name}" for path in (root / "locales").glob("*/language.yaml")}
    assert parts == {"grammar", "index", "languages", "lexis", "words", *policies, *texts}


def test_the_manual_page_is_installed(command: Path) -> None:
    page = command.parents[1] / "share" / "man" / "man1" / "policy-assistant.1"
    assert page.read_text("utf-8").startswith('.TH "POLICY-ASSISTANT"')


@pytest.mark.parametrize("language", ["en", "ja"])
def test_it_decides(command: Path, bare: dict[str, str], tmp_path: Path, language: str) -> None:
    case = ["licence-desk/hwkc-replacement/free", "swa=active", "system=sv9500", "--on", "2026-01-15"]
    env = {**bare, "XDG_CACHE_HOME": str(tmp_path / "cache")}
    answer = json.loads(_run(command, "decide", *case, "--json", "--lang", language, folder=tmp_path, env=env))
    assert (answer["status"], answer["verdict"]) == ("answered", "free")
    assert _run(command, "ask", "is a new dongle free", "--lang", language, folder=tmp_path, env=env)
    # What is compiled came with the wheel: nothing had to be made.
    assert list(tmp_path.iterdir()) == []


def test_it_serves_both_languages(command: Path, bare: dict[str, str], tmp_path: Path) -> None:
    assert not list(command.parents[1].glob("lib/python3*/site-packages/numpy"))
    with served(command, tmp_path, bare) as address:
        assert json.loads(page(f"{address}/api/v1/match?q=is+a+new+dongle+free"))["matches"]
        for language in ("en", "ja"):
            assert f'<html lang="{language}"' in page(f"{address}/{language}/")
            assert f'<html lang="{language}"' in page(f"{address}/{language}/swap-out/")


def test_without_what_authors_use_it_says_what_to_install_once_phrases_change(
    root: Path, command: Path, bare: dict[str, str], tmp_path: Path
) -> None:
    locales = shutil.copytree(root / "locales", tmp_path / "locales")
    phrases = locales / "en" / "questions.po"
    phrases.write_text(phrases.read_text("utf-8").replace("dongle", "key carrier"), "utf-8")
    env = {**bare, "POLICY_ASSISTANT_LOCALES": str(locales), "POLICY_ASSISTANT_LIBRARY": str(tmp_path / "library")}
    for language, said in (("en", "needs NumPy"), ("ja", "NumPyが必要")):
        for words in (["ask", "is a new dongle free"], ["serve", "--preview", "--port", "0"]):
            run = subprocess.run(
                [command, *words], env={**env, "LANG": language}, capture_output=True, text=True, check=False
            )
            assert (run.returncode, run.stdout) == (2, "")
            assert said in run.stderr
            assert "pip install 'policy-assistant[authors]'" in run.stderr
            assert "Traceback" not in run.stderr
    with served(command, tmp_path, env) as address:
        for language in ("en", "ja"):
            assert f'<html lang="{language}"' in page(f"{address}/{language}/swap-out/")
        # Whoever asks waits for what is tried in the background.
        for path, told in (("en/ask?q=dongle", ""), ("ja/ask?q=dongle", ""), ("readyz", "needs NumPy")):
            with pytest.raises(HTTPError) as refused:
                page(f"{address}/{path}")
            assert refused.value.code == 503
            assert told in refused.value.read().decode()


def test_with_its_extra_it_serves_assistants(root: Path, wheel: Path, command: Path, tmp_path: Path) -> None:
    _install(root, command.parents[1], f"policy-assistant[mcp] @ {wheel.as_uri()}")

    async def talk(client: Client) -> None:
        said = await client.call_tool("find_topic", {"question": "Is a new dongle free?"})
        assert not said.is_error

    conversation(StdioServerParameters(command=str(command), args=["mcp"], cwd=tmp_path), "auto", talk)


@pytest.mark.parametrize("command", [next(iter(PYTHONS))], indirect=True)
def test_what_an_image_leaves_out_is_missed_by_nothing(
    root: Path, command: Path, bare: dict[str, str], tmp_path: Path
) -> None:
    packages = next(command.parents[1].glob("lib/python3*/site-packages"))
    before = len(list(packages.rglob("*")))
    _run(root / "deploy/slim", command.parents[1], folder=tmp_path)
    assert len(list(packages.rglob("*"))) < before * 0.8
    visit = ["swap-out/onsite-visit/due", "level=gold", "fault=unit", "distance_km=20", "state=nsw"]
    visit += ["logged_at=2026-12-24T14:00"]
    for language, holiday in (("en", "Christmas Day"), ("ja", "クリスマス")):
        assert holiday in _run(command, "decide", *visit, "--lang", language, folder=tmp_path, env=bare)
        assert _run(command, "ask", "is a new dongle free", "--lang", language, folder=tmp_path, env=bare)


EXTRAS = ("authors", "cluster", "documents", "mcp", "parquet", "store")


def test_exactly_what_is_imported_is_declared(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    extras = (each for name in EXTRAS for each in project["optional-dependencies"][name])
    wanted = [*project["dependencies"], *extras]
    declared = {_plain(re.split(r"[<>=\[]", each)[0]) for each in wanted}
    modules = {module.split(".")[0] for others in imports(root / "assistant").values() for module in others}
    homes = packages_distributions()
    needed = {_plain(homes[module][0]) for module in modules - sys.stdlib_module_names - {"assistant"}}
    brought, read_by_others = {"anyio", "markupsafe", "mcp-types", "pydantic-core"}, {"tzdata", "httptools", "psycopg"}
    assert needed - brought == declared - read_by_others
    explained = (root / "docs/decisions/0007-dependencies.md").read_text("utf-8").lower()
    assert [name for name in sorted(declared) if name not in explained] == []


def _plain(distribution: str) -> str:
    return distribution.lower().replace("_", "-")
