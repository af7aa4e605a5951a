"""The document's own words beside ours, where whoever runs the site holds them."""

from pathlib import Path

import pytest

from assistant.model.policy import Library
from assistant.model.source import Quote, Quoted
from tests.client import TestClient
from tests.site import application
from tests.web.markup import Markup

CLAUSE, OTHER = "hwkc.swa-waives", "hwkc.fee"
WORDS = "<b>Word</b> for word.\nLine by line."
ADDRESS = "https://documents.example/desk.pdf"
ANSWER = "licence-desk/hwkc-replacement/free?system=sv9500&swa=active&on=2026-01-15"


@pytest.fixture(scope="module")
def client(library: Library, locales: Path) -> TestClient:
    """The site of an operator who holds two clauses of one document, one of them of another edition."""
    desk = library.policies["licence-desk"]
    prints = {clause.id: clause.fingerprint for clause in desk.outline.clauses}
    clauses = {
        CLAUSE: Quote(fingerprint=prints[CLAUSE], text=WORDS),
        OTHER: Quote(fingerprint="0" * 16, text="Once it said this."),
    }
    quoted = desk.model_copy(update={"quoted": Quoted(language="en", address=ADDRESS, clauses=clauses)})
    quoting = Library(policies={**library.policies, "licence-desk": quoted})
    return TestClient(application(quoting, locales), follow_redirects=False)


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("path", ["licence-desk/clauses/", ANSWER])
def test_a_clause_is_quoted_in_its_language(client: TestClient, lang: str, path: str) -> None:
    page = Markup(client.get(f"/{lang}/{path}").text)
    quotes = list(page.all("blockquote"))
    assert quotes
    assert {(one.text, one.attributes["lang"]) for one in quotes} == {(WORDS, "en")}, "not those of another edition"


def test_the_page_of_the_policy_leads_to_the_document(client: TestClient) -> None:
    assert ADDRESS in Markup(client.get("/ja/licence-desk/").text).links()


def test_without_them_nothing_is_quoted(library: Library, locales: Path) -> None:
    page = Markup(TestClient(application(library, locales)).get("/en/licence-desk/clauses/").text)
    assert list(page.all("blockquote")) == []
