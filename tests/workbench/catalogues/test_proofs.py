"""Sentences that a language must read so: of one that is read otherwise the entry is named that turns it."""

from pathlib import Path

import pytest

from assistant.errors import Fault
from assistant.i18n.load import read_grammars
from assistant.parsing.grammar import flat
from assistant.settings import Settings
from assistant.workbench.catalogues.proofs import FILE, Proofs, misread, read_proofs
from assistant.workbench.scaffold.schemas import proofs_skeleton
from tests.conftest import ROOT

GERMAN = """\
denial: {before: [nicht, keine], behind: ["nicht$", fehlt]}
clauses: {marks: [",", "?", "."], fillers: [die, wir, noch], joins: [kommt]}
question: {inverted: [ist, kommt], asking: ["?"]}
commitment: {beside: [ich glaube]}
others: [der Nachbar]
state:
  there: {before: [haben, ohne], behind: [gilt, aktiv]}
  gone: {behind: [abgelaufen]}
measure:
  clock: {before: [nach]}
  limit: {before: [mindestens]}
days: {forms: ["[am ]{day} {month} {year}", "{today}"], today: {"-1": [gestern]}}
clocks: {forms: ["{hour} uhr"]}
numbers: {units: {month: [months, Monate], year: [Jahre]}}
"""
ALL = "things: [garantie]\ncues: [gekauft]\n"


def faults(folder: Path, proofs: str, grammar: str = GERMAN, offered: tuple[str, ...] = ()) -> list[Fault]:
    """What is found in the sentences of a language that has a grammar."""
    (folder / "de").mkdir()
    (folder / "de" / "grammar.yaml").write_text(grammar, "utf-8")
    (folder / "de" / FILE).write_text(proofs, "utf-8")
    return list(misread(folder, read_grammars(folder), offered))


@pytest.mark.parametrize(
    ("where", "sentence"),
    [
        ("there", "wir haben die garantie"),
        ("there", "die garantie ist nicht abgelaufen"),
        ("missing", "wir haben noch keine garantie"),
        ("missing", "die garantie gilt nicht"),
        ("missing", "die garantie ist abgelaufen"),
        ("missing", "die garantie fehlt"),
        ("asked", "ist die garantie abgelaufen?"),
        ("asked", "abc, ist die garantie abgelaufen?"),
        ("thought", "ich glaube, wir haben die garantie"),
        ("then", "wir hatten die garantie"),
        ("others", "der Nachbar hat keine garantie"),
        ("days: {2025-05-05", "am 5 Mai 2025 gekauft"),
        ("days: {2026-11-22", "gestern gekauft"),
        ("undated", "nach 5 Mai 2025 gekauft"),
        ("times: {09:00", "9 uhr"),
        ("untimed", "nach 9 uhr"),
        ("months: {12", "12 Monate"),
        ("months: {24", "2 Jahre"),
        ("unmeasured", "mindestens 12 Monate"),
    ],
)
def test_a_sentence_that_is_read_as_it_must_be_is_no_fault(tmp_path: Path, where: str, sentence: str) -> None:
    name, _, key = where.partition(": {")
    held = f'{{"{key}": ["{sentence}"]}}' if key else f'["{sentence}"]'
    assert [str(one) for one in faults(tmp_path, f"{ALL}{name}: {held}\n")] == []


@pytest.mark.parametrize(
    ("where", "sentence", "wrong", "mend"),
    [
        (
            "missing",
            "ohne garantie",
            "says `there`; it must say `missing`",
            "state.there.before “ohne” (grammar.yaml:7)",
        ),
        ("thought", "die garantie gilt wohl", "says `there`; it must say nothing", "write what is missing, or mend"),
        ("asked", "kommt die garantie aktiv?", "says `there`; it must", "clauses.joins “kommt” (grammar.yaml:2)"),
        (
            "there",
            "die garantie fehlt",
            "says `missing`; it must say `there`",
            "denial.behind “fehlt” (grammar.yaml:1)",
        ),
        ("there", "die garantie zählt", "nothing is taken of “die garantie zählt”", "no entry of grammar.yaml counts"),
        ("there", "wir haben garantien", "names none of the `things`", "write under `things` what it is called"),
        ("asked", "wir haben garantien?", "names none of the `things`", "write under `things` what it is called"),
    ],
)
def test_one_that_is_read_otherwise_is_named_with_the_entry_that_turns_it(
    tmp_path: Path, where: str, sentence: str, wrong: str, mend: str
) -> None:
    found = faults(tmp_path, f'{ALL}{where}: ["{sentence}"]\n')
    assert [one.line for one in found] == [3]
    assert all(wrong in str(one.wrong) and mend in str(one.mend) for one in found)


def test_of_a_form_that_takes_a_wrong_day_the_line_is_named(tmp_path: Path) -> None:
    (one,) = faults(tmp_path, f'{ALL}days: {{"2025-05-06": [5 Mai 2025]}}\n')
    assert "says `2025-05-05`; it must say `2025-05-06`" in str(one.wrong)
    assert "days.forms “5 mai 2025” (grammar.yaml:12)" in str(one.mend)


def test_a_language_that_is_offered_has_sentences_in_each_list(tmp_path: Path) -> None:
    found = faults(tmp_path, ALL, offered=("de",))
    assert [one.path for one in found] == [name for name in Proofs.model_fields if name not in ("things", "cues")]
    (tmp_path / "de" / FILE).unlink()
    (one,) = misread(tmp_path, read_grammars(tmp_path), ["de"])
    assert "i18n add de" in str(one.mend)
    assert list(misread(tmp_path, read_grammars(tmp_path))) == []


def test_what_cannot_be_read_is_told_with_its_line(tmp_path: Path) -> None:
    (one,) = faults(tmp_path, f"{ALL}theer: [x]\n")
    assert (one.line, "there" in str(one.mend)) == (3, True)


@pytest.mark.parametrize("folder", [ROOT / "locales", ROOT / "tests" / "languages"])
def test_the_languages_that_there_are_are_read_as_they_must_be(folder: Path) -> None:
    grammars = {**read_grammars(ROOT / "locales"), **read_grammars(folder)}
    assert [str(one) for one in misread(folder, grammars)] == []


def test_the_file_of_a_new_language_shows_each_english_sentence_and_reads_back_empty(tmp_path: Path) -> None:
    english = read_proofs(Settings().locales / "en" / FILE)
    (tmp_path / FILE).write_text(text := proofs_skeleton(english), "utf-8")
    assert read_proofs(tmp_path / FILE) == Proofs()
    lines = [line.removeprefix("# - ") for line in text.splitlines() if line.startswith("# - ")]
    assert lines == [line for _, held in flat(english) for line in held]
    assert '# English, "2025-05-05":' in text
    assert all(len(line) <= 120 for line in text.splitlines())
