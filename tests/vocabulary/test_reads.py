"""What is read in an asking: several things as one, and what comes of them worked out once."""

import datetime as dt

import pytest

from assistant.vocabulary.reads import remembered, together
from assistant.vocabulary.trail import Read, Run


def run(**facts: str) -> Run:
    """An asking with these facts."""
    return Run(facts, dt.date(2026, 1, 15))


def fact(name: str) -> Read:
    """Reads a fact."""
    return lambda run: run.facts[name]


@pytest.mark.parametrize(("names", "found"), [("", ()), ("a", "1"), ("ab", ("1", "2")), ("abc", ("1", "2", "3"))])
def test_one_thing_is_read_as_itself_and_several_as_a_tuple(names: str, found: object) -> None:
    assert together(tuple(map(fact, names)))(run(a="1", b="2", c="3")) == found


def test_what_depends_on_ids_is_worked_out_once_for_each() -> None:
    made: list[object] = []

    def work(run: Run) -> tuple[object, ...]:
        made.append(run.facts["a"])
        return (run.facts["b"],)

    found = remembered(fact("a"), work)
    assert [found(run(a=a, b=b)) for a, b in ("xp", "yq", "xr")] == [("p",), ("q",), ("p",)]
    assert made == ["x", "y"]
