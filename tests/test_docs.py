"""The documents tell the truth: every example in them is run, every link leads somewhere, every command is named."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import ROOT

COMMAND = Path(sys.executable).with_name("policy-assistant")
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "bench").glob("*.md")])
FIRST_SCREEN = 40


class Step(NamedTuple):
    """One `$ command` of a console block and what the document says that it prints."""

    command: str
    printed: str


def steps(markdown: str) -> Iterator[Step]:
    """Every command of the console blocks, in order; a command goes on over lines that end with a backslash."""
    for block in re.findall(r"^```console\n(.*?)^```", markdown, re.DOTALL | re.MULTILINE):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, printed = re.sub(r"\\\n\s*", "", part).partition("\n")
            yield Step(command, printed.rstrip() + "\n" if printed.strip() else "")


def _run(command: str, folder: Path) -> str:
    wanted = {"PATH", "HOME", "TMPDIR"}
    env = {name: value for name, value in os.environ.items() if name in wanted} | {"LANG": "C.UTF-8", "COLUMNS": "120"}
    words = command.replace("policy-assistant", f"'{COMMAND}'", 1)
    run = subprocess.run(["bash", "-c", words], cwd=folder, env=env, capture_output=True, text=True, check=False)
    assert run.stderr == "", command
    assert run.returncode == 0, command
    return run.stdout


def test_every_example_of_the_readme_prints_what_it_says(root: Path, tmp_path: Path) -> None:
    found = list(steps((root / "README.md").read_text("utf-8")))
    assert {"decide", "ask", "batch"} <= {
        step.command.split()[1] for step in found if "policy-assistant" in step.command
    }
    for command, printed in found:
        file = tmp_path / command.removeprefix("cat ")
        if command.startswith("cat ") and not file.exists():
            file.write_text(printed, "utf-8")
        else:
            assert f"$ {command}\n{_run(command, tmp_path)}" == f"$ {command}\n{printed}"


def test_the_first_screen_has_the_two_commands_and_the_picture(root: Path) -> None:
    screen = "\n".join((root / "README.md").read_text("utf-8").splitlines()[:FIRST_SCREEN])
    assert all(wanted in screen for wanted in ("make run", "make test", "docs/pictures/answer-en.png"))


def test_every_command_is_named_in_the_readme(root: Path, tmp_path: Path) -> None:
    named = re.findall(
        r"^[│| ]*([a-z0-9]+(?:-[a-z0-9]+)*)  +\S", _run("policy-assistant --help", tmp_path), re.MULTILINE
    )
    assert {"serve", "decide"} <= set(named)
    readme = (root / "README.md").read_text("utf-8")
    assert [name for name in named if f"`{name}" not in readme and f"policy-assistant {name}" not in readme] == []


def test_the_makefile_has_at_most_eight_targets_each_explained(root: Path) -> None:
    makefile = (root / "Makefile").read_text("utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    explained = re.findall(r"^([a-z]+):.* ## \S", makefile, re.MULTILINE)
    assert phony is not None
    assert sorted(explained) == sorted(phony[1].split())
    assert len(explained) <= 8


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(document: Path) -> None:
    links = re.findall(r"\]\(([^)\s#]+)[^)]*\)|<img[^>]* src=\"([^\"]+)\"", document.read_text("utf-8"))
    inside = [link for pair in links for link in pair if link and "://" not in link]
    assert [link for link in inside if not (document.parent / link).exists()] == []


def test_steps_are_read_from_console_blocks() -> None:
    text = "```console\n$ one a \\\n    b\nfirst\n\nlast\n$ two\n```\n\n```python\n$ no\n```\n"
    assert list(steps(text)) == [Step("one a b", "first\n\nlast\n"), Step("two", "")]
