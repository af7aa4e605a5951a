"""A fault is said in the reader's language; as data it keeps its English sentence and its values apart."""

from pathlib import Path

from assistant.errors import Fault, told
from assistant.i18n.faults import fault_record, say_fault, say_faults
from assistant.i18n.load import load_words
from tests.i18n.conftest import Project

FAULT = Fault("content/a.yaml", 3, 5, "due.ask", told("no topic is called '{name}'", name="lone"), told("add it"))
NOWHERE = Fault("content/b.yaml", 1, 1, "", told("the file is missing"), told("add it"))


def test_a_fault_is_said_in_the_language_of_the_reader(locales: Path) -> None:
    words = load_words(locales, "ja", strict=True)
    assert say_fault(FAULT, words) == (
        "content/a.yaml:3:5: due.ask: 「lone」という項目はありません\n  直し方：追加してください"
    )


def test_faults_stand_one_below_the_other_and_english_is_as_they_are_written(locales: Path) -> None:
    words = load_words(locales, "en", strict=True)
    assert say_faults([FAULT, NOWHERE], words) == f"{FAULT}\n{NOWHERE}"


def test_a_fault_without_a_translation_is_said_in_english(project: Project) -> None:
    assert say_fault(FAULT, load_words(project.locales, "ja")) == str(FAULT)


def test_a_value_is_never_taken_for_a_gap(locales: Path) -> None:
    fault = Fault("a.yaml", 1, 1, "", told("no topic is called '{name}'", name="{name}{id}"), told("add it"))
    assert "「{name}{id}」" in say_fault(fault, load_words(locales, "ja", strict=True))


def test_as_data_the_sentence_stays_english_beside_what_is_said(locales: Path) -> None:
    assert fault_record(FAULT, load_words(locales, "ja", strict=True)) == {
        "file": "content/a.yaml",
        "line": 3,
        "column": 5,
        "path": "due.ask",
        "wrong": {
            "sentence": "no topic is called '{name}'",
            "values": {"name": "lone"},
            "said": "「lone」という項目はありません",
        },
        "mend": {"sentence": "add it", "values": {}, "said": "追加してください"},
    }
