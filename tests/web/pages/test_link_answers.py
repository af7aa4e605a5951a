"""Every address in the guide for support staff leads to what the guide says of it."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.conftest import ROOT
from tests.web.markup import Markup

GUIDE = ROOT / "docs" / "link-answers.md"
FRAMES = r"(?!(?:embed|panel)\b)"
"""What stands in frames is there where the operator names who may: tests/web/embed opens it."""
ADDRESSES = sorted(
    set(re.findall(rf"/(?:en|ja|api)/{FRAMES}[A-Za-z0-9/_.?=&:,-]+[A-Za-z0-9]", GUIDE.read_text("utf-8")))
)


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


def test_pages_set_no_cookies_and_keep_answers_out_of_searches(client: TestClient) -> None:
    for address in ADDRESSES:
        headers = client.get(address).headers
        assert "set-cookie" not in headers
        assert address.startswith(("/api/", "/en/embedding")) or headers["x-robots-tag"] == "noindex"


def test_the_guides_picture_is_there() -> None:
    pictures = re.findall(r"!\[[^]]+\]\(([^)]+)\)", GUIDE.read_text("utf-8"))
    assert pictures
    assert all(Path(GUIDE.parent / one).is_file() for one in pictures)
