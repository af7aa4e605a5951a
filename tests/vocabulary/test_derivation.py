"""What is derived, beside its own word: a label, its clauses and the readings behind it."""

import datetime as dt

import pytest
from pydantic import TypeAdapter, ValidationError

from assistant.vocabulary.derivation import DERIVATIONS, Derivation, Derived, remembered, together
from assistant.vocabulary.trail import Read, Run
from tests.vocabulary.given import derived


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


READ: TypeAdapter[Derivation] = TypeAdapter(Derived)
ADDED = ("#add_days", "add_days")
DAY = {"label": "Day", "start": "on", "cites": "days"}


def test_a_clause_or_a_reading_may_stand_without_its_list() -> None:
    one = READ.validate_python({**DAY, "readings": "R1"})
    assert (one.label.source, one.cites, one.readings) == ("Day", ("days",), ("R1",))
    assert READ.validate_python(DAY).readings == ()


@pytest.mark.parametrize(
    ("change", "place", "wrong"),
    [
        ({"label": " "}, ("#start", "label"), "unfit"),
        ({"cites": "Section 1"}, ("#start", "cites", 0), "string_pattern_mismatch"),
        ({"readings": "1"}, ("#start", "readings", 0), "string_pattern_mismatch"),
        ({"steps": ({"add_fortnights": "1"},)}, ("#start", "steps", 0), "step"),
        ({"steps": ({"add_days": "1.5"},)}, ("#start", "steps", 0, *ADDED, "#number"), "unfit"),
        ({"unit": "km"}, ("#start", "unit"), "extra_forbidden"),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(
    change: dict[str, object], place: tuple[object, ...], wrong: str
) -> None:
    with pytest.raises(ValidationError) as found:
        READ.validate_python({**DAY, **change})
    assert (place, wrong) in [(one["loc"], one["type"]) for one in found.value.errors()]


def test_something_derived_in_no_known_way_is_met_with_those_that_there_are() -> None:
    with pytest.raises(ValidationError) as found:
        READ.validate_python({"label": "Day", "cites": "days"})
    (error,) = found.value.errors()
    assert (error["type"], error["ctx"]) == ("derived", {"wanted": f"one of these is wanted: {', '.join(WORDS)}"})


WORDS = ("amount", "band_of", "cell", "days_between", "start", "whole_months_after", "whole_years_between")


def test_the_words_are_those() -> None:
    assert tuple(DERIVATIONS.words) == WORDS


@pytest.mark.parametrize("written", [{"start": "on"}, {"whole_months_after": "starts", "up_to": "on"}])
def test_what_has_no_edges_says_so(written: dict[str, str]) -> None:
    one = derived(written)
    assert (one.edged, one.choices(), one.passed()) == (False, (), ())
