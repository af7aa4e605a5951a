"""All commands: each has its module, and is imported when it is called."""

import os
import subprocess
import sys
from importlib import import_module

import pytest

from assistant import __version__
from assistant.cli.terminal import COMMANDS

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
FRAME = {"assistant.cli", "assistant.cli.commands", "assistant.cli.terminal"}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_stands_in_the_module_of_its_name(name: str) -> None:
    module = name.replace("-", "_")
    assert getattr(import_module(f"assistant.cli.{module}"), module).name == name


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (DECIDE, {"assistant.cli.decide"}),
        (
            ["batch", os.devnull, os.devnull],
            {f"assistant.cli.{name}" for name in ("batch", "files", "lines", "output", "spread")},
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


@pytest.mark.parametrize(
    ("shell", "begun", "found"),
    [
        ("bash", "edi", "edition"),
        ("zsh", "edi", "edition"),
        ("fish", "edi", "edition"),
        ("bash", "source ou", "outline"),
    ],
)
def test_shells_complete_what_is_begun(shell: str, begun: str, found: str) -> None:
    words = f"policy-assistant {begun}"
    last = begun if shell == "fish" else f"{words.count(' ')}"
    asked = {"_POLICY_ASSISTANT_COMPLETE": f"{shell}_complete", "COMP_WORDS": words, "COMP_CWORD": last}
    program = "import sys; sys.argv[0] = 'policy-assistant'; from assistant.cli import main; main()"
    environment = {**os.environ, **asked}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, env=environment)
    assert found in done.stdout
    assert "decide" not in done.stdout
