"""The question box says what it understood before any answer counts on it."""

from urllib.parse import parse_qsl, urlsplit

import pytest

from assistant.match.question import Matcher
from assistant.match.ranking import Outcome
from assistant.match.understanding import Found, Offered, Stated, Understanding, Why
from assistant.present.sentences import QUESTIONS
from tests.client import TestClient
from tests.conftest import ROOT, words_of
from tests.web.markup import Markup

DONGLE = "is a new dongle free with active SWA for an SV9500"
FOUND = (
    Found("licence-desk", "hwkc-replacement", "free", 80, "is a new dongle free", (), True),
    Found("licence-desk", "carrier-change", None, 50, "change a dongle", ()),
    Found("swap-out", "price", "free", 20, "what does it cost", ()),
)
STATED = "system=sv9500&swa=active"
VISIT = Found("swap-out", "onsite-visit", "due", 80, "when do you come", (), True)


def taken(page: Markup) -> dict[str, dict[str, str]]:
    """What each topic's questions are taken by where it first stands, and the facts that go with each, in order."""
    found: dict[str, dict[str, str]] = {}
    for asked in (dict(parse_qsl(urlsplit(link).query)) for link in page.links() if "&take=" in link):
        if (take := asked.pop("take")).count("/") > 1:  # else it leads to what the topic is about
            found.setdefault(take, {k: v for k, v in asked.items() if k != "q"})
    return found


