"""`anniversary_from`: what comes round every year."""

import datetime as dt
from typing import Annotated

from assistant.errors import Wording, worded
from assistant.vocabulary.days import add_months, as_day
from assistant.vocabulary.step import STEPS
from assistant.vocabulary.trail import Move, Names, Run, Step, Taken
from assistant.vocabulary.word import DAY_OR_NAME

MOST_YEARS = 3
"""Anniversaries further away are one side: what happens between two of them happens between any two."""


@STEPS.register
class AnniversaryFrom(Step):
    """
    The first anniversary of the day so far, one year later at least, that is not before this day: a name or a literal.
    That of 29 February is the 28th where the year has none.
    """

    example = "{anniversary_from: on}"

    anniversary_from: Annotated[str, DAY_OR_NAME]

    def compiled(self, names: Names) -> Move:
        bound = names.day(self.anniversary_from)

        def move(run: Run, day: dt.date) -> Taken:
            not_before = as_day(bound(run))
            years = max(1, not_before.year - day.year)
            # Each is counted from the day itself: a 29 February comes back after a year that has none.
            if as_day(after := add_months(day, 12 * years)) < not_before:
                after = add_months(day, 12 * (years + 1))
            return Taken(self, day, after, not_before)

        return move

    def explain(self, taken: Taken) -> Wording:
        return worded(
            "{count} year later, the first anniversary that is not before {other}: {day}",
            "{count} years later, the first anniversary that is not before {other}: {day}",
            count=_years(taken), other=taken.amount, day=taken.after,
        )  # fmt: skip

    def side(self, taken: Taken) -> int | None:
        return min(MOST_YEARS, _years(taken))


def _years(taken: Taken) -> int:
    return taken.after.year - taken.before.year
