"""The languages that the locales folder offers, one sub-folder each, described by its `language.yaml`."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Literal

from babel.localedata import exists, locale_identifiers
from pydantic import AfterValidator, Field, TypeAdapter, ValidationError

from assistant.content.describe import faults
from assistant.content.nodes import not_text, read_yaml
from assistant.errors import ContentError, Fault, Wording, told
from assistant.model.record import Flag, Record, unfit
from assistant.suggest import near

INTERFACE = "en"
"""The language in which the code itself speaks."""
LanguageId = Annotated[str, Field(pattern=r"^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$")]
Part = Literal["day", "month", "year"]
PARTS: dict[str, Part] = {"d": "day", "M": "month", "y": "year"}
QUOTED = re.compile("'[^']*'")
"""Words in a pattern of CLDR."""


def _holding(*parts: str) -> AfterValidator:
    """Text in which each of the parts stands."""

    def check(value: str) -> str:
        if lacking := [part for part in parts if part not in value]:
            raise unfit(
                told("'{part}' is missing in '{given}'", part=lacking[0], given=value),
                told("write it where it belongs"),
            )
        return value

    return AfterValidator(check)


class Language(Record):
    """`language.yaml`: how a language is called, and how it writes days, times and numbers."""

    id: LanguageId
    """Its code: the name of its folder."""
    name: str
    """Its name in itself."""
    locale: Annotated[str, Field(pattern=r"^[a-z]{2,3}(?:_[A-Za-z0-9]+)*$")]
    """The locale of Babel that names days and months and writes numbers and lists."""
    fallback: tuple[LanguageId, ...] = ()
    """Where a translation is missing, these are tried in turn before the document's own words."""
    direction: Literal["ltr", "rtl"]
    """Which way it is written: `ltr` from left to right, `rtl` from right to left."""
    day: Annotated[str, _holding("d", "M", "y")]
    """A day, in the letters of CLDR: `EEE d MMM y`."""
    time: Annotated[str, _holding("mm")]
    """A time of day, in the letters of CLDR: `HH:mm`."""
    moment: Annotated[str, _holding("{day}", "{time}")]
    """A day and a time together: `{day}, {time}`."""
    asked: Annotated[str, _holding("{topic}")]
    """The heading under which translators write what people ask, with the gap `{topic}`."""
    offered: Flag = False
    """Whether readers may choose it. One that is not yet offered can be seen in the preview, and may have gaps."""

    @property
    def day_parts(self) -> tuple[Part, ...]:
        """Day, month and year in the order in which the language writes them."""
        return tuple(PARTS[letter] for letter in dict.fromkeys(re.findall("[dMy]", QUOTED.sub("", self.day))))


def offered(known: Mapping[str, Language]) -> dict[str, Language]:
    """Those languages that readers may choose."""
    return {name: language for name, language in known.items() if language.offered}


def looked_up(tag: str, known: Iterable[str]) -> str | None:
    """Which of these languages a tag means (RFC 4647, lookup): `pt-br` is `pt-BR`, or else `pt`; None where none is."""
    ours = {name.casefold(): name for name in known}
    parts = tag.casefold().split("-")
    return next(filter(None, (ours.get("-".join(parts[:size])) for size in range(len(parts), 0, -1))), None)


def languages(locales: Path) -> dict[str, Language]:
    """
    Every language of a locales folder, by id, in alphabetical order.

    Raises:
        ContentError: everything that is wrong in any `language.yaml`.
    """
    found, wrong = _described(locales)
    if wrong:
        raise ContentError(wrong)
    return found


def sound_languages(locales: Path) -> dict[str, Language]:
    """The same without those that are wrong, for whoever has to say what is wrong with them."""
    return _described(locales)[0]


def _described(locales: Path) -> tuple[dict[str, Language], list[Fault]]:
    found: dict[str, Language] = {}
    wrong: list[Fault] = []
    folders = sorted({path.parent for name in ("language.yaml", "ui.po") for path in locales.glob(f"*/{name}")})
    for folder in folders:
        try:
            found[folder.name] = _language(folder / "language.yaml", {each.name for each in folders})
        except ContentError as error:
            wrong += error.faults
    return found, wrong


def _language(path: Path, known: set[str]) -> Language:
    try:
        root = read_yaml(path.read_text("utf-8"), str(path))
    except UnicodeDecodeError as error:
        raise ContentError([not_text(str(path), error)]) from None
    except FileNotFoundError:
        mend = told("bring it back, or run `policy-assistant i18n add {language}`", language=path.parent.name)
        raise ContentError([Fault(str(path), 1, 1, "", told("the language is not described"), mend)]) from None
    try:
        language = TypeAdapter(Language).validate_python(root.data(path.parent.name))
    except ValidationError as error:
        raise ContentError(faults(error, root, str(path), Language)) from None
    if wrong := list(_wrong(language, path.parent.name, known)):
        at = [root.find((key,)) for key, _, _ in wrong]
        raise ContentError(
            [Fault(str(path), node.line, node.column, *each) for node, each in zip(at, wrong, strict=True)]
        )
    return language


def _wrong(language: Language, folder: str, known: set[str]) -> Iterator[tuple[str, Wording, Wording]]:
    """What is wrong beyond the form of each value: its key, what it is, and how to mend it."""
    if language.id != folder:
        yield "id", told("the id '{id}' is not the folder's name", id=language.id), told("write id: {id}", id=folder)
    for name in sorted({*language.fallback} - known):
        mend = near(name, known, told("name a folder of locales/"))
        yield "fallback", told("there is no language '{name}'", name=name), mend
    if not exists(language.locale):
        mend = near(language.locale, locale_identifiers(), told("write one such as en_GB"))
        yield "locale", told("no locale is called '{name}'", name=language.locale), mend
