"""`type: integer`: a whole number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.decide import canonical
from tests.vocabulary.given import fact, refusal

WHOLE = fact("integer", least="1", most="20")
OPEN = fact("integer")


@pytest.mark.parametrize(("text", "number"), [("1", 1), ("9", 9), ("10", 10), ("20", 20)])
def test_a_whole_number_is_read(text: str, number: int) -> None:
    assert WHOLE.read(text) == number


@pytest.mark.parametrize(
    ("text", "reason", "details"),
    [
        ("0", "number-too-small", {"least": "1"}),
        ("21", "number-too-large", {"most": "20"}),
        ("1" * 100, "number-too-large", {"most": "20"}),
        *(
            (text, "whole-number-wanted", {})
            for text in ("", "5.0", "+5", "-1", "007", "00", "１２", "1 ", "1\n", "1,000", "1e3", "1" * 101, "1" * 400)
        ),
    ],
)
def test_anything_else_is_refused_with_its_reason(text: str, reason: str, details: dict[str, str]) -> None:
    assert refusal(WHOLE, text) == (reason, details)


@given(st.integers(0, 10**9 - 1))
def test_a_number_comes_back_as_it_was(number: int) -> None:
    assert OPEN.read(canonical(number)) == number


def test_its_axis_holds_every_number() -> None:
    axis, open_ = WHOLE.axis(), OPEN.axis()
    assert axis is not None
    assert open_ is not None
    assert (axis.first, axis.last, axis.at(7)) == (1, 20, 7)
    assert (open_.first, open_.last) == (0, 999_999_999)


def test_ordinary_numbers_in_its_range_are_tried() -> None:
    assert (WHOLE.key(), WHOLE.kind(), WHOLE.choices()) == ("integer", "integer", ())
    assert set(WHOLE.samples()) == {1, 12, 20}
    assert set(fact("integer", most="0").samples()) == {0}
    assert set(OPEN.samples()) == {0, 1, 12, 24}
    assert set(fact("integer", least="2").samples()) == {2, 12, 24}


@pytest.mark.parametrize(
    ("bounds", "ends"),
    [
        ({"least": "1", "most": "20"}, (1, 13)),
        ({"least": "1", "most": "13"}, (1, 13)),
        ({"most": "0"}, (0, 0)),
        ({"least": "1", "most": "12"}, (1, 12)),
        ({"least": "3"}, (3, 15)),
        ({}, (0, 12)),
    ],
)
def test_two_numbers_stand_for_all_where_none_is_told_apart(bounds: dict[str, str], ends: tuple[int, int]) -> None:
    assert fact("integer", **bounds).ends() == ends
