"""
The compiled form of a policy, of the library and of frozen editions alike.

It is JSON that reads back as the same linked policy, less its examples and its authors' notes to translators. Each
sentence is written with its path, the key under which its translations stand. With it stand the holidays that its
calendars keep, so that it answers with them wherever it is read.
"""

from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from assistant.library.folder import Folder, Part
from assistant.library.holidays import compact, days_in_use, keeping
from assistant.library.sources import fingerprint
from assistant.model.policy import Policy
from assistant.model.record import Record, Text

EDITIONS = "editions"
"""The folder of a policy in which its frozen editions stand."""
CODE = ("errors.py", "content", "library", "model", "vocabulary")
Said = tuple[str, str, str]


class Compiled(Record):
    """A policy, its holidays by area, and for an edition, by language, each sentence's path, source and translation."""

    policy: Policy
    holidays: dict[str, dict[str, str]]
    translations: dict[str, tuple[Said, ...]] = {}

    @classmethod
    def of(cls, policy: Policy, translations: dict[str, tuple[Said, ...]] | None = None) -> "Compiled":
        """As the policy is now."""
        return cls(policy=policy, holidays=compact(days_in_use(policy)), translations=translations or {})

    @classmethod
    def read(cls, text: str) -> "Compiled":
        """Raises `ValueError` where the text is no such policy."""
        return cls.model_validate_json(text, context=Text.WITH_PATH)

    @property
    def text(self) -> str:
        """The same for the same policy. What is left out reads back as its default."""
        return self.model_dump_json(exclude={"policy": {"examples"}}, exclude_defaults=True, context=Text.WITH_PATH)

    @property
    def answering(self) -> Policy:
        """The policy with its own holidays."""
        return keeping(self.policy, self.holidays)


def load_policy(folder: Folder, source: Path, read: Callable[[], Policy], closed_days: Path | None) -> Policy:
    """
    The policy whose files stand in `source`, with its holidays, from the folder; `read` reads it where that is stale.

    It also hangs on the file of the company's own closed days, where there is one.
    """

    def mark() -> str:
        files = [path for path in sorted(source.rglob("*")) if _counts(path.relative_to(source))]
        # A policy that this file names and that is gone is a fault of the file.
        others = [path.parent.name for path in sorted(source.parent.glob("*/policy.yaml"))] if closed_days else []
        days = closed_days.read_bytes().hex() if closed_days and closed_days.is_file() else ""
        return fingerprint(source, files, CODE, version("holidays"), days, *others)

    return folder.load(
        f"policy-{source.name}",
        mark,
        lambda: Part(Compiled.of(read()).text),
        lambda part: Compiled.read(part.text).answering,
    )


def _counts(path: Path) -> bool:
    """Whether a file of a policy's folder is one of its sources."""
    return path.parts[0] != EDITIONS and not path.name.startswith(".")
