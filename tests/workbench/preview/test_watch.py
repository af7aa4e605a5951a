"""Files that are read together: the last good reading stays until the newest is good."""

import os
import subprocess
from itertools import count
from pathlib import Path

import pytest

from assistant.errors import ContentError, Fault, told
from assistant.workbench.preview.watch import Part
from tests.workbench.preview.previewed import CATALOGUE, POLICY, TOPIC, Bench, names, seen


def test_files_that_change_while_they_are_read_are_read_again(tmp_path: Path) -> None:
    path = tmp_path / "text"
    path.write_text("first half", "utf-8")
    meanwhile = iter(["both halves", None])

    def read() -> str:
        text = path.read_text("utf-8")
        if following := next(meanwhile, None):
            path.write_text(following, "utf-8")
        return text

    part = Part(read, tmp_path)
    part.look()
    assert part.good is None
    part.look()
    assert part.good == "both halves"


def test_a_reading_that_fails_in_an_unforeseen_way_keeps_the_last_good_one(tmp_path: Path) -> None:
    path = tmp_path / "text"
    path.write_text("1", "utf-8")
    part = Part(lambda: int(path.read_text("utf-8")), tmp_path)
    part.look()
    path.write_text("one", "utf-8")
    part.look()
    assert part.good == 1
    assert "ValueError" in str(part.faults[0].wrong)


def test_what_has_not_changed_is_not_read_again(tmp_path: Path) -> None:
    read = count()
    (tmp_path / "text").write_text("x", "utf-8")
    part = Part(lambda: next(read), tmp_path)
    for _ in range(3):
        part.look()
    assert (part.good, next(read)) == (0, 1)


def test_faults_go_when_the_files_are_good_again(tmp_path: Path) -> None:
    path = tmp_path / "text"
    fault = Fault(str(path), 1, 1, "", told("wrong"), told("mend"))

    def read() -> str:
        if "bad" in (text := path.read_text("utf-8")):
            raise ContentError([fault])
        return text

    part = Part(read, tmp_path)
    seen_faults = []
    for text in ("good", "bad", "better"):
        path.write_text(text, "utf-8")
        part.look()
        seen_faults.append((part.good, part.faults))
    assert seen_faults == [("good", ()), ("good", (fault,)), ("better", ())]


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
