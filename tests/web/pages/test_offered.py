"""What a question may state is offered and never lost, and from whatever it was taken for a way leads back to it."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.match.question import Matcher
from assistant.match.ranking import UNRANKED, Outcome
from assistant.match.understanding import Offered, Understanding, Why
from assistant.model.policy import Library
from assistant.present.sentences import QUESTIONS
from tests.client import TestClient
from tests.site import LATER, application
from tests.web.markup import Markup
from tests.web.pages.test_box import VISIT


def test_what_may_be_meant_is_chosen_and_no_way_on_drops_it(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered = (
        Offered("level", ("gold", "silver"), 0, 4, "several"),
        Offered("state", ("nsw",), 5, 8, "denied"),
        Offered("logged_at", ("2026-01-14T03:30", "2026-01-14T15:30"), 10, 14, "open"),
    )
    monkeypatch.setattr(
        Matcher, "understand", lambda *_: Understanding((VISIT,), {"distance_km": "20"}, "sure", offered=offered)
    )
    asked = {"q": "gold NSW, 3:30, 20 km"}
    page = Markup(client.get("/en/ask", params=asked).text)
    radios = [(one.attributes["name"], one.attributes["value"]) for one in page.all("input", type="radio")]
    assert radios == [
        ("level", "gold"), ("level", "silver"), ("level", ""),
        ("logged_at", "2026-01-14T03:30"), ("logged_at", "2026-01-14T15:30"), ("logged_at", ""),
    ], "what is denied is nobody's wish"  # fmt: skip
    assert ["checked" in one.attributes for one in page.all("input", type="radio")] == [False] * 6
    assert all("required" in one.attributes for one in page.all("input", type="radio")), "no press asks the same again"
    times = [one.text.strip() for one in page.all("label") if "14 Jan 2026" in one.text]
    assert times == ["Wed 14 Jan 2026, 03:30 (Adelaide time)", "Wed 14 Jan 2026, 15:30 (Adelaide time)"]
    legends = [legend.text.strip() for legend in page.all("legend")]
    assert "When was the call logged (Adelaide time)?" in legends, "a time is told with its clock"
    assert {one.attributes["value"] for one in page.all("button", name="take")} == {
        f"swap-out/onsite-visit/{aspect}" for aspect in QUESTIONS
    }, "every way on sends what is chosen"
    form = {**asked, **{one.attributes["name"]: one.attributes["value"] for one in page.all("input", type="hidden")}}
    for aspect in QUESTIONS:
        chosen = {**form, "level": "silver", "logged_at": "2026-01-14T15:30", "take": f"swap-out/onsite-visit/{aspect}"}
        own = Markup(client.get("/en/ask", params=chosen).text).one("div", class_="taken").attributes["data-address"]
        assert own.endswith(f"/{aspect}?level=silver&distance_km=20&logged_at=2026-01-14T15:30")
    left = {**form, "level": "", "logged_at": "", "take": "swap-out/onsite-visit/due"}
    level = Markup(client.get("/en/ask", params=left).text).one("input", id="level")
    assert level.attributes["id"] == "level", "whoever chooses none is asked"


@pytest.mark.parametrize(
    ("facts", "moments"),
    [({"state": "nsw"}, ["2026-01-14T10:40", "2026-01-14T10:10"]), ({}, ["2026-01-14T10:40"])],
)
def test_a_time_on_a_clock_that_is_not_known_may_be_that_of_the_place_and_is_never_said_to_be_ours(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, facts: dict[str, str], moments: list[str]
) -> None:
    offered = (Offered("logged_at", ("2026-01-14T10:40",), 0, 13, "open"),)
    understood = Understanding((VISIT,), facts, "sure", offered=offered)
    monkeypatch.setattr(Matcher, "understand", lambda *_: understood)
    page = Markup(client.get("/en/ask", params={"q": "10:40 my time"}).text)
    assert [one.attributes["value"] for one in page.all("input", type="radio")] == [*moments, ""]
    assert "We are not sure how “10:40 my time” is meant." in page.one("main").text


@pytest.mark.parametrize("why", ["unsure", "about", "open", "asked", "other", "coming"])
@pytest.mark.parametrize("values", [("gold",), ("gold", "silver")])
def test_of_what_is_doubtful_nothing_is_chosen_beforehand(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, why: Why, values: tuple[str, ...]
) -> None:
    """A question whose answer is given already is none: one press would take what nobody has said."""
    offered = (Offered("level", values, 0, 4, why),)
    monkeypatch.setattr(Matcher, "understand", lambda *_: Understanding((VISIT,), {}, "sure", offered=offered))
    page = Markup(client.get("/en/ask?q=gold").text)
    radios = [("checked" in one.attributes, one.attributes["value"]) for one in page.all("input", type="radio")]
    assert radios == [*((False, value) for value in values), (False, "")]


def test_back_asks_nothing_that_the_question_told(client: TestClient) -> None:
    asked = {"q": "when does the on-site visit come for gold"}
    page = Markup(client.get("/en/ask", params={**asked, "level": "gold", "take": "swap-out/onsite-visit/due"}).text)
    assert not [link for link in page.links() if "change=level" in link][1:], "only beside what was entered"


@pytest.mark.parametrize(
    ("lang", "typed"),
    [
        ("ja", "含まれる作業は何ですか。設置場所までの距離は120kmです"),
        ("en", "which work is included, and when do you come to a site at 120 km"),
    ],
)
def test_what_is_typed_counts_for_whatever_is_chosen(client: TestClient, lang: str, typed: str) -> None:
    """The topic that comes nearest cannot be told a distance; the one that somebody chose can."""
    chosen = client.get(f"/{lang}/ask", params={"q": typed, "take": "swap-out/onsite-visit/due"})
    assert "distance_km=120" in Markup(chosen.text).one("div", class_="taken").attributes["data-address"]


def test_back_leads_to_the_question_with_its_words(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """From an answer and from a question alike, whether what was typed was sure or chosen from what is offered."""
    monkeypatch.setattr(Matcher, "understand", lambda *_: Understanding((VISIT,), {}, "sure"))
    facts = "level=gold&distance_km=20&logged_at=2026-01-14T15:30&state=sa"
    for chosen in ("", "&take=swap-out/onsite-visit/due", f"&take=swap-out/onsite-visit/due&{facts}"):
        page = Markup(client.get(f"/en/ask?q=licence+visit{chosen}").text)
        (back,) = {link for link in page.links() if "choose=again" in link}
        led = Markup(client.get(back).text)
        assert led.one("input", id="q").attributes["value"] == "licence visit"
        assert list(led.all("section", class_="card best")), "what was understood stands first again"
        assert not [one for one in page.all("a") if "start again" in one.text]


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("outcome", ["sure", "doubt"])
def test_a_person_is_named_whatever_was_understood(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, lang: str, outcome: Outcome
) -> None:
    """On the choice, and on the first question that a sure match leads to."""
    called = "tel:13006324357"
    monkeypatch.setattr(Matcher, "understand", lambda *_: Understanding((VISIT,), {}, outcome))
    for how in ({}, {"choose": "again"}, {"choose": "yes"}):
        page = Markup(client.get(f"/{lang}/ask", params={"q": "no picture", **how}).text)
        assert called in page.links()


@pytest.mark.parametrize(
    ("score", "vague", "bare", "outcome", "first"),
    [
        (59, True, False, "doubt", True),
        (60, True, False, "doubt", False),
        (60, False, True, "doubt", True),
        (59, False, False, "doubt", False),
        (30, True, False, "sure", False),
    ],
)
def test_what_is_asked_most_stands_before_what_may_be_chance(
    client: TestClient,
    monkeypatch: pytest.MonkeyPatch,
    score: float,
    vague: bool,
    bare: bool,
    outcome: Outcome,
    first: bool,
) -> None:
    ranking = replace(UNRANKED, vague=vague, bare=bare)
    match = replace(VISIT, score=score, aspect=None, plain=False)
    monkeypatch.setattr(Matcher, "understand", lambda *_: Understanding((match,), {}, outcome, ranking=ranking))
    headings = [one.text for one in Markup(client.get("/en/ask?q=what+should+I+do").text).all("h2")]
    assert ("What people ask most" in headings[:1]) == first
    assert "On-site visit" in headings, "what it may be all the same"


def test_what_a_question_asks_in_its_own_words_stands_before_what_is_asked_most(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    ranking = replace(UNRANKED, vague=True)
    match = replace(VISIT, score=54, aspect="due", plain=True)
    monkeypatch.setattr(Matcher, "understand", lambda *_: Understanding((match,), {}, "doubt", ranking=ranking))
    headings = [one.text for one in Markup(client.get("/en/ask?q=open+on+new+years+day").text).all("h2")]
    assert headings.index("On-site visit") < headings.index("What people ask most")


def test_where_nothing_is_found_each_policy_has_what_is_asked_most(client: TestClient) -> None:
    page = Markup(client.get("/ja/ask?q=こんにちは").text)
    shown = page.links()
    most = ("desknets-web-meeting/key-reissue/due", "swap-out/onsite-visit/free")
    asked = [shown.index(f"/ja/{place}") for place in most]
    assert max(asked) < shown.index("/ja/swap-out/refund/"), "before the list of all topics"


@pytest.mark.parametrize(
    ("score", "outcome", "ended_first"), [(59, "doubt", False), (60, "doubt", True), (59, "sure", True)]
)
def test_where_it_may_be_chance_what_has_ended_comes_last(
    library: Library, locales: Path, monkeypatch: pytest.MonkeyPatch, score: float, outcome: Outcome, ended_first: bool
) -> None:
    matches = tuple(
        replace(VISIT, policy=policy, topic=topic, score=score, aspect=None, plain=False)
        for policy, topic in (("licence-desk", "resolution-time"), ("swap-out", "onsite-visit"))
    )
    monkeypatch.setattr(Matcher, "understand", lambda *_: Understanding(matches, {}, outcome))
    page = Markup(TestClient(application(library, locales, now=LATER)).get("/en/ask?q=what+should+I+do").text)
    topics = [one.text for one in page.all("h2", class_="h3")]
    assert topics.index("How long a request takes") < topics.index("On-site visit") or not ended_first
    assert topics.index("On-site visit") < topics.index("How long a request takes") or ended_first


def test_what_has_ended_comes_last_and_says_so_beside_what_has_not(
    library: Library, locales: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = ("licence-desk", "resolution-time", 70), ("licence-desk", "request-service", 36)
    matches = [replace(VISIT, policy=policy, topic=topic, score=score) for policy, topic, score in desk]
    told = (replace(VISIT, score=81), *matches, replace(VISIT, topic="price", score=30))
    monkeypatch.setattr(Matcher, "understand", lambda *_: Understanding(told, {}, "doubt"))
    page = Markup(TestClient(application(library, locales, now=LATER)).get("/en/ask?q=no+picture").text)
    assert [one.text for one in page.all("h2", class_="h3")] == [
        "On-site visit", "Price of Swap-Out", "How long a request takes"
    ]  # fmt: skip
    assert "31 March 2026" in [one.text for one in page.all("section", class_="card")][-1]


REGISTERED = "bought cover on 1 May 2026 and registered it on 15 July 2026. In time?"


def test_a_day_that_may_be_asked_about_is_chosen_before_any_answer(client: TestClient) -> None:
    page = Markup(client.get("/en/ask", params={"q": REGISTERED}).text)
    radios = [one.attributes["value"] for one in page.all("input", type="radio", name="on")]
    assert radios == ["2026-07-15", ""]
    take = {"q": REGISTERED, "take": "swap-out/registration/covered", "cover_purchase_date": "2026-05-01"}
    chosen = Markup(client.get("/en/ask", params={**take, "on": "2026-07-15"}).text)
    assert chosen.one("div", class_="taken").attributes["data-address"].endswith("&on=2026-07-15")
    for on in ("2026-07-15", ""):
        assert "Your question names" not in client.get("/en/ask", params={**take, "on": on}).text, "it was chosen"


def test_a_day_that_nobody_has_chosen_is_told_above_the_answer(client: TestClient) -> None:
    take = {"q": REGISTERED, "take": "swap-out/registration/covered", "cover_purchase_date": "2026-05-01"}
    page = Markup(client.get("/en/ask", params=take).text)
    assert "Your question names Wed 15 Jul 2026." in page.one("div", class_="taken").text
    (way,) = [link for link in page.links() if "on=2026-07-15" in link]
    assert Markup(client.get(way).text).one("div", class_="taken").attributes["data-address"].endswith("&on=2026-07-15")


@pytest.mark.parametrize(
    ("lang", "place", "said"),
    [
        ("en", Offered("state", ("vic",), 5, 8, "other"), ["15:01 (15:31 in Victoria)", "15:31 (16:01 in Victoria)"]),
        ("ja", Offered("state", ("vic",), 5, 8, "other"), ["、ビクトリア州では15:31", "、ビクトリア州では16:01"]),
        ("en", Offered("state", ("sa",), 5, 8, "other"), ["15:01 (Adelaide time)", "15:31 (Adelaide time)"]),
        ("en", Offered("state", ("vic",), 5, 8, "denied"), ["15:01 (Adelaide time)", "15:31 (Adelaide time)"]),
        ("en", Offered("state", ("vic", "nsw"), 5, 8, "several"), ["15:01 (Adelaide time)", "15:31 (Adelaide time)"]),
    ],
)  # fmt: skip
def test_a_time_to_choose_says_whose_clock_it_is_on(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, lang: str, place: Offered, said: list[str]
) -> None:
    times = Offered("logged_at", ("2026-01-14T15:01", "2026-01-14T15:31"), 10, 15, "open")
    monkeypatch.setattr(Matcher, "understand", lambda *_: Understanding((VISIT,), {}, "sure", offered=(place, times)))
    page = Markup(client.get(f"/{lang}/ask", params={"q": "gold VIC, 15:31, 20 km"}).text)
    shown = [one.text.strip() for one in page.all("label") if one.attributes["for"].startswith("logged_at")]
    assert [one.endswith(told) for one, told in zip(shown, said, strict=False)] == [True, True], shown
