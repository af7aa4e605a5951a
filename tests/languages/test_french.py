"""French: its words beside facts, its days and moments, and what translators see of English."""

import polib
import pytest

from assistant.i18n.load import load_words
from assistant.loading import load_library
from assistant.match.question import Matcher
from assistant.matching import load_matcher
from assistant.settings import Settings
from tests.client import TestClient
from tests.languages.added import POLICY
from tests.site import NOW
from tests.terminal import run

pytestmark = pytest.mark.parametrize("language", ["fr"], scope="session")


def test_translators_see_what_english_has_for_the_words_that_they_write(known: Settings) -> None:
    said = {
        entry.msgctxt if name == "questions" else entry.msgid: entry.comment
        for name in ("questions", "terms")
        for entry in polib.pofile(str(known.locales / "fr" / f"{name}.po"))
    }
    assert "English: Change of server" in said[f"words:{POLICY}.facts.server_changed.frame.things"]
    assert "English: Questions people ask about: Other contract terms" in said[f"questions:{POLICY}/other-terms"]
    assert "English: additional" in said["additional"]
    assert said["Words that ask when something is"].count("English: first possible, first day") == 1


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("", "Posez votre question avec vos mots."),
        (f"{POLICY}/", "Le service d’assistance de desknet"),
        (f"{POLICY}/renewal/due", "Quel est le dernier jour de votre période d’assistance en cours"),
        (f"{POLICY}/renewal/due?period_end=2026-06-30", "commence le mer. 1 juil. 2026"),
        (f"{POLICY}/ice-server/free?support_until=2026-06-30", "compris dans le service"),
    ],
)
def test_its_pages_speak_french(client: TestClient, path: str, said: str) -> None:
    assert said in client.get(f"/fr/{path}").text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("renouveler l'assistance 30 juin 2026", "mer. 1 juil. 2026"),
        ("renouveler l'assistance, le 30/06/2026", "mer. 1 juil. 2026"),
        ("les serveurs ICE sont-ils payants", "Usage des serveurs ICE"),
        ("faire réémettre la clé de licence", "Réémission d’une clé de licence"),
    ],
)
def test_questions_in_french_are_understood(known: Settings, question: str, said: str) -> None:
    result = run(known, "ask", question, "--lang", "fr", language="fr")
    assert result.exit_code == 0
    assert said in result.output


@pytest.mark.parametrize(
    ("question", "facts"),
    [
        ("le serveur est remplacé, la réémission de la clé est-elle payante", {"server_changed": "yes"}),
        ("nous gardons le même serveur, la réémission de la clé est-elle payante", {"server_changed": "no"}),
        ("l'assistance se termine le 30 juin 2026, comment la renouveler", {"period_end": "2026-06-30"}),
        (
            "l'assistance se termine le 30 juin, pardon, le 31 juillet, comment la renouveler",
            {"period_end": "2026-07-31"},
        ),
        ("puis-je appeler demain à 10 h, pardon à 11 h ?", {"at": "2026-01-16T11:00"}),
        ("puis-je appeler demain à 10 h, je veux dire à 11 h ?", {"at": "2026-01-16T11:00"}),
        ("puis-je appeler dans deux heures et demie ?", {"at": "2026-01-15T14:30"}),
        ("puis-je appeler le 20 janvier à 10 h, pardon, le 21 janvier ?", {"at": "2026-01-21T10:00"}),
    ],
)
def test_words_beside_facts_are_those_of_the_language(known: Settings, question: str, facts: dict[str, str]) -> None:
    library = load_library(known)
    found = load_matcher(known, library).understand(question, NOW)
    assert facts.items() <= found.facts.items()


@pytest.mark.parametrize(
    "question",
    [
        "puis-je appeler le 20 janvier à 10 h, je veux dire le 21 à 11 h ?",
        "puis-je appeler le 20 janvier à 10 h, pardon, le 21 à 11 h ?",
        "puis-je appeler le 20 janvier, je voulais dire le 21, à 11 h ?",
    ],
)
def test_a_day_that_a_number_corrects_is_asked_for(known: Settings, question: str) -> None:
    found = load_matcher(known, load_library(known)).understand(question, NOW)
    taken = (*found.facts.values(), *(value for one in found.offered for value in one.values))
    assert not [value for value in taken if value.startswith("2026-01-20T11")]


@pytest.mark.parametrize("typed", ["30 juin 2026", "le 30 juin 2026", "30/06/2026", "30.06.2026", "2026-06-30"])
def test_a_day_typed_into_the_form_is_read(client: TestClient, typed: str) -> None:
    response = client.get(f"/fr/{POLICY}/renewal/due", params={"period_end": typed}, follow_redirects=True)
    assert (response.status_code, "1 juil. 2026" in response.text) == (200, True)


@pytest.mark.parametrize(
    ("typed", "hour"),
    [
        ("30 juin 2026 à 15 h", "15:00"),
        ("30 juin 2026, à une heure du matin", "01:00"),
        ("le 30 juin 2026 midi", "12:00"),
    ],
)
def test_a_moment_typed_into_the_form_is_read(client: TestClient, typed: str, hour: str) -> None:
    response = client.get(f"/fr/{POLICY}/phone-hours/due", params={"at": typed}, follow_redirects=True)
    assert (response.status_code, f"mar. 30 juin 2026, {hour}" in response.text) == (200, True)


@pytest.mark.parametrize(("count", "said"), [(0, "0 jour"), (1, "1 jour"), (2, "2 jours"), (1000, "1000 jours")])
def test_counts_take_their_form(known: Settings, count: int, said: str) -> None:
    assert load_words(known.locales, "fr").plural("{count} day", "{count} days", count) == said


def test_no_word_of_the_translations_is_taken_for_a_misspelt_one(known: Settings) -> None:
    matcher = load_matcher(known, load_library(known))
    assert isinstance(matcher, Matcher)
    assert "printemps" in matcher.spelling.written
    assert matcher.spelling.corrected("dont")[0] == "don't"
