"""
Watches the content and the catalogues, and reads them anew when they are saved.

Each of the two is taken as a whole or not at all: while its newest state is wrong, the last good one stays, beside
what is wrong. They are looked at when a page is asked for; nothing runs in between. What they were on an earlier day is
told by git; where their folder stands in no repository, by the times at which files were written.
"""

import datetime as dt
import logging
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Generic, TypeVar

from assistant.errors import ContentError, Fault, told
from assistant.i18n.comparison import Spellings
from assistant.i18n.language import Language
from assistant.i18n.load import languages, load_words
from assistant.i18n.questions import read_phrases
from assistant.i18n.words import Words
from assistant.loading import read_content
from assistant.match.aspect import Cues
from assistant.match.terms import Terms
from assistant.matching import load_cues, load_terms, read_grammar
from assistant.model.policy import Library
from assistant.settings import Settings
from assistant.workbench.catalogues.messages import Kept, parse_kept, read_kept
from assistant.workbench.check.policy import check_policy
from assistant.workbench.git import git

logger = logging.getLogger(__name__)
SETTLES_SECONDS = 0.05
"""A folder in which nothing is written for so long is taken to be saved as a whole."""
MOST_LOOKS = 40

Prints = Mapping[str, tuple[int, int, int]]
"""Of each file by its path: when it was written, in nanoseconds, its size, and its number on the disk."""
Good = TypeVar("Good")


def prints(*places: Path) -> Prints:
    """The prints of these files, and of every file in these folders."""
    found = {}
    for place in places:
        for path in [place, *(place.rglob("*") if place.is_dir() else ())]:
            try:
                seen = path.stat()
            except OSError:
                continue
            if not path.is_dir():
                found[str(path)] = (seen.st_mtime_ns, seen.st_size, seen.st_ino)
    return found


class Part(Generic[Good]):
    """Files that are read together: their last good reading, and what is wrong with the newest one."""

    def __init__(self, read: Callable[[], Good], *places: Path) -> None:
        self._read, self._places = read, places
        self._seen: Prints | None = None
        self.good: Good | None = None
        self.faults: tuple[Fault, ...] = ()

    def look(self) -> None:
        """Reads the files again if they changed."""
        if self._seen == prints(*self._places):
            return
        before = self._settled()
        good, faults = self._attempt()
        # What is written while it is read is looked at again the next time.
        if prints(*self._places) == before:
            self._seen, self.faults = before, faults
            # A file that was mended, or touched, leaves everything that was made of it as it is.
            self.good = good if good is not None and good != self.good else self.good

    def _settled(self) -> Prints:
        """The prints, once nothing is being written."""
        now = prints(*self._places)
        for _ in range(MOST_LOOKS):
            time.sleep(SETTLES_SECONDS)
            before, now = now, prints(*self._places)
            if before == now:
                break
        return now

    def _attempt(self) -> tuple[Good | None, tuple[Fault, ...]]:
        try:
            return self._read(), ()
        except ContentError as error:
            return None, tuple(error.faults)
        except Exception as error:
            # Whatever is saved, the page that was up stays up.
            logger.exception("the newest state cannot be read")
            wrong = told("this cannot be read: {why}", why=f"{type(error).__name__}: {error}")
            return None, (Fault(str(self._places[0]), 1, 1, "", wrong, told("undo the last change")),)


@dataclass(frozen=True, slots=True)
class Texts:
    """The catalogues: languages, words and messages by language, phrases by language and topic, names, and grammar."""

    languages: Mapping[str, Language]
    words: Mapping[str, Words]
    kept: Mapping[str, tuple[Kept, ...]]
    phrases: Mapping[str, Mapping[str, tuple[str, ...]]]
    terms: Terms
    cues: Cues
    grammar: Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class State:
    """What can be shown, and what keeps the newest state from being shown; `None` where nothing good came yet."""

    library: Library | None
    texts: Texts | None
    faults: tuple[Fault, ...]
    aside: tuple[Fault, ...]
    """Why single translations are not shown, though their catalogues are."""


class Watch:
    """Looks at the content and the locales of these settings."""

    def __init__(self, known: Settings) -> None:
        self.known = known
        self._checked: dict[str, tuple[Prints, list[Fault]]] = {}
        self._lock = Lock()
        self._closed = [known.closed_days] if known.closed_days else []
        self._content = Part(self._library, known.content, *self._closed)
        self._locales = Part(partial(_texts, known.locales), known.locales)

    def look(self) -> State:
        """The newest state that is good."""
        with self._lock:
            self._content.look()
            self._locales.look()
        texts = self._locales.good
        aside = [fault for kept in texts.kept.values() for one in kept for fault in one.faults] if texts else []
        return State(
            self._content.good, texts, self._named((*self._content.faults, *self._locales.faults)), self._named(aside)
        )

    def _library(self) -> Library:
        """Every policy, read, and checked where it changed since the last time."""
        library = read_content(self.known)
        for policy in library.policies.values():
            folder = self.known.content / policy.id
            seen = prints(folder, *self._closed)
            if self._checked.get(policy.id, ({}, []))[0] != seen:
                self._checked[policy.id] = seen, check_policy(policy, folder)
        if faults := [fault for name in library.policies for fault in self._checked[name][1]]:
            raise ContentError(faults)
        return library

    def _named(self, faults: tuple[Fault, ...] | list[Fault]) -> tuple[Fault, ...]:
        """The faults with files named from their folder on, never by where the folder stands."""
        return tuple(replace(fault, file=self._file(fault.file)) for fault in faults)

    def _file(self, file: str) -> str:
        path = Path(file)
        for folder in (self.known.content, self.known.locales):
            if path.is_relative_to(folder):
                return (Path(folder.name) / path.relative_to(folder)).as_posix()
        return path.name if path.is_absolute() else file


def _texts(locales: Path) -> Texts:
    known = languages(locales)
    faults: list[Fault] = []
    kept: dict[str, tuple[Kept, ...]] = {}
    for language in known:
        try:
            kept[language] = read_kept(locales, language)
        except ContentError as error:
            faults += error.faults
    if faults:
        raise ContentError(faults)
    if not known:
        raise ContentError.at(locales, told("no language stands here"), told("give each language a folder"))
    words = {language: load_words(locales, language) for language in known}
    phrases = {language: read_phrases(locales, language) for language in known}
    return Texts(known, words, kept, phrases, load_terms(locales), load_cues(locales), read_grammar(locales))


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
    spellings = Spellings(locales)
    for path in map(Path, names.splitlines()):
        if path.suffix == ".po" and len(path.parts) == 2:
            text = _git(locales, "show", f"{commit}:./{path.as_posix()}") or ""
            kept.setdefault(path.parts[0], []).extend(parse_kept(path.parts[0], path.stem, text, spellings))
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
    printed = git(folder, *arguments)
    return None if printed is None else printed.decode("utf-8", "replace")
