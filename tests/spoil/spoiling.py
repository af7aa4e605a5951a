"""A spoiling: one change to a copy of the repository's content, and the fault that must come of it, to the line."""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from pathlib import Path

from assistant.content import read_policy
from assistant.errors import ContentError, Fault
from assistant.i18n.faults import say_fault
from assistant.i18n.load import load_words
from assistant.i18n.words import Words
from assistant.workbench.check.policy import check_policy
from tests.conftest import ROOT


@dataclass(frozen=True)
class Spoiling:
    """
    `old` stands in `file` (of `policy`) and becomes `new`; `wrong` is then said of the line that changed first.

    `after` is text behind which `old` is looked for. `at` says which line the fault names where it is another: that of
    this text, in `where` if the fault is in another file; 0 for any line there.
    """

    name: str
    policy: str
    file: str
    old: str
    new: str
    wrong: str
    after: str = ""
    at: str = ""
    where: str = ""

    def apply(self, folder: Path) -> tuple[str, int]:
        """Spoils the copy; returns the file and the line that the fault must name."""
        path = folder / self.file
        text = path.read_text("utf-8")
        start = text.index(self.after)
        place = text.index(self.old, start)
        spoilt = text[:place] + self.new + text[place + len(self.old) :]
        path.write_text(spoilt, "utf-8")
        named = self.where or self.file
        shown = f"content/{self.policy}/{named}"
        if self.at:
            return shown, line_of((folder / named).read_text("utf-8"), self.at)
        return shown, 0 if self.where else first_change(text, spoilt)


def line_of(text: str, part: str) -> int:
    """The line on which `part` begins, from 1."""
    return text[: text.index(part)].count("\n") + 1


def first_change(before: str, after: str) -> int:
    """The first line that differs, from 1."""
    lines = zip_longest(before.splitlines(), after.splitlines())
    return next(number for number, (old, new) in enumerate(lines, 1) if old != new)


def copy_of(policy: str, tmp_path: Path) -> Path:
    """A copy of a policy's folder that may be spoilt."""
    folder = tmp_path / "content" / policy
    shutil.copytree(ROOT / "content" / policy, folder)
    return folder


def faults_of(folder: Path) -> list[Fault]:
    """Everything that reading, or else checking, finds."""
    try:
        return check_policy(read_policy(folder), folder)
    except ContentError as error:
        return error.faults


def assert_found(faults: list[Fault], file: str, line: int, wrong: str) -> None:
    """One of the faults stands in this file and line (0: any line of it) and says this."""
    assert any(
        fault.file == file and fault.line in (line, line or fault.line) and wrong in str(fault) for fault in faults
    ), f"{file}:{line}: {wrong}\n" + "\n".join(map(str, faults))


@cache
def words_of(language: str) -> Words:
    """The words of a language, loaded once."""
    return load_words(ROOT / "locales", language, strict=True)


def assert_said(faults: Iterable[Fault]) -> None:
    """Each fault says in Japanese, too, what is wrong and how to mend it, and leaves no sentence in English."""
    english, japanese = words_of("en"), words_of("ja")
    there = {source for _, source in japanese.chain[0].messages}
    for fault in faults:
        assert {fault.wrong.sentence, fault.mend.sentence} <= there
        assert say_fault(fault, english) == str(fault)
        assert str(fault.wrong) not in say_fault(fault, japanese)
        assert str(fault.mend) not in say_fault(fault, japanese)
