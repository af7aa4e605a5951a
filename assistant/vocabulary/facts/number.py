"""`type: number`: a number of at most three decimals."""

import re
from decimal import Decimal
from typing import Literal

from assistant.errors import Refusal
from assistant.model.record import Amount, Text
from assistant.vocabulary.banded import Banded
from assistant.vocabulary.bands import GIVEN
from assistant.vocabulary.fact import FACTS, MOST_PLACES, Axis, bounded
from assistant.vocabulary.wording import Value

NUMBER = re.compile(r"(?:0|[1-9][0-9]{0,99})(?:\.[0-9]{1,3})?")


STEP = Decimal("0.001")
SOME = Decimal(12)
"""How far from the least value another one is looked for, where nothing says how far they go."""


def _thousandth(place: int) -> Decimal:
    return Decimal(place) / 1000


@FACTS.register
class NumberFact(Banded):
    """A number of at most three decimals, in `unit`, from `least` up to `most`."""

    example = "{type: number, question: How far is it?, label: Distance, unit: km}"

    type: Literal["number"]
    """What kind of answer it has."""
    unit: Text | None = None
    """The unit, as it is written behind the number: `km`."""
    least: Amount = Decimal(0)
    """The smallest answer that is taken."""
    most: Amount | None = None
    """The largest answer that is taken."""

    def kind(self) -> str:
        return "number"

    def read(self, text: str) -> Value:
        if (band := self.read_band(text)) is not None:
            return band
        if not NUMBER.fullmatch(text):
            raise Refusal("number-wanted")
        return bounded(Decimal(text), self.least, self.most)

    def samples(self) -> tuple[Value, ...]:
        some = (self.least, self.most or self.least + 1000, self.least + Decimal("0.5"))
        return (*some, *self.turns(STEP), *(f"{GIVEN}{band}" for band in self.bands))

    def ends(self) -> tuple[Value, ...]:
        return (self.least, self.most if self.most is not None else self.least + SOME)

    def axis(self) -> Axis:
        return Axis(int(self.least * 1000), int((self.most or MOST_PLACES) * 1000), _thousandth)
