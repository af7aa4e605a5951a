"""Content as a git revision had it: the one place that starts git."""

import io
import shutil
import subprocess
import tarfile
from pathlib import Path

from assistant.errors import Wording, told


class NoRevision(Exception):
    """There is nothing to read; `why` says what is missing."""

    def __init__(self, why: Wording) -> None:
        self.why = why
        super().__init__(str(why))


def unpack(content: Path, locales: Path, revision: str, into: Path) -> None:
    """
    Puts the content of a revision into `into / "content"`, and its catalogues, where it has any, into
    `into / "locales"`. The working copy is neither read nor touched.

    Raises:
        NoRevision: no git, no repository around the content, no such revision, or no content in it.
    """
    top = Path(_git(content, told("The content is not kept in git."), "rev-parse", "--show-toplevel").decode().strip())
    unknown = told("git knows no revision called “{name}”.", name=revision)
    named = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    commit = _git(top, unknown, *named).decode().strip()
    without = told("The revision “{name}” has no folder for the content.", name=revision)
    _take(top, content, commit, into / "content", without)
    if locales.resolve().is_relative_to(top):
        try:
            _take(top, locales, commit, into / "locales", without)
        except NoRevision:
            return  # then its sentences are compared in the language of the policy alone


def _take(top: Path, folder: Path, commit: str, into: Path, without: Wording) -> None:
    """Unpacks what a folder held in a commit."""
    inside = folder.resolve().relative_to(top).as_posix()
    archive = _git(top, without, "archive", "--format=tar", f"{commit}:{'' if inside == '.' else inside}")
    with tarfile.open(fileobj=io.BytesIO(archive)) as packed:
        packed.extractall(into, filter="data")


def _git(folder: Path, otherwise: Wording, *words: str) -> bytes:
    git = shutil.which("git")
    if git is None:
        raise NoRevision(told("git is not installed, so no revision can be read."))
    done = subprocess.run([git, "-C", str(folder), *words], capture_output=True, check=False)  # noqa: S603 (no shell; a revision is never read as an option)
    if done.returncode:
        raise NoRevision(otherwise)
    return done.stdout
