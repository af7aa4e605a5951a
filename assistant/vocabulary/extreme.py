"""Steps that take the earlier or the later of several days or moments: what they share."""

import datetime as dt
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from assistant.model.record import as_list
from assistant.vocabulary.trail import Get, Move, Names, Run, Step, Taken
from assistant.vocabulary.word import DAY_OR_NAME
from assistant.vocabulary.wording import Value

Others = Annotated[tuple[str, ...], Field(min_length=1), BeforeValidator(as_list), DAY_OR_NAME]


class Extreme(Step):
    """One of the day so far and others: all of them days, or all of them moments."""

    latest: ClassVar[bool]
    """Whether the latest of them is taken, or the earliest."""

    def others(self) -> tuple[str, ...]:
        """The names, or the days, that the day so far is held against."""
        return tuple(getattr(self, self.key()))

    def compiled(self, names: Names) -> Move:
        """The step as a function; raises `TypeError` where days and moments are mixed."""
        gets, choose = tuple(map(names.day, self.others())), max if self.latest else min

        def move(run: Run, day: dt.date) -> Taken:
            other = choose([_alike(get, run, day) for get in gets])
            return Taken(self, day, choose(day, other), other)

        return move


def _alike(get: Get, run: Run, day: dt.date) -> dt.date:
    value: Value = get(run)
    if not isinstance(value, dt.date):
        raise TypeError(f"not a day: {value!r}")
    if isinstance(value, dt.datetime) != isinstance(day, dt.datetime):
        raise TypeError(f"a day and a moment: {day!r} and {value!r}")
    return value
