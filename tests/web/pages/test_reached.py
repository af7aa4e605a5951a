"""Whom an answer leads to, and how loudly: what is to be done now stands out, and nothing else does."""

import pytest

from tests.client import TestClient
from tests.web.pages.test_answers import page

VISIT = "swap-out/onsite-visit/due?level=bronze&distance_km=9"


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize(
    ("address", "look"),
    [
        ("swap-out/onsite-visit/free", "button"),
        (f"{VISIT}&logged_at=2026-01-15T09:00&state=sa", "button quiet"),
        ("swap-out/refund/covered?cancelled_by=customer", "button quiet"),
    ],
)
def test_a_line_stands_out_where_the_next_thing_is_to_ring_it(
    client: TestClient, lang: str, address: str, look: str
) -> None:
    """Not where the call has been made and a unit is to be packed, nor where it is there for other matters."""
    shown = page(client, f"/{lang}/{address}")
    assert [one.attributes["class"] for one in shown.all("a", href="tel:13006324357")] == [look]


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_whoever_waits_for_a_key_that_the_document_names_nobody_for_finds_more_than_one_way(
    client: TestClient, lang: str
) -> None:
    shown = page(client, f"/{lang}/desknets-web-meeting/key-reissue/due?accepted_at=2026-01-13T10:00")
    assert {"tel:0800-500-6330", "mailto:neotech@desknets.com"} <= {*shown.links()}


@pytest.mark.parametrize(
    ("logged", "looks"),
    [
        ("2026-01-15T15:31", ["caveat", "caveat sure"]),  # it is to come, and may be told by another clock
        ("2026-01-14T15:31", ["caveat sure", "caveat"]),  # by which clock is all that may turn it
    ],
)
def test_of_two_remarks_the_graver_one_stands_out(client: TestClient, logged: str, looks: list[str]) -> None:
    shown = page(client, f"/en/swap-out/onsite-visit/due?level=gold&distance_km=9&logged_at={logged}&state=vic")
    found = [one.attributes["class"] for one in shown.all("div") if "caveat" in one.attributes.get("class", "")]
    assert found == looks
