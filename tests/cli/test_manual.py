"""The manual page holds every command and every option, and groff finds nothing wrong with it."""

import subprocess
from collections.abc import Iterator

import click

from assistant.cli.commands import make_app
from assistant.cli.terminal import COMMANDS, Terminal
from assistant.settings import Settings
from hatch_build import manual


def groff(*options: str) -> subprocess.CompletedProcess[str]:
    """What groff makes of the page, with every warning."""
    return subprocess.run(
        ["groff", "-man", "-Tutf8", "-Kutf8", "-ww", "-P-cbou", *options],
        input=manual(), capture_output=True, text=True, check=True,
    )  # fmt: skip


def commands(group: click.Group, ctx: click.Context) -> Iterator[click.Command]:
    for name in group.list_commands(ctx):
        found = group.get_command(ctx, name)
        assert found
        yield found
        if isinstance(found, click.Group):
            yield from commands(found, click.Context(found, parent=ctx))


def test_groff_finds_nothing_wrong() -> None:
    assert groff("-z").stderr == ""


def test_every_command_and_option_is_there() -> None:
    shown, app = groff("-rLL=500n").stdout, make_app(Terminal(Settings()))
    assert [name for name in COMMANDS if f"policy-assistant {name} [OPTIONS]" not in shown] == []
    every = [each for one in commands(app, click.Context(app)) for each in one.params if isinstance(each, click.Option)]
    assert len(every) > 30
    assert {each.opts[0] for each in every if not each.hidden and each.opts[0] not in shown} == set()
    assert [shown.count(one) for one in ("-h, --help", "--version")] == [1, 1]
    assert [name for name in Settings.__slots__ if f"POLICY_ASSISTANT_{name.upper()}" not in shown] == []
