"""The compiled form of a locales folder: how each language is described, and what each can say."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from assistant.i18n.language import TRANSLATIONS, Language
from assistant.i18n.words import Catalogue
from assistant.library.folder import Folder, Part
from assistant.library.sources import code_fingerprint, fingerprint

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
        files = sorted(path for kind in TRANSLATIONS for path in (locales / language).glob(kind))
        return fingerprint(locales, files, code_fingerprint())

    def make() -> Part:
        made = read()
        messages = [[context, source, *said] for (context, source), said in made.messages.items()]
        return Part(json.dumps([made.plurals, made.percent, messages], ensure_ascii=False))

    def again(part: Part) -> Catalogue:
        plurals, percent, messages = json.loads(part.text)
        said = {(context, source): tuple(texts) for context, source, *texts in messages}
        return Catalogue(language, said, plurals, percent=percent)

    return folder.load(f"texts-{language}", mark, make, again)
