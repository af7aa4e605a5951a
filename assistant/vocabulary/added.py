"""Steps that add so many of a unit of time: what they share."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import ClassVar
from zoneinfo import ZoneInfo

from assistant.errors import Wording
from assistant.vocabulary.days import as_moment, passing, time_later
from assistant.vocabulary.step import count
from assistant.vocabulary.trail import Move, Names, Run, Step, Taken


class Added(Step):
    """So many of a unit later; earlier with a minus."""

    number: ClassVar[Callable[..., Callable[[Run], int | Decimal]]] = staticmethod(count)
    """What gives how many: whole numbers, or decimals too."""
    later: ClassVar[Callable[..., dt.date]]
    """The day or moment so many later, on a clock."""
    ahead: ClassVar[Wording]
    back: ClassVar[Wording]
    """What was done, with a `count` from 0 on, and the `day` where it led: later, and earlier."""

    def compiled(self, names: Names) -> Move:
        """The step as a function."""
        number, later, zone = self.number(names, getattr(self, self.key())), self.later, names.zone

        def move(run: Run, day: dt.date) -> Taken:
            many = number(run)
            return Taken(self, day, later(day, many, zone), many)

        return move

    def explain(self, taken: Taken) -> Wording:
        """How many, and where it led; of a step that was never taken, none."""
        many = taken.amount if isinstance(taken.amount, int | Decimal) else 0
        return replace(self.back if many < 0 else self.ahead, values=(("count", abs(many)), ("day", taken.after)))


def passed(unit: dt.timedelta) -> Callable[[dt.date, int | Decimal, ZoneInfo], dt.date]:
    """So many of a unit later, as they really pass: a change to or from summer time counts."""
    return lambda day, many, zone: time_later(as_moment(day), passing(many, unit), zone)
