"""`type: number`: a number of at most three decimals."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.decide import canonical
from tests.vocabulary.given import fact, refusal

NUMBER = fact("number", least="0.5", most="1000")
OPEN, NONE = fact("number"), fact("number", most="0")


@pytest.mark.parametrize("text", ["0.5", "0.500", "50", "50.4", "2.70", "2.700", "1000", "1000.000"])
def test_a_number_is_read_up_to_three_decimals(text: str) -> None:
    assert NUMBER.read(text) == Decimal(text)


@pytest.mark.parametrize(
    ("text", "reason", "details"),
    [
        ("0.499", "number-too-small", {"least": "0.5"}),
        ("0", "number-too-small", {"least": "0.5"}),
        ("1000.001", "number-too-large", {"most": "1000"}),
        ("1001", "number-too-large", {"most": "1000"}),
        ("1" * 100, "number-too-large", {"most": "1000"}),
    ],
)
def test_a_number_out_of_bounds_says_which(text: str, reason: str, details: dict[str, str]) -> None:
    assert refusal(NUMBER, text) == (reason, details)


@pytest.mark.parametrize("text", ["1000000000", "999999999.001", "9" * 40, "9" * 40 + ".5"])
def test_a_number_without_an_upper_bound_ends_where_fields_end(text: str) -> None:
    assert refusal(OPEN, text) == ("number-too-large", {"most": "999999999"})


@pytest.mark.parametrize(
    "text", ["", "+5", "-5", "1e3", "2.7000", ".5", "5.", "05", "00", "1,000", "1_0", "5 ", "5\n", "NaN", "Infinity"]
)
def test_anything_else_is_no_number(text: str) -> None:
    assert refusal(NUMBER, text) == ("number-wanted", {})


@pytest.mark.parametrize("text", ["５０", "٥٠", "五十", "1" * 101, "１.5"])
def test_digits_are_those_of_ascii_and_at_most_a_hundred(text: str) -> None:
    assert refusal(NUMBER, text) == ("number-wanted", {})


@given(st.decimals(0, 1000, places=3))
def test_a_number_comes_back_as_it_was(number: Decimal) -> None:
    assert OPEN.read(canonical(number)) == number


def test_its_axis_holds_every_thousandth() -> None:
    axis, open_ = NUMBER.axis(), OPEN.axis()
    assert axis is not None
    assert open_ is not None
    assert (axis.first, axis.at(axis.first), axis.at(axis.first + 1)) == (500, Decimal("0.5"), Decimal("0.501"))
    assert axis.at(axis.last) == 1000
    assert (open_.at(open_.first), open_.at(open_.last)) == (0, 999_999_999)


def test_both_ends_of_its_range_are_tried() -> None:
    assert (NUMBER.key(), NUMBER.kind(), NUMBER.choices()) == ("number", "number", ())
    assert set(NUMBER.samples()) == {Decimal("0.5"), Decimal(1), Decimal(1000)}
    assert set(OPEN.samples()) == {Decimal(0), Decimal("0.5"), Decimal(1000)}
    assert NONE.samples()[:2] == NONE.ends() == (0, 0)
    assert (NUMBER.ends(), OPEN.ends()) == ((Decimal("0.5"), Decimal(1000)), (0, 12))
