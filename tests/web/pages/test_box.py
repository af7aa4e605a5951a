"""The question box says what it understood before any answer counts on it."""

import datetime as dt

import pytest
from starlette.testclient import TestClient

from assistant.match.question import Matcher
from assistant.match.ranking import Outcome
from assistant.match.understanding import Found, Offered, Understanding
from assistant.present.sentences import QUESTIONS
from tests.web.markup import Markup

DONGLE = "is a new dongle free with active SWA for an SV9500"
FOUND = (
    Found("licence-desk", "hwkc-replacement", "free", 80, "is a new dongle free", ()),
    Found("licence-desk", "carrier-change", None, 50, "change a dongle", ()),
    Found("swap-out", "price", "free", 20, "what does it cost", ()),
)
STATED = "system=sv9500&swa=active"


@pytest.fixture(params=["sure", "doubt"])
def understood(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Whatever is asked is understood so, surely or in doubt."""
    outcome: Outcome = "sure" if request.param == "sure" else "doubt"
    understanding = Understanding(FOUND, {"system": "sv9500", "swa": "active"}, outcome)
    monkeypatch.setattr(Matcher, "understand", lambda *_: understanding)
    return outcome


def test_the_day_that_is_asked_about_goes_with_every_link(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    offered = (Offered("logged_at", (), 0, 6, "about"),)
    understanding = Understanding(FOUND[2:], {}, "sure", offered=offered, day=dt.date(2026, 1, 15))
    monkeypatch.setattr(Matcher, "understand", lambda *_: understanding)
    page = Markup(client.get("/en/ask", params={"q": "past 4, what does it cost"}).text)
    assert [e.text for e in page.all("dd")] == ["Thu 15 Jan 2026"]
    assert "/en/swap-out/price/free?on=2026-01-15" in page.links()
    assert "past 4" in " ".join(e.text for e in page.all("p", class_="soft")), "what is not certain is not passed over"


def test_what_is_understood_is_shown_before_an_answer_counts_on_it(client: TestClient, understood: str) -> None:
    page = Markup(client.get("/en/ask", params={"q": DONGLE}).text)
    assert page.one("bdi").text == DONGLE
    assert [e.text for e in page.all("dd")] == ["SV9500", "Active SWA"]
    assert len(list(page.all("section", class_="card best"))) == (understood == "sure")
    answers = [link for link in page.links() if link.rpartition("/")[2].partition("?")[0] in QUESTIONS]
    assert answers[0] == f"/en/licence-desk/hwkc-replacement/free?{STATED}", "what was asked comes first"
    assert f"/en/licence-desk/carrier-change/due?{STATED}" in answers, "another topic of the policy takes the facts too"
    assert answers[-1] == "/en/swap-out/price/free", "they mean nothing to another policy"


@pytest.mark.usefixtures("understood")
def test_at_most_three_topics_are_offered(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    many = Understanding((*FOUND, *FOUND), {}, "doubt")
    monkeypatch.setattr(Matcher, "understand", lambda *_: many)
    page = Markup(client.get("/en/ask", params={"q": DONGLE}).text)
    assert len(list(page.all("section", class_="card"))) == 3


def test_what_was_understood_is_marked_in_the_question(client: TestClient) -> None:
    page = Markup(client.get("/en/ask", params={"q": DONGLE}).text)
    assert {"SV9500", "dongle"} <= {element.text for element in page.all("mark")}


def test_who_asks_for_people_is_shown_them(client: TestClient) -> None:
    asked = "what is the phone number for swap-out visits?"
    page = Markup(client.get("/en/ask", params={"q": asked}).text)
    assert "Ask a person" in [heading.text for heading in page.all("h2")]


@pytest.mark.usefixtures("understood")
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_its_links_lead_on(client: TestClient, lang: str) -> None:
    page = Markup(client.get(f"/{lang}/ask", params={"q": DONGLE}).text)
    links = [link for link in page.links() if link.startswith(f"/{lang}/")]
    assert {client.get(link).status_code for link in links} == {200}


@pytest.mark.parametrize(("lang", "q"), [("en", DONGLE), ("ja", "ドングルの交換は無料ですか")])
def test_a_question_finds_its_topic(client: TestClient, lang: str, q: str) -> None:
    links = Markup(client.get(f"/{lang}/ask", params={"q": q}).text).links()
    assert any(link.startswith(f"/{lang}/licence-desk/hwkc-replacement/free") for link in links)


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_question_out_of_scope_gets_no_guess_but_the_topics(client: TestClient, lang: str) -> None:
    response = client.get(f"/{lang}/ask", params={"q": "tell me a joke"})
    page = Markup(response.text)
    assert response.status_code == 200
    assert list(page.all("section", class_="card best")) == []
    assert {f"/{lang}/swap-out/refund/", f"/{lang}/licence-desk/voucher/"} <= set(page.links())
    assert page.one("input", id="q").attributes["value"] == "tell me a joke"


@pytest.mark.parametrize("query", ["", "?q=", "?q=%20%E3%80%80"])
def test_an_empty_question_is_asked_for_again(client: TestClient, query: str) -> None:
    response = client.get(f"/en/ask{query}")
    page = Markup(response.text)
    assert response.status_code == 422
    assert page.one("title").text.startswith("Error: ")
    assert page.one("p", id="q-fault").text.strip() == "Type your question."
    assert "aria-invalid" in page.one("input", id="q").attributes


def test_a_question_is_cut_and_shown_as_text(client: TestClient) -> None:
    question = "<b>{{7*7}}</b>" + "ｱ" * 600
    page = Markup(client.get("/ja/ask", params={"q": question}).text)
    assert page.one("input", id="q").attributes["value"] == question[:500]
    assert list(page.all("b")) == []
