"""Mutants: what is made wrong in a module, and what is passed over."""

import ast

import pytest

from bench.mutants import mutants
from tests.conftest import ROOT


def made(source: str) -> list[str]:
    """The line that each mutant changes, as it is then."""
    return [ast.unparse(one.tree) for one in mutants(source)]


@pytest.mark.parametrize(
    ("source", "wrong"),
    [
        ("x < y", ["x <= y", "x >= y"]),
        ("x == y", ["x != y"]),
        ("x in y", ["x not in y"]),
        ("a and b", ["a or b", "b and b", "a and a"]),
        ("x + y", ["x - y"]),
        ("x += y", ["x -= y"]),
        ("a if x else b", ["a if not x else b"]),
        ("not x", ["not not x"]),
        ("f(1, True)", ["None", "f(2, True)", "f(1, False)"]),
        ("f(x='name')", ["None", "f(x='namex')"]),
        ("[x for x in y if x]", ["[x for x in y]"]),
        ("def f():\n    return x", ["def f():\n    return None"]),
        ("def f():\n    yield x", ["def f():\n    None"]),
    ],
)
def test_one_thing_is_made_wrong_at_a_time(source: str, wrong: list[str]) -> None:
    assert made(source) == wrong


PASSED_OVER = (
    "'a docstring'", "x: 'Name'", "def f(x: int) -> 'Name': pass", "y = zip(a, b, strict=True)", "x = 'a b'", "return_",
)  # fmt: skip


@pytest.mark.parametrize("source", PASSED_OVER)
def test_what_no_test_can_tell_is_passed_over(source: str) -> None:
    assert made(source) == []


def test_a_mutant_says_where_it_is_and_leaves_the_others_alone() -> None:
    found = {(one.line, one.what) for one in mutants("x = 1\nif x > 2:\n    f()\n")}
    assert found == {
        (1, "1 + 1"), (2, "test negated"), (2, "Gt → GtE"), (2, "Gt → LtE"), (2, "2 + 1"), (3, "statement left out"),
    }  # fmt: skip


def test_every_mutant_can_be_compiled() -> None:
    source = (ROOT / "bench" / "mutants.py").read_text("utf-8")
    found = list(mutants(source))
    assert len(found) > 100
    for one in found:
        compile(one.tree, "mutant", "exec")
