"""
What `edition diff` compares: an edition, a folder or a git revision, found by what was typed, or one content under
other holidays or other days on which a company is closed.
"""

import io
import re
import tarfile
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from assistant.content import read_library, read_policy
from assistant.errors import UnknownPage, Usage, Wording, told
from assistant.i18n.load import languages, load_catalogue
from assistant.i18n.words import Words
from assistant.library.editions import edition_path, read_edition
from assistant.library.holidays import area_name, areas, compact, keeping
from assistant.library.sources import policy_ids
from assistant.loading import read_closed_days, read_content
from assistant.loading import read_policy as read_one
from assistant.model.edition import Translations
from assistant.model.policy import Policy
from assistant.settings import Settings
from assistant.workbench.editions.holiday_files import name_of_ours, read_holidays
from assistant.workbench.git import git

EDITION = re.compile(r"[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Wanted:
    """
    What is to be compared. `old` and `new`, as they were typed; or one content under other `holidays` or other days on
    which the company is closed: those of a file beside those in use, or of two files. `topic` may bring its policy.
    """

    old: str | None = None
    new: str | None = None
    policy: str | None = None
    topic: str | None = None
    holidays: tuple[Path, ...] = ()
    closed_days: tuple[Path, ...] = ()

    def narrowed(self) -> "Wanted":
        """The same with `policy/topic` taken apart. Raises `Usage` where what is named does not go together."""
        policy, slash, topic = (self.topic or "").partition("/")
        files = self.holidays, self.closed_days
        if not self.old and not any(files):
            raise Usage(told("Name an edition, a folder or a git revision to compare the present content with."))
        if all(files) or (any(files) and self.new) or max(map(len, files)) > 2:
            raise Usage(told("Compare one content under one or two files of holidays, or of closed days."))
        return replace(self, policy=policy, topic=topic) if slash else self


@dataclass(frozen=True, slots=True)
class Version:
    """
    One of the two that are compared: what people call it, its policies, where the files of each stand (a compiled
    edition has none), and what its sentences were in other languages. `whole`: all policies that there were.
    """

    name: str
    policies: Mapping[str, Policy]
    folders: Mapping[str, Path] = field(default_factory=dict)
    translations: Mapping[str, Translations] = field(default_factory=dict)
    whole: bool = False


class Versions:
    """Finds versions. `policy` narrows them to one; `closing` removes what had to be unpacked."""

    def __init__(self, known: Settings, words: Words, policy: str | None, closing: ExitStack) -> None:
        self.known, self.words, self.policy, self.closing = known, words, policy, closing

    @cached_property
    def present(self) -> Version:
        """
        The content of the settings.

        Raises:
            UnknownPage: no such policy.
            ContentError: everything that is wrong in it.
        """
        library = read_one(self.known, self.policy) if self.policy else read_content(self.known)
        name = self.words.say("the present content")
        return _version(name, library.policies, self.known.content, self.known.locales, self.policy is None)

    def find(self, text: str) -> Version:
        """
        A folder (of content, of one policy, or one that holds `content`), else an edition, else a git revision.

        Raises:
            Usage: it is none of them, or nothing to compare stands in it.
            UnknownPage: it does not have the policy that is wanted.
            ContentError: everything that is wrong in it.
        """
        if text and Path(text).is_dir():
            return self._folder(text, Path(text).resolve())
        return (self._edition(text) if EDITION.fullmatch(text) else None) or self._revision(text)

    def _folder(self, name: str, path: Path) -> Version:
        if (path / "policy.yaml").exists():
            return self._one(name, path)
        if not policy_ids(path) and policy_ids(path / "content"):
            path = path / "content"
        known = policy_ids(path)
        if not known:
            raise Usage(told("“{name}” is a folder in which no policy stands.", name=name))
        if self.policy is None:
            library = read_library(path, read_closed_days(self.known))
            return _version(name, library.policies, path, path.parent / "locales", True)
        if self.policy not in known:
            raise UnknownPage("policy", self.policy, known)
        return self._one(name, path / self.policy)

    def _one(self, name: str, path: Path) -> Version:
        policy = read_policy(path, read_closed_days(self.known).get(path.name, ()))
        return _version(name, {policy.id: policy}, path.parent, path.parent.parent / "locales", False)

    def _edition(self, text: str) -> Version | None:
        """The present edition of a policy, or a frozen one."""
        for name, policy in self.present.policies.items():
            path = edition_path(self.present.folders[name], text)
            if policy.edition == text:
                return replace(self.present, name=text, policies={name: policy}, whole=False)
            if path.is_file():
                kept = read_edition(path)
                return Version(text, {name: kept.policy}, translations={name: kept.translations})
        return None

    def _revision(self, text: str) -> Version:
        folder = Path(self.closing.enter_context(TemporaryDirectory()))
        if missing := unpack(self.known.content, self.known.locales, text, folder):
            raise Usage(told("“{name}” is no folder and no edition that stands here.", name=text), missing)
        return self._folder(text, folder / "content")


def _version(name: str, policies: Mapping[str, Policy], content: Path, locales: Path, whole: bool) -> Version:
    folders = {policy: content / policy for policy in policies}
    return Version(name, policies, folders, translations_of(locales, policies.values()), whole)


def translations_of(locales: Path, policies: Iterable[Policy]) -> Mapping[str, Translations]:
    """
    What the sentences of each policy are in every other language, by policy; nothing where no language stands.

    Each catalogue is read once, however many policies there are.
    """
    known = languages(locales) if locales.is_dir() else {}
    found: dict[str, dict[str, dict[tuple[str, str], str]]] = {
        policy.id: {lang: {} for lang in known if lang != policy.about.language} for policy in policies
    }
    for lang in known:
        for (path, source), said in load_catalogue(locales, lang).messages.items():
            of = found.get(path.partition(".")[0], {})
            if lang in of:
                of[lang][path, source] = said[0]
    return found


def versions_of(known: Settings, words: Words, wanted: Wanted, closing: ExitStack) -> tuple[Version, Version]:
    """
    The two that are to be compared; `closing` removes what had to be unpacked.

    Raises:
        Usage: one of them cannot be found, or no policy keeps any of the holidays named.
        UnknownPage: it does not have the policy that is wanted.
        ContentError: everything that is wrong in it.
    """
    versions = Versions(known, words, wanted.policy, closing)
    old = versions.find(wanted.old) if wanted.old else versions.present
    if wanted.closed_days:
        found = [_closed(known, words, wanted, file, closing) for file in wanted.closed_days]
        return found[0], found[1] if found[1:] else replace(old, name=words.say("the closed days in use"))
    if wanted.holidays:
        found = [_kept(old, file, words) for file in wanted.holidays]
        return found[0], found[1] if found[1:] else replace(old, name=name_of_ours(words))
    return old, versions.find(wanted.new) if wanted.new else versions.present


def _closed(known: Settings, words: Words, wanted: Wanted, file: Path, closing: ExitStack) -> Version:
    """The content under the company's closed days of a file."""
    versions = Versions(replace(known, closed_days=file), words, wanted.policy, closing)
    found = versions.find(wanted.old) if wanted.old else versions.present
    return replace(found, name=words.say("the closed days of {file}", file=file))


def _kept(content: Version, file: Path, words: Words) -> Version:
    """The content under the holidays of a file. Raises `Usage` where no policy keeps any of them."""
    days = read_holidays(file)
    known = {area_name(*area) for policy in content.policies.values() for area in areas(policy)}
    if not known & days.keys():
        raise Usage(
            told(
                "{file} names no country whose holidays a policy keeps. These are kept: {areas}",
                file=file,
                areas=", ".join(sorted(known)),
            )
        )
    policies = {name: keeping(policy, compact(days)) for name, policy in content.policies.items()}
    return replace(content, name=words.say("the holidays of {file}", file=file), policies=policies)


def unpack(content: Path, locales: Path, revision: str, into: Path) -> Wording | None:
    """
    Puts the content of a revision into `into / "content"`, and its catalogues, where it has any, into
    `into / "locales"`; what is missing, where there is no such content. The working copy is neither read nor touched.
    """
    if which("git") is None:
        return told("git is not installed, so no revision can be read.")
    found = git(content, "rev-parse", "--show-toplevel")
    if found is None:
        return told("The content is not kept in git.")
    top = Path(found.decode().strip())
    commit = git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit is None:
        return told("git knows no revision called “{name}”.", name=revision)
    if not _take(top, content, commit.decode().strip(), into / "content"):
        return told("The revision “{name}” has no folder for the content.", name=revision)
    if locales.resolve().is_relative_to(top):
        # Without them its sentences are compared in the language of the policy alone.
        _take(top, locales, commit.decode().strip(), into / "locales")
    return None


def _take(top: Path, folder: Path, commit: str, into: Path) -> bool:
    """Unpacks what a folder held in a commit; whether it was there."""
    inside = folder.resolve().relative_to(top).as_posix()
    archive = git(top, "archive", "--format=tar", f"{commit}:{'' if inside == '.' else inside}")
    if archive is not None:
        with tarfile.open(fileobj=io.BytesIO(archive)) as packed:
            packed.extractall(into, filter="data")
    return archive is not None
