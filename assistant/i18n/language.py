"""The languages that the locales folder offers, one sub-folder each, described by its `language.yaml`."""

import re
from pathlib import Path
from typing import Annotated, Literal

from babel.localedata import exists
from pydantic import AfterValidator, Field, TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from assistant.content.describe import faults
from assistant.content.nodes import read_yaml
from assistant.errors import ContentError, Fault
from assistant.model.record import Record

LanguageId = Annotated[str, Field(pattern=r"^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$")]
Part = Literal["day", "month", "year"]
PARTS: dict[str, Part] = {"d": "day", "M": "month", "y": "year"}


def _holding(*parts: str) -> AfterValidator:
    """Text in which each of the parts stands."""

    def check(value: str) -> str:
        if lacking := [part for part in parts if part not in value]:
            raise PydanticCustomError("lacking", "'{part}' is missing", {"part": lacking[0]})
        return value

    return AfterValidator(check)


class Language(Record):
    """`language.yaml`: how a language is called, and how it writes days, times and numbers."""

    id: LanguageId
    name: str
    """Its name in itself."""
    locale: Annotated[str, Field(pattern=r"^[a-z]{2,3}(?:_[A-Za-z0-9]+)*$")]
    """The locale of Babel that names days and months and writes numbers and lists."""
    fallback: tuple[LanguageId, ...] = ()
    """Where a translation is missing, these are tried in turn before the document's own words."""
    direction: Literal["ltr", "rtl"]
    day: Annotated[str, _holding("d", "M", "y")]
    """A day, in the letters of CLDR: `EEE d MMM y`."""
    time: Annotated[str, _holding("mm")]
    """A time of day, in the letters of CLDR: `HH:mm`."""
    moment: Annotated[str, _holding("{day}", "{time}")]
    """A day and a time together: `{day}, {time}`."""
    asked: Annotated[str, _holding("{topic}")]
    """The heading under which translators write what people ask, with the gap `{topic}`."""

    @property
    def day_parts(self) -> tuple[Part, ...]:
        """Day, month and year in the order in which the language writes them."""
        return tuple(PARTS[letter] for letter in dict.fromkeys(re.findall("[dMy]", self.day)))


def languages(locales: Path) -> dict[str, Language]:
    """
    Every language of a locales folder, by id, in alphabetical order.

    Raises:
        ContentError: everything that is wrong in any `language.yaml`.
    """
    found: dict[str, Language] = {}
    wrong: list[Fault] = []
    paths = sorted(locales.glob("*/language.yaml"))
    for path in paths:
        try:
            found[path.parent.name] = _language(path, {each.parent.name for each in paths})
        except ContentError as error:
            wrong += error.faults
    if wrong:
        raise ContentError(wrong)
    return found


def _language(path: Path, known: set[str]) -> Language:
    try:
        root = read_yaml(path.read_text("utf-8"), str(path))
    except UnicodeDecodeError as error:
        wrong_byte = Fault(str(path), 1, 1, "", f"not UTF-8 (byte {error.start})", "save the file as UTF-8")
        raise ContentError([wrong_byte]) from None
    try:
        language = TypeAdapter(Language).validate_python(root.data(path.parent.name))
    except ValidationError as error:
        raise ContentError(faults(error, root, str(path), Language)) from None
    wrong: list[tuple[str, str, str]] = []
    if language.id != path.parent.name:
        wrong.append(("id", f"the id '{language.id}' is not the folder's name", f"write id: {path.parent.name}"))
    if unknown := sorted({*language.fallback} - known):
        wrong.append(("fallback", f"there is no language '{unknown[0]}'", "name a folder of locales/"))
    if not exists(language.locale):
        wrong.append(("locale", f"Babel knows no locale '{language.locale}'", "write one such as en_GB"))
    if wrong:
        at = [root.find((key,)) for key, _, _ in wrong]
        raise ContentError(
            [Fault(str(path), node.line, node.column, *each) for node, each in zip(at, wrong, strict=True)]
        )
    return language
