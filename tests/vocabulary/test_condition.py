"""The registry of conditions, and the short way of writing one that holds for certain ids."""

import pytest
from pydantic import TypeAdapter, ValidationError

from assistant.vocabulary.condition import CONDITIONS, Test, When, asked, every_test
from assistant.vocabulary.conditions.inclusion import OneOf
from assistant.vocabulary.conditions.order import After, Before
from tests.vocabulary.given import condition

WHEN: TypeAdapter[When] = TypeAdapter(When)


@pytest.mark.parametrize(
    ("written", "ids"),
    [
        ("short", ("short",)),
        (("short", "long"), ("short", "long")),
        ({"one_of": "short"}, ("short",)),
        ({"one_of": ("short", "long")}, ("short", "long")),
    ],
)
def test_ids_alone_are_one_of_them(written: object, ids: tuple[str, ...]) -> None:
    assert condition(written) == OneOf(one_of=ids)


@pytest.mark.parametrize("written", [{}, {"holds": "x"}, 5, None])
def test_a_condition_that_is_none_is_met_with_all_that_there_are(written: object) -> None:
    with pytest.raises(ValidationError) as found:
        condition(written)
    (error,) = found.value.errors()
    wanted = ", ".join(key for key, word in CONDITIONS.words.items() if word.listed)
    assert (error["type"], error["ctx"]) == ("test", {"wanted": f"a test is wanted: {wanted}"})
    assert {"after", "between", "one_of"} < {*wanted.split(", ")}
    assert "all_of" not in wanted


def test_conditions_are_asked_in_the_order_written() -> None:
    when = WHEN.validate_python({"starts": {"before": "on"}, "kind": "short"})
    assert list(when.items()) == [("starts", Before(before="on")), ("kind", OneOf(one_of=("short",)))]


def test_what_is_wrong_in_a_condition_is_told_below_its_word() -> None:
    with pytest.raises(ValidationError) as found:
        WHEN.validate_python({"starts": {"before": "on", "afer": "on"}})
    assert [one["loc"] for one in found.value.errors()] == [("starts", "#before", "afer")]


def test_several_tests_of_one_name_are_asked_one_by_one() -> None:
    when = WHEN.validate_python({"starts": {"after": "on", "before": "ends"}, "kind": "short"})
    assert list(asked(when)) == [
        ("starts", After(after="on")),
        ("starts", Before(before="ends")),
        ("kind", OneOf(one_of=("short",))),
    ]
    assert when["starts"].renamed({"ends": "on"}).each() == (After(after="on"), Before(before="on"))


def test_what_stands_among_alternatives_is_found() -> None:
    when = WHEN.validate_python({"any": ({"kind": "short"}, {"none": ({"starts": {"before": "on"}},)})})
    assert [name for name, _ in asked(when)] == ["any"]
    assert list(every_test(when)) == [("kind", OneOf(one_of=("short",))), ("starts", Before(before="on"))]


def test_its_schema_knows_the_short_ways_too() -> None:
    shapes = TypeAdapter(Test).json_schema()["anyOf"]
    assert [shape["type"] for shape in shapes[:4]] == ["string", "array", "object", "array"]
    assert len(shapes) == 4 + len(CONDITIONS.words)


def test_a_condition_survives_a_round_trip() -> None:
    sets = ({"kind": "short"}, {"starts": {"each_year": {"from": "12-29", "to": "01-03"}}})
    written = WHEN.validate_python(
        {"starts": {"before": "on", "after": "ends"}, "kind": ("short", "long"), "any": sets, "none": sets}
    )
    assert WHEN.validate_json(WHEN.dump_json(written)) == written
