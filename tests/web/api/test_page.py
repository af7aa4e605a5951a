"""The page about the API: in every language, of the same document, with lines that do what they say."""

import json
import shlex
import subprocess
from pathlib import Path

import pytest
from starlette.applications import Starlette

from assistant.model.policy import Library
from assistant.present.programs import KINDS
from assistant.web.api.examples import shortened
from tests.client import TestClient
from tests.site import PUBLIC, application, listening
from tests.web.markup import Markup

LANGUAGES = "en", "ja"


@pytest.fixture(scope="module")
def app(library: Library, locales: Path) -> Starlette:
    """One of its own: it keeps for a day what examples are answered, also by what stands in for a matcher elsewhere."""
    return application(library, locales)


@pytest.fixture(scope="module")
def client(app: Starlette) -> TestClient:
    """Asks it."""
    return TestClient(app, follow_redirects=False)


def shown(client: TestClient, lang: str) -> Markup:
    return Markup(client.get(f"/{lang}/api").text)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_line_answers_as_the_page_shows(client: TestClient, app: Starlette, lang: str) -> None:
    blocks = [one.text for one in shown(client, lang).all("pre")]
    calls = [at for at, text in enumerate(blocks) if text.startswith("curl ")]
    assert len(calls) == 7
    with listening(app) as address:
        for at in calls:
            line = blocks[at].replace("\\\n", " ").replace(PUBLIC, address)
            said = subprocess.run(shlex.split(line), capture_output=True, check=True).stdout
            assert shortened(json.loads(said)) == json.loads(blocks[at + 1])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_tells_of_every_operation_and_every_refusal(client: TestClient, lang: str) -> None:
    page, described = shown(client, lang), client.get("/api/v1/openapi.json").json()
    anchors = set(page.ids())
    operations = {one["operationId"] for path in described["paths"].values() for one in path.values()}
    assert anchors >= operations | {kind for kind, _ in KINDS.values()}
    assert "`" not in page.source


@pytest.mark.parametrize("path", ["/api", "/api/"])
@pytest.mark.parametrize(("accepted", "lang"), [("ja", "ja"), ("en-GB", "en"), ("", "en")])
def test_its_address_without_a_language_leads_to_the_readers(
    client: TestClient, path: str, accepted: str, lang: str
) -> None:
    response = client.get(path, headers={"accept-language": accepted})
    assert (response.status_code, response.headers["location"]) == (302, f"/{lang}/api")


@pytest.mark.parametrize("path", ["/xx/api", "/en/api?lang=en&lang=en"])
def test_what_is_wrong_with_its_address_is_said_on_a_page(client: TestClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code in (400, 404)
    assert response.headers["content-type"].startswith("text/html")


def test_it_leads_to_the_code_that_puts_pages_into_others(client: TestClient) -> None:
    assert "/ja/embedding" in shown(client, "ja").links()


@pytest.mark.parametrize("path", ["/", "/swap-out/"])
def test_every_page_leads_to_it(client: TestClient, path: str) -> None:
    assert "/ja/api" in Markup(client.get(f"/ja{path}").text).links()
