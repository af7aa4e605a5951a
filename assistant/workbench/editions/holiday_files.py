"""
Holiday data as a file, so that two releases of it can be compared.

Under each country, or part of one (`JP`, `AU-SA`), stands each day with its English names, `; ` between two. A plain
list of days will do where no calendar leaves a holiday out by its name.
"""

import datetime as dt
import json
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field, StringConstraints

from assistant.content.describe import typed
from assistant.content.syntax import read_tree
from assistant.errors import ContentError, told
from assistant.i18n.words import Words
from assistant.library.holidays import Days, days_in_use
from assistant.loading import load_library
from assistant.model.record import Day
from assistant.settings import Settings

UNNAMED = "Public holiday"
BETWEEN = "; "


def _named(raw: object) -> object:
    if isinstance(raw, tuple) and all(isinstance(day, str) for day in raw):
        return dict.fromkeys(raw, UNNAMED)
    return raw


Area = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}(?:-[A-Z0-9]{1,3})?(?:\+banks)?$")]
Holidays = Annotated[dict[Area, Annotated[dict[Day, str], BeforeValidator(_named)]], Field(strict=True)]


def read_holidays(path: Path) -> Days:
    """The days of a file. Raises `ContentError` with everything that is wrong in it."""
    try:
        root = read_tree(path, str(path))
    except OSError:
        raise ContentError.at(path, told("the file cannot be read"), told("check its path")) from None
    given: dict[str, dict[dt.date, str]] = typed(root, str(path), Holidays, "holidays")
    return {
        area: {day: tuple(str(names).split(BETWEEN)) for day, names in days.items()} for area, days in given.items()
    }


def holidays_text(holidays: Days, head: str) -> str:
    """The text of a file, with `head` as its comment: the same for the same days."""
    lines = [f"# {head}"]
    for area, days in sorted(holidays.items()):
        lines.append(f"{area}:")
        lines += [f"  {day}: {json.dumps(BETWEEN.join(names))}" for day, names in sorted(days.items())]
    return "\n".join(lines) + "\n"


def name_of_ours(words: Words) -> str:
    """What the installed release of the holiday data is called."""
    return words.say("the holidays of release {version}", version=version("holidays"))


def holidays(known: Settings, words: Words) -> str:
    """
    The text of a file with all holidays that the policies are worked out with. Raises `ContentError` where the content
    cannot be read.
    """
    found: Days = {}
    for policy in load_library(known).policies.values():
        found = {**found, **days_in_use(policy)}
    return holidays_text(found, name_of_ours(words))
