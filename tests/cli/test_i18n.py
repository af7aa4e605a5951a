"""`i18n …` on a small project: what is printed, and what the exit status says."""

import json
import os
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from assistant.cli import i18n
from assistant.cli.commands import make_app
from assistant.cli.i18n import aligned
from assistant.cli.terminal import Terminal
from assistant.errors import UnknownPage, Usage
from assistant.i18n.load import languages
from assistant.i18n.width import width
from assistant.i18n.words import Words
from assistant.settings import Settings
from tests import terminal
from tests.conftest import words_of
from tests.i18n.conftest import Project


@pytest.fixture
def known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """The settings of the small project, whose own code is what is extracted."""
    project = Project(tmp_path)
    monkeypatch.setattr(i18n, "PACKAGE", project.package)
    project.sync()
    return Settings(content=project.content, locales=project.locales)


@pytest.fixture
def words(known: Settings, locales: Path) -> Words:
    """What the terminal speaks: the bundled words, for the small project's are few."""
    return words_of(locales, "en")


def _run(known: Settings, words: Words, *arguments: str) -> Result:
    return CliRunner().invoke(make_app(Terminal(known, words)), ["i18n", *arguments])


def test_progress_is_a_table_with_headings_and_sums(known: Settings, words: Words) -> None:
    head, *rows = _run(known, words, "stats").output.splitlines()
    assert head.split() == ["Language", "Catalogue", "Translated", "Missing", "Stale", "Set", "aside"]
    together = [row.split() for row in rows if "what readers meet" in row]
    assert [(row[0], row[-4]) for row in together] == [("English", "100%"), ("日本語", "0%")]
    assert len({width(row) for row in (head, *rows)}) == 1


def test_progress_for_programs_holds_every_number(known: Settings, words: Words) -> None:
    rows = json.loads(_run(known, words, "stats", "--json").output)
    assert {"language", "domain", "messages", "sound", "stale", "missing", "faulty", "percent"} == set(rows[0])


def test_columns_stand_below_each_other_in_every_script() -> None:
    assert aligned([["a", "日本", "1"], ["bcd", "x", "10"]], left=2) == "a    日本   1\nbcd  x     10"


def test_check_says_how_far_each_catalogue_has_come_and_fails(known: Settings, words: Words) -> None:
    result = _run(known, words, "check")
    assert result.exit_code == 1
    assert "what readers meet" in result.output
    assert json.loads(_run(known, words, "check", "--json").output)[0]["file"].startswith(str(known.locales))


def test_check_of_one_language_names_no_file_of_another(known: Settings, words: Words) -> None:
    output = _run(known, words, "check", "--lang", "ja").output
    assert f"{known.locales / 'ja'}" in output
    assert f"{known.locales / 'en'}" not in output
    assert not any(line.startswith("English") for line in output.splitlines())
    assert isinstance(_run(known, words, "check", "--lang", "xx").exception, UnknownPage)


def test_check_says_what_waits_for_a_grammar_that_cannot_be_read(known: Settings, words: Words) -> None:
    path = known.locales / "ja" / "grammar.yaml"
    path.write_text("clocks: [x]\n", "utf-8")
    assert f"Once {path} can be read, its forms are tried" in _run(known, words, "check").output
    assert "Once" not in _run(known, words, "check", "--json").output


@pytest.mark.parametrize("file", ["ja/ui.po", "ja/language.yaml"])
def test_a_file_that_cannot_be_read_hides_no_other_fault(known: Settings, words: Words, file: str) -> None:
    (known.locales / file).write_text("nonsense", "utf-8")
    output = _run(known, words, "check").output
    assert f"{known.locales / file}:1:1: " in output
    assert "what readers meet" not in output


@pytest.mark.parametrize("installed", [True, False])
def test_msgfmt_gives_a_second_opinion_where_it_is_installed(
    known: Settings, words: Words, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, installed: bool
) -> None:
    described = known.locales / "ja" / "language.yaml"
    described.write_text(described.read_text("utf-8").replace("offered: yes", "offered: no"), "utf-8")
    program = tmp_path / "bin" / "msgfmt"
    program.parent.mkdir()
    program.write_text(
        '#!/bin/sh\nfor last; do :; done\necho "$last:7: it ends badly" >&2\necho "$last:3: warning: no date" >&2\n',
        "utf-8",
    )
    program.chmod(0o755 if installed else 0o644)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}/bin" if installed else str(program.parent))
    output = _run(known, words, "check").output
    assert ("ui.po:7:1: msgfmt: it ends badly" in output) == installed
    assert "no date" not in output


