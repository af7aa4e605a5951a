"""What rests on a clause, with the file and line at which to look."""

import pytest

from assistant.workbench.sources.dependants import Resting, by_clause, lines_of
from tests.conftest import ROOT, words_of

RULE = Resting("rule", "topics.visit.free.warranty", "It is free.", "rules.yaml", 12, ("visit",), ("a", "b", "a"))
NOTE = Resting("note", "rules.notes.urgent", "Call us.", "rules.yaml", 3, ("visit", "refund"), ("a",))
CASES = tuple(
    Resting("example", "visit/free", f"Case {line}", file, line, ("visit",), ("b",))
    for file, line in (("one.yaml", 2), ("two.yaml", 4), ("one.yaml", 8))
)


def test_each_thing_stands_once_under_each_of_its_clauses() -> None:
    assert by_clause((RULE, NOTE)) == {"a": [RULE, NOTE], "b": [RULE]}


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        (False, ["Rule topics.visit.free.warranty", "Note rules.notes.urgent (visit, refund)"]),
        (True, ["Rule topics.visit.free.warranty: It is free.", "Note rules.notes.urgent (visit, refund): Call us."]),
    ],
)
def test_what_several_topics_share_names_them_and_examples_come_once_a_file(said: bool, lines: list[str]) -> None:
    found = list(lines_of((RULE, *CASES, NOTE), words_of(ROOT / "locales", "en", strict=True), said))
    assert found == [
        ("rules.yaml:12", lines[0]),
        ("rules.yaml:3", lines[1]),
        ("one.yaml:2", "2 worked examples, on lines 2, 8"),
        ("two.yaml:4", "1 worked example, on line 4"),
    ]
