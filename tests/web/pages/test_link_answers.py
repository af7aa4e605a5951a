"""Every address in the guide for support staff leads to what the guide says of it."""

import re
from pathlib import Path

import pytest

from tests.client import TestClient
from tests.conftest import ROOT
from tests.web.markup import Markup

GUIDE = ROOT / "docs" / "link-answers.md"
ADDRESSES = sorted(set(re.findall(r"/(?:en|ja|api)/[A-Za-z0-9/_.?=&:;,-]+[A-Za-z0-9/]", GUIDE.read_text("utf-8"))))
MAKER = "/en/embedding"


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_address_in_the_guide_is_answered(client: TestClient, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 200, response.headers
    if response.headers["content-type"].startswith("text/html"):
        assert Markup(response.text).one("title").text


def test_the_guide_shows_every_form_of_an_answer() -> None:
    shown = " ".join(ADDRESSES)
    assert all(form in shown for form in (".txt?", ".md?", ".html?", "/code.svg?", "/ticket?", "unknown=", "edition="))


def test_the_link_of_the_guide_is_the_one_that_the_page_offers(client: TestClient) -> None:
    link = next(one for one in ADDRESSES if "edition=" in one and "ffffffffffff" not in one)
    page = Markup(client.get(re.sub(r"&edition=\w+", "", link)).text)
    offered = page.one("input", id="link").attributes["value"].removeprefix("https://help.example")
    assert [re.sub(r"[0-9a-f]{12}$", "", one) for one in (link, offered)] == [offered[:-12]] * 2


def test_no_address_sets_cookies(client: TestClient) -> None:
    assert [one for one in ADDRESSES if "set-cookie" in client.get(one).headers] == []


def test_answers_and_what_stands_in_frames_are_not_found_by_searching(client: TestClient) -> None:
    assert any("/embed;" in one for one in ADDRESSES)
    assert any("/panel/" in one for one in ADDRESSES)
    assert "Disallow: /api/" in client.get("/robots.txt").text
    for one in ADDRESSES:
        found = one.startswith("/api/") or one == MAKER
        assert (client.get(one).headers.get("x-robots-tag") == "noindex") != found, one


def test_who_looks_for_it_finds_the_page_that_makes_the_code_of_frames_not_every_choice_on_it(
    client: TestClient,
) -> None:
    assert MAKER in ADDRESSES
    assert "x-robots-tag" not in client.get(MAKER).headers
    assert client.get(f"{MAKER}?show=panel&accent=c2185b").headers["x-robots-tag"] == "noindex"


def test_the_guides_picture_is_there() -> None:
    pictures = re.findall(r"!\[[^]]+\]\(([^)]+)\)", GUIDE.read_text("utf-8"))
    assert pictures
    assert all(Path(GUIDE.parent / one).is_file() for one in pictures)
