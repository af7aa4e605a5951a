"""`new`: says what was written and what is to be done, in the language of the terminal."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from assistant.cli.commands import make_app
from assistant.cli.terminal import Terminal
from assistant.i18n.load import languages
from assistant.i18n.questions import read_phrases
from assistant.settings import Settings
from assistant.workbench.faults import faults_of
from tests.conftest import words_of
from tests.terminal import run


def test_in_an_empty_folder_the_languages_come_with_the_first_policy(tmp_path: Path, locales: Path) -> None:
    here = Settings(content=tmp_path / "content", locales=tmp_path / "locales")
    result = CliRunner().invoke(make_app(Terminal(here)), ["new", "policy", "leave"])
    assert result.exit_code == 0
    assert set(languages(here.locales)) == set(languages(locales))
    assert faults_of(here)[1] == []
    assert len(read_phrases(here.locales, "en")) == 2


@pytest.mark.parametrize("language", ["en", "ja"])
def test_it_says_what_was_written_and_what_is_to_be_done(tmp_path: Path, locales: Path, language: str) -> None:
    CliRunner().invoke(make_app(Terminal(Settings(content=tmp_path / "content", locales=tmp_path / "locales"))), [
        "new", "policy", "leave", "--topic", "days-off",
    ])  # fmt: skip
    here = Settings(content=tmp_path / "content", locales=tmp_path / "locales")
    result = run(here, "new", "topic", "leave/sickness", language=language)
    words = words_of(locales, language)
    assert result.exit_code == 0
    head, *written = result.output.splitlines()
    assert head == words.say("Written:")
    assert "  content/leave/topics/sickness.yaml" in written
    assert any(line.startswith("content/leave/topics/sickness.yaml:") for line in written[written.index("") + 2 :])
