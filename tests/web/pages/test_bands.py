"""A number of which only the band decides: the bands are offered, and the number itself is taken too."""

import pytest

from tests.client import TestClient
from tests.web.markup import Markup

VISIT = "/en/swap-out/onsite-visit/due"
REST = "logged_at=2026-11-25T13:30&state=vic"
BANDS = ["band:metropolitan", "band:regional", "band:remote"]


def test_the_bands_and_the_number_are_offered_in_one_question(client: TestClient) -> None:
    page = Markup(client.get(f"{VISIT}?level=silver").text)
    assert [one.attributes["value"] for one in page.all("input", type="radio")] == BANDS
    assert [one.attributes["name"] for one in page.all("input", type="text")] == ["distance_km.number"]


@pytest.mark.parametrize(
    ("sent", "canonical"),
    [
        ("distance_km=band:regional", "band:regional"),
        ("distance_km=band:regional&distance_km.number=", "band:regional"),
        ("distance_km.number=120", "120"),
        ("distance_km=band:regional&distance_km.number=120 km", "120"),
        ("distance_km=over 250 km", "band:remote"),
    ],
)
def test_either_becomes_the_canonical_value(client: TestClient, sent: str, canonical: str) -> None:
    response = client.get(f"{VISIT}?level=silver&asked=distance_km&{sent}")
    assert response.headers["location"] == f"{VISIT}?level=silver&distance_km={canonical}"


@pytest.mark.parametrize("near", [("band:metropolitan", "50"), ("band:regional", "50.001"), ("band:remote", "250.5")])
def test_a_band_and_a_number_in_it_have_the_same_answer(client: TestClient, near: tuple[str, str]) -> None:
    dates = []
    for value in near:
        path = f"/api/v1/answers/swap-out/onsite-visit/due?level=silver&distance_km={value}&{REST}&on=2026-11-25"
        dates.append(client.get(path).json()["dates"])
    assert dates[0] == dates[1]


def test_what_would_change_the_answer_names_the_other_bands(client: TestClient) -> None:
    page = client.get(f"{VISIT}?level=silver&distance_km=band:regional&{REST}&on=2026-11-25").text
    assert "Up to 50 km" in page
    assert "distance_km=band:metropolitan" in page


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ("distance_km=band:metropolitan&distance_km.number=120", "is outside the range that you chose"),
        ("distance_km=band:remote&distance_km.number=250", "is outside the range that you chose"),
        ("distance_km=band:regional&distance_km.number=far", "Enter a number"),
        ("distance_km.number=about 60 km", "If 60 will do, enter that"),
        ("distance_km.number=約６０キロ", "If 60 will do, enter that"),
        ("distance_km.number=60くらい", "If 60 will do, enter that"),
        ("distance_km=roughly 60", "If 60 will do, enter that"),
        ("distance_km.number=about", "Enter a number"),
    ],
)
def test_what_contradicts_itself_or_is_not_exact_is_asked_back_and_kept(
    client: TestClient, sent: str, said: str
) -> None:
    response = client.get(f"{VISIT}?level=silver&asked=distance_km&{sent}")
    assert response.status_code == 422
    page = Markup(response.text)
    assert said in page.one("p", class_="fault").text
    number = page.one("input", type="text").attributes["value"]
    assert number == sent.rpartition("=")[2]


@pytest.mark.parametrize(
    "question", ["en/ask?q=remote site gold, when do you come", "ja/ask?q=遠隔地、ゴールド、いつ来ますか"]
)
def test_a_band_that_is_named_is_not_asked_for(client: TestClient, question: str) -> None:
    page = Markup(client.get(f"/{question}").text)
    assert page.one("input", name="distance_km").attributes["value"] == "band:remote"
    assert page.one("input", name="asked").attributes["value"] != "distance_km"
