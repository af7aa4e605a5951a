"""`type: integer`: a whole number."""

import re
from typing import Literal

from assistant.errors import Refusal
from assistant.model.record import Count, Text
from assistant.vocabulary.fact import FACTS, MOST_PLACES, Asked, Axis, bounded
from assistant.vocabulary.wording import Value

SOME = 12
"""How far from the least value another one is looked for."""
ORDINARY = (0, 1, SOME, 24)
WHOLE = re.compile(r"0|[1-9][0-9]{0,99}")


@FACTS.register
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

    def kind(self) -> str:
        return "integer"

    def read(self, text: str) -> Value:
        if not WHOLE.fullmatch(text):
            raise Refusal("whole-number-wanted")
        return bounded(int(text), self.least, self.most)

    def samples(self) -> tuple[Value, ...]:
        return tuple(
            {n for n in (self.least, *ORDINARY, self.most or self.least) if self.least <= n <= (self.most or n)}
        )

    def ends(self) -> tuple[Value, ...]:
        return (self.least, min(self.most or self.least + SOME, self.least + SOME))

    def axis(self) -> Axis:
        return Axis(self.least, self.most or MOST_PLACES, int)
