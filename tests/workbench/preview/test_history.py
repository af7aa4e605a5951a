"""What the files were on an earlier day, from git or from the times at which they were written."""

import os
import subprocess

import pytest

from tests.workbench.preview.previewed import CATALOGUE, POLICY, TOPIC, Bench, names, seen

TITLE = f"{POLICY}.topics.key-reissue.title"


def test_changes_are_told_from_git(bench: Bench) -> None:
    folder = bench.locales.parent
    env = {**os.environ, "GIT_COMMITTER_DATE": "2026-01-02T00:00:00Z", "GIT_AUTHOR_DATE": "2026-01-02T00:00:00Z"}
    for command in (["init", "-q"], ["add", "."], ["-c", "user.name=x", "-c", "user.email=x", "commit", "-qm", "x"]):
        subprocess.run(["git", *command], cwd=folder, env=env, check=True)
    old = bench.page(f"/en/{TOPIC}").one("h1").text
    bench.change(bench.locales / CATALOGUE, f'msgstr "{old}"', f'msgstr "{old} anew"')
    page = bench.page("/en/preview/en/changes?since=2026-01-10")
    assert names(page) == [TITLE]
    assert [one.text.strip() for one in page.all("ins")] == ["anew"]
    assert "of git" in seen(page)
    assert [one.text for one in page.all("li") if CATALOGUE in one.text] != []
    assert not any("ui.po" in one.text for one in page.all("li"))


def test_changes_are_told_by_file_times_without_git(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    for path in bench.locales.parent.rglob("*.*"):
        os.utime(path, (1_700_000_000, 1_700_000_000))
    os.utime(bench.locales / CATALOGUE, (1_768_000_000, 1_768_000_000))
    page = bench.page("/en/preview/en/changes?since=2026-01-01")
    assert "There is no git here" in seen(page)
    assert [one.text.split()[0] for one in page.all("li") if "/" in one.text] == [f"locales/{CATALOGUE}"]
