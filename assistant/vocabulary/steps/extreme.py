"""`earlier_of`, `later_of`: not after other days or moments, not before them."""

import datetime as dt
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from assistant.errors import Wording, worded
from assistant.model.record import as_list
from assistant.vocabulary.step import STEPS
from assistant.vocabulary.trail import Get, Move, Names, Run, Step, Taken
from assistant.vocabulary.word import DAY_OR_NAME
from assistant.vocabulary.wording import Value

Others = Annotated[tuple[str, ...], Field(min_length=1), BeforeValidator(as_list), DAY_OR_NAME]


class Extreme(Step):
    """One of the day so far and others: all of them days, or all of them moments."""

    alike = True
    latest: ClassVar[bool]
    """Whether the latest of them is taken, or the earliest."""
    moved: ClassVar[Wording]
    """That another `day` was taken."""
    stayed: ClassVar[Wording]
    """That it stays as it is: the `day`, beside the `other`."""

    def compiled(self, names: Names) -> Move:
        """The step as a function; raises `TypeError` where days and moments are mixed."""
        gets, choose = tuple(map(names.day, getattr(self, self.key()))), max if self.latest else min

        def move(run: Run, day: dt.date) -> Taken:
            other = choose([_alike(get, run, day) for get in gets])
            return Taken(self, day, choose(day, other), other)

        return move

    def explain(self, taken: Taken) -> Wording:
        if taken.after != taken.before:
            return self.moved.holding(day=taken.amount)
        return self.stayed.holding(other=taken.amount, day=taken.after)


def _alike(get: Get, run: Run, day: dt.date) -> dt.date:
    value: Value = get(run)
    if not isinstance(value, dt.date):
        raise TypeError(f"not a day: {value!r}")
    if isinstance(value, dt.datetime) != isinstance(day, dt.datetime):
        raise TypeError(f"a day and a moment: {day!r} and {value!r}")
    return value


@STEPS.register
class EarlierOf(Extreme):
    """The earliest of the day so far and these: all of them days, or all of them moments."""

    known_as = ("earliest_of", "earliest", "min", "minimum", "not_after")
    example = "{earlier_of: [term-end, on]}"
    latest = False
    moved = worded("But not after {day}")
    stayed = worded("This is not after {other}, so it stays: {day}")

    earlier_of: Others
    """The other day, or a list of them: names, or days."""


@STEPS.register
class LaterOf(Extreme):
    """The latest of the day so far and these: all of them days, or all of them moments."""

    known_as = ("latest_of", "latest", "max", "maximum", "not_before")
    example = "{later_of: starts}"
    latest = True
    moved = worded("But not before {day}")
    stayed = worded("This is not before {other}, so it stays: {day}")

    later_of: Others
    """The other day, or a list of them: names, or days."""
