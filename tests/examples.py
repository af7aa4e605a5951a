"""
The examples of README and guides: each is run, and written anew by `python -m tests.examples`.

A console block is run. A block with the name of a file behind its language is written to that file; with `>>` before
the name, to the file's end. A guide with the commands and files of the English one of its name shares its run.
"""

import atexit
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from tests import forking
from tests.phrases import thinned

COMMAND = Path(sys.executable).with_name("policy-assistant")
ROOT = Path(__file__).parent.parent
NOW = "2026-01-15T12:00+00:00"
"""When they are run: what an answer says depends on the day on which it is read."""
README = ROOT / "README.md"
DOCS = ROOT / "docs"
BLOCK = re.compile(r"^```(?:console|[a-z]+ (?P<more>>> )?(?P<file>\S+))\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)
Variables = dict[str, str]
"""What `export` has set so far; each command is run by a shell of its own."""


class Step(NamedTuple):
    """One `$ command`, as it is written (over several lines, maybe), and what the document says that it prints."""

    written: str
    printed: str

    @property
    def command(self) -> str:
        """The command on one line."""
        return re.sub(r"\\\n\s*", "", self.written)


def steps(block: str) -> list[Step]:
    """The commands of a console block, in order."""
    parts = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    pairs = [re.fullmatch(r"((?:[^\n]*\\\n)*[^\n]*)\n(.*)", part, re.DOTALL) for part in parts]
    return [Step(pair[1], pair[2].rstrip("\n") + "\n" if pair[2].strip() else "") for pair in pairs if pair]


def run(command: str, folder: Path, variables: Mapping[str, str] = MappingProxyType({})) -> str:
    """
    What a command prints in an English terminal. It must succeed, and say nothing on standard error.

    `$PROJECT` is the folder of this project, for what is to be copied out of it.
    """
    wanted = {"PATH", "HOME", "TMPDIR", "POLICY_ASSISTANT_LIBRARY"}
    kept = {name: value for name, value in os.environ.items() if name in wanted}
    # A server is a process that its shell can stop.
    called = f"'{COMMAND}'" if "policy-assistant serve" in command else forking.command()
    words = command.replace("policy-assistant", called, 1)
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", words],
        cwd=folder,
        env={
            **kept,
            "PATH": f"{COMMAND.parent}{os.pathsep}{kept.get('PATH', os.defpath)}",
            "LANG": "C.UTF-8",
            "COLUMNS": "120",
            "POLICY_ASSISTANT_NOW": NOW,
            "PROJECT": _project(),
            **variables,
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, ""), f"{command}: {done.stderr}"
    return done.stdout


@cache
def _project() -> str:
    """What is copied out of this project: few of its search phrases, so that an index of them is made in a moment."""
    folder = tempfile.TemporaryDirectory()
    atexit.register(folder.cleanup)
    shutil.copytree(ROOT / "content", f"{folder.name}/content")
    thinned(Path(shutil.copytree(ROOT / "locales", f"{folder.name}/locales")))
    return folder.name


def printed(step: Step, folder: Path, variables: Variables) -> str:
    """What the step prints. `cat` of a file that is not there yet makes the file from what the document shows."""
    if step.command.startswith("export "):
        pairs = (pair.partition("=") for pair in step.command.split()[1:])
        variables.update((name, value) for name, _, value in pairs)
        return ""
    file = folder / step.command.removeprefix("cat ")
    if step.command.startswith("cat ") and not file.exists():
        file.write_text(step.printed, "utf-8")
    return run(step.command, folder, variables)


def rewritten(text: str, folder: Path) -> str:
    """The document with what its commands print now."""
    variables: Variables = {}

    def again(block: re.Match[str]) -> str:
        if block["file"]:
            written = folder / block["file"]
            written.parent.mkdir(parents=True, exist_ok=True)
            before = written.read_text("utf-8") if block["more"] else ""
            written.write_text(before + block["text"], "utf-8")
            return block[0]
        done = "".join(f"$ {s.written}\n{printed(s, folder, variables)}" for s in steps(block["text"]))
        return f"```console\n{done}```"

    return BLOCK.sub(again, text)


def blocks(path: Path) -> list[str]:
    """The examples of a document, as they are written."""
    return [block[0] for block in BLOCK.finditer(path.read_text("utf-8"))]


def orders(path: Path) -> list[object]:
    """The commands and files of a document, without what is printed."""
    found = BLOCK.finditer(path.read_text("utf-8"))
    return [one[0] if one["file"] else [step.command for step in steps(one["text"])] for one in found]


def twins() -> dict[Path, Path]:
    """The guides in another language that share the run of an English one, with that one."""
    found = {path: DOCS / path.name for path in sorted(DOCS.glob("*/*.md")) if (DOCS / path.name).exists()}
    return {path: english for path, english in found.items() if orders(path) and orders(path) == orders(english)}


def with_examples() -> list[Path]:
    """The README and the guides that show a command and what it prints. Each runs in an empty folder of its own."""
    shared = twins()
    return [path for path in (README, *sorted(DOCS.rglob("*.md"))) if path not in shared and blocks(path)]


def share(english: Path, path: Path) -> None:
    """Writes into a guide what the English one of its name prints."""
    printed_there = iter(blocks(english))
    path.write_text(BLOCK.sub(lambda _: next(printed_there), path.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    shared_runs = twins()
    for document in with_examples():
        with tempfile.TemporaryDirectory() as empty:
            document.write_text(rewritten(document.read_text("utf-8"), Path(empty)), "utf-8")
    for twin, english in shared_runs.items():
        share(english, twin)
