"""Every page, in every language: it can be read, it leads on, and it has what each page must have."""

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import parse_qsl, urljoin

import pytest

from assistant.model.policy import Library
from tests.client import TestClient
from tests.web.markup import Markup

LANGUAGES = ("en", "ja")


MOST_ALIKE = 3
"""Addresses that differ only in the values of what is entered are pages of one kind: so many of each are looked at."""


def reached(client: TestClient, start: str) -> dict[str, Markup]:
    """The pages of the start's language that its links lead to, of each kind some; every link must lead to a page."""
    waiting, found, texts, kinds = [start], dict[str, Markup](), set[str](), Counter[tuple[str, ...]]()
    while waiting:
        path = waiting.pop().partition("#")[0]
        place, _, query = path.partition("?")
        kind = (place, *(name for name, _ in parse_qsl(query)))
        if path in found or path in texts or kinds[kind] >= MOST_ALIKE:
            continue
        kinds[kind] += 1
        response = client.get(path)
        assert response.status_code == 200, path
        if not response.headers["content-type"].startswith("text/html") or place.endswith(".html"):
            texts.add(path)
            continue
        found[path] = Markup(response.text)
        waiting += [link for link in found[path].links() if link.startswith(start)]
    return found


@pytest.fixture(scope="module", params=LANGUAGES)
def pages(request: pytest.FixtureRequest, client: TestClient) -> tuple[str, dict[str, Markup]]:
    """A language, and all its pages that can be reached without an answer."""
    lang = str(request.param)
    return lang, reached(client, f"/{lang}/")


def expected(library: Library, lang: str) -> Iterator[str]:
    yield f"/{lang}/"
    for name, policy in library.policies.items():
        yield f"/{lang}/{name}/"
        for topic in policy.topics.values():
            yield f"/{lang}/{name}/{topic.id}/"
            yield from (f"/{lang}/{name}/{topic.id}/{aspect}" for aspect in topic.aspects)


def test_links_lead_to_every_policy_topic_and_question(library: Library, pages: tuple[str, dict[str, Markup]]) -> None:
    lang, found = pages
    assert set(expected(library, lang)) <= set(found)


def test_every_page_says_its_language_and_its_name(pages: tuple[str, dict[str, Markup]]) -> None:
    lang, found = pages
    for path, page in found.items():
        html = page.one("html")
        assert (html.attributes["lang"], html.attributes["dir"]) == (lang, "ltr"), path
        assert page.one("h1").text.strip(), path
        assert page.one("h1").text.strip() in page.one("title").text, path


def test_no_page_has_an_id_twice_or_a_gap_that_nobody_filled(pages: tuple[str, dict[str, Markup]]) -> None:
    for path, page in pages[1].items():
        ids = page.ids()
        assert sorted(ids) == sorted(set(ids)), path
        said = page.one("body").text
        for written in page.all("code"):  # an address of the API, whose gaps are for its readers
            said = said.replace(written.text, "")
        assert not re.search(r"\{[a-z_]+\}|[\x00-\x08]", said), path


def test_every_link_inside_a_page_has_its_target(pages: tuple[str, dict[str, Markup]]) -> None:
    _, found = pages
    for path, page in found.items():
        for link in page.links():
            there, mark, anchor = link.partition("#")
            if mark and not there.startswith("http"):
                assert anchor in found[urljoin(path, there)].ids(), f"{path}: {link}"


def test_every_page_switches_to_itself_in_the_other_language(pages: tuple[str, dict[str, Markup]]) -> None:
    lang, found = pages
    other = "ja" if lang == "en" else "en"
    for path, page in found.items():
        (switch,) = page.all("a", hreflang=other)
        assert switch.attributes == {
            "href": f"/{other}{path.removeprefix(f'/{lang}')}",
            "lang": other,
            "hreflang": other,
        }


def test_no_page_needs_a_script_or_a_style_of_its_own(pages: tuple[str, dict[str, Markup]]) -> None:
    for path, page in pages[1].items():
        assert not list(page.all("style")), path
        assert all(script.attributes["src"].startswith("/static/") for script in page.all("script")), path
        assert [script.text for script in page.all("script") if script.text] == [], path
        loud = [e for e in page.elements if "style" in e.attributes or any(a.startswith("on") for a in e.attributes)]
        assert loud == [], path


def test_every_input_has_a_label(pages: tuple[str, dict[str, Markup]]) -> None:
    for path, page in pages[1].items():
        labelled = {label.attributes["for"] for label in page.all("label")}
        shown = [one for one in page.all("input") if one.attributes["type"] != "hidden"]
        assert {one.attributes["id"] for one in shown} <= labelled, path


@pytest.mark.parametrize(
    ("accepted", "start"),
    [
        ("ja", "/ja/"),
        ("ja-JP,en;q=0.5", "/ja/"),
        ("fr, ja;q=0.3, en;q=0.8", "/en/"),
        ("en;q=0, JA;q=0.1", "/ja/"),
        ("ja;q=0", "/en/"),
        ("ja; q=0.000, fr", "/en/"),
        ("fr;q=0.9, ja; q=0.2", "/ja/"),
        ("", "/en/"),
        ("*", "/en/"),
        ("xx;q=nonsense, ja", "/ja/"),
        (";;q=,,", "/en/"),
    ],
)
def test_the_root_alone_chooses_the_language(client: TestClient, accepted: str, start: str) -> None:
    response = client.get("/", headers={"accept-language": accepted})
    assert (response.status_code, response.headers["location"]) == (302, start)
    assert (response.headers["vary"], response.headers["cache-control"]) == ("Accept-Language", "no-store")
    assert client.get("/en/", headers={"accept-language": accepted}).headers["content-language"] == "en"


