"""
What can be asked: a fact has an id, a type and a question; a choice has its options.

`spellings` and `cues` are what people type, in any language, in running text too: width, case, blanks, dashes and long
vowel marks do not count. A fact without them can still be asked; it is then recognised by its labels alone.
"""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from assistant.model.record import Amount, Count, Id, Record, Text


class Option(Record):
    """One answer to a choice. `spellings` are other ways in which people write it, in any language."""

    label: Text
    help: Text | None = None
    spellings: tuple[str, ...] = ()


class Asked(Record):
    """
    What all facts share: the question, a short label for lists, and help where people may hesitate.

    `cues` are words, or beginnings of words, beside which an answer stands in a question: `bought` beside the day of a
    purchase. Where a choice or a yes-no has cues, its labels count only beside one (`High` beside `priority`), while
    its spellings count alone.
    """

    question: Text
    label: Text
    help: Text | None = None
    cues: tuple[str, ...] = ()


class Choice(Asked):
    """One of a fixed set of options, by id."""

    type: Literal["choice"]
    options: Annotated[dict[Id, Option], Field(min_length=2)]


class Sides(Record):
    """What people write who mean yes, and who mean no."""

    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class YesNo(Asked):
    """
    `yes` or `no`; the labels say what each means where a bare yes would leave doubt.

    `spellings` are sentences or parts of them, such as `out of warranty` for `no`.
    """

    type: Literal["yes-no"]
    yes: Text | None = None
    no: Text | None = None
    spellings: Sides = Sides()


class DayFact(Asked):
    """A calendar day."""

    type: Literal["date"]


class MomentFact(Asked):
    """A day and a time on a clock that the question names; no offset."""

    type: Literal["date-time"]


class NumberFact(Asked):
    """A number of at most three decimals, in `unit`, from `least` up to `most`."""

    type: Literal["number"]
    unit: Text | None = None
    least: Amount = Decimal(0)
    most: Amount | None = None


class WholeNumberFact(Asked):
    """A whole number, in `unit`, from `least` up to `most`; `unit_for_one` where one of it is called otherwise."""

    type: Literal["integer"]
    unit: Text | None = None
    unit_for_one: Text | None = None
    least: Count = 0
    most: Count | None = None


Fact = Annotated[Choice | YesNo | DayFact | MomentFact | NumberFact | WholeNumberFact, Field(discriminator="type")]
