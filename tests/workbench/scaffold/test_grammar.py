"""The grammar of a new language: every list, empty, with what belongs into it."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from assistant.i18n.load import read_grammars
from assistant.model.record import Record
from assistant.parsing.grammar import Answers, Grammar, flat
from assistant.settings import Settings
from assistant.workbench.scaffold.schemas import grammar_skeleton

ENGLISH = read_grammars(Settings().locales)["en"]


@pytest.mark.parametrize("english", [ENGLISH, Grammar()], ids=["with examples", "without"])
def test_it_reads_back_as_a_grammar_without_words(tmp_path: Path, english: Grammar) -> None:
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "grammar.yaml").write_text(grammar_skeleton(english), "utf-8")
    assert read_grammars(tmp_path) == {"fr": Grammar()}


def test_it_names_and_explains_every_list() -> None:
    text = grammar_skeleton(Grammar())
    assert text.count(": []") == len(list(flat(Grammar())))
    parts = (part for _, part in Grammar() if isinstance(part, Record))
    assert text.count(": {}") == sum(field == {} for part in parts for _, field in part)
    for line, before in zip(text.splitlines()[5:], text.splitlines()[4:], strict=False):
        assert line.lstrip().startswith("#") or before.lstrip().startswith("# ")


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ({}, None),
        ({"yes": ("yes", "y")}, '  # English: ["yes", "y"]'),
        ({"yes": ("a, b", "ja: c")}, '  # English: ["a, b", "ja: c"]'),
        ({"yes": ("word",) * 30}, "  # English: [" + '"word", ' * 13 + "…]"),
        ({"yes": ("long" * 40,)}, '  # English: ["' + "long" * 40 + '"]'),
        ({"yes": ("{long|" * 40, "no", "yes")}, '  # English: ["no", "yes", …]'),
        ({"yes": ("{long|" * 40, "longer" * 40)}, '  # English: ["' + "{long|" * 40 + '", …]'),
    ],
)
def test_an_example_is_one_line_of_what_english_has(words: dict[str, tuple[str, ...]], line: str | None) -> None:
    lines = grammar_skeleton(Grammar(answers=Answers(**words))).splitlines()
    shown = [line for line in lines if line.lstrip().startswith("# English: ")]
    assert shown == ([line] if line else [])
    assert all(lines[lines.index(one) + 1] == "  yes: []" for one in shown)


def test_every_list_that_english_has_is_shown_as_it_stands_there() -> None:
    lines = grammar_skeleton(ENGLISH).splitlines()
    shown = [line.partition("# English: ")[2] for line in lines if "# English: " in line]
    read = [yaml.safe_load(one) for one in shown]
    words = {word for _, each in flat(ENGLISH) for word in each}
    assert {word for one in read for word in _words(one)} <= {*words, "…"}, "each whole, or not at all"
    assert all(len(line) <= 120 or _alone(read[shown.index(line.partition("# English: ")[2])])
               for line in lines if "# English: " in line)  # fmt: skip
    assert len(shown) == _filled(ENGLISH)
    assert yaml.safe_load(shown[0]) == list(ENGLISH.numbers.one)


def test_a_list_that_is_cut_off_says_in_words_what_belongs_there_and_where_the_rest_stands() -> None:
    lines = grammar_skeleton(ENGLISH).splitlines()
    assert "../en/grammar.yaml" in lines[3]
    for name in ("denial", "question", "commitment", "recipients", "day", "limit", "other", "offset"):
        (said,) = (one for one, part in pairwise(lines) if part.strip() == f"{name}:")
        assert len(re.sub(r"\*[^*]*\*", "", said).split()) > 12, said


def _words(shown: list[str] | dict[str, list[str]]) -> list[str]:
    return [word for one in shown.values() for word in one or ()] if isinstance(shown, dict) else shown


def _alone(shown: list[str] | dict[str, list[str]]) -> bool:
    """Is there but one word that has no room?"""
    return len([one for one in shown if one != "…"]) == 1


def _filled(record: Record) -> int:
    return sum(_filled(held) if isinstance(held, Record) else bool(held) for _, held in record)


def test_what_is_needed_most_stands_first() -> None:
    first = [line for line in grammar_skeleton(ENGLISH).splitlines() if line.endswith(":") and line[0].isalpha()]
    assert first[:4] == ["numbers:", "days:", "clocks:", "denial:"]
