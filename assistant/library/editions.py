"""
Earlier editions: each a compiled policy in a file beside the content, `<policy>/editions/<edition>-<number>.json`.

The number counts in which order they were frozen. A link names an edition as its file does, so that a server which does
not know that edition can tell whether it is older or newer than its own.
"""

import json
from pathlib import Path

from pydantic import ValidationError

from assistant.errors import ContentError, Wording, told
from assistant.i18n.words import key_of
from assistant.library.policies import EDITIONS, Compiled
from assistant.model.edition import Edition, Name, Translations, named
from assistant.model.policy import Policy


def edition_path(folder: Path, edition: str) -> Path:
    """Where an edition of the policy in this folder stands, or would; with its number or without."""
    wanted, frozen = named(edition).edition, list(map(named, list_editions(folder)))
    last = max((one.number for one in frozen), default=0)
    name = next((one for one in frozen if one.edition == wanted), Name(wanted, last + 1))
    return folder / EDITIONS / f"{name}.json"


def list_editions(folder: Path) -> tuple[str, ...]:
    """The editions of the policy in this folder, by name, in the order in which they were frozen."""
    return tuple(sorted((path.stem for path in (folder / EDITIONS).glob("*.json")), key=lambda one: named(one)[::-1]))


def write_edition(policy: Policy, translations: Translations) -> str:
    """The text of an edition's file: the same for the same edition, a field a line, so that two can be compared."""
    said = {
        lang: tuple((path, source, text) for (path, source), text in sorted(texts.items()))
        for lang, texts in sorted(translations.items())
    }
    whole = Compiled.of(policy, said)
    return json.dumps(json.loads(whole.text), ensure_ascii=False, indent=0) + "\n"


def read_edition(path: Path) -> Edition:
    """An edition from its file. Raises `ContentError` where the file cannot be read, or is no edition of this name."""
    try:
        whole = Compiled.read(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        mend = told("take it from the release that wrote it, or remove it")
        raise ContentError.at(path, _unread(error), mend) from None
    if whole.policy.edition != named(path.stem).edition:
        wrong = told("this is edition {edition}", edition=whole.policy.edition)
        raise ContentError.at(path, wrong, told("name the file as its edition"))
    said = {
        lang: {key_of(path, source): text for path, source, text in texts} for lang, texts in whole.translations.items()
    }
    return Edition(whole.answering, said)


def _unread(error: Exception) -> Wording:
    place = error.errors(include_url=False)[0]["loc"] if isinstance(error, ValidationError) else ()
    if not place:
        return told("this is no edition that can be read")
    return told("this is no edition that can be read: '{field}' does not fit", field=".".join(map(str, place)))
