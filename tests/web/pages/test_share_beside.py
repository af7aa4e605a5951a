"""Two answers side by side: every row of both, what differs marked in words, and the same as text."""

import pytest

from tests.client import TestClient
from tests.web.markup import Markup

VISIT = "/en/swap-out/onsite-visit/due"
SITE = "distance_km=120&logged_at=2026-01-14T12:00&state=sa"
BOTH = f"{VISIT}/compare?level=gold&{SITE}&with.level=bronze"
DONGLE = "/en/licence-desk/hwkc-replacement/free"


@pytest.mark.parametrize(
    ("answer", "offered"),
    [
        (f"{VISIT}?level=gold&{SITE}", ["Bronze", "Silver"]),
        (f"{DONGLE}?system=sv9500&swa=active", ["No active SWA"]),
        ("/en/swap-out/renewal-notice/due?term_end=2026-06-30", []),
    ],
)
def test_an_answer_offers_what_it_may_be_compared_with_in_one_press(
    client: TestClient, answer: str, offered: list[str]
) -> None:
    page = Markup(client.get(answer).text)
    links = [one for one in page.all("a") if "/compare?" in one.attributes["href"]]
    assert [one.text for one in links] == offered
    for one in links:
        assert client.get(one.attributes["href"]).status_code == 200


@pytest.mark.parametrize(
    ("lang", "by", "offered", "heading"),
    [
        ("en", "Compare by Listed in the price book", "No",
         "Listed in the price book: Yes and Listed in the price book: No side by side"),
        ("ja", "価格表への掲載を変えて比較", "いいえ", "「価格表への掲載：はい」と「価格表への掲載：いいえ」の比較"),
    ],
)  # fmt: skip
def test_a_yes_or_a_no_is_compared_with_what_it_answers(
    client: TestClient, lang: str, by: str, offered: str, heading: str
) -> None:
    page = Markup(client.get(f"/{lang}/swap-out/eligibility/covered?in_price_book=yes&in_warranty=yes").text)
    assert by in [one.text.removesuffix(offered).strip() for one in page.all("p", class_="share")]
    link = next(one for one in page.all("a") if "/compare?" in one.attributes["href"])
    assert link.text == offered
    assert Markup(client.get(link.attributes["href"]).text).one("h1").text == heading


def test_what_differs_is_marked_in_words_and_what_does_not_is_not(client: TestClient) -> None:
    page = client.get(BOTH).text
    rows = page.split("<tr")[2:]
    marked = [one for one in rows if "differs</span>" in one]
    assert len(rows) > len(marked) > 0
    assert "Fri 16 Jan 2026, 17:00" in page
    assert "Wed 21 Jan 2026, 17:00" in page
    assert any("120 km" in one for one in rows if one not in marked)
    assert "<p>Customer</p><p>With Bronze" in page, "whose step each is"


def test_the_same_as_text_with_its_address(client: TestClient) -> None:
    response = client.get(BOTH.replace("compare?", "compare.txt?"))
    assert response.headers["content-type"].startswith("text/plain")
    assert "Visit due by (differs)" in response.text
    assert "Gold: Fri 16 Jan 2026, 17:00" in response.text
    assert "Bronze: Wed 21 Jan 2026, 17:00" in response.text
    link = response.text.strip().rpartition("\n")[2]
    assert link.endswith(f"/compare?level=gold&{SITE}&on=2026-01-15&with.level=bronze")
    assert client.get(link.partition(".example")[2]).status_code == 200


@pytest.mark.parametrize(
    ("query", "leads"),
    [
        (f"level=gold&{SITE}", f"{VISIT}?level=gold&{SITE}"),
        (f"level=gold&{SITE}&with.level=gold", f"{VISIT}?level=gold&{SITE}"),
        (f"level=gold&{SITE}&with.level=lead", f"{VISIT}?level=gold&{SITE}"),
        ("level=gold&with.level=bronze", f"{VISIT}/compare?level=gold&with.level=bronze"),
    ],
)
@pytest.mark.parametrize("kind", ["", ".txt"])
def test_where_there_are_no_two_answers_it_leads_to_what_there_is(
    client: TestClient, query: str, leads: str, kind: str
) -> None:
    response = client.get(f"{VISIT}/compare{kind}?{query}", follow_redirects=True)
    assert response.url.path + "?" + response.url.query.decode() == leads
    assert "<h1" in response.text


def test_what_is_still_open_of_two_answers_is_asked_and_none_of_them_is_lost(client: TestClient) -> None:
    where = f"{VISIT}/compare?level=gold&distance_km=120&with.level=bronze"
    while "/compare" in where and "<table" not in (text := client.get(where, follow_redirects=True).text):
        page = Markup(text)
        hidden = {one.attributes["name"]: one.attributes["value"] for one in page.all("input", type="hidden")}
        assert hidden["with.level"] == "bronze"
        answers = {"logged_at": "2026-01-14T12:00", "state": "sa"}
        asked = hidden["asked"]
        sent = {**hidden, asked: answers.pop(asked)}
        where = str(client.get(page.one("form", class_="form").attributes["action"], params=sent).headers["location"])
    assert where == BOTH


def test_several_facts_may_differ(client: TestClient) -> None:
    page = client.get(f"{BOTH}&with.distance_km=band:remote").text
    assert "Bronze and Over 250 km" in page
