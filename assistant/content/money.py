"""Amounts on the way: currencies are never mixed, and money ends as a number of its smallest units."""

from fractions import Fraction
from typing import NamedTuple

from assistant.content.kinds import ANY, Kind, Scope, Tell
from assistant.content.nodes import Node
from assistant.content.standing import steps
from assistant.errors import told
from assistant.model.quantity import decimals
from assistant.vocabulary.derived.amount import DerivedAmount
from assistant.vocabulary.trail import AmountStep, Grain


class _Now(NamedTuple):
    """An amount so far: its currency, none for a plain number, and of what it is always a whole multiple."""

    currency: str
    grain: Grain

    @property
    def payable(self) -> bool:
        """Whether it is always a number of its currency's smallest units."""
        return self.grain is not None and (self.grain * 10 ** decimals(self.currency)).denominator == 1


def check_amounts(scope: Scope, node: Node, tell: Tell) -> None:
    """Tells of each step of an amount that mixes currencies, and of money that nothing rounds."""
    start = node.child("amount")
    if start is None:
        return
    declared = (named.scalar if (named := node.child("currency")) is not None else None) or ""
    kind = _kind(scope, start)
    now = _Now(kind.currency or (declared if _literal(start) else ""), _grain(start, kind))
    key = start
    for word, written in steps(DerivedAmount, node):
        if issubclass(word, AmountStep):
            key = (written.pairs or {}).get(word.key(), (written, written))[0]
            now = _step(scope, word, written, now, tell)
    if declared and now.currency not in ("", declared):
        wrong = told("{one} and {other} are two currencies", one=now.currency, other=declared)
        tell(node.child("currency") or node, wrong, told("work with amounts of one currency"))
    if (declared or now.currency) and not now._replace(currency=declared or now.currency).payable:
        wrong = told("this amount of money may be a fraction of its smallest unit")
        tell(key, wrong, told("end its steps with round: to what, and which way"))


def _step(scope: Scope, word: type[AmountStep], written: Node, now: _Now, tell: Tell) -> _Now:
    operand = written.child(word.key()) or written
    kind = _kind(scope, operand) if operand.pairs is None or operand.child("table") else Kind("number", whole=True)
    mixed = kind.currency and now.currency and (kind.currency != now.currency or not word.adds)
    if mixed:
        wrong = told("{one} and {other} are two currencies", one=now.currency, other=kind.currency)
        if kind.currency == now.currency:
            wrong = told("money is not multiplied or divided by money")
        tell(operand, wrong, told("work with amounts of one currency"))
    number = next((one for one in (operand, operand.child("to")) if one is not None and _literal(one)), None)
    exact = Fraction(number.scalar or "0") if number is not None else None
    return _Now(now.currency or kind.currency, word.grain(now.grain, _grain(operand, kind), exact))


def _kind(scope: Scope, node: Node) -> Kind:
    """What a step works with: a literal, a name, or a cell."""
    if node.scalar is not None:
        return Kind("number", whole="." not in node.scalar) if _literal(node) else scope.kind(node.scalar) or ANY
    return scope.cell(node)


def _literal(node: Node) -> bool:
    return node.scalar is not None and not node.scalar[:1].isalpha()


def _grain(node: Node, kind: Kind) -> Grain:
    """Of what a value is always a whole multiple: a literal of itself, money of its smallest unit."""
    if _literal(node):
        return abs(Fraction(node.scalar or "0"))
    if kind.name == "money":
        return Fraction(1, 10 ** decimals(kind.currency))
    return Fraction(1) if kind.whole or kind.name == "any" else None
