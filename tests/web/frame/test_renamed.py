"""Links with former ids open: they lead to the present ones, and their edition still gives its answer."""

import pytest

from assistant.content import read_policy
from assistant.i18n.load import languages
from assistant.loading import earlier_editions
from assistant.matching import load_speech
from assistant.model.policy import Library
from assistant.settings import Settings
from assistant.web.app import make_app
from assistant.web.frame.renamed import former
from assistant.web.frame.site import Site
from tests.client import TestClient
from tests.conftest import words_of
from tests.renaming import frozen, rename
from tests.site import NOW, PUBLIC

QUERY = "kind=short&starts=2026-03-01&on=2026-01-15"
NOW_SAID = "sort=brief&starts=2026-03-01&on=2026-01-15"


class Deaf:
    """Understands no question."""

    outcome = ""


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> tuple[TestClient, str]:
    """The application over the renamed policy, and the edition that was frozen before."""
    folder = tmp_path_factory.mktemp("renamed") / "content" / "leave"
    was = frozen(folder)
    policy = read_policy(rename(folder))
    known, settings = languages(Settings().locales), Settings(content=folder.parent)
    words = {name: words_of(settings.locales, name, strict=True) for name in ("en", "ja")}
    site = Site(
        Library(policies={policy.id: policy}), words, {name: known[name] for name in words}, load_speech(Settings()),
        lambda: NOW, PUBLIC, earlier_editions(settings),
    )  # fmt: skip
    app = make_app(site, Deaf())  # type: ignore[arg-type]  # it is asked nothing
    return TestClient(app, follow_redirects=False), was.edition


@pytest.fixture
def client(edition: tuple[TestClient, str]) -> TestClient:
    """The application."""
    return edition[0]


@pytest.mark.parametrize(
    ("then", "now"),
    [
        ("/en/leave/", "/en/absence/"),
        ("/ja/leave/clauses/", "/ja/absence/clauses/"),
        ("/en/leave/holiday/", "/en/absence/days-off/"),
        ("/en/absence/holiday/", "/en/absence/days-off/"),
        ("/en/leave/holiday/due", "/en/absence/days-off/due"),
        ("/en/leave/holiday/due.svg", "/en/absence/days-off/due.svg"),
        (f"/en/leave/holiday/due.txt?{QUERY}", f"/en/absence/days-off/due.txt?{NOW_SAID}"),
        (f"/ja/leave/holiday/due/all?{QUERY}", f"/ja/absence/days-off/due/all?{NOW_SAID}"),
        (f"/ja/absence/days-off/due?{QUERY}", f"/ja/absence/days-off/due?{NOW_SAID}"),
        ("/en/absence/days-off/due?change=kind&kind=long", "/en/absence/days-off/due?change=sort&sort=long"),
        ("/en/absence/days-off/due?unknown=kind,starts", "/en/absence/days-off/due?unknown=sort,starts"),
        ("/en/absence/days-off/due/compare?kind=long&starts=2026-03-01&with.kind=short",
         "/en/absence/days-off/due/compare?sort=long&starts=2026-03-01&with.sort=brief"),
        ("/en/absence/days-off/due?kind=short&sort=brief", "/en/absence/days-off/due?sort=brief"),
        ("/api/v1/policies/leave?lang=ja", "/api/v1/policies/absence?lang=ja"),
    ],
)  # fmt: skip
def test_an_address_with_former_ids_leads_on(client: TestClient, then: str, now: str) -> None:
    response = client.get(then)
    assert (response.status_code, response.headers["location"]) == (308, now)
    assert client.get(now).status_code == 200


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/en/absence/", 200),
        (f"/en/absence/days-off/due?{NOW_SAID}", 200),
        ("/en/nobody/holiday/", 404),
        ("/en/leave/nothing/due", 308),
        ("/en/absence/days-off/due?kind=short&sort=long", 303),
        ("/en/absence/days-off/due?kind=%ZZ", 400),
        ("/", 302),
    ],
)
def test_any_other_address_is_left_alone(client: TestClient, path: str, status: int) -> None:
    assert client.get(path).status_code == status


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_pinned_link_shows_the_answer_of_its_edition(edition: tuple[TestClient, str], lang: str) -> None:
    client, name = edition
    response = client.get(f"/{lang}/leave/holiday/due?{QUERY}&edition={name}", follow_redirects=True)
    assert (response.status_code, len(response.history)) == (200, 1)
    assert f"edition={name}&was=holiday/due%3Fkind%3Dshort" in str(response.url).replace("%2F", "/")
    notice = {"en": f"earlier edition ({name}). The answer is still the same.", "ja": name}[lang]
    assert notice in response.text


def test_programs_are_answered_under_the_present_ids_and_told_so(edition: tuple[TestClient, str]) -> None:
    client, name = edition
    found = client.get(f"/api/v1/answers/leave/holiday/due?{QUERY}&edition={name}").json()
    assert (found["status"], found["policy"], found["topic"]) == ("answered", "absence", "days-off")
    assert found["renamed"] == {"leave/holiday/due": "absence/days-off/due", "kind=short": "sort=brief"}
    assert (found["given"]["sort"], found["then"]["state"]) == ("brief", "same")
    case = {"policy": "leave", "topic": "holiday", "aspect": "due", "on": "2026-01-15",
            "facts": {"kind": "short", "starts": "2026-03-01"}}  # fmt: skip
    (many,) = client.post("/api/v1/answers", json=[case]).json()["answers"]
    assert (many["status"], many["renamed"], many["dates"]) == ("answered", found["renamed"], found["dates"])


def test_present_ids_are_not_told_to_be_renamed(client: TestClient) -> None:
    found = client.get(f"/api/v1/answers/absence/days-off/due?{NOW_SAID}").json()
    assert (found["status"], found.get("renamed")) == ("answered", None)


@pytest.mark.parametrize("was", [None, "", "holiday", "holiday/due?kind=%ZZ"])
def test_what_holds_no_link_is_none(was: str | None) -> None:
    assert former(was) is None
