"""`between`: from one edge up to another."""

from typing import Annotated

from pydantic import BeforeValidator

from assistant.errors import Wording, worded
from assistant.model.record import as_list
from assistant.vocabulary.condition import CONDITIONS
from assistant.vocabulary.order import ORDERED, alike, literal, worth
from assistant.vocabulary.trail import Against, Ask, Condition, Get, Names, Tested
from assistant.vocabulary.word import OPERAND
from assistant.vocabulary.wording import Label, Value


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
