"""That a day has passed, and not which it was, stands in the address like anything else that was said."""

import pytest

from tests.client import TestClient
from tests.web.pages.test_answers import page

ICE, VISIT = "desknets-web-meeting/ice-server", "swap-out/onsite-visit"
ENDED = {"en": "no longer guaranteed", "ja": "接続は保証されません"}
PASSED = {"en": "That day has passed.", "ja": "この日はすでに過ぎています。"}


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_one_address_has_one_answer_and_it_is_a_whole_one(client: TestClient, lang: str) -> None:
    """With its badge, what was said, a ticket, texts to share, and a link that lasts."""
    shown = page(client, f"/{lang}/{ICE}/covered?support_until=passed")
    assert ENDED[lang] in shown.one("h1").text
    assert list(shown.all("p", class_="pill now no"))
    assert PASSED[lang] in [one.text for one in shown.all("dd")]
    lasting = shown.one("input", id="link").attributes["value"]
    assert "support_until=passed&on=" in lasting
    links = [*shown.links()]
    assert f"/{lang}/{ICE}/covered/ticket?" in next(one for one in links if "/ticket?" in one)
    text = client.get(next(one for one in links if ".txt?" in one)).text
    assert PASSED[lang] in text
    assert ENDED[lang] in text


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("aspect", ["free", "covered"])
def test_what_has_ended_has_ended_for_every_question_of_the_topic(client: TestClient, lang: str, aspect: str) -> None:
    shown = page(client, f"/{lang}/{VISIT}/{aspect}?term_end=passed")
    assert PASSED[lang] in [one.text for one in shown.all("dd")]
    assert not list(shown.all("b", class_="yes"))


def test_a_question_that_says_so_leads_to_the_answer_with_that_address(client: TestClient) -> None:
    shown = page(client, "/en/ask?q=support has run out. can I still use the ICE server?")
    assert "support_until=passed" in shown.one("input", id="link").attributes["value"]
    before = f"&on=2025-11-01&take={ICE}/covered"
    earlier = page(client, f"/en/ask?q=support has run out. can I still use the ICE server?{before}")
    assert ENDED["en"] not in earlier.one("h1").text


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("support_until=passed&unknown=support_until", "unknown=support_until"),
        ("support_until.day=31&support_until.month=12&support_until.year=2026", "support_until=2026-12-31"),
        ("support_until=passed&asked=on&on.day=1&on.month=11&on.year=2025", "on=2025-11-01"),
    ],
)
def test_what_is_said_afterwards_counts_more(client: TestClient, query: str, told: str) -> None:
    """Also another day asked about: of an earlier one it was not said."""
    assert client.get(f"/en/{ICE}/covered?{query}").headers["location"] == f"/en/{ICE}/covered?{told}"


def test_a_fact_misspelt_beside_it_is_asked(client: TestClient) -> None:
    assert client.get(f"/en/{ICE}/covered?suport_until=passed").status_code == 422


@pytest.mark.parametrize(
    "query", ["price/free?cover_purchase_date=passed", "onsite-visit/covered?fault=passed", "price/free?years=passed"]
)
def test_where_it_makes_no_sense_it_is_refused(client: TestClient, query: str) -> None:
    """Of a day that always has, a choice, a number."""
    assert client.get(f"/en/swap-out/{query}").status_code == 422


def test_an_edition_that_a_link_names_is_asked_the_same(client: TestClient) -> None:
    once = "support_until=passed&on=2026-01-15"
    assert ENDED["en"] in page(client, f"/en/{ICE}/covered?{once}").one("h1").text
    assert ENDED["ja"] in client.get(f"/ja/{ICE}/covered.md?{once}").text
