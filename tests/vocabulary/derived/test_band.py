"""`band_of`: which band a number lies in."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from assistant.model.policy import Policy
from assistant.vocabulary.derivation import DERIVATIONS
from assistant.vocabulary.derived.band import NoBand
from assistant.vocabulary.wording import Value
from tests.vocabulary.given import counted, derived, on

BANDS = {"band_of": "km", "bands": {"near": "50", "far": "250", "beyond": "none"}}
ENDING = {"band_of": "km", "bands": {"near": "50", "far": "250"}}


@pytest.mark.parametrize(
    ("km", "band"),
    [
        (Decimal(0), "near"),
        (Decimal("49.999"), "near"),
        (Decimal(50), "near"),
        (Decimal("50.000"), "near"),
        (Decimal("50.001"), "far"),
        (50, "near"),
        (51, "far"),
        (Decimal(250), "far"),
        (Decimal("250.001"), "beyond"),
        (999999, "beyond"),
    ],
)
def test_an_upper_edge_belongs_to_its_band(policy: Policy, km: Value, band: str) -> None:
    found = counted(policy, BANDS, km=km)
    assert (found.name, found.value, found.cites, found.readings) == ("x", band, ("c",), ("R1",))
    assert (found.start, found.started_from, found.steps) == (None, None, ())


def test_above_the_last_edge_there_is_no_band(policy: Policy) -> None:
    assert counted(policy, ENDING, km=250).value == "far"
    with pytest.raises(NoBand, match="x: 251 lies above every band"):
        counted(policy, ENDING, km=251)


@pytest.mark.parametrize("km", ["none", on("2026-04-28")])
def test_what_is_no_number_lies_in_no_band(policy: Policy, km: Value) -> None:
    with pytest.raises(TypeError, match="not a number"):
        counted(policy, BANDS, km=km)


@pytest.mark.parametrize("bands", [{}, {"near": "none"}, {"near": "-1", "far": "none"}, {"near": "x", "far": "none"}])
def test_two_bands_with_numbers_as_edges_are_wanted(bands: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        derived({"band_of": "km", "bands": bands})


def test_it_is_one_of_its_bands() -> None:
    assert derived(BANDS).choices() == ("near", "far", "beyond")
    assert DERIVATIONS.words["band_of"].kind(BANDS, {}, str) == ("ids", ("near", "far", "beyond"))
    assert DERIVATIONS.words["band_of"].kind({"band_of": "km"}, {}, str) == ("ids", ())


def test_it_reads_the_number_and_takes_no_step() -> None:
    assert list(derived(BANDS).reads()) == [("name", "km")]
    assert derived(BANDS).passed() == ()


def test_the_walk_tells_its_bands_apart(policy: Policy) -> None:
    assert derived(BANDS).edged
    assert [derived(BANDS).side(counted(policy, BANDS, km=km)) for km in (50, 51)] == ["near", "far"]
