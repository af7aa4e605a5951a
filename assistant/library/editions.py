"""
Earlier editions: each a compiled file beside the content, `<policy>/editions/<edition>.json`.

A file holds the linked policy, so that it answers as it did, and what its sentences were in every other language. Each
sentence is written with its path, the key under which its translations stand.
"""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from assistant.content.tables import read_cell
from assistant.errors import ContentError, Fault, Wording, told
from assistant.model.policy import Policy
from assistant.model.record import Text
from assistant.model.table import CellValue, TableAbout

FOLDER = "editions"
Translations = Mapping[str, Mapping[tuple[str, str], str]]
"""By language: what a sentence, by its path and its source, was in it."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A policy as it was, less its examples, and what its sentences were in other languages."""

    policy: Policy
    translations: Translations


def edition_path(folder: Path, edition: str) -> Path:
    """Where an edition of the policy in this folder stands, or would."""
    return folder / FOLDER / f"{edition}.json"


def list_editions(folder: Path) -> tuple[str, ...]:
    """The editions of the policy in this folder, by name."""
    return tuple(sorted(path.stem for path in (folder / FOLDER).glob("*.json")))


def check_editions(folder: Path) -> list[Fault]:
    """What is wrong with the editions of the policy in this folder: each must still be read."""
    found: list[Fault] = []
    for edition in list_editions(folder):
        try:
            read_edition(edition_path(folder, edition))
        except ContentError as error:
            found += error.faults
    return found


def write_edition(edition: Edition) -> str:
    """The text of an edition's file: the same for the same edition, a field a line, so that two can be compared."""
    policy = edition.policy.model_copy(update={"examples": ()})
    said = {
        lang: [[path, source, text] for (path, source), text in sorted(texts.items())]
        for lang, texts in sorted(edition.translations.items())
    }
    return json.dumps({"policy": _plain(policy), "translations": said}, ensure_ascii=False, indent=0) + "\n"


def _plain(value: Any) -> Any:
    """A record as JSON that reads back as the same record; what is left out reads back as its default."""
    match value:
        case Text():
            return {"path": value.context, "text": value.source}
        case BaseModel():
            fields = type(value).model_fields.items()
            held = ((name, field, getattr(value, name)) for name, field in fields)
            return {name: _plain(one) for name, field, one in held if field.is_required() or one != field.default}
        case Mapping():
            return {name: _plain(below) for name, below in value.items()}
        case tuple():
            return [_plain(below) for below in value]
        case dt.time():
            return value.strftime("%H:%M")
        case dt.date() | Decimal():
            return str(value)
    return value


def read_edition(path: Path) -> Edition:
    """
    An edition from its file.

    Raises:
        ContentError: the file cannot be read, or is no edition of this name.
    """
    try:
        whole = _shaped(json.loads(path.read_text("utf-8")))
        for table in whole["policy"]["tables"].values():
            table["rows"] = _cells(table)
        edition = Edition(Policy.model_validate(whole["policy"]), _translations(whole["translations"]))
    except (OSError, ValueError, TypeError, LookupError, AttributeError) as error:
        raise _unusable(path, _unread(error), told("take it from the release that wrote it, or remove it")) from None
    if edition.policy.edition != path.stem:
        wrong = told("this is edition {edition}", edition=edition.policy.edition)
        raise _unusable(path, wrong, told("name the file as its edition"))
    return edition


def _shaped(value: Any) -> Any:
    """JSON with its lists as tuples and its sentences as texts."""
    match value:
        case {"path": str(path), "text": str(text)}:
            return Text(path, text)
        case dict():
            return {name: _shaped(below) for name, below in value.items()}
        case list():
            return tuple(map(_shaped, value))
    return value


def _cells(table: Any) -> dict[str, dict[str, CellValue]]:
    about = TableAbout.model_validate(table["about"])
    return {
        row: {column: read_cell(str(cell), about) for column, cell in cells.items()}
        for row, cells in table["rows"].items()
    }


def _translations(said: Any) -> Translations:
    return {lang: {(path, source): text for path, source, text in texts} for lang, texts in said.items()}


def _unread(error: Exception) -> Wording:
    if not isinstance(error, ValidationError):
        return told("this is no edition that can be read")
    field = ".".join(map(str, error.errors(include_url=False)[0]["loc"]))
    return told("this is no edition that can be read: '{field}' does not fit", field=field)


def _unusable(path: Path, wrong: Wording, mend: Wording) -> ContentError:
    return ContentError([Fault(str(path), 1, 1, "", wrong, mend)])
