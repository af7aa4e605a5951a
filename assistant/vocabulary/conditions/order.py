"""`before`, `after`, `at_most`, `at_least`, `between`: a day, a moment, a time or a number held against others."""

import datetime as dt
import operator
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator

from assistant.errors import Wording, worded
from assistant.model.record import as_list
from assistant.vocabulary.condition import CONDITIONS
from assistant.vocabulary.trail import Against, Ask, Condition, Get, Names, Tested
from assistant.vocabulary.word import OPERAND
from assistant.vocabulary.wording import Label, Value, Worth

Operand = Annotated[str, BeforeValidator(lambda raw: str(raw) if isinstance(raw, str) else raw), OPERAND]
ORDERED = frozenset({"day", "moment", "time", "number", "money"})
"""The kinds of values that can be held against another."""


class Order(Condition):
    """Holds a value against an operand: days and moments by time, numbers by size."""

    fits = ORDERED
    compare: ClassVar[Callable[..., bool]]
    """Whether the first of two values that can be ordered lies so to the second."""
    of_days: ClassVar[Wording]
    of_numbers: ClassVar[Wording]
    """The condition in words: days come before and after, numbers lie below and above."""

    @property
    def operand(self) -> str:
        """What a value is held against."""
        return str(getattr(self, self.key()))

    def operands(self) -> tuple[str, ...]:
        return (self.operand,)

    @classmethod
    def worded(cls, subject: object, value: object, days: bool) -> Wording:
        """The condition in words, of days or of numbers."""
        return (cls.of_days if days else cls.of_numbers).holding(subject=subject, value=value)

    def explain(self, name: str, against: Against = None) -> Wording:
        value = worth(name, against)
        return self.worded(Label(name), value, not isinstance(value, Worth))

    def side(self, value: Value, against: Value | None) -> int | None:
        """Before, at or after; None where the two cannot be ordered."""
        if against is None:
            return None
        one, other = alike(value, against)
        if any(isinstance(one, kind) and isinstance(other, kind) for kind in (dt.date, dt.time, int | Decimal)):
            return int(one > other) - int(one < other)
        return None

    def compiled(self, name: str, names: Names) -> Ask:
        """The condition as a function of the value, and of what it is held against where that is no literal."""
        get, text, compare = names.get(name), self.operand, self.compare

        def tested(value: Value, against: Value) -> Tested:
            return Tested(name, value, self, against, compare(*alike(value, against)))

        if names.known(text):
            return Ask((get, names.get(text)), tested)
        against = literal(text)
        return Ask((get,), lambda value: tested(value, against))


def worth(name: str, against: object) -> Value | Label | Worth:
    """What stands in the sentence of a condition on `name`: a number is said as its fact says it."""
    if isinstance(against, dt.date | dt.time | Label):
        return against
    return Worth(against if isinstance(against, str | int | Decimal) else "", name)


def literal(text: str) -> Value:
    """The day, the moment, the time of day or the number that is written."""
    if "T" in text:
        return dt.datetime.fromisoformat(text)
    if ":" in text:
        return dt.time.fromisoformat(text)
    return dt.date.fromisoformat(text) if "-" in text[1:] else Decimal(text)


def alike(value: Value, against: Value) -> tuple[Any, Any]:
    """Two values that can be ordered: a moment beside a day counts as its day."""
    if isinstance(value, dt.datetime) and not isinstance(against, dt.datetime):
        return value.date(), against
    if isinstance(against, dt.datetime) and not isinstance(value, dt.datetime):
        return value, against.date()
    return value, against


@CONDITIONS.register
class Before(Order):
    """Holds on days (or numbers) before the operand."""

    known_as = ("lt", "less_than", "below", "earlier_than")
    example = "{event_on: {before: 2027-04-01}}"
    compare = staticmethod(operator.lt)
    of_days = worded("{subject} is before {value}")
    of_numbers = worded("{subject}: below {value}")

    before: Operand
    """A day, a number, or the name of one."""


@CONDITIONS.register
class After(Order):
    """Holds on days after the operand, and for numbers above it."""

    known_as = ("gt", "greater_than", "more_than", "above", "later_than")
    example = "{event_on: {after: on}}"
    compare = staticmethod(operator.gt)
    of_days = worded("{subject} is after {value}")
    of_numbers = worded("{subject}: above {value}")

    after: Operand
    """A day, a number, or the name of one."""


@CONDITIONS.register
class AtMost(Order):
    """Holds up to the operand, which is included."""

    known_as = ("lte", "max", "maximum", "until", "up_to", "not_after")
    example = '{begins: {at_most: "17:00"}}'
    compare = staticmethod(operator.le)
    of_days = worded("{subject} is {value} or earlier")
    of_numbers = worded("{subject}: {value} or less")

    at_most: Operand
    """A day, a number, or the name of one."""


@CONDITIONS.register
class AtLeast(Order):
    """Holds from the operand on, which is included."""

    known_as = ("gte", "min", "minimum", "not_before")
    example = "{guests: {at_least: 50}}"
    compare = staticmethod(operator.ge)
    of_days = worded("{subject} is {value} or later")
    of_numbers = worded("{subject}: {value} or more")

    at_least: Operand
    """A day, a number, or the name of one."""


@CONDITIONS.register
class Between(Condition):
    """Holds from the first of two edges up to the second; both belong to it."""

    known_as = ("range", "within")
    example = "{days-left: {between: [7, 29]}}"
    fits = ORDERED

    between: Annotated[tuple[str, str], BeforeValidator(as_list), OPERAND]
    """The two edges: days, moments, times of day, numbers or amounts, or the names of such."""

    def operands(self) -> tuple[str, ...]:
        return self.between

    def compiled(self, name: str, names: Names) -> Ask:
        first, last = (_edge(names, text) for text in self.between)

        def tested(value: Value, low: Value, high: Value) -> Tested:
            held = _at_most(low, value) and _at_most(value, high)
            return Tested(name, value, self, (low, high), held)

        return Ask((names.get(name), first, last), tested)

    def explain(self, name: str, against: Against = None) -> Wording:
        low, high = (worth(name, edge) for edge in (against if isinstance(against, tuple) else self.between))
        return worded("{subject}: from {low} to {high}, both included", subject=Label(name), low=low, high=high)


def _edge(names: Names, text: str) -> Get:
    if names.known(text):
        return names.get(text)
    edge = literal(text)
    return lambda run: edge


def _at_most(one: Value, other: Value) -> bool:
    low, high = alike(one, other)
    return bool(low <= high)
