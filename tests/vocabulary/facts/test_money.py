"""`type: money`: an amount in one currency."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from assistant.decide import canonical
from assistant.errors import Refusal
from assistant.model.quantity import Quantity
from assistant.parsing import canonical as typed
from assistant.vocabulary.fact import Asked
from tests.match.grammar import SPEECH
from tests.vocabulary.given import fact, refusal

YEN, DOLLARS = fact("money", currency="JPY"), fact("money", currency="USD", least="1", most="100")


@pytest.mark.parametrize(
    ("one", "text"), [(YEN, "0"), (YEN, "1300"), (DOLLARS, "6.99"), (DOLLARS, "7.00"), (DOLLARS, "100.00")]
)
def test_it_has_the_decimals_of_its_currency(one: Asked, text: str) -> None:
    value = one.read(text)
    assert isinstance(value, Quantity)
    assert (value, canonical(value)) == (Decimal(text), text)


@pytest.mark.parametrize("text", ["", "1,300", "¥1300", "1300.0", "01300", "-1", "1e3"])
def test_nothing_else_is_yen(text: str) -> None:
    assert refusal(YEN, text) == ("money-wanted", {"example": "1300"})


@pytest.mark.parametrize(
    ("text", "reason"),
    [("7", "money-wanted"), ("6.9", "money-wanted"), ("6.999", "money-wanted"), ("0.99", "number-too-small"),
     ("100.01", "number-too-large")],
)  # fmt: skip
def test_nothing_else_is_dollars(text: str, reason: str) -> None:
    assert refusal(DOLLARS, text)[0] == reason


def test_a_currency_has_three_letters() -> None:
    with pytest.raises(ValidationError):
        fact("money", currency="yen")


def test_it_is_walked_in_its_smallest_units() -> None:
    axis = DOLLARS.axis()
    assert axis is not None
    assert (str(axis.at(axis.first)), str(axis.at(axis.last)), str(axis.at(699))) == ("1.00", "100.00", "6.99")
    assert [str(one) for one in DOLLARS.samples()] == ["1.00", "100.00", "1.01"]
    assert [str(one) for one in YEN.ends()] == ["0", "1000"]
    assert (YEN.kind(), YEN.choices()) == ("money JPY", ())


@pytest.mark.parametrize("text", ["1300", "1,300", "¥1,300", "1,300円", "１３００円", "JPY 1300", "千三百円"])
def test_people_write_yen_in_many_ways(text: str) -> None:
    assert typed(SPEECH, YEN, text) == "1300"


@pytest.mark.parametrize(("text", "canonical"), [("7", "7.00"), ("$6.9", "6.90"), ("6.99 USD", "6.99")])
def test_people_leave_decimals_out(text: str, canonical: str) -> None:
    assert typed(SPEECH, DOLLARS, text) == canonical


@pytest.mark.parametrize("text", ["6.999", "-7", "7 EUR", "seven hundred", "200"])
def test_what_is_no_such_amount_is_refused(text: str) -> None:
    with pytest.raises(Refusal):
        typed(SPEECH, DOLLARS, text)
