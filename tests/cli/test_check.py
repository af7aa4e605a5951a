"""`check`: what people read and what programs read, where something is wrong and where nothing is."""

import pytest

from assistant.cli import check as command
from assistant.errors import Fault, told
from assistant.match.ranking import Phrase
from assistant.model.policy import Library
from assistant.settings import Settings, settings
from assistant.workbench.evaluation import left_out as evaluation
from tests.terminal import run

FAULT = Fault(
    "policy.yaml", 1, 1, "policy.title", told("nothing stands here"), told("write a value, or leave the key out")
)
PHRASES = {"p/a": [Phrase("borrow a drill", "en")] * 4, "p/b": [Phrase("late fee", "en")] * 4}


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> Settings:
    """The shipped settings with few phrases, so that they are asked quickly."""
    monkeypatch.setattr(evaluation, "load_left_out", lambda known, library: tuple(evaluation.left_out(PHRASES)))
    return settings()


def checked(known: Settings, as_json: bool = False) -> tuple[bool, list[str]]:
    """Whether anything is wrong, and what is printed."""
    result = run(known, "check", *(["--json"] if as_json else []))
    return result.exit_code == 1, result.output.splitlines()


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
