"""What all facts share: strict reading of canonical text, a type that is known, a question."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from assistant.decide import canonical
from assistant.errors import Refusal
from assistant.vocabulary.fact import FACTS, Asked, bounded
from assistant.vocabulary.wording import Value
from tests.vocabulary.given import FACT, fact

OPTIONS = {"gold": {"label": "Gold"}, "3c": {"label": "3C"}}
EVERY = (
    fact("choice", options=OPTIONS),
    fact("choices", options={"one": {"label": "One"}, "two": {"label": "Two"}}),
    fact("money", currency="USD"),
    *map(fact, ("yes-no", "date", "date-time", "time", "number", "integer")),
)


@given(st.sampled_from(EVERY), st.text())
def test_any_text_is_read_or_refused(one: Asked, text: str) -> None:
    try:
        value = one.read(text)
    except Refusal:
        return
    assert one.read(canonical(value)) == value


def test_every_type_is_known_by_its_name() -> None:
    assert {*FACTS.listed} == {
        *("choice", "choices", "yes-no", "date", "date-time", "time", "number", "integer", "money"),
    }
    assert {type(one) for one in EVERY} == {word for word in FACTS.words.values() if word.listed}


@pytest.mark.parametrize(
    ("written", "wrong"),
    [
        ({"type": "colour", "question": "?", "label": "!"}, "union_tag_invalid"),
        ({"question": "?", "label": "!"}, "union_tag_not_found"),
        ("date", "model_type"),
        ({"type": "date", "label": "!"}, "missing"),
        ({"type": "date", "question": "?", "label": "!", "unit": "km"}, "extra_forbidden"),
    ],
)
def test_one_of_another_shape_is_a_fault(written: object, wrong: str) -> None:
    with pytest.raises(ValidationError) as found:
        FACT.validate_python(written)
    assert [one["type"] for one in found.value.errors()] == [wrong]


@pytest.mark.parametrize("number", [1, 20, Decimal("1.0"), Decimal("19.999")])
def test_a_number_within_its_bounds_stays(number: Decimal | int) -> None:
    assert bounded(number, 1, 20) == number


def test_without_an_upper_bound_any_is_taken() -> None:
    assert bounded(10**99, 1, None) == 10**99


@pytest.mark.parametrize(
    ("number", "reason", "details"),
    [
        (0, "number-too-small", {"least": "1"}),
        (Decimal("0.999"), "number-too-small", {"least": "1"}),
        (21, "number-too-large", {"most": "20"}),
        (Decimal("20.001"), "number-too-large", {"most": "20"}),
    ],
)
def test_a_number_out_of_bounds_says_which(number: Decimal | int, reason: str, details: dict[str, str]) -> None:
    with pytest.raises(Refusal) as refused:
        bounded(number, 1, 20)
    assert (refused.value.reason, refused.value.details) == (reason, details)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (dt.date(2026, 4, 3), "2026-04-03"),
        (dt.datetime(2026, 4, 3, 17), "2026-04-03T17:00"),
        (dt.datetime(2026, 4, 3, 17, 0, 5), "2026-04-03T17:00:05"),
        (dt.time(9), "09:00"),
        (Decimal("2.70"), "2.70"),
        (12, "12"),
        ("gold", "gold"),
    ],
)
def test_canonical_text(value: Value, text: str) -> None:
    assert canonical(value) == text
