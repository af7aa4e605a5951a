"""`match-eval`: the figures as JSON and as a table, and what counts in them."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from click.testing import Result

from assistant.settings import Settings
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

Line = Mapping[str, object]


def written(path: Path, lines: Sequence[Line]) -> Path:
    path.write_text("".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines), "utf-8")
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
