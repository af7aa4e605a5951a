"""
The compiled form of a policy, of the library and of frozen editions alike.

It is JSON that reads back as the same linked policy, less its examples and its authors' notes to translators. Each
sentence is written with its path, the key under which its translations stand. With it stand the holidays that its
calendars keep, so that it answers with them wherever it is read. What a locales folder has is kept beside it: how each
language is described, and what each can say.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from assistant.errors import ContentError, told
from assistant.i18n.language import TRANSLATIONS, Language
from assistant.i18n.words import Catalogue
from assistant.library.folder import Folder, Part
from assistant.library.holidays import compact, days_in_use, keeping
from assistant.library.sources import code_fingerprint, fingerprint, policy_ids, release
from assistant.model.policy import Policy
from assistant.model.record import Record, Text
from assistant.model.source import Quoted

EDITIONS = "editions"
"""The folder of a policy in which its frozen editions stand."""
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


def load_policies(
    folder: Folder, content: Path, names: Iterable[str], read: Callable[[str], Policy], closed_days: Path | None
) -> dict[str, Policy]:
    """
    These policies of a content folder, by id, with their holidays; `read` reads one from its sources where it is stale.

    They also hang on the file of the company's own closed days, where there is one.
    """
    common = (code_fingerprint(), release("holidays"), *_closed(closed_days, content))

    def load(name: str) -> Policy:
        return folder.load(
            f"policy-{name}",
            lambda: fingerprint(content, _files(content / name), *common),
            lambda: Part(Compiled.of(read(name)).text),
            lambda part: Compiled.read(part.text).answering,
        )

    return {name: load(name) for name in names}


def quoting(folder: Path | None, policy: Policy) -> Policy:
    """The policy with its document's own words, where a file of its name holds them. Raises `ContentError`."""
    path = folder / f"{policy.id}.json" if folder else None
    if path is None or not path.exists():
        return policy
    try:
        quoted = Quoted.model_validate_json(path.read_bytes())
    except (OSError, ValueError):
        mend = told("write it anew: policy-assistant source quote")
        raise ContentError.at(path, told("these are no words of a document"), mend) from None
    return policy.model_copy(update={"quoted": quoted})


def _files(source: Path) -> Iterator[Path]:
    for path in sorted(source.rglob("*")):
        if path.is_file() and not path.name.startswith(".") and path.relative_to(source).parts[0] != EDITIONS:
            yield path


def _closed(closed_days: Path | None, content: Path) -> Iterator[str]:
    """What the days hang on: their file, and the policies that there are, for it is wrong where it names another."""
    if closed_days is not None:
        yield fingerprint(closed_days.parent, [closed_days])
        yield from policy_ids(content)


Languages = Mapping[str, Language]


def compiled_languages(folder: Folder, locales: Path, read: Callable[[], Languages]) -> Languages:
    """Every language by id, as `read` reads them where the folder has them not."""

    def mark() -> str:
        files = sorted(locales.glob("*/language.yaml"))
        begun = (path.parent.name for path in sorted(locales.glob(f"*/{TRANSLATIONS[0]}")))
        return fingerprint(locales, files, code_fingerprint(), *begun)

    def make() -> Part:
        return Part(json.dumps({name: one.model_dump(mode="json") for name, one in read().items()}, ensure_ascii=False))

    def again(part: Part) -> Languages:
        return {name: Language.model_validate_json(json.dumps(one)) for name, one in json.loads(part.text).items()}

    return folder.load("languages", mark, make, again)


def compiled_catalogue(folder: Folder, locales: Path, language: str, read: Callable[[], Catalogue]) -> Catalogue:
    """What a language can say, as `read` reads it where the folder has it not; without what is wrong in its files."""

    def mark() -> str:
        kinds = (*TRANSLATIONS, "language.yaml")
        files = sorted(path for kind in kinds for path in (locales / language).glob(kind))
        return fingerprint(locales, files, code_fingerprint())

    def make() -> Part:
        made = read()
        messages = [[context, source, *said] for (context, source), said in made.messages.items()]
        return Part(json.dumps([made.plurals, made.percent, made.lost, messages], ensure_ascii=False))

    def again(part: Part) -> Catalogue:
        plurals, percent, lost, messages = json.loads(part.text)
        said = {(context, source): tuple(texts) for context, source, *texts in messages}
        return Catalogue(language, said, plurals, percent=percent, lost=tuple(lost))

    return folder.load(f"texts-{language}", mark, make, again)
