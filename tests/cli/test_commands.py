"""All commands: each has its module and its help, is imported when it is called, and takes what all of them take."""

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest

from assistant import __version__
from assistant.cli import make_app
from assistant.cli.terminal import COMMANDS, Group, Terminal
from assistant.i18n.load import load_words
from assistant.settings import Settings
from tests.terminal import run

LISTED = """
import sys
from assistant.cli import main
sys.argv[1:] = {arguments!r}
try:
    main()
except SystemExit as ended:
    print(ended.code, *sorted(sys.modules), file=sys.stderr)
"""
DECIDE = ["decide", "licence-desk/hwkc-replacement/free", "swa=active", "system=sv9500", "--on", "2026-01-15"]
FRAME = {"assistant.cli", "assistant.cli.complaints", "assistant.cli.terminal"}


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


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_stands_in_the_module_of_its_name(name: str) -> None:
    module = name.replace("-", "_")
    assert getattr(import_module(f"assistant.cli.{module}"), module).name == name


@pytest.mark.parametrize("command", commands(), ids=" ".join)
def test_every_command_has_help_in_the_language_of_the_terminal(known: Settings, command: tuple[str, ...]) -> None:
    shown = run(known, *command, "-h", language="ja").output
    for line in run(known, *command, "--help").output.splitlines():
        if line.startswith("  ") and ". " in line:
            assert line not in shown.splitlines()


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_list_of_commands_says_what_each_does(known: Settings, language: str) -> None:
    words, listing = load_words(known.locales, language), "".join(run(known, "-h", language=language).output.split())
    assert [name for name, about in COMMANDS.items() if "".join((name + words.say(about)).split()) not in listing] == []


@pytest.mark.parametrize("command", [(), ("decide",), ("i18n",), ("i18n", "sync")], ids=" ".join)
def test_every_command_tells_the_version(known: Settings, command: tuple[str, ...]) -> None:
    assert run(known, *command, "--version").output == f"{__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (DECIDE, {"assistant.cli.decide"}),
        (
            ["batch", os.devnull, os.devnull],
            {"assistant.cli.batch", "assistant.cli.files", "assistant.cli.lines", "assistant.cli.output"},
        ),
        (["--help"], set()),
        (["--version"], set()),
        (["bogus"], set()),
    ],
    ids=["decide", "batch", "help", "version", "bogus"],
)
def test_a_command_is_imported_when_it_is_called(arguments: list[str], wanted: set[str]) -> None:
    program = LISTED.format(arguments=arguments)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    modules = set(done.stderr.split())
    assert {name for name in modules if name.startswith("assistant.cli")} == FRAME | wanted
    assert not {name for name in modules if name.split(".")[0] in {"numpy", "starlette", "fastapi", "jinja2"}}
    assert not {name for name in modules if name.startswith("assistant.workbench")}


def test_python_runs_the_package() -> None:
    done = subprocess.run([sys.executable, "-m", "assistant", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"{__version__}\n"