@pytest.mark.parametrize("path", ["/ja", "/en/swap-out", "/en/swap-out/price"])
def test_a_missing_slash_is_added(client: TestClient, path: str) -> None:
    response = client.get(path)
    assert (response.status_code, response.headers["location"]) == (303, f"{path}/")


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_start_shows_what_people_ask_most_and_an_example(client: TestClient, lang: str) -> None:
    page = Markup(client.get(f"/{lang}/").text)
    (sample,) = page.all("a", class_="sample")
    box = page.one("input", id="q")
    question = page.one("p", id=box.attributes["aria-describedby"] or "").text
    assert not box.attributes.get("placeholder"), "what does not fit into the box would be cut off"
    assert question.partition(":" if lang == "en" else "：")[2].strip() in sample.text, (
        "the example in the box is answered"
    )
    for link in (sample.attributes["href"] or "", *page.links()[2:8]):
        assert client.get(link).status_code == 200
    assert Markup(client.get(sample.attributes["href"] or "").text).one("h1").text in sample.text


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_every_word_is_explained_with_its_clauses(client: TestClient, library: Library, lang: str) -> None:
    page = Markup(client.get(f"/{lang}/words").text)
    named = {f"{policy.id}.{name}" for policy in library.policies.values() for name in policy.words}
    assert named <= set(page.ids())
    cited = {(policy.id, clause) for policy in library.policies.values() for term in policy.words.values()
             for clause in term.cites}  # fmt: skip
    assert {f"/{lang}/{policy}/clauses/#{clause}" for policy, clause in cited} <= set(page.links())


def test_words_are_explained_where_they_are_met(client: TestClient) -> None:
    page = Markup(client.get("/en/licence-desk/hwkc-replacement/free?system=sv9500").text)
    assert [one.attributes["title"] for one in page.all("abbr")].count("Software Assurance") == 1
    assert "/en/words" in page.links()
    assert "words" in page.ids()


def test_a_policy_page_shows_its_document_and_where_to_ask(client: TestClient, library: Library) -> None:
    page = Markup(client.get("/ja/desknets-web-meeting/").text)
    text = page.one("main").text
    assert "0800-500-6330" in text
    assert set(page.links()) >= {"mailto:neotech@desknets.com"}
    listed = Markup(client.get("/ja/desknets-web-meeting/clauses/").text)
    clauses = [clause.id for clause in library.policies["desknets-web-meeting"].outline.clauses]
    assert [one for one in listed.ids() if one in clauses] == clauses


def test_a_policy_that_has_ended_says_so(library: Library, client: TestClient) -> None:
    path = "/en/licence-desk/desk-closing/due"
    notice = library.policies["licence-desk"].about.ended
    assert notice is not None
    (shown,) = Markup(client.get(f"{path}?on=2026-04-01").text).all("div", class_="notice")
    assert notice.source in shown.text
    (shown,) = Markup(client.get(f"{path}?on=2026-03-31").text).all("div", class_="notice")
    assert notice.source not in shown.text


@pytest.mark.parametrize("path", ["/livez", "/readyz", "/version", "/static/site.css", "/static/icon.svg"])
def test_what_stands_beside_the_pages(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "nothing/", 404), ("GET", "swap-out/nothing/", 404), ("POST", "", 405), ("GET", "ask?q=%zz", 400),
        ("GET", f"ask?q={'a' * 9000}", 414), ("GET", "ask?q=xylophone+lessons", 200), ("GET", "accessibility", 200),
    ],
)  # fmt: skip
def test_a_person_is_never_far(client: TestClient, lang: str, method: str, path: str, status: int) -> None:
    response = client.request(method, f"/{lang}/{path}")
    page = Markup(response.text)
    assert response.status_code == status
    assert "tel:13006324357" in page.links()
    assert "tel:0800-500-6330" in page.links()
    hours = [one.text for one in page.all("span", class_="door open")]
    assert any("18:30" in one for one in hours), "and until when somebody is there"


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_hours_begin_a_line_whose_first_letter_is_a_capital_where_weekdays_are_small(
    client: TestClient, lang: str
) -> None:
    page = Markup(client.get(f"/{lang}/contacts").text)
    hours = [one.text for one in page.all("span") if one.attributes.get("class") == "hours"]
    assert hours
    assert all(":" in one for one in hours)
    assert ".hours::first-letter { text-transform: uppercase; }" in client.get("/static/site.css").text


def test_every_word_is_found_from_the_top_of_its_page(client: TestClient) -> None:
    page = Markup(client.get("/en/words").text)
    places = [one.attributes["id"] for one in page.all("div") if "." in one.attributes.get("id", "")]
    assert places
    assert [f"#{one}" for one in places] == [one for one in page.links() if one.startswith("#") and "." in one]
    assert "Customer Transition Programme" in next(one.text for one in page.all("dt") if one.text.startswith("CTP"))
