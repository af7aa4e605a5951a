"""The grammar of a new language: every list, empty, with what belongs into it."""

from pathlib import Path

from assistant.i18n.load import read_grammars
from assistant.model.record import Record
from assistant.parsing.grammar import Grammar, flat
from assistant.workbench.scaffold.schemas import grammar_skeleton


def test_it_reads_back_as_a_grammar_without_words(tmp_path: Path) -> None:
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "grammar.yaml").write_text(grammar_skeleton(), "utf-8")
    assert read_grammars(tmp_path) == {"fr": Grammar()}


def test_it_names_and_explains_every_list() -> None:
    text = grammar_skeleton()
    assert text.count(": []") == len(list(flat(Grammar())))
    parts = (part for _, part in Grammar() if isinstance(part, Record))
    assert text.count(": {}") == sum(field == {} for part in parts for _, field in part)
    for line, before in zip(text.splitlines()[3:], text.splitlines()[2:], strict=False):
        assert line.lstrip().startswith("#") or before.lstrip().startswith("# ")
