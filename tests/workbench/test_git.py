"""What git says of a folder; nothing where there is none, no repository, or nothing of that name."""

import subprocess
from pathlib import Path

import pytest

from assistant.workbench.git import git


def test_git_answers_for_a_folder_in_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert git(tmp_path, "rev-parse", "--show-toplevel") is None
    subprocess.run(["git", "-C", tmp_path, "init", "--quiet"], check=True)
    (tmp_path / "条項.txt").write_text("a", "utf-8")
    assert git(tmp_path, "rev-parse", "--verify", "--quiet", "HEAD") is None
    assert (git(tmp_path, "ls-files", "--others") or b"").decode() == "条項.txt\n"
    monkeypatch.setenv("PATH", str(tmp_path))
    assert git(tmp_path, "ls-files") is None
