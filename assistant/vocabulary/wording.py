"""Values, and what stands in the gaps of an explanation besides them: things that have a name for people."""

import datetime as dt
from decimal import Decimal
from typing import NamedTuple

Value = str | dt.date | dt.time | Decimal | int
"""A fact's value, or something derived: an id, a day or a moment, a time of day, a number."""


class Label(NamedTuple):
    """What a fact, `on` or something derived is called; in quotes where it stands for a value that is not known."""

    name: str
    quoted: bool = False


class Worth(NamedTuple):
    """A value as its fact says it: the label of an option, a number with its unit."""

    value: Value
    fact: str


class Options(NamedTuple):
    """Ids of a choice, bands or marks, as one list: "A, B or C"."""

    ids: tuple[str, ...]
    fact: str


class HoursLabel(NamedTuple):
    """What opening hours are called."""

    hours: str
