"""The list at the end of a check: phrases that do not find their own topic when they are left out."""

import pytest

from assistant.cli import check as command
from assistant.errors import Fault, told
from assistant.i18n.load import load_words
from assistant.match.ranking import Phrase
from assistant.model.policy import Library
from assistant.settings import Settings, settings
from assistant.workbench.evaluation.left_out import LeftOut
from assistant.workbench.evaluation.phrases import lost_phrases
from tests.terminal import run

ASKED = [
    LeftOut("p/b", Phrase("late fee", "en"), "p/b"),
    LeftOut("p/b", Phrase("遅れた", "ja"), "p/a"),
    LeftOut("p/a", Phrase("saw", "en"), None),
    LeftOut("p/b", Phrase("forgot it", "en"), "p/a"),
]
FAULT = Fault(
    "policy.yaml", 1, 1, "policy.title", told("nothing stands here"), told("write a value, or leave the key out")
)
PHRASES = {"p/a": [Phrase("borrow a drill", "en")] * 4, "p/b": [Phrase("late fee", "en")] * 4}


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> Settings:
    """The shipped settings with few phrases, so that they are asked quickly."""
    monkeypatch.setattr(command, "load_phrases", lambda locales, library: PHRASES)
    return settings()


def checked(known: Settings, as_json: bool = False) -> tuple[bool, list[str]]:
    """Whether anything is wrong, and what is printed."""
    result = run(known, "check", *(["--json"] if as_json else []))
    return result.exit_code == 1, result.output.splitlines()


def test_lost_phrases_are_listed_by_topic_and_language_with_where_they_lead(known: Settings) -> None:
    assert lost_phrases(ASKED, load_words(known.locales, "en")).splitlines() == [
        "",
        "No faults, but phrases that do not find their own topic first when they are left out:",
        "p/a, en:",
        "  “saw” leads to no topic",
        "p/b, en:",
        "  “forgot it” leads to p/a",
        "p/b, ja:",
        "  “遅れた” leads to p/a",
        "",
        "en: 33.3 % of the phrases find their own topic first when they are left out.",
        "ja: 0.0 % of the phrases find their own topic first when they are left out.",
    ]


def test_lost_phrases_are_listed_in_japanese(known: Settings) -> None:
    assert "  「forgot it」→ p/a" in lost_phrases(ASKED, load_words(known.locales, "ja")).splitlines()


def test_a_check_without_faults_ends_with_the_list(
    known: Settings, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "faults_of", lambda known: (library, []))
    wrong, said = checked(known)
    assert not wrong
    assert said[0].startswith("Everything is in order")
    assert said[1:] == ["", "en: 100.0 % of the phrases find their own topic first when they are left out."]


@pytest.mark.parametrize(("faults", "as_json"), [([FAULT], False), ([FAULT], True), ([], True)])
def test_faults_and_what_programs_read_stay_as_they_are(
    known: Settings, library: Library, monkeypatch: pytest.MonkeyPatch, faults: list[Fault], as_json: bool
) -> None:
    monkeypatch.setattr(command, "faults_of", lambda known: (library, faults))
    wrong, said = checked(known, as_json)
    assert wrong == bool(faults)
    assert "left out" not in "\n".join(said)
