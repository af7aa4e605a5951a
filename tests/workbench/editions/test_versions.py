"""What OLD and NEW may be: folders, editions and git revisions."""

import shutil
import subprocess
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.errors import UnknownPage, Usage
from assistant.library.editions import edition_path, write_edition
from assistant.model.policy import Library
from assistant.settings import Settings
from assistant.workbench.editions.versions import Version, Versions, translations_of
from tests.conftest import words_of

NAME = "desknets-web-meeting"


@pytest.fixture
def known(content: Path, locales: Path, tmp_path: Path) -> Settings:
    """Settings over a copy of one policy and of the catalogues."""
    leaving_out = shutil.ignore_patterns("editions")
    shutil.copytree(content / NAME, tmp_path / "repository" / "content" / NAME, ignore=leaving_out)
    shutil.copytree(locales, tmp_path / "repository" / "locales")
    return Settings(content=tmp_path / "repository" / "content", locales=tmp_path / "repository" / "locales")


@pytest.fixture
def kept(known: Settings) -> Settings:
    """The same in git, with a tag on what it is, and then another opening clock."""
    git(known, "init", "--quiet")
    commit(known, "as it was")
    git(known, "tag", "v1")
    path = known.content / NAME / "policy.yaml"
    path.write_text(path.read_text("utf-8").replace('"17:30"', '"18:00"'), "utf-8")
    commit(known, "longer hours")
    return known


def git(known: Settings, *words: str) -> None:
    subprocess.run(["git", "-C", known.content.parent, *words], check=True, capture_output=True)


def commit(known: Settings, message: str) -> None:
    git(known, "add", ".")
    git(known, "-c", "user.name=A", "-c", "user.email=a@example.test", "commit", "--quiet", "--message", message)


def find(known: Settings, text: str, policy: str | None = None) -> Version:
    with ExitStack() as closing:
        return Versions(known, words_of(known.locales, "en"), policy, closing).find(text)


def closing_of(version: Version) -> str:
    return f"{version.policies[NAME].about.hours['phone'].spans[-1].closes:%H:%M}"


def test_a_folder_of_content_of_one_policy_or_around_content(known: Settings) -> None:
    whole = find(known, str(known.content))
    assert (list(whole.policies), whole.whole) == ([NAME], True)
    one = find(known, str(known.content / NAME))
    assert (list(one.policies), one.whole) == ([NAME], False)
    around = find(known, str(known.content.parent))
    assert (list(around.policies), around.whole) == ([NAME], True)
    for version in (whole, one, around):
        assert version.folders[NAME] == known.content / NAME
        assert version.translations[NAME]["en"]


def test_the_present_edition_and_a_frozen_one(known: Settings, library: Library) -> None:
    policy = library.policies[NAME]
    assert find(known, policy.edition).policies[NAME].edition == policy.edition
    frozen = policy.model_copy(update={"edition": "0123456789ab"})
    path = edition_path(known.content / NAME, frozen.edition)
    path.parent.mkdir()
    path.write_text(write_edition(frozen, translations_of(known.locales, [policy])[NAME]), "utf-8")
    found = find(known, "0123456789ab")
    assert (found.policies[NAME].edition, dict(found.folders), found.whole) == ("0123456789ab", {}, False)
    assert found.translations[NAME]["en"]


def test_a_revision_is_read_without_touching_the_working_copy(kept: Settings) -> None:
    untouched = {path: path.stat().st_mtime_ns for path in kept.content.rglob("*")}
    assert closing_of(find(kept, "HEAD")) == "18:00"
    for name in ("v1", "HEAD~1", "v1^{commit}"):
        version = find(kept, name)
        assert (closing_of(version), version.name, version.whole) == ("17:30", name, True)
        assert version.translations[NAME]["en"]
        assert not version.folders[NAME].exists()
    assert {path: path.stat().st_mtime_ns for path in kept.content.rglob("*")} == untouched


def test_a_revision_without_catalogues_is_compared_without_translations(known: Settings) -> None:
    git(known, "init", "--quiet")
    git(known, "add", "content")
    git(known, "-c", "user.name=A", "-c", "user.email=a@example.test", "commit", "--quiet", "--message", "content")
    assert find(known, "HEAD").translations == {NAME: {}}


@pytest.mark.parametrize(
    "text", ["v9", "HEAD~9", "--upload-pack=x", "-h", "v1:content", "HEAD@{9}", "0123456789ab", "../../locales", ""]
)
def test_what_is_none_of_them_is_said(kept: Settings, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(kept.content / NAME)
    with pytest.raises(Usage, match=r"git knows no revision|no policy stands"):
        find(kept, text)


def test_a_revision_that_has_no_content_is_said(known: Settings) -> None:
    git(known, "init", "--quiet")
    git(known, "add", "locales")
    git(known, "-c", "user.name=A", "-c", "user.email=a@example.test", "commit", "--quiet", "--message", "catalogues")
    with pytest.raises(Usage, match="has no folder for the content"):
        find(known, "HEAD")


def test_content_that_is_not_in_git_is_said(known: Settings) -> None:
    with pytest.raises(Usage, match="not kept in git"):
        find(known, "HEAD")


def test_where_git_is_not_installed_it_is_said(kept: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Usage, match="git is not installed"):
        find(kept, "v1")


def test_a_policy_that_a_version_does_not_have_is_not_found(known: Settings) -> None:
    with pytest.raises(UnknownPage):
        find(known, str(known.content), "swap-out")


def test_the_closed_days_of_the_company_hold_for_folders_and_revisions(kept: Settings) -> None:
    file = kept.content.parent / "closed.yaml"
    file.write_text(f"{NAME}: [2026-08-13]\n", "utf-8")
    closed = replace(kept, closed_days=file)
    for text in (str(kept.content), str(kept.content / NAME), "v1"):
        (day,) = find(closed, text).policies[NAME].about.calendars["office"].closed
        assert f"{day}" == "2026-08-13"
