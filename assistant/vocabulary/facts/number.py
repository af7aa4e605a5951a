"""`type: number`, of at most three decimals, and `type: integer`: either may be answered by a band."""

import re
from decimal import Decimal
from typing import Literal

from pydantic import model_validator

from assistant.errors import Refusal, told
from assistant.model.record import Amount, Count, Id, Text, unfit
from assistant.vocabulary.bands import GIVEN, Edge, edges, given_band, rising
from assistant.vocabulary.fact import FACTS, Asked, Axis, bounded
from assistant.vocabulary.wording import Value

NUMBER = re.compile(r"(?:0|[1-9][0-9]{0,99})(?:\.[0-9]{1,3})?")
WHOLE = re.compile(r"0|[1-9][0-9]{0,99}")
MOST = 10**9 - 1
"""The largest number that is taken where a fact does not say so: more is a slip, and past what is counted exactly."""
STEP = Decimal("0.001")
SOME = 12
"""How far from the least value another one is looked for, where nothing says how far they go."""
ORDINARY = (0, 1, SOME, 24)


class Banded(Asked):
    """A number; where it has bands, one of them will do where only the band decides."""

    bands: dict[Id, Edge] = {}
    """
    Bands with their upper edges, rising; the last has `none`: {small: 50, large: none}. Pages offer them, and take the
    number itself too; in addresses and files the answer is the number, or `band:small`. Rules may ask for a band by its
    id, and `band_of` hands it on; where a rule wants the number itself, it is asked for.
    """
    labels: dict[Id, Text] = {}
    """What people call each band."""
    spellings: dict[Id, tuple[str, ...]] = {}
    """What else they write who mean a band, in any language."""

    @model_validator(mode="after")
    def _labelled(self) -> "Banded":
        """Raises where bands do not rise, or one has no label."""
        if self.bands.keys() != self.labels.keys():
            raise unfit(told("bands and labels do not have the same ids"), told("give each band its label"))
        if not self.spellings.keys() <= self.bands.keys():
            raise unfit(told("there are spellings of a band that there is not"), told("write them under a band's id"))
        if self.bands and not rising(self.bands):
            raise unfit(told("the bands do not rise to one without an edge"), told("order them, and end with none"))
        return self

    def ids(self) -> tuple[str, ...]:
        """The bands, which conditions may name."""
        return tuple(self.bands)

    def read_band(self, text: str) -> Value | None:
        """The band that is given as `band:small`; None for anything else. Raises `Refusal` for one that is none."""
        band = given_band(text) if self.bands else None
        if band is not None and band not in self.bands:
            raise Refusal("no-such-option", given=text[:60], options=", ".join(f"{GIVEN}{one}" for one in self.bands))
        return text if band is not None else None

    def turns(self, step: Decimal) -> tuple[Decimal, ...]:
        """The numbers at, just before and just after each edge of a band."""
        return tuple(edge + way * step for edge in edges(self.bands) for way in (-1, 0, 1))


@FACTS.register
class NumberFact(Banded):
    """A number of at most three decimals, in `unit`, from `least` up to `most`."""

    example = "{type: number, question: How far is it?, label: Distance, unit: km}"
    holds = "number"

    type: Literal["number"]
    """What kind of answer it has."""
    unit: Text | None = None
    """The unit, as it is written behind the number: `km`."""
    least: Amount = Decimal(0)
    """The smallest answer that is taken."""
    most: Amount | None = None
    """The largest answer that is taken."""

    def read(self, text: str) -> Value:
        if (band := self.read_band(text)) is not None:
            return band
        if not NUMBER.fullmatch(text):
            raise Refusal("number-wanted")
        return bounded(Decimal(text), self.least, MOST if self.most is None else self.most)

    def samples(self) -> tuple[Value, ...]:
        some = (self.least, self.least + 1000 if self.most is None else self.most, self.least + Decimal("0.5"))
        return (*some, *self.turns(STEP), *(f"{GIVEN}{band}" for band in self.bands))

    def ends(self) -> tuple[Value, ...]:
        return (self.least, self.most if self.most is not None else self.least + SOME)

    def axis(self) -> Axis:
        most = MOST if self.most is None else self.most
        return Axis(int(self.least * 1000), int(most * 1000), lambda place: Decimal(place) / 1000)


@FACTS.register
class WholeNumberFact(Banded):
    """A whole number, in `unit`, from `least` up to `most`; `unit_for_one` where one of it is called otherwise."""

    example = (
        "{type: integer, question: How many guests?, label: Guests, least: 1, bands: {few: 50, "
        "many: none}, labels: {few: Up to 50, many: More}}"
    )
    holds = "integer"

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

    def read(self, text: str) -> Value:
        if (band := self.read_band(text)) is not None:
            return band
        if not WHOLE.fullmatch(text):
            raise Refusal("whole-number-wanted")
        return bounded(int(text), self.least, MOST if self.most is None else self.most)

    def samples(self) -> tuple[Value, ...]:
        near = map(int, self.turns(Decimal(1)))
        most = MOST if self.most is None else self.most
        wanted = {self.least, *ORDINARY, *near, self.least if self.most is None else most}
        numbers = (number for number in wanted if self.least <= number <= most)
        return (*numbers, *(f"{GIVEN}{band}" for band in self.bands))

    def ends(self) -> tuple[Value, ...]:
        return (self.least, min(MOST if self.most is None else self.most, self.least + SOME))

    def axis(self) -> Axis:
        return Axis(self.least, MOST if self.most is None else self.most, int)
