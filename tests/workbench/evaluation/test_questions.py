"""Labelled lines and what is wrong in them; typing errors: so many, of letters only, and the same each time."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from assistant.errors import ContentError
from assistant.match.ranking import OUT_OF_SCOPE
from assistant.workbench.evaluation.questions import (
    KANA,
    NEIGHBOURS,
    mistyped,
    read_labelled_phrases,
    read_labelled_questions,
)

PHRASE = {"topic": "repair", "lang": "en", "phrase": "my drill is broken, mend it please"}
QUESTIONS: list[dict[str, object]] = [
    {"q": "broken drill", "lang": "en", "topic": "repair"},
    {"q": "芝刈り機を借りる", "lang": "ja", "topic": "loan"},
    {"q": "qwertz uiop", "lang": "en", "topic": None},
]
TYPED = ("Is a new SV9500 dongle free?", "ドングルが壊れた、費用は？", "SWA切れ 2026-04-03", "x", "か")

Line = Mapping[str, object] | str


def written(path: Path, lines: Sequence[Line]) -> Path:
    texts = [line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines]
    path.write_text("".join(f"{text}\n" for text in texts), "utf-8")
    return path


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("{", ""),
        ("[]", ""),
        ({"lang": "en", "topic": "repair"}, "q"),
        ({"q": 5, "lang": "en", "topic": "repair"}, "q"),
        ({"q": " ", "lang": "en", "topic": "repair"}, "q"),
        ({"q": "broken", "topic": "repair"}, "lang"),
        ({"q": "broken", "lang": "en"}, "topic"),
        ({"q": "broken", "lang": "en", "topic": ["repair"]}, "topic"),
    ],
)
def test_every_wrong_line_is_a_fault_with_its_place(tmp_path: Path, line: Line, named: str) -> None:
    path = written(tmp_path / "questions.jsonl", [*QUESTIONS, "", line, *QUESTIONS, line])
    with pytest.raises(ContentError) as caught:
        read_labelled_questions(path)
    places = [(fault.file, fault.line, fault.path) for fault in caught.value.faults]
    assert places == [(str(path), 5, named), (str(path), 9, named)]


@pytest.mark.parametrize("lines", [[], [{**PHRASE, "topic": None}], [{"topic": "repair", "lang": "en"}]])
def test_phrases_must_be_there(tmp_path: Path, lines: list[Line]) -> None:
    with pytest.raises(ContentError):
        read_labelled_phrases(written(tmp_path / "phrases.jsonl", lines))


def test_questions_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(ContentError):
        read_labelled_questions(written(tmp_path / "questions.jsonl", []))


@pytest.mark.parametrize("topic", [None, OUT_OF_SCOPE])
def test_lines_without_a_topic_are_out_of_scope(tmp_path: Path, topic: str | None) -> None:
    line = {"lang": "en", "phrase": "weather", "q": "weather", "topic": topic}
    phrases = read_labelled_phrases(written(tmp_path / "phrases.jsonl", [PHRASE, line]))
    assert [phrase.text for phrase in phrases[OUT_OF_SCOPE]] == ["weather"]
    assert read_labelled_questions(written(tmp_path / "questions.jsonl", [line]))[0].topic is None


@pytest.mark.parametrize("text", TYPED)
@pytest.mark.parametrize("seed", range(20))
def test_one_error_is_one_edit(text: str, seed: int) -> None:
    assert OSA.distance(text, mistyped(text, 1, seed)) == 1


@given(st.text(), st.integers(0, 4), st.integers())
def test_no_more_edits_than_wanted_and_the_same_each_time(text: str, count: int, seed: int) -> None:
    wrong = mistyped(text, count, seed)
    assert OSA.distance(text, wrong) <= 2 * count
    assert wrong == mistyped(text, count, seed)


@pytest.mark.parametrize("text", ["", "2026-04-03", "？！", "\ud800 12"])
def test_a_text_without_letters_stays(text: str) -> None:
    assert mistyped(text, 3, 0) == text


def test_figures_are_never_mistyped() -> None:
    for seed in range(50):
        wrong = mistyped("SV9500 on 2026-04-03", 2, seed)
        assert "".join(filter(str.isdigit, wrong)) == "950020260403"


def test_seeds_and_questions_make_different_errors() -> None:
    assert len({mistyped(TYPED[0], 1, seed) for seed in range(20)}) > 10


def test_wrong_letters_are_neighbours_and_wrong_kana_any() -> None:
    assert set(NEIGHBOURS["g"]) == set("tyfhvb")
    assert set(NEIGHBOURS["q"]) == set("wa")
    wrong = {sign for seed in range(99) for sign in mistyped("修理", 1, seed)} - set("修理")
    assert wrong
    assert wrong <= set(KANA)


def test_the_errors_do_not_hang_on_the_order_of_hashes(root: Path) -> None:
    module = "assistant.workbench.evaluation.questions"
    program = f"from {module} import mistyped\nprint([mistyped(q, 2, 7) for q in {TYPED!r}])"
    printed = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(root), "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(printed) == 1
