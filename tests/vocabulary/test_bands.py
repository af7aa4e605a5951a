"""Bands: which of some stretches a number lies in, and facts that are answered by a band."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from assistant.decide import canonical
from assistant.model.policy import Policy
from assistant.parsing import canonical as typed
from assistant.vocabulary.bands import Below, edges, finder, rising
from tests.decide.desk import answered, desk, needed, rule
from tests.match.grammar import SPEECH
from tests.vocabulary.given import fact, refusal

BANDS: dict[str, Decimal | Below | None] = {"small": Decimal(50), "large": Below(below=Decimal("99.95")), "huge": None}
SEATS = {"bands": {"small": "50", "large": {"below": "100"}, "huge": "none"}}
LABELS = {"small": "Up to 50", "large": "Under 100", "huge": "100 and more"}


@pytest.mark.parametrize(
    ("number", "band"),
    [("0", "small"), ("50", "small"), ("50.001", "large"), ("99.949", "large"), ("99.95", "huge"), ("1000", "huge")],
)
def test_an_edge_belongs_to_its_band_unless_it_is_below(number: str, band: str) -> None:
    assert finder(BANDS)(Decimal(number)) == band


def test_above_every_edge_there_is_no_band() -> None:
    assert finder({"small": Decimal(50)})(51) is None


@pytest.mark.parametrize(
    ("bands", "rises"),
    [
        (BANDS, True),
        ({"a": Below(below=Decimal(50)), "b": Decimal(50), "c": None}, True),
        ({"a": Decimal(50), "b": Below(below=Decimal(50)), "c": None}, False),
        ({"a": Decimal(50), "b": Decimal(50), "c": None}, False),
        ({"a": Decimal(50), "b": Decimal(60)}, False),
        ({"a": None, "b": None}, False),
    ],
)
def test_bands_rise_to_one_without_an_edge(bands: dict[str, Decimal | Below | None], rises: bool) -> None:
    assert rising(bands) is rises
    assert edges(BANDS) == (Decimal(50), Decimal("99.95"))


@pytest.mark.parametrize(
    "more",
    [
        {"labels": {}},
        {"labels": {"small": "S", "large": "L"}},
        {"labels": LABELS, "bands": {**SEATS["bands"], "huge": "9"}},
    ],
)
def test_each_band_has_a_label_and_bands_rise(more: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        fact("integer", **{**SEATS, **more})


@pytest.mark.parametrize(("text", "value"), [("12", 12), ("band:large", "band:large")])
def test_a_number_or_its_band_is_given(text: str, value: object) -> None:
    seats = fact("integer", **SEATS, labels=LABELS)
    assert (seats.read(text), canonical(seats.read(text))) == (value, text)
    assert typed(SPEECH, seats, text) == text


def test_people_name_the_band_by_its_label() -> None:
    assert typed(SPEECH, fact("number", **SEATS, labels=LABELS), "under 100") == "band:large"


@pytest.mark.parametrize("text", ["band:none", "large", "band:"])
def test_no_other_band_is_given(text: str) -> None:
    seats = fact("integer", **SEATS, labels=LABELS)
    assert refusal(seats, text)[0] in ("no-such-option", "whole-number-wanted")
    assert refusal(fact("integer"), "band:large")[0] == "whole-number-wanted"


@pytest.fixture
def hall(policy: Policy) -> Policy:
    """The small policy with a number of seats that has bands."""
    seats = fact("integer", **SEATS, labels=LABELS)
    return policy.model_copy(update={"facts": {**policy.facts, "seats": seats}})


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        ("50", "dated"),
        ("51", "open"),
        ("99", "open"),
        ("100", "closed"),
        ("band:small", "dated"),
        ("band:huge", "closed"),
    ],
)
def test_rules_test_the_fact_itself(hall: Policy, given: str, verdict: str) -> None:
    ruled = desk(
        hall, rule("a", when={"seats": "small"}), rule("b", "open", when={"seats": "large"}), rule("c", "closed")
    )
    assert answered(ruled, seats=given).verdict == verdict


def test_the_number_is_asked_for_where_it_is_wanted(hall: Policy) -> None:
    ruled = desk(hall, rule("a", when={"seats": {"at_most": "80"}}), rule("b", "open"))
    assert needed(ruled, seats="band:large").fact == "seats"
    assert answered(ruled, seats="80").verdict == "dated"


@pytest.mark.parametrize(("given", "value"), [("12", "small"), ("band:large", "large")])
def test_a_derived_band_hands_it_on(hall: Policy, given: str, value: str) -> None:
    size = {"label": "Size", "cites": ("days",), "band_of": "seats", "bands": SEATS["bands"]}
    ruled = desk(hall, rule("a", values={"size": "size"}), own={"size": size})
    assert answered(ruled, seats=given).values["size"].value == value
