"""What changed in a policy stands on a page of its own, in a feed and in the API."""

import datetime as dt
import re
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from assistant.i18n.load import languages, load_words
from assistant.library.publications import publications
from assistant.matching import load_speech
from assistant.model.edition import Approval, Name, Publication
from assistant.model.policy import Library
from assistant.settings import Settings
from assistant.web.app import make_app
from assistant.web.frame.operation import Operation
from assistant.web.frame.site import Site
from tests.client import TestClient
from tests.present.share.test_feed import TOLD
from tests.site import NOW, PUBLIC
from tests.web.frame.test_renamed import Deaf
from tests.web.markup import Markup

APPROVAL = Approval(edition="a", wording="b", name="Aiko <Mori>", role="owner", day=dt.date(2026, 3, 31))
LARGEST = 40_000


@pytest.fixture(scope="module")
def client(library: Library, locales: Path) -> TestClient:
    """The application; of one policy something is told."""
    known, settings = languages(locales), Settings()
    words = {name: load_words(locales, name, strict=True) for name in ("en", "ja")}
    site = Site(
        library, words, {name: known[name] for name in words}, load_speech(settings), lambda: NOW, PUBLIC,
        names={"licence-desk": Name("bbbbbbbbbbbb", 2)},
        published={"licence-desk": Publication(TOLD * 8), "swap-out": Publication((), APPROVAL)},
        operation=Operation(refused=("desk: not approved",)),
    )  # fmt: skip
    app = make_app(site, Deaf())  # type: ignore[arg-type]  # it is asked nothing
    return TestClient(app, follow_redirects=False)


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_page_tells_every_edition(client: TestClient, lang: str) -> None:
    response = client.get(f"/{lang}/licence-desk/changes/")
    page = Markup(response.text)
    assert (response.status_code, response.headers["cache-control"]) == (200, "no-cache")
    assert len(response.content) < LARGEST
    hrefs = [one.attributes.get("href") or "" for one in page.all("a")]
    edition = "edition=bbbbbbbbbbbb-2"
    assert f"/{lang}/licence-desk/merge-licences/free?system=bx-series&on=2026-04-01&{edition}" in hrefs
    assert f"/api/v1/policies/licence-desk/changes?lang={lang}" in hrefs
    assert list(page.all("p", class_="notice")) == []


def test_an_edition_of_which_nothing_is_told_says_so(client: TestClient, library: Library) -> None:
    page = Markup(client.get("/en/swap-out/changes/").text)
    (notice,) = page.all("p", class_="notice")
    assert "The newest changes are not listed here yet." in notice.text
    assert library.policies["swap-out"].edition in page.one("main").text, "by which edition the pages answer"


@pytest.mark.parametrize("path", ["/en/licence-desk/", "/ja/licence-desk/", "/ja/licence-desk/changes/"])
def test_pages_name_their_feed(client: TestClient, path: str) -> None:
    lang = path[1:3]
    links = [one.attributes for one in Markup(client.get(path).text).all("link")]
    (feed,) = [one["href"] for one in links if one.get("type") == "application/atom+xml"]
    response = client.get(feed or "")
    assert (feed, response.status_code) == (f"/{lang}/licence-desk/changes.atom", 200)
    assert response.headers["content-type"].startswith("application/atom+xml")
    assert response.headers["content-language"] == lang
    assert fromstring(response.content)  # noqa: S314 (our own)


def test_a_page_that_was_seen_is_not_sent_again(client: TestClient) -> None:
    for path in ("/en/licence-desk/changes/", "/en/licence-desk/changes.atom"):
        tag = client.get(path).headers["etag"]
        assert client.get(path, headers={"If-None-Match": tag}).status_code == 304


def test_programs_are_told_the_same(client: TestClient) -> None:
    found = client.get("/api/v1/policies/licence-desk/changes?lang=ja").json()
    assert [one["edition"] for one in found[:2]] == ["bbbbbbbbbbbb-2", "aaaaaaaaaaaa-1"]
    (change,) = found[0]["changes"]
    assert (change["answer"]["now"], change["cases"], change["where"]) == ("いいえ。", 3, [["System", "BX"]])
    assert change["link_then"].startswith(f"{PUBLIC}/ja/licence-desk/merge-licences/free?")
    assert change["link_then"].endswith("edition=aaaaaaaaaaaa-1")
    assert client.get("/api/v1/policies/nobody/changes").status_code == 404


@pytest.mark.parametrize(
    ("path", "status"),
    [("/en/licence-desk/changes", 303), ("/en/nobody/changes/", 404), ("/xx/licence-desk/changes.atom", 404)],
)
def test_other_addresses(client: TestClient, path: str, status: int) -> None:
    assert client.get(path).status_code == status


def test_what_stands_beside_the_shipped_policies_can_be_read(content: Path, library: Library) -> None:
    assert all(one.changes for one in publications(content, library.policies).values())


@pytest.mark.parametrize("page", ["", "changes/"])
def test_pages_and_programs_say_who_approved_it(client: TestClient, page: str) -> None:
    pages = (client.get(f"/en/{name}/{page}").text for name in ("swap-out", "licence-desk"))
    approved, not_yet = (Markup(one).one("body").text for one in pages)
    assert "Approved by Aiko <Mori>, owner, on Tue 31 Mar 2026." in approved
    assert "Nobody responsible has approved this yet. The document governs." in not_yet
    assert "3月31日" in client.get(f"/ja/swap-out/{page}").text
    told = {one["id"]: one["approval"] for one in client.get("/api/v1/policies").json()}
    assert (told["licence-desk"], told["swap-out"]["name"]) == (None, "Aiko <Mori>")
    assert client.get("/api/v1/policies/swap-out").json()["approval"]["day"] == "2026-03-31"


def test_what_is_not_served_is_told(client: TestClient) -> None:
    response = client.get("/readyz")
    assert (response.status_code, response.text) == (200, "ok\napproval: desk: not approved\n")


@pytest.mark.parametrize(
    ("lang", "said", "nobody"),
    [
        ("en", "Approved by Aiko", "Nobody responsible has approved this yet."),
        ("ja", "2026年3月31日（火）にowner", "責任者による承認は、まだありません。"),
    ],
)
def test_who_approved_the_edition_stands_with_the_clauses_and_that_nobody_did_beside_no_answer(
    client: TestClient, lang: str, said: str, nobody: str
) -> None:
    """Whoever reads an answer takes that for a word on what it says; it stands where the edition itself is told of."""
    answer = Markup(client.get(f"/{lang}/swap-out/included-work/covered?work=delivery").text)
    (told,) = (one.text for one in answer.all("p", class_="soft") if said in one.text)
    assert re.search(r"[0-9a-f]{12}", told), "beside the edition that it is said of"
    assert told in answer.one("div", id="clauses").text
    assert said not in answer.one("footer", class_="bottom").text
    assert nobody not in client.get(f"/{lang}/licence-desk/hwkc-replacement/free?system=sv9500&swa=active").text
    changed = Markup(client.get(f"/{lang}/licence-desk/changes/").text)
    assert nobody in [*changed.all("p", class_="soft")][-1].text, "behind what changed"
