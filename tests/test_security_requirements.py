"""The table of requirements of security is whole, and what it names is there; and what it says of the code holds."""

import ast
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import ROOT

TABLE = ROOT / "docs" / "security-requirements.md"
LISTED = ROOT / "tests" / "asvs-5.0.txt"
"""The ids of OWASP ASVS 5.0.0 of levels 1 and 2, each with its level."""
OPEN, BESIDE = "not met: ", "not applicable: "
ELSEWHERE = {
    "aiohttp", "ftplib", "http.client", "httpx", "httpx2", "imaplib", "requests", "smtplib", "urllib.request",
    "urllib3", "xmlrpc.client",
}  # fmt: skip
"""Modules with which a program asks others over a network."""
RUNS = {"__import__", "compile", "eval", "exec"}
UNPACKS = {"dill", "jsonpickle", "marshal", "pickle", "shelve"}
MARKUP = re.compile(
    r"\b(?:innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|document\.write|eval|Function|postMessage"
    r"|localStorage|sessionStorage|indexedDB|cookie|__proto__)\b"
)


class Row(NamedTuple):
    """A line of the table: the requirements that it is about, and what shows that they are met, or why not."""

    ids: list[str]
    shown: str


def rows(text: str) -> list[Row]:
    """The lines of every table of requirements."""
    lines = [[cell.strip() for cell in line.split("|")[1:-1]] for line in text.splitlines() if line.startswith("| V")]
    return [Row(re.findall(r"V[0-9]+\.[0-9]+\.[0-9]+", cells[0]), cells[-1]) for cells in lines]


def missing(shown: str, root: Path) -> list[str]:
    """What a line names that is not there; the line itself where it names nothing."""
    if shown.startswith((OPEN, BESIDE)):
        return [] if len(shown) > len(BESIDE) + 10 else [shown]
    named = re.findall(r"`([^` ]+/[^` ]+|[^` ]+\.[a-z]+)`", shown)
    return [one for one in named if not _there(root, *one.split("::"))] if named else [shown]


def _there(root: Path, name: str, test: str | None = None) -> bool:
    path = root / name
    if not path.is_file() or path.name.startswith("test_") != (test is not None):
        return False
    return test is None or test in {node.name for node in ast.walk(_tree(path)) if isinstance(node, ast.FunctionDef)}


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@pytest.fixture(scope="module")
def table() -> list[Row]:
    return rows(TABLE.read_text("utf-8"))


def test_every_requirement_of_both_levels_is_listed_once_and_in_order(table: list[Row]) -> None:
    wanted = [line.split()[0] for line in LISTED.read_text("utf-8").splitlines()]
    assert len(wanted) == 253
    assert [one for row in table for one in row.ids] == wanted


def test_what_shows_that_a_requirement_is_met_is_there(table: list[Row]) -> None:
    assert [name for row in table for name in missing(row.shown, ROOT)] == []


def test_the_figures_are_those_of_the_table(table: list[Row]) -> None:
    count = {start: sum(len(row.ids) for row in table if row.shown.startswith(start)) for start in (OPEN, BESIDE)}
    met = sum(len(row.ids) for row in table) - sum(count.values())
    said = f"Of 253 requirements {met} are met, {count[OPEN]} are not, and {count[BESIDE]} do not apply."
    assert said in " ".join(TABLE.read_text("utf-8").split())


@pytest.mark.parametrize(
    ("shown", "found"),
    [
        ("`SECURITY.md` `tests/test_budgets.py::test_every_file_fits_its_budget`", []),
        ("it is so", ["it is so"]),
        ("not met: ", ["not met: "]),
        ("not met: nobody has done it", []),
        ("`SECURE.md`", ["SECURE.md"]),
        ("`tests/test_budgets.py`", ["tests/test_budgets.py"]),
        ("`tests/test_budgets.py::test_nothing`", ["tests/test_budgets.py::test_nothing"]),
    ],
)
def test_what_is_not_there_would_be_seen(shown: str, found: list[str]) -> None:
    assert missing(shown, ROOT) == found


@cache
def _package() -> list[tuple[str, ast.AST]]:
    """Every node of every module of the package, with the module's path."""
    modules = sorted((ROOT / "assistant").rglob("*.py"))
    return [(path.relative_to(ROOT).as_posix(), node) for path in modules for node in ast.walk(_tree(path))]


def _imported(node: ast.AST) -> set[str]:
    if isinstance(node, ast.Import):
        return {alias.name for alias in node.names}
    if isinstance(node, ast.ImportFrom) and not node.level:
        return {node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)}
    return set()


def test_nothing_asks_another_server_and_nothing_is_unpickled() -> None:
    assert [(path, found) for path, node in _package() if (found := _imported(node) & (ELSEWHERE | UNPACKS))] == []


def test_no_text_is_run() -> None:
    calls = [(path, node.func.id) for path, node in _package()
             if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]  # fmt: skip
    assert len(calls) > 1000
    assert [call for call in calls if call[1] in RUNS] == []


def test_what_is_hashed_is_hashed_with_sha_256() -> None:
    found = {name for _, node in _package() for name in _imported(node) if name.startswith("hashlib")}
    attributes = [
        node for _, node in _package() if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    ]
    used = {node.attr for node in attributes if isinstance(node.value, ast.Name) and node.value.id == "hashlib"}
    assert found == {"hashlib", "hashlib.sha256"}
    assert used == {"sha256", "file_digest"}


def test_scripts_write_text_and_keep_nothing() -> None:
    scripts = list((ROOT / "assistant").rglob("*.js"))
    assert scripts
    found = {path.name: MARKUP.findall(path.read_text("utf-8")) for path in scripts}
    # Of these a page inside another site's alone sends messages: at one place, through which all of them go.
    assert found == {one.name: ["postMessage"] if one.name == "embed.js" else [] for one in scripts}
