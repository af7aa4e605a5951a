"""Conditions that hold a day, a moment or a number against another: what they share."""

import datetime as dt
from abc import abstractmethod
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import BeforeValidator

from assistant.errors import Wording
from assistant.vocabulary.trail import Ask, Condition, Names, Tested
from assistant.vocabulary.word import DAY_OR_NAME
from assistant.vocabulary.wording import Label, Value, Worth

Operand = Annotated[str, BeforeValidator(lambda raw: str(raw) if isinstance(raw, str) else raw), DAY_OR_NAME]
Compare = Callable[..., bool]


class Order(Condition):
    """Holds a value against an operand: days and moments by time, numbers by size."""

    compare: ClassVar[Compare]
    """Whether the first of two values that can be ordered lies so to the second."""

    def operand(self) -> str:
        """What a value is held against."""
        return str(getattr(self, self.key()))

    @classmethod
    @abstractmethod
    def worded(cls, subject: object, value: object, days: bool) -> Wording:
        """The condition in words: days come before and after, numbers lie below and above."""

    def explain(self, name: str, against: Value | Label | None = None) -> Wording:
        """The condition in words."""
        if isinstance(against, dt.date | dt.time | Label):
            return self.worded(Label(name), against, True)
        return self.worded(Label(name), Worth("" if against is None else against, name), False)

    def side(self, value: Value, against: Value | None) -> int | None:
        """Before, at or after; None where the two cannot be ordered."""
        one, other = _alike(value, against) if against is not None else (value, None)
        if isinstance(one, dt.date) and isinstance(other, dt.date):
            return (one > other) - (one < other)
        if isinstance(one, int | Decimal) and isinstance(other, int | Decimal):
            return (one > other) - (one < other)
        return None

    def compiled(self, name: str, names: Names) -> Ask:
        """The condition as a function of the value, and of what it is held against where that is no literal."""
        get, text, compare = names.get(name), self.operand(), self.compare

        def tested(value: Value, against: Value) -> Tested:
            return Tested(name, value, self, against, compare(*_alike(value, against)))

        if names.known(text):
            return Ask((get, names.get(text)), tested)
        literal = _literal(text)
        return Ask((get,), lambda value: tested(value, literal))


def _literal(text: str) -> Value:
    return dt.date.fromisoformat(text) if "-" in text else Decimal(text)


def _alike(value: Value, against: Value) -> tuple[object, object]:
    """Two values that can be ordered: a moment beside a day counts as its day."""
    if isinstance(value, dt.datetime) and not isinstance(against, dt.datetime):
        return value.date(), against
    if isinstance(against, dt.datetime) and not isinstance(value, dt.datetime):
        return value, against.date()
    return value, against
