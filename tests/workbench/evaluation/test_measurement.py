"""`match-eval`: what is counted, how the limit of refusing is found, and lines that are wrong."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest
from click.testing import Result

from assistant.errors import ContentError
from assistant.match.ranking import OUT_OF_SCOPE
from assistant.settings import Settings
from assistant.workbench.evaluation.measurement import (
    Found,
    Reply,
    hit_rate,
    percentile,
    refusal_rate,
    replies,
    size_of,
)
from assistant.workbench.evaluation.questions import Labelled, read_labelled_phrases, read_labelled_questions
from tests import terminal

KEYS = ["top_1", "top_3", "oos_recall", "p50_ms", "p99_ms", "build_s", "index_mb"]
PHRASES = [
    {"topic": "repair", "lang": "en", "phrase": "my drill is broken, mend it please"},
    {"topic": "repair", "lang": "ja", "phrase": "ドリルが壊れたので修理してほしい"},
    {"topic": "loan", "lang": "en", "phrase": "borrow a lawn mower for the weekend"},
    {"topic": "loan", "lang": "ja", "phrase": "芝刈り機を週末に借りたい"},
]
QUESTIONS: list[dict[str, object]] = [
    {"q": "broken drill", "lang": "en", "topic": "repair"},
    {"q": "芝刈り機を借りる", "lang": "ja", "topic": "loan"},
    {"q": "qwertz uiop", "lang": "en", "topic": None},
]

Line = Mapping[str, object] | str


def written(path: Path, lines: Sequence[Line]) -> Path:
    texts = [line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines]
    path.write_text("".join(f"{text}\n" for text in texts), "utf-8")
    return path


def run(folder: Path, locales: Path, *options: str, questions: Sequence[Line] = QUESTIONS) -> Result:
    phrases, asked = written(folder / "phrases.jsonl", PHRASES), written(folder / "questions.jsonl", questions)
    return terminal.run(Settings(locales=locales), "match-eval", str(phrases), str(asked), *options)


def test_json_has_the_figures_by_name_and_rates_as_fractions(tmp_path: Path, locales: Path) -> None:
    result = run(tmp_path, locales, "--json")
    record = json.loads(result.output)
    assert (result.exit_code, list(record)) == (0, KEYS)
    assert (record["top_1"], record["top_3"], record["oos_recall"]) == (1.0, 1.0, 1.0)
    assert 0 < record["p50_ms"] <= record["p99_ms"]
    assert record["index_mb"] > 0


def test_the_table_has_a_line_for_each_figure(tmp_path: Path, locales: Path) -> None:
    lines = run(tmp_path, locales).output.splitlines()
    assert len(lines) == len(KEYS)
    assert lines[0].split()[:2] == ["100.0", "%"]


def test_without_a_question_of_a_kind_its_rate_is_null(tmp_path: Path, locales: Path) -> None:
    record = json.loads(run(tmp_path, locales, "--json", questions=QUESTIONS[:2]).output)
    assert (record["top_1"], record["oos_recall"]) == (1.0, None)
    record = json.loads(run(tmp_path, locales, "--json", questions=QUESTIONS[2:]).output)
    assert (record["top_1"], record["top_3"], record["oos_recall"]) == (None, None, None)


def test_a_topic_without_phrases_counts_as_missed(tmp_path: Path, locales: Path) -> None:
    record = json.loads(run(tmp_path, locales, "--json", questions=[{**QUESTIONS[0], "topic": "sale"}]).output)
    assert (record["top_1"], record["top_3"]) == (0.0, 0.0)


def test_typing_errors_are_added_when_asked_for(tmp_path: Path, locales: Path) -> None:
    clean, wrong = (json.loads(run(tmp_path, locales, "--json", "--typos", count).output) for count in ("0", "30"))
    assert wrong["top_1"] < clean["top_1"]


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


@pytest.mark.parametrize("lines", [[], [{**PHRASES[0], "topic": None}], [{"topic": "repair", "lang": "en"}]])
def test_phrases_must_be_there(tmp_path: Path, lines: list[Line]) -> None:
    with pytest.raises(ContentError):
        read_labelled_phrases(written(tmp_path / "phrases.jsonl", lines))


def test_questions_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(ContentError):
        read_labelled_questions(written(tmp_path / "questions.jsonl", []))


@pytest.mark.parametrize("topic", [None, OUT_OF_SCOPE])
def test_lines_without_a_topic_are_out_of_scope(tmp_path: Path, topic: str | None) -> None:
    line = {"lang": "en", "phrase": "weather", "q": "weather", "topic": topic}
    phrases = read_labelled_phrases(written(tmp_path / "phrases.jsonl", [*PHRASES, line]))
    assert [phrase.text for phrase in phrases[OUT_OF_SCOPE]] == ["weather"]
    assert read_labelled_questions(written(tmp_path / "questions.jsonl", [line]))[0].topic is None


def asked(confidences: Sequence[float], topic: str | None) -> list[tuple[Labelled, Reply]]:
    return [(Labelled("q", "en", topic), Reply(("repair", "loan"), confidence, 1.0)) for confidence in confidences]


@pytest.mark.parametrize(
    ("kept", "strange", "rate"),
    [
        (range(1, 41), [0, 1, 2, 3, 4], 0.6),  # the two least of forty may be refused: everything below 3
        (range(1, 20), [0, 1, 2], 1 / 3),  # of nineteen none may be
        ([5.0] * 40, [5.0, 4.9], 0.5),  # equal confidence is kept together
    ],
)
def test_the_limit_refuses_a_twentieth_falsely(kept: Sequence[float], strange: Sequence[float], rate: float) -> None:
    questions, given = zip(*asked(strange, None), *asked(kept, "repair"), strict=True)
    assert refusal_rate(questions, given) == pytest.approx(rate)


def test_hits_are_counted_among_questions_with_a_topic_only() -> None:
    pairs = [*asked([1], "repair"), *asked([1], "loan"), *asked([1], None)]
    questions, given = zip(*pairs, strict=True)
    assert (hit_rate(questions, given, 1), hit_rate(questions, given, 3)) == (0.5, 1.0)


def test_percentiles_are_values_by_nearest_rank() -> None:
    values = [float(value) for value in range(100, 0, -1)]
    assert (percentile(values, 0.99), percentile(values, 0.5), percentile([7.0], 0.99)) == (99.0, 50.0, 7.0)


def test_each_question_is_asked_in_order_and_three_topics_are_kept() -> None:
    seen: list[str] = []

    def ask(text: str) -> Found:
        seen.append(text)
        return ["a", "b", "c", "d"], 1.0

    given = replies(ask, [Labelled("one", "en", "a"), Labelled("two", "en", None)])
    assert (seen, [reply.topics for reply in given]) == (["one", "one", "two"], [("a", "b", "c")] * 2)


def test_the_size_of_an_index_grows_by_what_it_holds_and_counts_it_once() -> None:
    text = "x" * 1_000
    assert 1_000 < size_of([text]) < size_of([text, "y" * 1_000])
    assert size_of([text, text]) - size_of([text]) < 100


def test_the_size_of_a_view_is_that_of_the_numbers_behind_it() -> None:
    assert size_of([np.zeros(10_000)[:5]]) > 80_000
