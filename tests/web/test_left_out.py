"""A language that leaves a policy out: its pages stand whole in another one, and nothing leads to halves of them."""

from pathlib import Path
from shutil import copytree

import pytest

from assistant.model.policy import Library
from tests.browser.kinds import KINDS, site
from tests.client import TestClient
from tests.web.markup import Markup


@pytest.fixture(scope="module")
def lacking(library: Library, locales: Path, tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """The site with Japanese that leaves one policy out."""
    folder = copytree(locales, tmp_path_factory.mktemp("lacking"), dirs_exist_ok=True)
    with (folder / "ja" / "language.yaml").open("a", encoding="utf-8") as file:
        file.write("without: [swap-out]\n")
    return TestClient(site(library, folder), follow_redirects=False)


@pytest.mark.parametrize(
    ("path", "elsewhere"),
    [
        ("swap-out/", "swap-out/"),
        ("swap-out/onsite-visit/due?level=gold", "swap-out/onsite-visit/due?level=gold"),
        ("swap-out/onsite-visit/due.ics?level=gold", "swap-out/onsite-visit/due.ics?level=gold"),
        (KINDS["ask-straight"], KINDS["ask-straight"]),
        ("ask?q=ICE&take=swap-out/fees/free", "ask?q=ICE&take=swap-out/fees/free"),
        ("licence-desk/", None),
        ("ask?q=%E6%9B%B4%E6%96%B0", None),
    ],
)
def test_a_page_that_its_language_leaves_out_is_whole_in_another(
    lacking: TestClient, path: str, elsewhere: str | None
) -> None:
    assert lacking.get(f"/ja/{path}").headers.get("location") == (elsewhere and f"/en/{elsewhere}")


@pytest.mark.parametrize("path", ["/%6Aa/swap-out/?on=1", "/j%61/swap-out/?on=1", "/ja%2Fswap-out/?on=1"])
def test_an_address_in_other_signs_leads_elsewhere_and_not_to_itself(lacking: TestClient, path: str) -> None:
    assert lacking.get(path).headers["location"] == "/en/swap-out/?on=1"


def test_the_start_asks_what_its_language_has_and_says_where_the_rest_stands(lacking: TestClient) -> None:
    page = Markup(lacking.get("/ja/").text)
    linked = [one.attributes["href"] for one in page.all("a") if "swap-out" in one.attributes["href"]]
    assert linked
    assert all(one.startswith("/en/swap-out/") for one in linked), "the card's own"
    assert not [one for one in linked if "?" in one or one.count("/") > 4], "no questions, which it asks in its own"
    marked = [one.text for one in page.all("span", class_="soft") if one.attributes.get("lang") == "en"]
    assert marked == ["English"]


def test_a_page_has_no_counterpart_in_a_language_that_leaves_it_out(lacking: TestClient) -> None:
    for path in ("swap-out/", "swap-out/onsite-visit/due"):
        page = Markup(lacking.get(f"/en/{path}").text)
        assert "ja" not in {one.attributes.get("hreflang") for one in page.all("link")}
        [led] = [one.attributes["href"] for one in page.all("a") if one.attributes.get("hreflang") == "ja"]
        assert led == "/ja/"
    assert "/ja/swap-out/" not in lacking.get("/sitemap.xml").text
