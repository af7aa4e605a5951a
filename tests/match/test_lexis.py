"""The words by which questions are read are the same as they were made and as they are kept."""

import json

from assistant.match.known import Known
from assistant.match.lexis import Lexis
from assistant.model.policy import Library
from tests.match.grammar import words

RENDERED = {"licence-desk.facts.swa.options.active.label": ["有効です"]}


def test_what_is_kept_reads_as_what_was_made(library: Library) -> None:
    made = Lexis.of(library, RENDERED, words())
    kept = json.dumps(made.kept)
    again = Lexis.read(json.loads(kept), words())
    assert json.dumps(again.kept) == kept
    assert again.markers.known == made.markers.known
    assert again.wordings == {name: list(every) for name, every in made.wordings.items()}
    assert "有効です" in {one.text for one in made.wordings["licence-desk"]}
    assert made.spelling.corrected("the warrenty") == again.spelling.corrected("the warrenty")


def test_reading_what_is_kept_makes_nothing_of_lines_that_no_question_holds(library: Library) -> None:
    again = Lexis.read(json.loads(json.dumps(Lexis.of(library, RENDERED, words()).kept)), words())
    Known.of(library.policies["swap-out"].facts, again.markers, again.ignored)
    found = again.markers.mark("we have gold since may").of("state.there.before")
    lines = [line for group in again.markers.groups.values() for line in group.words.lines]
    assert found
    assert sum(not isinstance(line, str) for line in lines) < len(lines) / 20
    assert "lines" not in vars(again.markers)