def test_sync_says_what_it_wrote_and_a_second_one_nothing(known: Settings, words: Words) -> None:
    (known.locales / "ja" / "ui.po").unlink()
    assert _run(known, words, "sync").output == f"{known.locales / 'ja' / 'ui.po'}\n"
    assert _run(known, words, "sync").output == ""


def test_sync_takes_several_names(known: Settings, words: Words) -> None:
    result = _run(known, words, "sync", "--typo", "travel.summary.lede", "--typo", "Send")
    assert (result.exit_code, result.output) == (0, "")


def test_an_unknown_name_comes_with_those_that_may_have_been_meant(known: Settings, words: Words) -> None:
    misspelt = _run(known, words, "sync", "--typo", "travel.summary.lade").exception
    assert isinstance(misspelt, Usage)
    assert re.search(r"(?s)Did you mean.*\n  travel\.summary\.lede$", str(misspelt))
    unknown = _run(known, words, "sync", "--typo", "xylophone").exception
    assert isinstance(unknown, Usage)
    assert str(unknown) == "No sentence is known by “xylophone”."


def test_a_new_language_is_complete_and_says_what_to_do(known: Settings, words: Words) -> None:
    said = _run(known, words, "add", "fr").output
    assert said.startswith("Français has its catalogues. Sentences for readers: ui (")
    assert ") and, of the policies, policy-travel (19).\n" in said
    assert f"offered: yes` into {known.locales / 'fr' / 'language.yaml'}" in said
    made = {path.name for path in (known.locales / "fr").iterdir()}
    assert made == {
        "language.yaml",
        "ui.po",
        "workbench.po",
        "policy-travel.po",
        "questions.po",
        "grammar.yaml",
        "proofs.yaml",
        "glossary.po",
        "terms.po",
    }
    assert _run(known, words, "sync").output == ""


def test_a_language_that_somebody_described_keeps_its_description(known: Settings, words: Words) -> None:
    _run(known, words, "add", "fr")
    path = known.locales / "fr" / "language.yaml"
    path.write_text(path.read_text("utf-8").replace("Français", "Le français"), "utf-8")
    (known.locales / "fr" / "ui.po").unlink()
    assert "offered: yes" in _run(known, words, "add", "fr").output
    path.write_text(path.read_text("utf-8").replace("offered: no", "offered: yes"), "utf-8")
    assert "offered: yes" not in _run(known, words, "add", "fr").output
    assert languages(known.locales)["fr"].name == "Le français"
    assert (known.locales / "fr" / "ui.po").exists()


def test_what_a_language_lacks_that_is_not_offered_is_no_fault_and_check_says_so(known: Settings, words: Words) -> None:
    for name in ("en", "ja"):
        path = known.locales / name / "language.yaml"
        path.write_text(path.read_text("utf-8").replace("offered: yes", "offered: no"), "utf-8")
    result = _run(known, words, "check")
    assert result.exit_code == 0
    assert "日本語 is not offered yet, so what it lacks is no fault." in result.output


@pytest.mark.parametrize(
    ("name", "said"), [("jp", "Did you mean ja (Japanese)?"), ("xylophone", "such as fr or pt-BR")]
)
def test_a_language_that_there_is_not_is_refused(known: Settings, words: Words, name: str, said: str) -> None:
    refused = _run(known, words, "add", name).exception
    assert isinstance(refused, Usage)
    assert said in str(refused)
    assert not (known.locales / name).exists()


def test_pseudo_languages_go_into_a_new_folder(known: Settings, words: Words, tmp_path: Path) -> None:
    assert "POLICY_ASSISTANT_LOCALES=" in _run(known, words, "pseudo", str(tmp_path / "new")).output
    assert "ar-XB" in languages(tmp_path / "new")
    assert "is not empty" in str(_run(known, words, "pseudo", str(tmp_path / "new")).exception)


def test_statistics_count_every_catalogue(content: Path, locales: Path) -> None:
    rows = json.loads(terminal.run(Settings(content=content, locales=locales), "i18n", "stats", "--json").output)
    assert {row["domain"] for row in rows} >= {"ui", "questions", "policy-licence-desk", "policy-swap-out"}
