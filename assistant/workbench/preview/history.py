"""
What the files were on an earlier day: from git where the folder stands in a repository.

Where it does not, only the times at which files were written tell what is new.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from assistant.workbench.catalogues.messages import Kept, parse_kept
from assistant.workbench.git import git


@dataclass(frozen=True, slots=True)
class Then:
    """
    What is known of an earlier day.

    `commit` is the last one before it, and `kept` are the messages of that commit; without git both are `None`.
    `files` have changed since, by their path from their folder on, with the day on which each was last written.
    """

    commit: str | None
    kept: Mapping[str, tuple[Kept, ...]] | None
    files: Mapping[str, dt.date]


def then(day: dt.date, content: Path, locales: Path) -> Then:
    """What the content and the catalogues were when this day began, in UTC."""
    commit = _before(day, locales)
    if commit is None:
        written = {**_written(content), **_written(locales)}
        return Then(None, None, {name: on for name, on in written.items() if on >= day})
    names = _git(locales, "ls-tree", "-r", "--name-only", commit, "--", ".") or ""
    kept: dict[str, list[Kept]] = {}
    for path in map(Path, names.splitlines()):
        if path.suffix == ".po" and len(path.parts) == 2:
            text = _git(locales, "show", f"{commit}:./{path.as_posix()}") or ""
            kept.setdefault(path.parts[0], []).extend(parse_kept(path.parts[0], path.stem, text))
    files = {**_changed(commit, content), **_changed(commit, locales)}
    return Then(commit[:10], {language: tuple(found) for language, found in kept.items()}, files)


def _before(day: dt.date, folder: Path) -> str | None:
    """The last commit before a day; the first of all where none is; `None` without git."""
    last = _git(folder, "rev-list", "-1", f"--before={day}T00:00:00Z", "HEAD")
    if last is None:
        return None
    return last.strip() or (_git(folder, "rev-list", "--max-parents=0", "HEAD") or "").split("\n")[0] or None


def _changed(commit: str, folder: Path) -> dict[str, dt.date]:
    names = (_git(folder, "diff", "--name-only", "--relative", commit, "--", ".") or "").splitlines()
    written = _written(folder)
    named = (f"{folder.name}/{name}" for name in names)
    return {name: written[name] for name in named if name in written}


def _written(folder: Path) -> dict[str, dt.date]:
    return {
        f"{folder.name}/{path.relative_to(folder).as_posix()}": dt.datetime.fromtimestamp(
            path.stat().st_mtime, dt.UTC
        ).date()
        for path in sorted(folder.rglob("*"))
        if path.suffix in {".yaml", ".csv", ".po"}
    }


def _git(folder: Path, *arguments: str) -> str | None:
    """What git prints as text."""
    printed = git(folder, *arguments)
    return None if printed is None else printed.decode("utf-8", "replace")
