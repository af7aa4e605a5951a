"""Amounts on the way: currencies are never mixed, and money ends as a number of its smallest units."""

from collections.abc import Iterator
from typing import NamedTuple

from assistant.content.kinds import ANY, Kind, Scope, Tell, shape
from assistant.content.nodes import Node
from assistant.content.standing import steps
from assistant.errors import told
from assistant.model.quantity import decimals
from assistant.vocabulary.derived.amount import DerivedAmount
from assistant.vocabulary.trail import AmountStep


class _Now(NamedTuple):
    """An amount so far: its currency, none for a plain number, and whether it is always of smallest units."""

    currency: str
    whole: bool


def check_amounts(scope: Scope, node: Node, tell: Tell) -> None:
    """Tells of each step of an amount that mixes currencies, and of money that nothing rounds."""
    start = node.child("amount")
    if start is None:
        return
    declared = (named.scalar if (named := node.child("currency")) is not None else None) or ""
    unit = decimals(declared or next(_currencies(scope, node), "")) if declared or [*_currencies(scope, node)] else 99
    kind = _kind(scope, start)
    now = _Now(kind.currency or (declared if _literal(start) else ""), _small(start, kind, unit, True))
    key = start
    for word, written in steps(DerivedAmount, node):
        if issubclass(word, AmountStep):
            key = (written.pairs or {}).get(word.key(), (written, written))[0]
            now = _step(scope, word, written, now, unit, tell)
    if declared and now.currency not in ("", declared):
        wrong = told("{one} and {other} are two currencies", one=now.currency, other=declared)
        tell(node.child("currency") or node, wrong, told("work with amounts of one currency"))
    if (declared or now.currency) and not now.whole:
        wrong = told("this amount of money may be a fraction of its smallest unit")
        tell(key, wrong, told("end its steps with round: to what, and which way"))


def _step(scope: Scope, word: type[AmountStep], written: Node, now: _Now, unit: int, tell: Tell) -> _Now:
    operand = written.child(word.key()) or written
    kind = _kind(scope, operand) if operand.pairs is None or operand.child("table") else Kind("number", whole=True)
    mixed = kind.currency and now.currency and (kind.currency != now.currency or not word.adds)
    if mixed:
        wrong = told("{one} and {other} are two currencies", one=now.currency, other=kind.currency)
        if kind.currency == now.currency:
            wrong = told("money is not multiplied or divided by money")
        tell(operand, wrong, told("work with amounts of one currency"))
    small = None if kind.name == "money" else _small(operand, kind, unit, word.adds)
    return _Now(now.currency or kind.currency, word.whole(now.whole, small, shape(written), unit))


def _kind(scope: Scope, node: Node) -> Kind:
    """What a step works with: a literal, a name, or a cell."""
    if node.scalar is not None:
        return Kind("number", whole="." not in node.scalar) if _literal(node) else scope.kind(node.scalar) or ANY
    return scope.cell(node)


def _literal(node: Node) -> bool:
    return node.scalar is not None and not node.scalar[:1].isalpha()


def _small(node: Node, kind: Kind, unit: int, adds: bool) -> bool:
    """Whether a value is always a whole number; where it is added, of smallest units."""
    if adds and _literal(node):
        return len((node.scalar or "").partition(".")[2].rstrip("0")) <= unit
    return kind.whole or kind.name in ("money", "any")


def _currencies(scope: Scope, node: Node) -> Iterator[str]:
    """The currencies of what an amount works with."""
    start = node.child("amount")
    read = [start, *(written.child(word.key()) for word, written in steps(DerivedAmount, node))]
    for one in read:
        if one is not None and (currency := _kind(scope, one).currency):
            yield currency
