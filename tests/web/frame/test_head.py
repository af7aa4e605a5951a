"""What a page tells search engines and chats: its address, its counterparts, and the answer as its title."""

import xml.etree.ElementTree as ET

import pytest

from assistant.model.policy import Library
from assistant.web.frame.head import territorial
from tests.client import TestClient
from tests.web.markup import Markup

URL = "https://help.example"
DONGLE = "licence-desk/hwkc-replacement/free"
SAID = "system=sv9500&swa=active&on=2026-01-15"
FOUND = ("/", "/swap-out/", "/licence-desk/hwkc-replacement/")


def read(client: TestClient, path: str) -> Markup:
    return Markup(client.get(path).text)


def properties(page: Markup) -> dict[str, str]:
    return {
        one.attributes["property"]: one.attributes["content"]
        for one in page.all("meta")
        if "property" in one.attributes
    }


@pytest.mark.parametrize("rest", FOUND)
@pytest.mark.parametrize("query", ["", "?utm_source=chat"])
def test_a_page_that_may_be_found_names_its_one_address(client: TestClient, rest: str, query: str) -> None:
    page = read(client, f"/ja{rest}{query}")
    assert page.one("link", rel="canonical").attributes["href"] == f"{URL}/ja{rest}"
    links = {
        one.attributes["hreflang"]: one.attributes["href"]
        for one in page.all("link", rel="alternate")
        if "hreflang" in one.attributes
    }
    anyone = f"{URL}/" if rest == "/" else f"{URL}/en{rest}"
    assert links == {"en": f"{URL}/en{rest}", "ja": f"{URL}/ja{rest}", "x-default": anyone}
    assert "x-robots-tag" not in client.get(f"/ja{rest}").headers


@pytest.mark.parametrize(
    "path", [f"/en/{DONGLE}", f"/en/{DONGLE}?{SAID}", f"/en/{DONGLE}?system=x", "/en/ask?q=dongle", "/en/nothing/"]
)
def test_what_must_not_be_found_has_no_such_address(client: TestClient, path: str) -> None:
    response = client.get(path)
    assert response.headers["x-robots-tag"] == "noindex"
    assert list(Markup(response.text).all("link", rel="canonical")) == []


def test_an_answer_unfurls_as_the_answer_without_what_was_said(client: TestClient) -> None:
    page = read(client, f"/en/{DONGLE}?{SAID}")
    assert properties(page) == {
        "og:type": "website",
        "og:site_name": "Policy assistant",
        "og:title": "Free of charge until Tue 31 Mar 2026.",
        "og:description": ("Replace a dongle or HWKC: Is it free? As of Thu 15 Jan 2026, from NEC Licence Desk 2024."),
        "og:locale": "en_GB",
        "og:locale:alternate": "ja_JP",
    }
    assert page.one("meta", name="description").attributes["content"] == properties(page)["og:description"]
    assert "SV9500" not in "".join(properties(page).values())


def test_an_answer_unfurls_in_its_own_language(client: TestClient) -> None:
    found = properties(read(client, f"/ja/{DONGLE}?{SAID}"))
    assert found["og:title"] == "2026年3月31日（火）まで無料です。"
    assert (found["og:locale"], found["og:locale:alternate"]) == ("ja_JP", "en_GB")
    assert "2026年1月15日（木）" in found["og:description"]


@pytest.mark.parametrize("rest", FOUND)
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_every_page_has_a_description_of_its_own(client: TestClient, lang: str, rest: str) -> None:
    descriptions = [
        read(client, f"/{lang}{one}").one("meta", name="description").attributes["content"] for one in FOUND
    ]
    assert len(set(descriptions)) == len(FOUND), descriptions
    assert all(len(text) > 10 for text in descriptions)
    assert properties(read(client, f"/{lang}{rest}"))["og:url"] == f"{URL}/{lang}{rest}"


def test_the_sitemap_names_every_policy_and_topic_in_every_language(client: TestClient, library: Library) -> None:
    response = client.get("/sitemap.xml")
    assert response.headers["content-type"] == "application/xml; charset=utf-8"
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    entries = ET.fromstring(response.text).findall("s:url", names)  # noqa: S314 (our own text)
    found = {entry.findtext("s:loc", "", names) for entry in entries}
    rests = [
        "/",
        *(f"/{p}/{page}" for p in library.policies for page in ("", "clauses/", "changes/")),
        *(f"/{name}/" for name in library.topics),
    ]
    assert found == {f"{URL}/{lang}{rest}" for lang in ("en", "ja") for rest in rests}
    for entry in entries:
        links = {one.attrib["hreflang"]: one.attrib["href"] for one in entry.findall("x:link", names)}
        assert set(links) == {"en", "ja", "x-default"}
        assert entry.findtext("s:loc", "", names) in links.values()
    assert {client.get(one.removeprefix(URL)).status_code for one in found} == {200}


def test_robots_may_read_pages_and_are_told_of_the_sitemap(client: TestClient) -> None:
    text = client.get("/robots.txt").text
    assert text == f"User-agent: *\nDisallow: /api/\nSitemap: {URL}/sitemap.xml\n"


def test_the_icons_stand_where_the_head_says(client: TestClient) -> None:
    page = read(client, "/en/")
    icons = [one.attributes["href"] for rel in ("icon", "apple-touch-icon") for one in page.all("link", rel=rel)]
    assert len(icons) == 3
    assert {client.get(icon).status_code for icon in icons} == {200}


@pytest.mark.parametrize(("locale", "whole"), [("ja", "ja_JP"), ("en_GB", "en_GB"), ("de", "de_DE"), ("tlh", "tlh")])
def test_a_locale_is_named_with_its_territory(locale: str, whole: str) -> None:
    assert territorial(locale) == whole
