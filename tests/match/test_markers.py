"""Little words in a text: which are found, where clauses end, and how far a word reaches."""

import ast
from pathlib import Path

import pytest

from assistant.match.aspect import LITTLE
from assistant.match.markers import Markers
from assistant.parsing.grammar import Grammar
from assistant.parsing.tables import tables
from tests.match.grammar import words

WORDS = {
    "denial.before": ["not", "no longer", "n*", "anything but"],
    "denial.behind": ["ない"],
    "denial.pseudo": ["not only"],
    "denial.ends": ["if"],
    "denial.ends_farther": ["on"],
    "clauses.resumes": ["has"],
    "clauses.marks": [",", "、", "。"],
    "clauses.joins": ["but"],
    "clauses.fillers": ["the", "still"],
    "clauses.particles": ["では", "が"],
    "past": ["*ed", "- need", "た?"],
    "days.months.1": ["januared"],
}
MARKERS = Markers.build(WORDS)


def found(text: str, path: str) -> list[str]:
    return [span.word for span in MARKERS.mark(text).of(path)]


@pytest.mark.parametrize(
    ("text", "path", "words"),
    [
        ("it is not so", "denial.before", ["not"]),
        ("a knot", "denial.before", []),
        ("nothing", "denial.before", ["n*"]),
        ("not only this", "denial.before", []),
        ("not only this", "denial.pseudo", ["not only"]),
        ("保証ではない", "denial.behind", ["ない"]),
        ("it ended; we need it", "past", ["ended"]),
        ("it ended in januared", "past", ["ended"]),
        ("終わった。", "past", ["た?"]),
        ("たくさん", "past", []),
    ],
)
def test_a_word_is_found_where_a_word_begins_the_longest_first(text: str, path: str, words: list[str]) -> None:
    assert found(text, path) == words


def test_clauses_end_at_marks_and_joins_and_sentences_at_full_stops() -> None:
    text = "one, two but three. four"
    marked = MARKERS.mark(text)
    at = text.index("two")
    assert text[slice(*marked.clause(at, at + 3))].strip() == "two"
    assert text[slice(*marked.sentence(at, at + 3))] == "one, two but three"


@pytest.mark.parametrize("text", ["none of them, as far as we see, has gold", "anything but gold"])
def test_what_is_inserted_between_commas_ends_no_clause_nor_does_a_join_inside_a_denial(text: str) -> None:
    assert MARKERS.mark(text).clause(text.index("gold"), len(text))[0] == 0


@pytest.mark.parametrize(
    ("text", "words"), [("not the gold", 0), ("not a big gold", 2), ("not、gold", 0), ("not 保証 gold", 1)]
)
def test_a_gap_counts_words_without_fillers_and_two_signs_without_blanks_as_one(text: str, words: float) -> None:
    assert MARKERS.mark(text).gap(3, text.index("gold")) == words


@pytest.mark.parametrize(
    ("text", "reaches"),
    [
        ("not so gold", True),
        ("not so very much gold", False),
        ("not so, gold", False),
        ("not if gold", False),
        ("not on gold", True),
        ("not free on gold", False),
    ],
)
def test_a_word_reaches_over_a_few_others_in_its_clause_and_over_no_end(text: str, reaches: bool) -> None:
    assert bool(MARKERS.mark(text).before("denial.before", text.index("gold"), 2, "denial.ends")) == reaches


def test_a_word_behind_is_looked_for_in_the_same_clause() -> None:
    assert MARKERS.mark("保証ではない").behind("denial.behind", 2, 0) is not None
    assert MARKERS.mark("保証です、ない").behind("denial.behind", 2, 1) is None


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("申込の確認。保証:期間内 価格:掲載", "保証:期間内 "),
        ("確認 保証:期間内、価格", "保証:期間内"),
        ("保証:期間内かどうかを確かめたいのですが", "保証:期間内かどうかを確かめたいのですが"),
    ],
)
def test_a_label_and_what_stands_for_it_are_one_clause(text: str, clause: str) -> None:
    marked = MARKERS.mark(text)
    start, end = marked.clause(text.index("保証"), text.index("保証") + 2)
    assert text[start:end].strip() == clause.strip()


def test_the_words_that_are_looked_for_are_words_of_a_grammar(root: Path) -> None:
    """A path that no grammar has, once it has been renamed, finds nothing, and says nothing of it."""
    named = set(LITTLE)
    for file in [*root.glob("assistant/match/*.py"), *root.glob("assistant/parsing/*.py")]:
        nodes = (node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Constant))
        named |= {str(one.value) for one in nodes if str(one.value).partition(".")[0] in Grammar.model_fields}
    paths = {path.partition("@")[0] for path in [*words(), *tables("de")]}
    known = paths | {path.rpartition(".")[0] for path in paths}
    for name, part in Grammar():
        known |= {name, *(f"{name}.{one}" for one in getattr(type(part), "model_fields", ()))}
    assert sorted({one.rstrip(".") for one in named} - known) == []
