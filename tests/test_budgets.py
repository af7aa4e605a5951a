"""The budgets that keep the code readable, and what must never stand in the repository."""

import ast
import importlib
import inspect
import re
import tokenize
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from tests.conftest import ROOT

FUNCTION_LINES = 40
FILE_LINES = 250
FOLDERS = ("assistant", "tests", "bench")
MODULES = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))
PACKAGE = [path for path in MODULES if path.is_relative_to(ROOT / "assistant")]
VAGUE = {"base", "common", "core", "helper", "helpers", "lib", "misc", "tools", "util", "utils"}

Function = ast.FunctionDef | ast.AsyncFunctionDef

UNWANTED = re.compile(
    r"/(?:work|root|home)/|/(?:tmp|opt)/(?!policy-assistant\b|tools\b|wheel\b|library\b)|\.\./shared\b|\bpythonhosted\b|\bpypi\.org\b|\bnpmjs\b|\bdeb\.debian\.org\b"
)
"""Paths of one machine, but for those of a server's installation, and hosts that packages come from."""
BINARY = {".png", ".webp", ".ico", ".woff2", ".gif", ".jpg"}
MADE = {".venv", ".git", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", "__pycache__", "build", "dist"}


def _named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def _texts() -> Iterator[Path]:
    for path in sorted(ROOT.rglob("*")):
        if path.is_file() and not MADE & set(path.relative_to(ROOT).parts) and path.suffix not in BINARY:
            yield path


def _public(body: list[ast.stmt]) -> Iterator[Function | ast.ClassDef]:
    for node in body:
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from _public(node.body)


def any_outside_signatures(tree: ast.Module) -> list[int]:
    """Lines on which `Any` stands elsewhere than in the signature of a function, imports left out."""
    functions = [node for node in ast.walk(tree) if isinstance(node, Function)]
    signatures = chain.from_iterable((node.args, node.returns) for node in functions)
    allowed = {id(inner) for part in signatures if part for inner in ast.walk(part)}
    return [node.lineno for node in _anys(tree) if id(node) not in allowed]


def _anys(tree: ast.Module) -> list[ast.Name | ast.Attribute]:
    names = [node for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id == "Any"]
    attributes = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr == "Any"]
    return [*names, *attributes]


def _faulty(modules: Iterable[Path], faults: Callable[[Path], Sequence[object]]) -> dict[str, Sequence[object]]:
    """What is found in each module, by its path, where there is anything."""
    found = {_named(path): faults(path) for path in modules}
    return {name: faults for name, faults in found.items() if faults}


def _too_long(path: Path) -> list[str]:
    functions = (node for node in ast.walk(_tree(path)) if isinstance(node, Function))
    lengths = {f"{node.name}:{node.lineno}": (node.end_lineno or 0) - node.lineno + 1 for node in functions}
    return [f"{name}: {length}" for name, length in lengths.items() if length > FUNCTION_LINES]


def _silent(path: Path) -> list[str]:
    """What is public and says nothing. A method that a base class explains need not: every word has the same ones."""
    tree = _tree(path)
    silent = [f"{node.name}:{node.lineno}" for node in _public(tree.body) if not ast.get_docstring(node)]
    inherited = _inherited(path) if silent else set()
    return [name for name in silent if name not in inherited] + ([] if ast.get_docstring(tree) else ["the module"])


def _inherited(path: Path) -> set[str]:
    """The methods of a module's classes, with their lines, that a base class explains."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    module = importlib.import_module(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    return {
        f"{node.name}:{node.lineno}"
        for owner in _tree(path).body
        if isinstance(owner, ast.ClassDef)
        for node in owner.body
        if isinstance(node, Function) and inspect.getdoc(getattr(getattr(module, owner.name), node.name))
    }


REASONED = re.compile(r"# type: ignore\[[a-z, -]+\]\s+#? ?\(?\w.{8,}")


def _unreasoned(path: Path) -> list[int]:
    """Lines on which a type is ignored without a reason."""
    with path.open("rb") as file:
        comments = [token for token in tokenize.tokenize(file.readline) if token.type == tokenize.COMMENT]
    ignored = [token for token in comments if token.string.startswith("# type:")]
    return [token.start[0] for token in ignored if not REASONED.match(token.string)]


def _anything(path: Path) -> list[int]:
    """Lines on which `Any` stands where it must not."""
    folder = path.relative_to(ROOT / "assistant").parent.as_posix()
    if folder.startswith(("library", "model", "vocabulary")):
        return any_outside_signatures(_tree(path))
    return [] if folder in {"content", "workbench/scaffold"} else [node.lineno for node in _anys(_tree(path))]


def test_every_file_fits_its_budget() -> None:
    lines = {_named(path): path.read_text("utf-8").count("\n") for path in MODULES}
    assert len(lines) > 500
    assert {name: count for name, count in lines.items() if count > FILE_LINES} == {}


def test_functions_fit_their_budget() -> None:
    assert _faulty(MODULES, _too_long) == {}


def test_everything_public_says_what_it_means() -> None:
    assert _faulty(PACKAGE, _silent) == {}


def test_no_module_has_a_vague_name() -> None:
    assert [_named(path) for path in MODULES if VAGUE & {path.stem, *path.relative_to(ROOT).parent.parts}] == []


def test_every_ignored_type_has_a_reason() -> None:
    assert _faulty(MODULES, _unreasoned) == {}


def test_any_stays_with_the_reader() -> None:
    assert _faulty(PACKAGE, _anything) == {}


SPOILT = '''
import typing
def long():
{body}
class Public:
    """It says what it is."""
    def silent(self): ...
x = 1  # type: ignore[x]
y: typing.Any = 1
'''


def test_what_goes_beyond_a_budget_would_be_seen(tmp_path: Path) -> None:
    path = tmp_path / "spoilt.py"
    path.write_text(SPOILT.format(body="    pass\n" * FUNCTION_LINES), "utf-8")
    assert _too_long(path) == [f"long:3: {FUNCTION_LINES + 1}"]
    assert _unreasoned(path) == [FUNCTION_LINES + 8]
    assert [node.lineno for node in _anys(_tree(path))] == [FUNCTION_LINES + 9]
    assert [one.name for one in _public(_tree(path).body) if not ast.get_docstring(one)] == ["long", "silent"]


def test_any_is_seen_outside_signatures_only() -> None:
    source = "from typing import Any\ndef read(raw: Any) -> Any:\n    kept: Any = raw\n    return kept\n"
    assert any_outside_signatures(ast.parse(source)) == [3]


def test_nothing_names_a_machine_or_a_package_host() -> None:
    found = [
        f"{_named(path)}:{number}: {line.strip()}"
        for path in _texts()
        if path != Path(__file__)
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if UNWANTED.search(line)
    ]
    assert found == []


@pytest.mark.parametrize("text", ["/work/main", "see ../shared/x", "https://pypi.org/simple", "/root/.venv"])
def test_a_machine_or_a_package_host_would_be_seen(text: str) -> None:
    assert UNWANTED.search(text)


def test_constraints_hold_exact_versions_and_nothing_else() -> None:
    lines = [line for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines() if not line.startswith("#")]
    assert lines
    assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.]+", line)] == []
