"""
The closed vocabulary of what is derived: a day reached in steps, a table's cell, a band, a count of months.

A derived thing has a name, a label for people, and the clauses that it rests on. It is worked out when a rule first
needs it, from facts, `on`, tables and other derived things; what it needs is asked for in the order written.
"""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag

from assistant.model.record import (
    Amount,
    ClauseId,
    Clock,
    Count,
    Id,
    ReadingId,
    Record,
    Text,
    as_list,
    by_key,
    literal_or_mapping,
    number_or_name,
)

CountOrName = Annotated[Annotated[Count, Tag("#number")] | Annotated[Id, Tag("#name")], Discriminator(number_or_name)]


class Cell(Record):
    """
    A table's cell. `row` and `column` each name the fact or derived thing whose value is the row or the column, or
    are an id of the table itself. A table of one column needs none.
    """

    table: Id
    """The table's id, as under `tables` in policy.yaml."""
    row: Id
    """What names the row."""
    column: Id | None = None
    """What names the column."""


class AddDays(Record):
    """So many calendar days later; earlier with a minus."""

    add_days: CountOrName


class AddMonths(Record):
    """So many months later, on the same day of the month, or on the month's last day where it has no such day."""

    add_months: CountOrName


class AddYears(Record):
    """So many years later; 29 February becomes the 28th where the year has none."""

    add_years: CountOrName


class AnniversaryFrom(Record):
    """
    The first anniversary of the day so far, one year later at least, that is not before this day: a name or a literal.
    That of 29 February is the 28th where the year has none.
    """

    anniversary_from: str


class AddWorkingDays(Record):
    """So many working days of `calendar` later, counted from the day after."""

    add_working_days: Annotated[
        Annotated[Count, Tag("#literal")] | Annotated[Cell, Tag("#mapping")], Discriminator(literal_or_mapping)
    ]
    """How many, or the table's cell that says so."""
    calendar: Id
    """The calendar on which they are counted."""


class FirstOfMonth(Record):
    """The first of the month so many months ahead; a different number where the day is itself a first of the month."""

    first_of_month: Count
    """How many months ahead; 0 is the month of the day itself."""
    from_the_first: Count | None = None
    """How many where the day is a first of the month."""


class CutOff(Record):
    """
    From a moment to the working day on which it counts: its own day, where that is one and the time is not after the
    cut-off (the cut-off minute to the second counts); else the next working day.
    """

    cut_off: Annotated[
        Annotated[Clock, Tag("#literal")] | Annotated[Cell, Tag("#mapping")], Discriminator(literal_or_mapping)
    ]
    """The time of day, in quotes, or the table's cell that says so."""
    calendar: Id
    """The calendar that says which days count."""


class AtClock(Record):
    """Sets a time of day."""

    at: Clock


class LaterOf(Record):
    """The later of the day so far and this one."""

    later_of: Id


class Closing(Record):
    """From a moment inside opening hours to the moment at which they end that day."""

    closing: Id


class Opening(Record):
    """From a moment outside opening hours to the moment at which they next begin."""

    opening: Id


STEPS = {
    "add_days": AddDays,
    "add_months": AddMonths,
    "add_years": AddYears,
    "anniversary_from": AnniversaryFrom,
    "add_working_days": AddWorkingDays,
    "first_of_month": FirstOfMonth,
    "cut_off": CutOff,
    "at": AtClock,
    "later_of": LaterOf,
    "closing": Closing,
    "opening": Opening,
}


Step = Annotated[
    Annotated[AddDays, Tag("#add_days")]
    | Annotated[AddMonths, Tag("#add_months")]
    | Annotated[AddYears, Tag("#add_years")]
    | Annotated[AnniversaryFrom, Tag("#anniversary_from")]
    | Annotated[AddWorkingDays, Tag("#add_working_days")]
    | Annotated[FirstOfMonth, Tag("#first_of_month")]
    | Annotated[CutOff, Tag("#cut_off")]
    | Annotated[AtClock, Tag("#at")]
    | Annotated[LaterOf, Tag("#later_of")]
    | Annotated[Closing, Tag("#closing")]
    | Annotated[Opening, Tag("#opening")],
    Discriminator(
        by_key(STEPS), custom_error_type="step", custom_error_message=f"a step is wanted: {', '.join(STEPS)}"
    ),
]


class Grounded(Record):
    """What everything derived carries: a label for people, its clauses, and the readings it rests on."""

    label: Text
    """What people call it: "Last day for the notice"."""
    cites: Annotated[tuple[ClauseId, ...], BeforeValidator(as_list)]
    """The clauses that say so."""
    readings: Annotated[tuple[ReadingId, ...], BeforeValidator(as_list)] = ()
    """The readings behind it."""


class DerivedDay(Grounded):
    """A day or a moment: from `start` (a literal day, a fact, `on`, another derived day) through the steps."""

    start: str
    """The day to start from."""
    steps: tuple[Step, ...] = ()
    """What is done to the day, in this order."""


class DerivedCell(Grounded):
    """What a table says: a day, a number, or a mark such as `not-applicable`."""

    cell: Cell
    """Where it stands."""


def _edge(raw: object) -> object:
    return None if raw == "none" else raw


Edge = Annotated[Amount | None, BeforeValidator(_edge, json_schema_input_type=Amount | Literal["none"])]
"""A band's upper edge, which belongs to it; `none` for the last band."""


class DerivedBand(Grounded):
    """Which band a number lies in: the first whose upper edge it does not exceed; the last band has no edge."""

    band_of: Id
    """The number: a fact or something derived."""
    bands: Annotated[dict[Id, Edge], Field(min_length=2)]
    """Each band with its upper edge, rising; the last has `none`."""


class DerivedMonths(Grounded):
    """How many whole calendar months lie after one day and up to another, which is included."""

    whole_months_after: Id
    """The day behind which the months lie."""
    up_to: Id
    """The day up to which they lie."""


KINDS = ("start", "cell", "band_of", "whole_months_after")
Derived = Annotated[
    Annotated[DerivedDay, Tag("#start")]
    | Annotated[DerivedCell, Tag("#cell")]
    | Annotated[DerivedBand, Tag("#band_of")]
    | Annotated[DerivedMonths, Tag("#whole_months_after")],
    Discriminator(
        by_key(KINDS), custom_error_type="derived", custom_error_message=f"one of {', '.join(KINDS)} is wanted"
    ),
]
