"""What every command has: help in the reader's language, and the version."""

from pathlib import Path

import click
import pytest

from assistant import __version__
from assistant.cli.commands import make_app
from assistant.cli.terminal import COMMANDS, Group, Terminal
from assistant.errors import UnknownPage
from assistant.settings import Settings
from tests.conftest import words_of
from tests.terminal import run


@pytest.fixture(scope="module")
def known(content: Path, locales: Path) -> Settings:
    return Settings(content=content, locales=locales)


def commands() -> list[tuple[str, ...]]:
    """How each command is called, those in groups too."""
    app = make_app(Terminal(Settings()))
    found: list[tuple[str, ...]] = []
    with click.Context(app, obj=Terminal(Settings())) as ctx:
        for name in app.list_commands(ctx):
            command = app.get_command(ctx, name)
            found += [
                (name, *below)
                for below in ([(), *((one,) for one in command.commands)] if isinstance(command, Group) else [()])
            ]
    return found


@pytest.mark.parametrize("command", commands(), ids=" ".join)
def test_every_command_has_help_in_the_language_of_the_terminal(known: Settings, command: tuple[str, ...]) -> None:
    shown = run(known, *command, "-h", language="ja").output
    for line in run(known, *command, "--help").output.splitlines():
        if line.startswith("  ") and ". " in line:
            assert line not in shown.splitlines()


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_list_of_commands_says_what_each_does(known: Settings, language: str) -> None:
    words, listing = words_of(known.locales, language), "".join(run(known, "-h", language=language).output.split())
    assert [name for name, about in COMMANDS.items() if "".join((name + words.say(about)).split()) not in listing] == []


@pytest.mark.parametrize("command", [(), ("decide",), ("i18n",), ("i18n", "sync")], ids=" ".join)
def test_every_command_tells_the_version(known: Settings, command: tuple[str, ...]) -> None:
    assert run(known, *command, "--version").output == f"{__version__}\n"


def test_the_help_says_defaults_and_what_click_says_of_its_own_in_the_readers_language(known: Settings) -> None:
    shown = run(known, "serve", "--help", language="ja").output
    words = words_of(known.locales, "ja")
    assert words.say("Usage:") in shown
    assert words.say("Show this message and exit.") in shown
    assert words.say("default: {value}", value="8000") in shown
    assert "Usage:" not in shown
    assert "default: 8000" not in shown


def test_a_terminal_speaks_the_language_asked_for_else_its_own(known: Settings) -> None:
    terminal = Terminal(known, words_of(known.locales, "ja"))
    assert [terminal.speaking(lang).language.id for lang in (None, "", "en", "ja")] == ["ja", "ja", "en", "ja"]
    with pytest.raises(UnknownPage):
        terminal.speaking("xx")
