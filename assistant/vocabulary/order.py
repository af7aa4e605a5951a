"""Conditions that hold a day, a moment or a number against another: what they share."""

import datetime as dt
from abc import abstractmethod
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator

from assistant.errors import Wording
from assistant.vocabulary.trail import Against, Ask, Condition, Names, Tested
from assistant.vocabulary.word import OPERAND
from assistant.vocabulary.wording import Label, Value, Worth

Operand = Annotated[str, BeforeValidator(lambda raw: str(raw) if isinstance(raw, str) else raw), OPERAND]
Compare = Callable[..., bool]
ORDERED = frozenset({"day", "moment", "time", "number", "money"})
"""The kinds of values that can be held against another."""


class Order(Condition):
    """Holds a value against an operand: days and moments by time, numbers by size."""

    fits = ORDERED
    compare: ClassVar[Compare]
    """Whether the first of two values that can be ordered lies so to the second."""

    @property
    def operand(self) -> str:
        """What a value is held against."""
        return str(getattr(self, self.key()))

    def operands(self) -> tuple[str, ...]:
        """What a value is held against."""
        return (self.operand,)

    @classmethod
    @abstractmethod
    def worded(cls, subject: object, value: object, days: bool) -> Wording:
        """The condition in words: days come before and after, numbers lie below and above."""

    def explain(self, name: str, against: Against = None) -> Wording:
        """The condition in words."""
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
