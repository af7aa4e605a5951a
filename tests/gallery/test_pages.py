"""The pages of the gallery: every case by chance has one, which keeps all that its address says."""

import re
from collections.abc import Mapping
from urllib.parse import parse_qsl, urlsplit

import pytest

from assistant.i18n.words import Words
from assistant.model.policy import Library
from assistant.present.writer import Writer
from assistant.settings import Settings
from assistant.vocabulary.facts.reading import ReadingFact
from tests.client import TestClient
from tests.gallery.exhibits import LANGUAGES, POLICIES, cases
from tests.site import application

CASES = 25
each_policy = pytest.mark.parametrize("name", POLICIES)
each_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module")
def client(known: Settings, library: Library) -> TestClient:
    return TestClient(application(library, known.locales))


@each_policy
@each_language
def test_a_page_keeps_what_its_address_says_and_leads_on(
    client: TestClient, library: Library, name: str, language: str
) -> None:
    for topic, aspect, on, facts in cases(library.policies[name], CASES):
        here = f"/{language}/{name}/{topic}/{aspect}"
        shown = client.get(here, params={**facts, "on": str(on)})
        assert shown.status_code == 200, shown.url
        assert dict(parse_qsl(urlsplit(str(shown.url)).query)) == {**facts, "on": str(on)}
        for other in re.findall(rf'href="({here}\?[^"]*)"', shown.text)[:3]:
            assert client.get(other.replace("&amp;", "&")).status_code == 200, other


@each_policy
@each_language
def test_every_fact_and_every_other_reading_can_be_changed_on_its_page(
    client: TestClient, library: Library, name: str, language: str
) -> None:
    policy = library.policies[name]
    topic = next(iter(policy.topics.values()))
    for fact in policy.facts:
        shown = client.get(f"/{language}/{name}/{topic.id}/{topic.aspects[0]}", params={"change": fact})
        assert shown.status_code == 200
        assert f'name="{fact}' in shown.text
        if isinstance(policy.facts[fact], ReadingFact):
            assert set(re.findall(rf'name="{fact}" value="([^"]*)"', shown.text)) == {"", "other"}


@each_policy
@each_language
def test_the_page_of_a_policy_names_its_documents_and_the_bands_of_its_tables(
    client: TestClient, words: Mapping[str, Words], library: Library, name: str, language: str
) -> None:
    policy, page = library.policies[name], client.get(f"/{language}/{name}/").text
    clauses = client.get(f"/{language}/{name}/clauses/").text
    writer = Writer(policy, words[language])
    for document in policy.about.documents.values():
        assert writer.text(document.title) in page
        assert not document.held or writer.text(document.title) in clauses
    bands = {band: label for fact in policy.facts.values() for band, label in getattr(fact, "labels", {}).items()}
    for band in bands.keys() & {row for table in policy.tables.values() for row in table.rows}:
        assert f">{band}<" not in page
        assert writer.text(bands[band]) in page