@pytest.fixture(params=["sure", "doubt"])
def understood(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Whatever is asked is understood so, surely or in doubt."""
    outcome: Outcome = "sure" if request.param == "sure" else "doubt"
    understanding = Understanding(FOUND, {"system": "sv9500", "swa": "active"}, outcome)
    monkeypatch.setattr(Matcher, "understand", lambda *_: understanding)
    return outcome


def test_the_day_that_is_asked_about_goes_with_every_link(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    offered = (Offered("logged_at", (), 0, 6, "about"),)
    understanding = Understanding(FOUND[2:], {}, "sure", offered=offered, on=Stated("on", "2026-01-15", 0, 4))
    monkeypatch.setattr(Matcher, "understand", lambda *_: understanding)
    page = Markup(client.get("/en/ask", params={"q": "past 4, what does it cost"}).text)
    assert [e.text for e in page.all("dd")] == ["Thu 15 Jan 2026"]
    assert "past" in [e.text for e in page.all("mark")], "its words are marked like those of a fact"
    assert taken(page) == {"swap-out/price/free": {"on": "2026-01-15"}}
    assert "past 4" in " ".join(e.text for e in page.all("p", class_="soft")), "what is not certain is not passed over"


@pytest.mark.parametrize(
    ("told", "first"), [({"logged_at": "2026-01-15T16:00"}, "due"), ({"fault": "unit"}, "covered"), ({}, "free")]
)
def test_of_a_question_that_is_open_the_one_that_what_is_told_is_for_comes_first(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, told: dict[str, str], first: str
) -> None:
    found = Found("swap-out", "onsite-visit", None, 80, "on-site visit", (), True)
    monkeypatch.setattr(Matcher, "understand", lambda *_: Understanding((found,), told, "doubt"))
    page = Markup(client.get("/en/ask", params={"q": "rang for a visit"}).text)
    assert next(iter(taken(page))).rpartition("/")[2] == first


@pytest.mark.parametrize(
    ("outcome", "why", "values"),
    [("doubt", "several", ("30", "60")), ("sure", "several", ("60",)), ("sure", "range", ("60",))],
)
def test_no_value_is_named_of_a_topic_in_doubt_nor_one_alone_of_several(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, outcome: Outcome, why: Why, values: tuple[str, ...]
) -> None:
    offered = (Offered("distance_km", values, 0, 5, why),)
    monkeypatch.setattr(Matcher, "understand", lambda *_: Understanding((VISIT,), {}, outcome, offered=offered))
    page = Markup(client.get("/en/ask", params={"q": "50 or 60 km, when do you come"}).text)
    assert not [*page.all("input", name="distance_km")]
    assert {*taken(page)} == {f"swap-out/onsite-visit/{aspect}" for aspect in QUESTIONS}
    assert "50 or" in " ".join(e.text for e in page.all("p", class_="soft")), "it is asked for"


def test_what_is_understood_is_shown_before_an_answer_counts_on_it(
    client: TestClient, understood: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Understanding, "straight", False)
    page = Markup(client.get("/en/ask", params={"q": DONGLE}).text)
    assert next(page.all("bdi")).text == DONGLE
    assert [e.text for e in page.all("dd")] == ["SV9500", "Active SWA"]
    assert len(list(page.all("section", class_="card best"))) == (understood == "sure")
    answers, stated = taken(page), dict(parse_qsl(STATED))
    assert next(iter(answers)) == "licence-desk/hwkc-replacement/free", "what was asked comes first"
    assert answers["licence-desk/hwkc-replacement/free"] == stated
    assert answers["licence-desk/carrier-change/due"] == stated, "another topic of the policy takes the facts too"
    assert [*answers.items()][-1] == ("swap-out/price/free", {}), "they mean nothing to another policy"


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_sure_question_goes_straight_to_its_answer(client: TestClient, understood: str, lang: str) -> None:
    response = client.get(f"/{lang}/ask", params={"q": DONGLE})
    page = Markup(response.text)
    assert bool(list(page.all("div", class_="taken"))) == (understood == "sure")
    if understood == "sure":
        assert response.headers["cache-control"] == "no-store"
        assert page.one("bdi").text == DONGLE
        own = page.one("div", class_="taken").attributes["data-address"] or ""
        assert own == f"/{lang}/licence-desk/hwkc-replacement/free?{STATED}"
        answer = Markup(client.get(own).text)
        assert page.one("h1").text == answer.one("h1").text, "the answer as it stands at its own address"
        with_text = [link for link in page.links() if "dongle" in link]
        again, other = (next(link for link in with_text if f"choose={how}" in link) for how in ("again", "yes"))
        asking = {f"/{one}/ask" for one in ("en", "ja")}
        assert {urlsplit(link).path for link in with_text} == asking, "what was typed stands in no other address"
        assert list(Markup(client.get(again).text).all("section", class_="card best")), "the way back"
        back = Markup(client.get(other).text)
        assert back.one("input", id="q").attributes["value"] == DONGLE
        assert taken(back)["licence-desk/carrier-change/free"] == dict(parse_qsl(STATED))
        assert list(back.all("section", class_="card best")) == [], "nothing is put first again"
        assert any(one.endswith("&take=swap-out/refund") for one in back.links()), "every topic is listed"


@pytest.mark.parametrize(
    "doubtful",
    [
        Understanding((FOUND[1],), {}, "sure"),
        Understanding((FOUND[0],), {}, "sure", offered=(Offered("system", (), 0, 6, "about"),)),
        Understanding((FOUND[0],), {}, "sure", contacts=("licence-desk",)),
        Understanding((FOUND[0],), {"system": "no such system"}, "sure"),
    ],
    ids=["aspect", "fact", "people", "refused"],
)
def test_any_doubt_leads_to_the_choice(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, doubtful: Understanding
) -> None:
    monkeypatch.setattr(Matcher, "understand", lambda *_: doubtful)
    monkeypatch.setattr("assistant.web.pages.meant.said", lambda *_: ())
    page = Markup(client.get("/en/ask", params={"q": DONGLE}).text)
    assert list(page.all("div", class_="taken")) == []
    assert len(list(page.all("section", class_="card best"))) == 1


@pytest.mark.usefixtures("understood")
def test_at_most_three_topics_are_offered(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    many = Understanding((*FOUND, *FOUND), {}, "doubt")
    monkeypatch.setattr(Matcher, "understand", lambda *_: many)
    page = Markup(client.get("/en/ask", params={"q": DONGLE}).text)
    assert len(list(page.all("h2", class_="h3"))) == 3


def test_what_was_understood_is_marked_in_the_question(client: TestClient) -> None:
    page = Markup(client.get("/en/ask", params={"q": DONGLE}).text)
    assert {"SV9500", "dongle"} <= {element.text for element in page.all("mark")}


def test_who_asks_for_people_is_shown_them(client: TestClient) -> None:
    asked = "what is the phone number for swap-out visits?"
    page = Markup(client.get("/en/ask", params={"q": asked}).text)
    assert page.one("h1").text == "Ask a person"


@pytest.mark.usefixtures("understood")
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_its_links_lead_on(client: TestClient, lang: str) -> None:
    page = Markup(client.get(f"/{lang}/ask", params={"q": DONGLE}).text)
    links = [link for link in page.links() if link.startswith(f"/{lang}/")]
    assert {client.get(link).status_code for link in links} == {200}


@pytest.mark.parametrize(("lang", "q"), [("en", DONGLE), ("ja", "ドングルの交換は無料ですか")])
def test_a_question_finds_its_topic(client: TestClient, lang: str, q: str) -> None:
    page = Markup(client.get(f"/{lang}/ask", params={"q": q, "choose": "yes"}).text)
    assert "licence-desk/hwkc-replacement/free" in taken(page)


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


@pytest.mark.parametrize(("lang", "q"), [("en", "What is an LMC?"), ("ja", "LMCとは")])
def test_who_asks_what_a_word_means_is_led_to_it(client: TestClient, lang: str, q: str) -> None:
    response = client.get(f"/{lang}/ask", params={"q": q})
    assert (response.status_code, response.headers["cache-control"]) == (303, "no-store")
    path, _, anchor = response.headers["location"].partition("#")
    assert path == f"/{lang}/words", "no word of the question goes along"
    assert anchor in Markup(client.get(path).text).ids()


@pytest.mark.parametrize(("q", "topics"), [("LMC", True), ("GPO", False)])
def test_a_bare_word_is_explained_beside_what_it_may_mean(client: TestClient, q: str, topics: bool) -> None:
    page = Markup(client.get("/en/ask", params={"q": q}).text)
    assert q in [heading.text for heading in page.all("h2")]
    assert any("carrier-change" in name for name in taken(page)) == topics


@pytest.mark.parametrize(
    ("lang", "q"),
    [
        ("en", "whats the email address"), ("en", "I want to talk to a real person"), ("en", "who do we phone"),
        ("ja", "メールアドレス教えて"), ("ja", "人と話したい"), ("ja", "担当者につないでください"),
    ],
)  # fmt: skip
def test_people_who_are_asked_for_come_first(client: TestClient, lang: str, q: str) -> None:
    """Whoever asks for people has asked nothing that no topic answers."""
    page, words = Markup(client.get(f"/{lang}/ask", params={"q": q}).text), words_of(ROOT / "locales", lang)
    headings = [one.text for one in page.all("h1")] + [one.text for one in page.all("h2")]
    assert words.say("No topic answers this question").text not in headings
    assert words.say("Ask a person").text in headings[:2]
