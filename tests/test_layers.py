"""
The direction of imports: a module imports from its own layer or an earlier one, and never in a circle. Tests mirror the
house: four modules in five have a test of the same name in the same place.
"""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

LAYERS: tuple[frozenset[str], ...] = (
    frozenset({"errors", "memo", "settings", "suggest"}),
    frozenset({"model", "vocabulary"}),
    frozenset({"content", "i18n", "library", "parsing"}),
    frozenset({"decide", "match"}),
    frozenset({"indexing", "present"}),
    frozenset({"web", "cli", "mcp", "store", "workbench", "loading", "matching", "__main__"}),
)
EDGE = len(LAYERS) - 1

OWNERS: dict[str, frozenset[str]] = {
    "click": frozenset({"cli"}),
    "csv": frozenset({"content", "cli"}),
    "distributed": frozenset({"cli"}),
    "icalendar": frozenset({"present"}),
    "mcp": frozenset({"mcp"}),
    "mcp_types": frozenset({"mcp"}),
    "numpy": frozenset({"indexing"}),
    "polib": frozenset({"i18n", "workbench"}),
    "psycopg": frozenset({"store"}),
    "pyarrow": frozenset({"cli"}),
    "pypdfium2": frozenset({"workbench"}),
    "segno": frozenset({"web"}),
    "sqlalchemy": frozenset({"store"}),
    "sqlite3": frozenset({"store"}),
    "starlette": frozenset({"mcp", "web", "workbench"}),
    "uvicorn": frozenset({"web"}),
    "yaml": frozenset({"content", "i18n"}),
}
"""Libraries that only these parts may import: who opens YAML, who opens PO, who speaks HTTP."""

Imports = dict[str, set[str]]


def _modules(package: Path) -> dict[str, Path]:
    """Every module of a package by its dotted name; a sub-package by the name of its folder."""
    names = {}
    for path in package.rglob("*.py"):
        parts = path.relative_to(package.parent).with_suffix("").parts
        names[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return names


def _named(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Each import as (module, name taken from it), wherever it stands: in functions and under TYPE_CHECKING too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.module or "", alias.name) for alias in node.names)


def imports(package: Path) -> Imports:
    """For each module of the package, the modules that it imports; those of the package by their finest name."""
    modules = _modules(package)
    found: Imports = {}
    for name, path in modules.items():
        pairs = _named(ast.parse(path.read_text("utf-8")))
        found[name] = {f"{module}.{item}" if f"{module}.{item}" in modules else module for module, item in pairs}
    return found


def part(module: str) -> str:
    """The part of the package that a module belongs to: `a.model.rule` to `model`; the package itself to none."""
    return module.split(".")[1] if "." in module else ""


def layer(module: str) -> int | None:
    """The module's layer, 0 for the package itself; None where the table does not name its part."""
    if not part(module):
        return 0
    return next((number for number, parts in enumerate(LAYERS) if part(module) in parts), None)


def upward(found: Imports) -> list[str]:
    """Imports from a later layer, as `importer (its layer) imports imported (its layer)`."""
    return [
        f"{module} ({low}) imports {other} ({high})"
        for module, others in sorted(found.items())
        for other in sorted(others & found.keys())
        if (low := layer(module)) is not None and (high := layer(other)) is not None and high > low
    ]


def circles(found: Imports) -> list[list[str]]:
    """Each circle of imports once, as the modules on it in alphabetical order."""
    reached = {module: _reached(module, found) for module in found}
    together = {
        tuple(sorted(other for other in reached[module] if module in reached[other]))
        for module in found
        if module in reached[module]
    }
    return [list(circle) for circle in sorted(together)]


def _reached(start: str, found: Mapping[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    ahead = set(found[start])
    while ahead:
        module = ahead.pop()
        if module in found and module not in seen:
            seen.add(module)
            ahead |= found[module]
    return seen


def clock_readers(package: Path) -> list[str]:
    """`module:line` of each call that asks the clock for the day or the moment."""
    return [
        f"{name}:{node.lineno}"
        for name, path in sorted(_modules(package).items())
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if node.func.attr in {"now", "today", "utcnow", "localtime", "gmtime"}
    ]


@pytest.fixture(scope="module")
def found(root: Path) -> Imports:
    """The imports of this package."""
    return imports(root / "assistant")


def test_every_module_has_a_layer(found: Imports) -> None:
    assert [module for module in sorted(found) if layer(module) is None] == []


def test_no_module_imports_from_a_later_layer(found: Imports) -> None:
    assert upward(found) == []


def test_no_circle_of_imports(found: Imports) -> None:
    assert circles(found) == []


def test_each_library_is_imported_only_where_it_belongs(found: Imports) -> None:
    strangers = [
        f"{module} imports {other}"
        for module, others in sorted(found.items())
        for other in sorted(others)
        if part(module) not in OWNERS.get(other.split(".")[0], {part(module)})
    ]
    assert strangers == []


def test_only_the_edges_ask_the_clock(root: Path) -> None:
    assert [place for place in clock_readers(root / "assistant") if layer(place.split(":")[0]) != EDGE] == []


def without_tests(package: Path, tests: Path) -> list[str]:
    """The modules that have no test of their name in their place; packages, which only hold others, are not asked."""
    modules = (path.relative_to(package) for path in package.rglob("*.py") if path.name != "__init__.py")
    return sorted(
        module.as_posix() for module in modules if not (tests / module.with_name(f"test_{module.name}")).exists()
    )


def test_four_modules_in_five_have_a_test_of_their_name(root: Path) -> None:
    modules = [path for path in (root / "assistant").rglob("*.py") if path.name != "__init__.py"]
    lacking = without_tests(root / "assistant", root / "tests")
    assert len(lacking) <= len(modules) / 5, lacking


INVENTED = {
    "__init__.py": "",
    "errors.py": "",
    "model/__init__.py": "",
    "model/rule.py": "from invented.errors import Fault\nimport invented.model.fact",
    "model/fact.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from invented.model import rule",
    "decide.py": "def decide():\n    from invented.web import app\n    return app",
    "web/__init__.py": "import invented.decide",
    "web/app.py": "import datetime\nNOW = datetime.datetime.now()",
    "helpers.py": "",
}


@pytest.fixture
def invented(tmp_path: Path) -> Path:
    """A small package with one fault of each kind."""
    package = tmp_path / "invented"
    for name, text in INVENTED.items():
        (package / name).parent.mkdir(parents=True, exist_ok=True)
        (package / name).write_text(text, "utf-8")
    return package


def test_the_detector_sees_an_import_inside_a_function(invented: Path) -> None:
    assert upward(imports(invented)) == ["invented.decide (3) imports invented.web.app (5)"]


def test_the_detector_sees_a_circle_through_type_checking(invented: Path) -> None:
    assert circles(imports(invented)) == [["invented.model.fact", "invented.model.rule"]]


def test_the_detector_sees_a_module_without_a_layer(invented: Path) -> None:
    assert [module for module in imports(invented) if layer(module) is None] == ["invented.helpers"]


def test_the_detector_sees_the_clock(invented: Path) -> None:
    assert clock_readers(invented) == ["invented.web.app:2"]


def test_a_module_without_a_test_in_its_place_is_seen(invented: Path, tmp_path: Path) -> None:
    for name in ("test_errors.py", "test_rule.py", "model/test_fact.py", "web/test_app.py", "test_helpers.py"):
        (tmp_path / "tests" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "tests" / name).touch()
    assert without_tests(invented, tmp_path / "tests") == ["decide.py", "model/rule.py"]
