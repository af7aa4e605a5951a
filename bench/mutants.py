"""
Mutants: one thing of a module is made wrong at a time, and the tests named must fail.

    python -m bench.mutants assistant/content/link.py tests/content/test_link.py --then tests/content

Those after `--then` are run where the first let a mutant live. Each runs in a fork of a process that has the libraries
loaded, with the mutant in place of the module: no file is changed.
"""

import argparse
import ast
import copy
import importlib
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType
from typing import NamedTuple

import hypothesis
import pytest

SLOW = ("pydantic", "babel.dates", "babel.numbers", "holidays", "polib", "yaml", "hypothesis.strategies")
"""Libraries that tests import and that take long: loaded once, before any fork."""
OPTIONS = ("-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-W", "ignore::pytest.PytestAssertRewriteWarning")
"""Plugins are loaded before pytest can look into them."""
SECONDS, POLL = 150, 0.03
"""Who runs longer is caught: it goes in circles."""
COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE), ast.LtE: (ast.Lt, ast.Gt), ast.Gt: (ast.GtE, ast.LtE), ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.In: (ast.NotIn,), ast.NotIn: (ast.In,), ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}  # fmt: skip
WORKED_OUT: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.FloorDiv: ast.Mult, ast.Div: ast.Mult,
    ast.Mod: ast.Add, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip
UNTOUCHED = {"cast", "TypeVar", "dataclass", "zip"}
"""Calls that say something to a type checker, or guard against our own mistakes: no test can tell their arguments."""


class Mutant(NamedTuple):
    """What was made wrong on which line, and the module with it."""

    line: int
    what: str
    tree: ast.Module


Change = Callable[[ast.AST], None]


def mutants(source: str) -> Iterator[Mutant]:
    """Every mutant of a module, in the order of its nodes."""
    tree = ast.parse(source)
    passed_over = _passed_over(tree)
    for place, node in enumerate(ast.walk(tree)):
        if id(node) not in passed_over:
            for what, change in _changes(node):
                changed = copy.deepcopy(tree)
                change(list(ast.walk(changed))[place])
                yield Mutant(getattr(node, "lineno", 0), what, ast.fix_missing_locations(changed))


def _passed_over(tree: ast.Module) -> set[int]:
    """Docstrings, annotations, and the arguments of calls that no test can tell."""
    parts: list[ast.AST | None] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            parts.append(node)
        elif isinstance(node, ast.AnnAssign | ast.arg):
            parts.append(node.annotation)
        elif isinstance(node, ast.FunctionDef):
            parts.append(node.returns)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in UNTOUCHED:
            parts += node.keywords
    return {id(below) for part in parts if part is not None for below in ast.walk(part)}


def _changes(node: ast.AST) -> Iterator[tuple[str, Change]]:
    """What can be made wrong in a node: each has a name, and changes the node of a copy."""
    match node:
        case ast.Compare(ops=ops):
            for at, operator in enumerate(ops):
                for other in COMPARED[type(operator)]:
                    yield f"{type(operator).__name__} → {other.__name__}", _item("ops", at, other())
        case ast.BoolOp(op=operator, values=values):
            yield "and ↔ or", _field("op", ast.Or() if isinstance(operator, ast.And) else ast.And())
            for at in range(len(values)):
                yield f"operand {at} left out", _field("values", [*values[:at], *values[at + 1 :]] * 2)
        case ast.BinOp(op=operator) | ast.AugAssign(op=operator) if type(operator) in WORKED_OUT:
            other_operator = WORKED_OUT[type(operator)]
            yield f"{type(operator).__name__} → {other_operator.__name__}", _field("op", other_operator())
        case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test):
            yield "test negated", _field("test", ast.UnaryOp(ast.Not(), test))
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield "not left out", _field("operand", ast.UnaryOp(ast.Not(), operand))
        case ast.Constant(value=bool(value)):
            yield f"{value} flipped", _field("value", not value)
        case ast.Constant(value=int(number)):
            yield f"{number} + 1", _field("value", number + 1)
        case ast.Constant(value=str(text)) if text.isidentifier():
            yield f"{text!r} changed", _field("value", f"{text}x")
        case ast.Return(value=value) if value is not None:
            yield "nothing returned", _field("value", ast.Constant(None))
        case ast.comprehension(ifs=[_, *_]):
            yield "filter left out", _field("ifs", [])
        case ast.Expr(value=ast.Yield() | ast.YieldFrom() | ast.Call()):
            yield "statement left out", _field("value", ast.Constant(None))


def _field(name: str, value: object) -> Change:
    def change(node: ast.AST) -> None:
        setattr(node, name, copy.deepcopy(value))

    return change


def _item(name: str, at: int, value: object) -> Change:
    def change(node: ast.AST) -> None:
        getattr(node, name)[at] = value

    return change


def passes(path: Path, code: CodeType | None, tests: Sequence[str]) -> bool:
    """Whether the tests pass with this code as the module at `path`, or with the module as it is."""
    child = os.fork()
    if child == 0:
        os.setsid()
        _run(path, code, tests)
    ends = time.monotonic() + SECONDS
    while time.monotonic() < ends:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status) == 0
        time.sleep(POLL)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return False


def _run(path: Path, code: CodeType | None, tests: Sequence[str]) -> None:
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nothing, stream)
    read = SourceFileLoader.get_code

    def get_code(self: SourceFileLoader, name: str) -> CodeType | None:
        return code if code is not None and Path(self.path).resolve() == path else read(self, name)

    SourceFileLoader.get_code = get_code  # type: ignore[assignment]  # (the import system has no simpler hook)
    try:
        os._exit(pytest.main([*OPTIONS, *tests]))
    except BaseException:
        os._exit(99)


def main(arguments: Sequence[str]) -> int:
    """Prints the mutants that lived, and how many of all were caught; 1 where the tests fail without any."""
    parser = argparse.ArgumentParser(prog="python -m bench.mutants")
    parser.add_argument("module", type=Path)
    parser.add_argument("tests", nargs="+")
    parser.add_argument("--then", nargs="+", default=[])
    given = parser.parse_args(arguments)
    path, source = given.module.resolve(), given.module.read_text("utf-8")
    for name in SLOW:
        importlib.import_module(name)
    hypothesis.settings.register_profile("few", max_examples=25, deadline=None, database=None, derandomize=True)
    hypothesis.settings.load_profile("few")
    if not passes(path, None, given.tests):
        print(f"{given.module}: the tests fail without a mutant")
        return 1
    alive, count = [], 0
    for mutant in mutants(source):
        count += 1
        code = compile(mutant.tree, str(path), "exec")
        if passes(path, code, given.tests) and (not given.then or passes(path, code, given.then)):
            alive.append(mutant)
            print(f"  {mutant.line}: {mutant.what}: {source.splitlines()[mutant.line - 1].strip()}", flush=True)
    print(f"{given.module}: {count - len(alive)} of {count}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
