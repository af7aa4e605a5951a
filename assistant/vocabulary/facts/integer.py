"""`type: integer`: a whole number."""

import re
from decimal import Decimal
from typing import Literal

from assistant.errors import Refusal
from assistant.model.record import Count, Text
from assistant.vocabulary.banded import Banded
from assistant.vocabulary.bands import GIVEN
from assistant.vocabulary.fact import FACTS, MOST_PLACES, Axis, bounded
from assistant.vocabulary.wording import Value

SOME = 12
"""How far from the least value another one is looked for."""
ORDINARY = (0, 1, SOME, 24)
WHOLE = re.compile(r"0|[1-9][0-9]{0,99}")


@FACTS.register
class WholeNumberFact(Banded):
    """A whole number, in `unit`, from `least` up to `most`; `unit_for_one` where one of it is called otherwise."""

    example = (
        "{type: integer, question: How many guests?, label: Guests, least: 1, bands: {few: 50, "
        "many: none}, labels: {few: Up to 50, many: More}}"
    )

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
        if (band := self.read_band(text)) is not None:
            return band
        if not WHOLE.fullmatch(text):
            raise Refusal("whole-number-wanted")
        return bounded(int(text), self.least, self.most)

    def samples(self) -> tuple[Value, ...]:
        near = map(int, self.turns(Decimal(1)))
        wanted = {self.least, *ORDINARY, *near, self.most or self.least}
        numbers = (number for number in wanted if self.least <= number <= (self.most or number))
        return (*numbers, *(f"{GIVEN}{band}" for band in self.bands))

    def ends(self) -> tuple[Value, ...]:
        return (self.least, min(self.most or self.least + SOME, self.least + SOME))

    def axis(self) -> Axis:
        return Axis(self.least, self.most or MOST_PLACES, int)
