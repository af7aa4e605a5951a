"""`edition diff` and `edition holidays`: which answers change, and under which holidays they are worked out."""

import json
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Literal

from assistant.commands.answers import Usage
from assistant.errors import UnknownPage
from assistant.i18n.former import former_words
from assistant.i18n.words import Words
from assistant.library.holidays import Days, area_name, areas, compact, days_in_use, keeping
from assistant.loading import read_content
from assistant.model.record import Text
from assistant.present.writer import Writer
from assistant.settings import Settings
from assistant.workbench.check.places import Places
from assistant.workbench.editions.changes import Placed, Side, difference_view
from assistant.workbench.editions.difference import Difference, End, difference
from assistant.workbench.editions.holiday_files import holidays_text, read_holidays
from assistant.workbench.editions.records import difference_record, report_record
from assistant.workbench.editions.text import ReportView, as_markdown, as_text
from assistant.workbench.editions.versions import Version, Versions

Form = Literal["text", "markdown", "json"]


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


@dataclass(frozen=True, slots=True)
class Report:
    """Two versions and what differs between them. `came` and `went` are policies that only one of them has."""

    then: Version
    now: Version
    differences: tuple[Difference, ...]
    came: tuple[str, ...]
    went: tuple[str, ...]

    @property
    def changed(self) -> bool:
        """Whether any answer changes, or anything that can be asked came or went."""
        return bool(self.came or self.went) or any(one.answers for one in self.differences)


def compared(known: Settings, words: Words, wanted: Wanted, form: Form = "text") -> tuple[str, bool]:
    """
    What changes, in words or as JSON, and whether any answer does.

    Raises:
        Usage: what is to be compared cannot be found, or was not named as it must be.
        UnknownPage: no such policy or topic.
        ContentError: everything that is wrong in one of the two.
    """
    wanted = _narrowed(wanted, words)
    with ExitStack() as closing:
        report = _report(*_versions(known, words, wanted, closing), wanted.topic)
        return _written(report, words, form), report.changed


def _narrowed(wanted: Wanted, words: Words) -> Wanted:
    """The same with `policy/topic` taken apart. Raises `Usage` where what is named does not go together."""
    policy, slash, topic = (wanted.topic or "").partition("/")
    if slash:
        wanted = replace(wanted, policy=policy, topic=topic)
    files = wanted.holidays, wanted.closed_days
    if not wanted.old and not any(files):
        raise Usage(words.say("Name an edition, a folder or a git revision to compare the present content with."))
    if all(files) or (any(files) and wanted.new) or max(map(len, files)) > 2:
        raise Usage(words.say("Compare one content under one or two files of holidays, or of closed days."))
    return wanted


def _versions(known: Settings, words: Words, wanted: Wanted, closing: ExitStack) -> tuple[Version, Version]:
    versions = Versions(known, words, wanted.policy, closing)
    old = versions.find(wanted.old) if wanted.old else versions.present
    if wanted.closed_days:
        found = [_closed(known, words, wanted, file, closing) for file in wanted.closed_days]
        return found[0], found[1] if found[1:] else replace(old, name=words.say("the closed days in use"))
    if wanted.holidays:
        found = [_kept(old, file, words) for file in wanted.holidays]
        return found[0], found[1] if found[1:] else replace(old, name=_release(words))
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
        raise Usage(words.say("{file} names no country whose holidays a policy keeps. These are kept: {areas}",
                              file=file, areas=", ".join(sorted(known))))  # fmt: skip
    policies = {name: keeping(policy, compact(days)) for name, policy in content.policies.items()}
    return replace(content, name=words.say("the holidays of {file}", file=file), policies=policies)


def _release(words: Words) -> str:
    return words.say("the holidays of release {version}", version=version("holidays"))


def holidays(known: Settings, words: Words) -> str:
    """
    The text of a file with all holidays that the policies are worked out with.

    Raises:
        ContentError: the content cannot be read.
    """
    found: Days = {}
    for policy in read_content(known).policies.values():
        found = {**found, **days_in_use(policy)}
    return holidays_text(found, _release(words))


def _report(then: Version, now: Version, topic: str | None) -> Report:
    """
    All differences. Policies that only one version has count where both have all of theirs.

    Raises:
        UnknownPage: a policy that only one was named for is not in the other; no such topic in either.
    """
    both = [name for name in now.policies if name in then.policies]
    whole = then.whole and now.whole
    if not both and not whole:
        raise UnknownPage("policy", next(iter(then.policies)), tuple(now.policies))
    topics = {name for one in (then, now) for policy in both for name in one.policies[policy].topics}
    if topic is not None and topic not in topics:
        raise UnknownPage("topic", topic, tuple(sorted(topics)))
    return Report(
        then,
        now,
        tuple(_difference(then, now, policy, topic) for policy in both),
        tuple(name for name in now.policies if name not in then.policies and whole),
        tuple(name for name in then.policies if name not in now.policies and whole),
    )


def _difference(then: Version, now: Version, policy: str, topic: str | None) -> Difference:
    spoken = then.translations.get(policy, {}), now.translations.get(policy, {})
    return difference(then.policies[policy], now.policies[policy], spoken, topic)


def _written(report: Report, words: Words, form: Form) -> str:
    then, now = report.then, report.now
    found = [one for one in report.differences if one.answers or one.reworded]
    if form == "json":
        records = [difference_record(one, _placed(then, one.now.id), _placed(now, one.now.id)) for one in found]
        record = report_record(then.name, now.name, report.came, report.went, report.changed, records)
        return json.dumps(record, ensure_ascii=False, indent=2) + "\n"
    spoken = [_spoken(one, words) if found else words for one in (then, now)]
    views = [
        difference_view(
            one,
            Side(Writer(one.then, spoken[0]), _placed(then, one.then.id)),
            Side(Writer(one.now, spoken[1]), _placed(now, one.now.id)),
        )
        for one in found
    ]
    view = ReportView(then.name, now.name, tuple(views), report.came, report.went)
    return as_markdown(view, words) if form == "markdown" else as_text(view, words)


def _spoken(one: Version, words: Words) -> Words:
    """The words of a version: those of today, behind which stand what its own sentences were."""
    said: dict[str, dict[tuple[str, str], str]] = {}
    for translations in one.translations.values():
        for language, texts in translations.items():
            said.setdefault(language, {}).update(texts)
    return former_words(words, said)


def _placed(one: Version, policy: str) -> Placed:
    """Where the rules of a policy stand; its files are read when the first place is asked for."""
    folder = one.folders.get(policy)

    @cache
    def places() -> Places | None:
        return Places.read(folder) if folder else None

    def place(end: End) -> str | None:
        found = places() if end.status == "answered" else None
        return found.of(Text(end.name, "")).line if found else None

    return place
