"""Commands as they are called from a terminal, without a process of their own."""

import pytest
from click.testing import CliRunner, Result

from assistant import cli
from assistant.cli.commands import make_app
from assistant.cli.terminal import Terminal
from assistant.loading import load_words
from assistant.settings import Settings
from tests.conftest import ROOT, words_of

OWN = ROOT / "locales"


def run(known: Settings, *arguments: str, language: str = "en") -> Result:
    """What comes of a command on a terminal of this language; what goes wrong is its `exception`."""
    words = words_of(known.locales, language) if known.locales == OWN else load_words(known, language)
    return CliRunner().invoke(make_app(Terminal(known, words)), list(arguments))


def call(monkeypatch: pytest.MonkeyPatch, known: Settings, language: str, *arguments: str) -> int:
    """The exit status of the installed command, called as a terminal of this language does."""
    monkeypatch.setattr("assistant.cli.commands.settings", lambda: known)
    monkeypatch.setattr("sys.argv", ["policy-assistant", *arguments])
    monkeypatch.setenv("LC_ALL", f"{language}.UTF-8")
    with pytest.raises(SystemExit) as ended:
        cli.main()
    return int(ended.value.code or 0)
