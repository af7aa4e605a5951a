"""`amount`: a number, or an amount of money, reached in steps."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Annotated, Any, ClassVar

from pydantic import Field

from assistant.errors import Refusal
from assistant.model.quantity import Quantity, currency_of, exactly
from assistant.model.record import Text
from assistant.model.table import Table
from assistant.vocabulary.derivation import DERIVATIONS, Derivation, GroundOf, KindOf, Work
from assistant.vocabulary.step import AMOUNTS, SomeOf, operand
from assistant.vocabulary.trail import AmountStep, Counted, Names, Reckoned, Run
from assistant.vocabulary.word import Registry

Currency = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]


@DERIVATIONS.register
class DerivedAmount(Derivation):
    """
    A number, or an amount of money, from where it starts (a number, a name, a table's cell) through the steps. It stays
    exact until a step rounds it.
    """

    example = '{label: Deposit, amount: price, steps: [{percent: 50}, {round: {to: "100", way: up}}], cites: [deposit]}'

    taken: ClassVar[Registry[AmountStep]] = AMOUNTS
    """The words for its steps."""

    amount: SomeOf
    """What it starts from."""
    steps: tuple[Annotated[AmountStep, AMOUNTS], ...] = ()
    """What is done with it, in this order."""
    unit: Text | None = None
    """The unit, as it is written behind the number: `points`."""
    currency: Currency | None = None
    """The currency that makes it an amount of money: JPY."""

    def compiled(self, name: str, names: Names, ground: GroundOf) -> Work:
        """Raises `Refusal` for money that is no whole number of its smallest units at the end."""
        start, moves = operand(names, self.amount), [step.compiled(names) for step in self.steps]
        started_from = self.amount if isinstance(self.amount, str) else None
        literal = self.currency if isinstance(self.amount, Decimal) else None

        def work(run: Run) -> Counted:
            value = start(run)
            begun = now = Quantity(exactly(value), currency_of(value) or literal)
            reckoned: list[Reckoned] = []
            for move in moves:
                reckoned.append(step := move(run, now))
                now = step.after
            now = self._ended(now)
            return Counted(name, now, begun, started_from, (), *ground(run), tuple(reckoned))

        return work

    def _ended(self, now: Quantity) -> Quantity:
        currency = now.currency or self.currency
        if self.currency not in (None, currency):
            raise Refusal("currencies-mixed", one=str(currency), other=str(self.currency))
        found = now if currency == now.currency else Quantity(now.exact, currency)
        if not found.payable:
            raise Refusal("no-whole-money", currency=str(currency))
        return found

    @classmethod
    def kind(cls, written: Mapping[str, Any], tables: Mapping[str, Table], of: Callable[[str], str]) -> KindOf:
        """Money where it names a currency, or where what it works with is money."""
        if currency := written.get("currency"):
            return f"money {currency}", ()
        steps = [one for one in written.get("steps") or () if isinstance(one, Mapping)]
        read = [written.get("amount"), *(value for one in steps for value in one.values())]
        kinds = [of(one) for one in read if isinstance(one, str) and one[:1].isalpha()]
        return next((kind for kind in kinds if kind.startswith("money")), "number"), ()
