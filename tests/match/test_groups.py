"""The words of a part of the grammar: found as they were made, and as they are kept."""

import json

import pytest

from assistant.match.groups import Group, groups_of, known_words
from assistant.match.lexicon import signs_of

MADE = groups_of(
    {
        "past": ["*ed", "- need", "た?", "no.#"],
        "past.ago": ["ago", "*ed"],
        "days.months.1": ["januared"],
        "clauses.marks": [",", "?"],
    }
)
KEPT = {name: Group.read(json.loads(json.dumps(group.kept))) for name, group in MADE.items()}


@pytest.mark.parametrize("groups", [MADE, KEPT])
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("it ended ago", [("ended", "past"), ("ended", "past.ago"), ("ago", "past.ago")]),
        ("we need it in januared", []),
        ("たくさんが終わった。", [("た?", "past")]),
        ("no.12 no.x", [("no.#", "past")]),
        ("ed", []),
    ],
)
def test_words_and_endings_are_found_with_their_paths(
    groups: dict[str, Group], text: str, words: list[tuple[str, str]]
) -> None:
    spans = groups["past"].spans(text, signs_of(text))
    assert [(span.word, path) for span, paths in spans for path in paths] == words


@pytest.mark.parametrize("groups", [MADE, KEPT])
def test_marks_stand_for_themselves_and_what_is_written_otherwise_has_no_group(groups: dict[str, Group]) -> None:
    assert groups.keys() == {"past", "clauses"}
    assert [span.word for span, _ in groups["clauses"].spans("a, b? c", signs_of("a, b? c"))] == [",", "?"]


def test_the_words_of_a_grammar_are_those_of_all_lines_but_endings_and_forms() -> None:
    words = {"past": ["*ed", "-{in|un}need[ to]", "利用サービス"], "days.forms@en": ["{day} of"]}
    assert known_words(words) == {"inneed", "unneed", "to", "サービス"}
