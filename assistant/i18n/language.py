"""The languages that the locales folder offers, one sub-folder each, described by its `language.yaml`."""

import re
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter, ValidationError

from assistant.content.describe import faults
from assistant.content.nodes import read_yaml
from assistant.errors import ContentError, Fault
from assistant.model.record import Record

LanguageId = Annotated[str, Field(pattern=r"^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$")]
Part = Literal["day", "month", "year"]
PARTS: dict[str, Part] = {"d": "day", "M": "month", "y": "year"}


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
    day: str
    """A day, in the letters of CLDR: `EEE d MMM y`."""
    time: str
    """A time of day, in the letters of CLDR: `HH:mm`."""
    moment: str
    """A day and a time together: `{day}, {time}`."""
    asked: str
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
    for path in sorted(locales.glob("*/language.yaml")):
        try:
            found[path.parent.name] = _language(path)
        except ContentError as error:
            wrong += error.faults
    for language in found.values():
        if unknown := [each for each in language.fallback if each not in found]:
            path = locales / language.id / "language.yaml"
            wrong.append(Fault(str(path), 1, 1, "fallback", f"no language {unknown[0]!r}", "name a folder of locales/"))
    if wrong:
        raise ContentError(wrong)
    return found


def _language(path: Path) -> Language:
    root = read_yaml(path.read_text("utf-8"), str(path))
    try:
        language = TypeAdapter(Language).validate_python(root.data(path.parent.name))
    except ValidationError as error:
        raise ContentError(faults(error, root, str(path), Language)) from None
    if language.id != path.parent.name:
        line, mend = root.find(("id",)).line, f"write id: {path.parent.name}"
        raise ContentError([Fault(str(path), line, 1, "id", "the id is not the folder's name", mend)])
    return language
