"""`type: money`: an amount in one currency."""

import re
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from assistant.errors import Refusal
from assistant.model.quantity import Quantity, decimals
from assistant.model.record import Amount
from assistant.vocabulary.fact import FACTS, Asked, Axis, bounded
from assistant.vocabulary.wording import Value

MOST = Decimal(10**12)
"""What all amounts are below, where a fact does not say how far they go."""
SOME = Decimal(1000)
"""How far from the least amount another one is looked for, where nothing says how far they go."""


@FACTS.register
class MoneyFact(Asked):
    """An amount of money in `currency`, from `least` up to `most`."""

    example = "{type: money, currency: JPY, question: How much have you paid?, label: Paid}"

    type: Literal["money"]
    """What kind of answer it has."""
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    """Its currency: JPY."""
    least: Amount = Decimal(0)
    """The smallest amount that is taken."""
    most: Amount | None = None
    """The largest amount that is taken."""

    def kind(self) -> str:
        return f"money {self.currency}"

    def read(self, text: str) -> Value:
        """With as many decimals as the currency has: 1300, 6.99. Raises `Refusal`."""
        places = decimals(self.currency)
        behind = rf"\.[0-9]{{{places}}}" if places else ""
        if not re.fullmatch(rf"(?:0|[1-9][0-9]{{0,11}}){behind}", text):
            raise Refusal("money-wanted", example=str(Quantity(Decimal("1300"), self.currency)))
        return Quantity(Decimal(bounded(Decimal(text), self.least, self.most)), self.currency)

    def samples(self) -> tuple[Value, ...]:
        return tuple(Quantity(one, self.currency) for one in (self.least, self._far, self.least + self._unit))

    def ends(self) -> tuple[Value, ...]:
        return tuple(Quantity(one, self.currency) for one in (self.least, self._far))

    def axis(self) -> Axis:
        unit = self._unit
        most = self.most if self.most is not None else MOST
        return Axis(int(self.least / unit), int(most / unit), lambda place: Quantity(place * unit, self.currency))

    @property
    def _unit(self) -> Decimal:
        return Decimal(1).scaleb(-decimals(self.currency))

    @property
    def _far(self) -> Decimal:
        return self.most if self.most is not None else self.least + SOME
