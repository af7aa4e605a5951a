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
    """What people choose."""
    help: Text | None = None
    """A sentence beside it, where people may hesitate."""
    spellings: tuple[str, ...] = ()
    """Other ways in which people write it, in any language."""


class Asked(Record):
    """
    What all facts share: the question, a short label for lists, and help where people may hesitate.

    `cues` are words, or beginnings of words, beside which an answer stands in a question: `bought` beside the day of a
    purchase. Where a choice or a yes-no has cues, its labels count only beside one (`High` beside `priority`), while
    its spellings count alone.
    """

    question: Text
    """The question, as people are asked it."""
    label: Text
    """A short name for lists of answers: "System"."""
    help: Text | None = None
    """A sentence under the question, where people may hesitate."""
    cues: tuple[str, ...] = ()
    """Words, or beginnings of words, beside which an answer stands in a question."""


class Choice(Asked):
    """One of a fixed set of options, by id."""

    type: Literal["choice"]
    """What kind of answer it has."""
    options: Annotated[dict[Id, Option], Field(min_length=2)]
    """The answers by id, in the order in which people see them."""


class Sides(Record):
    """What people write who mean yes, and who mean no."""

    yes: tuple[str, ...] = ()
    """What people write who mean yes."""
    no: tuple[str, ...] = ()
    """What people write who mean no."""


class YesNo(Asked):
    """
    `yes` or `no`; the labels say what each means where a bare yes would leave doubt.

    `spellings` are sentences or parts of them, such as `out of warranty` for `no`.
    """

    type: Literal["yes-no"]
    """What kind of answer it has."""
    yes: Text | None = None
    """What yes means, where a bare yes would leave doubt."""
    no: Text | None = None
    """What no means, where a bare no would leave doubt."""
    spellings: Sides = Sides()
    """Parts of sentences by which people say it: `out of warranty` for no."""


class DayFact(Asked):
    """A calendar day."""

    type: Literal["date"]
    """What kind of answer it has."""


class MomentFact(Asked):
    """A day and a time on a clock that the question names; no offset."""

    type: Literal["date-time"]
    """What kind of answer it has."""


class NumberFact(Asked):
    """A number of at most three decimals, in `unit`, from `least` up to `most`."""

    type: Literal["number"]
    """What kind of answer it has."""
    unit: Text | None = None
    """The unit, as it is written behind the number: `km`."""
    least: Amount = Decimal(0)
    """The smallest answer that is taken."""
    most: Amount | None = None
    """The largest answer that is taken."""


class WholeNumberFact(Asked):
    """A whole number, in `unit`, from `least` up to `most`; `unit_for_one` where one of it is called otherwise."""

    type: Literal["integer"]
    """What kind of answer it has."""
    unit: Text | None = None
    """The unit, as it is written behind the number: `days`."""
    unit_for_one: Text | None = None
    """The unit behind 1: `day`."""
    least: Count = 0
    """The smallest answer that is taken."""
    most: Count | None = None
    """The largest answer that is taken."""


Fact = Annotated[Choice | YesNo | DayFact | MomentFact | NumberFact | WholeNumberFact, Field(discriminator="type")]
