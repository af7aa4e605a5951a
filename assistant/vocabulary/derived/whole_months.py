"""`whole_months_after`: how many calendar months lie between two days."""

import datetime as dt
from calendar import monthrange
from collections.abc import Callable, Mapping
from typing import Annotated, Any

from assistant.model.record import Id
from assistant.model.table import Table
from assistant.vocabulary.days import as_day
from assistant.vocabulary.derivation import DERIVATIONS, Derivation, GroundOf, KindOf, Work
from assistant.vocabulary.trail import Counted, Names, Run
from assistant.vocabulary.word import NAME


def whole_months(after: dt.date, up_to: dt.date) -> int:
    """How many calendar months have no day on or before `after` and end on or before `up_to`."""
    first = after.year * 12 + after.month  # the month after the one that `after` lies in
    ends_whole = up_to.day == monthrange(up_to.year, up_to.month)[1]
    last = up_to.year * 12 + up_to.month - 1 - (0 if ends_whole else 1)
    return max(0, last - first + 1)


@DERIVATIONS.register
class DerivedMonths(Derivation):
    """How many whole calendar months lie after one day and up to another, which is included."""

    example = "{label: Full months, whole_months_after: cancelled_on, up_to: term-end, cites: [refund]}"

    whole_months_after: Annotated[Id, NAME]
    """The day behind which the months lie."""
    up_to: Annotated[Id, NAME]
    """The day up to which they lie."""

    def compiled(self, name: str, names: Names, ground: GroundOf) -> Work:
        after, up_to = names.get(self.whole_months_after), names.get(self.up_to)

        def work(run: Run) -> Counted:
            months = whole_months(as_day(after(run)), as_day(up_to(run)))
            return Counted(name, months, None, None, (), *ground(run))

        return work

    @classmethod
    def kind(cls, written: Mapping[str, Any], tables: Mapping[str, Table], of: Callable[[str], str]) -> KindOf:
        return "integer", ()
