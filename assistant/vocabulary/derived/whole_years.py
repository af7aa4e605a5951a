"""`whole_years_between`: how many years are complete from one day to another."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from assistant.model.table import Table
from assistant.vocabulary.days import add_months, as_day
from assistant.vocabulary.derivation import DERIVATIONS, Derivation, GroundOf, KindOf, Work
from assistant.vocabulary.stretch import Stretch
from assistant.vocabulary.trail import Counted, Names, Run


@DERIVATIONS.register
class DerivedYears(Derivation):
    """
    How many whole years have passed from one day to another: each is complete on its anniversary; that of 29 February
    is the 28th where the year has none. 0 where the second day lies before the first.
    """

    example = "{label: Age, whole_years_between: {from: born, to: on}, cites: [age]}"

    whole_years_between: Stretch
    """The two days: {from: born, to: on}."""

    def reads(self) -> Iterator[tuple[str, str]]:
        return self.whole_years_between.reads()

    def compiled(self, name: str, names: Names, ground: GroundOf) -> Work:
        one = self.whole_years_between
        first, last = names.day(one.from_), names.day(one.to)

        def work(run: Run) -> Counted:
            years = whole_years(as_day(first(run)), as_day(last(run)))
            return Counted(name, years, None, None, (), *ground(run))

        return work

    @classmethod
    def kind(cls, written: Mapping[str, Any], tables: Mapping[str, Table], of: Callable[[str], str]) -> KindOf:
        return "integer", ()


def whole_years(first: dt.date, last: dt.date) -> int:
    """How many anniversaries of one day lie on or before another."""
    years = last.year - first.year
    return max(0, years if add_months(first, 12 * years) <= last else years - 1)
