"""Questions that people ask often lead to their answers."""

import datetime as dt
from pathlib import Path

import pytest

from assistant.match.understanding import Found, Read, Understanding
from assistant.model.policy import Library
from assistant.workbench.check.examples import check_understood
from tests.conftest import words_of
from tests.spoil.spoiling import faults_of
from tests.workbench.check.conftest import Garden

SOUND = "long: {question: How long may I keep a spade?, topic: loan, aspect: due}\n"


def asked(tools: Garden, text: str) -> list[str]:
    (tools.folder / "asked.yaml").write_text(text, "utf-8")
    return [one for one in tools.told() if one.startswith("asked.yaml")]


def test_a_sound_question_has_no_fault(tools: Garden) -> None:
    assert asked(tools, SOUND) == []


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ("topic: loan", "topic: lone", "no topic is called 'lone'"),
        ("topic: loan, aspect: due", "topic: desk, aspect: free", "the topic 'desk' does not answer 'free'"),
        ("aspect: due", "aspect: due, facts: {spoon: 1}", "no fact is called 'spoon'"),
        ("aspect: due", "aspect: due, example: yes", "an example needs its answer"),
    ],
)
def test_what_leads_nowhere_is_named_where_it_stands(tools: Garden, old: str, new: str, wrong: str) -> None:
    (found,) = asked(tools, SOUND.replace(old, new))
    assert found.startswith(f"asked.yaml: {wrong}")


class Reads:
    """Understands everything as one question."""

    def __init__(self, aspect: str) -> None:
        self.aspect = aspect

    def understand(self, text: str, now: dt.datetime) -> Understanding:
        found = Found("garden", "loan", "due" if self.aspect == "due" else "free", 80, text, ())
        return Understanding((found,), {}, "sure")

    def read(self, text: str, found: Found, now: dt.datetime) -> Read:
        return Read(self.understand(text, now).stated)


@pytest.mark.parametrize(("aspect", "count"), [("due", 0), ("free", 1)])
def test_a_question_must_be_understood_as_it_is_meant(tools: Garden, aspect: str, count: int, locales: Path) -> None:
    (tools.folder / "asked.yaml").write_text(SOUND, "utf-8")
    assert faults_of(tools.folder) == []
    library = Library(policies={"garden": tools.read()})
    faults = list(check_understood(library, Path(tools.folder.parent), Reads(aspect), {"en": words_of(locales, "en")}))
    assert len(faults) == count
    assert all("leads elsewhere" in str(fault.wrong) for fault in faults)
