"""What somebody typed stands above every page that they go on to: a topic that was not suggested, and the ticket."""

from urllib.parse import urlsplit

import pytest

from tests.client import TestClient
from tests.web.markup import Markup

TYPED = {"en": "when does the on-site visit come for gold", "ja": "ゴールドの現地訪問はいつ来ますか"}
ASKED = "swap-out/onsite-visit/due"
SITE = {"level": "gold", "distance_km": "60", "state": "sa", "logged_at": "2026-01-14T10:00"}


def bar(page: Markup) -> str:
    return " ".join(one.text for one in page.all("div", class_="taken"))


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("topic", ["onsite-visit", "refund", "registration"])
def test_a_topic_that_is_chosen_instead_keeps_the_question(client: TestClient, lang: str, topic: str) -> None:
    choice = Markup(client.get(f"/{lang}/ask", params={"q": TYPED[lang], "choose": "yes"}).text)
    link = next(one for one in choice.links() if one.endswith(f"take=swap-out/{topic}"))
    page = Markup(client.get(link).text)
    assert TYPED[lang] in bar(page)
    (first, *_) = (one for one in page.links() if f"take=swap-out/{topic}/" in one)
    assert TYPED[lang] in bar(Markup(client.get(first).text))


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_ticket_keeps_the_question_and_so_does_the_way_back(client: TestClient, lang: str) -> None:
    answer = Markup(client.get(f"/{lang}/ask", params={"q": TYPED[lang], "take": ASKED, **SITE}).text)
    link = next(one for one in answer.links() if "ticket" in one)
    assert urlsplit(link).path == f"/{lang}/ask", "what was typed stands in the address of the box alone"
    ticket = Markup(client.get(link).text)
    assert TYPED[lang] in bar(ticket)
    assert all(TYPED[lang] not in one.text for one in ticket.all("textarea")), "nobody else is sent it"
    back = Markup(client.get(next(one for one in ticket.links() if f"take={ASKED}&" in one.replace("%2F", "/"))).text)
    assert (TYPED[lang] in bar(back), back.one("h1").text) == (True, answer.one("h1").text)


def test_without_a_question_typed_a_ticket_has_its_own_address(client: TestClient) -> None:
    page = Markup(client.get(f"/en/{ASKED}", params=SITE, follow_redirects=True).text)
    link = next(one for one in page.links() if "ticket" in one)
    assert urlsplit(link).path == f"/en/{ASKED}/ticket"
    assert bar(Markup(client.get(link).text)) == ""


@pytest.mark.parametrize(
    ("lang", "typed", "told", "quoted"),
    [
        ("en", "how soon is the visit on gold, 20 km, the lease has 3 years", "3 years", "“3 years”"),
        ("ja", "ゴールド、20キロの訪問はいつですか。リースは3年です", "3年", "「3年」"),
    ],
)
def test_an_amount_that_says_nothing_of_what_is_asked_is_named_as_typed(
    client: TestClient, lang: str, typed: str, told: str, quoted: str
) -> None:
    taken = Markup(client.get(f"/{lang}/ask", params={"q": typed, "take": ASKED}).text)
    assert [one.text for one in taken.all("q")] == [told]
    assert quoted in client.get(f"/{lang}/ask", params={"q": typed, "choose": "yes"}).text
