"""The registry of conditions, and the short way of writing one that holds for certain ids."""

import pytest
from pydantic import TypeAdapter, ValidationError

from assistant.vocabulary.condition import CONDITIONS, Test, When
from assistant.vocabulary.conditions.before import Before
from assistant.vocabulary.conditions.one_of import OneOf
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
    wanted = "a test is wanted: after, at_least, at_most, before, inside, one_of"
    assert (error["type"], error["ctx"]) == ("test", {"wanted": wanted})


def test_conditions_are_asked_in_the_order_written() -> None:
    when = WHEN.validate_python({"starts": {"before": "on"}, "kind": "short"})
    assert list(when.items()) == [("starts", Before(before="on")), ("kind", OneOf(one_of=("short",)))]


def test_what_is_wrong_in_a_condition_is_told_below_its_word() -> None:
    with pytest.raises(ValidationError) as found:
        WHEN.validate_python({"starts": {"before": "on", "after": "on"}})
    assert [one["loc"] for one in found.value.errors()] == [("starts", "#after", "before")]


def test_its_schema_knows_the_short_ways_too() -> None:
    shapes = TypeAdapter(Test).json_schema()["anyOf"]
    assert [shape["type"] for shape in shapes[:2]] == ["string", "array"]
    assert len(shapes) == 2 + len(CONDITIONS.words)


def test_a_condition_survives_a_round_trip() -> None:
    written = WHEN.validate_python({"starts": {"before": "on"}, "kind": ("short", "long")})
    assert WHEN.validate_json(WHEN.dump_json(written)) == written
