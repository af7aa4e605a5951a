"""Below a prefix every link leads where the proxy shows the page, and nothing else is changed."""

import pytest
from starlette.applications import Starlette

from assistant.web.frame.rooted import ROOT, rooted
from tests.browser.kinds import ANSWER, VISIT
from tests.client import TestClient
from tests.site import PUBLIC
from tests.web.markup import Markup

ROOT_PATH = "/help/desk"
LINKING = "href", "src", "srcset", "action", "formaction", "data-suggest", "data-address"


@pytest.fixture
def below(app: Starlette) -> TestClient:
    """Asks as a server does whose proxy shows it below a prefix."""
    return TestClient(app, follow_redirects=False, root_path=ROOT_PATH)


@pytest.mark.parametrize("before", ["", ROOT_PATH])
@pytest.mark.parametrize("place", ["", VISIT, ANSWER, "swap-out/", "api", "nothing/", "ask?q=licence"])
def test_every_link_of_a_page_begins_with_it(below: TestClient, before: str, place: str) -> None:
    page = Markup(below.get(f"{before}/en/{place}").text)
    led = [one.attributes[name] for one in page.elements for name in LINKING if name in one.attributes]
    own = [address for address in led if address.startswith("/")]
    assert len(own) > 10
    assert [address for address in own if not address.startswith(f"{ROOT_PATH}/")] == []


def test_every_link_leads_to_a_page(below: TestClient) -> None:
    links = {link for link in Markup(below.get("/ja/").text).links() if link.startswith("/")}
    assert {below.get(link).status_code for link in links} <= {200, 303}


@pytest.mark.parametrize(("path", "to"), [("/", "/en/"), (ROOT_PATH, "/en/"), ("/en/swap-out", "/en/swap-out/")])
def test_it_leads_on_below_it(below: TestClient, path: str, to: str) -> None:
    response = below.get(path)
    assert (response.status_code, response.headers["location"]) in {(302, ROOT_PATH + to), (303, ROOT_PATH + to)}


def test_suggestions_lead_below_it(below: TestClient) -> None:
    links = Markup(below.get("/en/suggest?q=dongle").text).links()
    assert links
    assert all(link.startswith(f"{ROOT_PATH}/en/") for link in links)


def test_programs_are_told_the_same(below: TestClient, client: TestClient) -> None:
    path = "/api/v1/answers/licence-desk/hwkc-replacement/free?swa=active&system=sv9500&on=2026-01-15"
    assert below.get(path).json() == client.get(path).json()
    assert below.get(path).json()["permalink"].startswith(PUBLIC)


def test_what_is_no_link_of_ours_stays() -> None:
    page = '<a href="//other.example/">x</a><a href="#a">/en/</a><input value="/en/"><p>href=&#34;/en/&#34;</p>'
    assert rooted(page, {ROOT: "/x"}) == page
    assert rooted('<a href="/en/">x</a>', {ROOT: "/x"}) == '<a href="/x/en/">x</a>'
    assert rooted('<a href="/en/">x</a>', {}) == '<a href="/en/">x</a>'
