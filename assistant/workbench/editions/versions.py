"""What `edition diff` compares: an edition, a folder or a git revision, found by what was typed."""

import re
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.commands.answers import Usage
from assistant.commands.editions import translations_of
from assistant.content import read_library, read_policy
from assistant.errors import UnknownPage
from assistant.i18n.words import Words
from assistant.library.editions import Translations, edition_path, read_edition
from assistant.loading import read_closed_days, read_content
from assistant.loading import read_policy as read_one
from assistant.model.policy import Policy
from assistant.settings import Settings
from assistant.workbench.editions.revisions import NoRevision, unpack

EDITION = re.compile(r"[0-9a-f]{12}")


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
        if not _policies(path) and _policies(path / "content"):
            path = path / "content"
        known = _policies(path)
        if not known:
            raise Usage(self.words.say("“{name}” is a folder in which no policy stands.", name=name))
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
        try:
            unpack(self.known.content, self.known.locales, text, folder)
        except NoRevision as error:
            wrong = self.words.say("“{name}” is no folder and no edition that stands here.", name=text)
            raise Usage(f"{wrong}\n{self.words.told(error.why)}") from None
        return self._folder(text, folder / "content")


def _policies(folder: Path) -> tuple[str, ...]:
    return tuple(sorted(path.parent.name for path in folder.glob("*/policy.yaml")))


def _version(name: str, policies: Mapping[str, Policy], content: Path, locales: Path, whole: bool) -> Version:
    folders = {policy: content / policy for policy in policies}
    return Version(name, policies, folders, translations_of(locales, policies.values()), whole)
