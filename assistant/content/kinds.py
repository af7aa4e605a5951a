"""
What kind of thing each name is, and each day and amount on the way: steps start from what they can start from,
currencies are never mixed, and money ends as a number of its smallest units.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any, NamedTuple

from assistant.content.nodes import Node
from assistant.content.standing import derived, scalars, steps
from assistant.errors import Wording, told
from assistant.model.quantity import decimals
from assistant.model.rule import Shared
from assistant.model.table import Table
from assistant.vocabulary.derivation import DERIVATIONS
from assistant.vocabulary.derived.amount import DerivedAmount
from assistant.vocabulary.derived.day import DerivedDay
from assistant.vocabulary.fact import Fact
from assistant.vocabulary.trail import AmountStep, Grain, Step

Tell = Callable[[Node, Wording, Wording], None]


@dataclass(frozen=True, slots=True)
class Kind:
    """
    `day`, `moment`, `time`, `number`, `money`, `duration`, `ids`, `several` or `any`, with the ids (options, bands,
    marks) that it may be.
    """

    name: str
    ids: frozenset[str] = frozenset()
    currency: str = ""
    """The currency of money."""
    whole: bool = False
    """Whether a number is always a whole one."""

    @classmethod
    def of(cls, said: str, ids: Iterable[str] = ()) -> "Kind":
        """The kind that a word says: `integer` is a number, `money JPY` is money."""
        name, _, currency = said.partition(" ")
        return cls("number" if name == "integer" else name, frozenset(ids), currency, name == "integer")

    @property
    def said(self) -> str:
        """The same as a word says it."""
        return "integer" if self.whole else f"{self.name} {self.currency}".strip()


ANY = Kind("any")
TIMED = ("day", "moment", "any")


@dataclass(frozen=True, slots=True)
class Scope:
    """What each name means in one place of the content."""

    facts: Mapping[str, Kind]
    derived: Mapping[str, Kind]
    shared: Shared
    tables: Mapping[str, Table]
    known: Mapping[str, Kind] = field(init=False)
    """Every name that means something."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "known", {**self.facts, **self.derived})

    @classmethod
    def of(cls, facts: Mapping[str, Fact], shared: Shared, tables: Mapping[str, Table], rules: Node) -> "Scope":
        """The scope of `rules.yaml`, whose tree is `rules`: facts, `on` and what is derived there."""
        kinds = {name: Kind.of(fact.kind(), fact.ids()) for name, fact in facts.items()}
        scope = cls({"on": Kind("day"), **kinds}, {}, shared, tables)
        return scope.with_derived(rules)

    def kind(self, name: str) -> Kind | None:
        """What a name is, or None where it stands for nothing."""
        return self.known.get(name)

    def cell(self, node: Node) -> Kind:
        """What a table's cell is, as it is written."""
        return Kind.of(*DERIVATIONS.words["cell"].kind({"cell": shape(node)}, self.tables, str))

    def inside(self, file: str, root: Node) -> "Scope":
        """The scope of one topic file: its own derived things besides."""
        return self if file == "rules.yaml" else self.with_derived(root)

    def with_derived(self, root: Node) -> "Scope":
        """The same with what is derived in a file, each after what it starts from."""
        written = {name: shape(node) for name, (_, node) in derived(root).items()}
        found: dict[str, Kind] = {}
        for name in written:
            self._find(name, written, found)
        return replace(self, derived={**self.derived, **found})

    def _find(self, name: str, written: Mapping[str, Any], found: dict[str, Kind]) -> str:
        """The kind that a name has; of one that is not known, or leads back to itself, nothing is said."""
        if name in written and name not in found:
            found[name] = ANY
            found[name] = _kind(written[name], self.tables, lambda other: self._find(other, written, found))
        return (found.get(name) or self.known.get(name) or ANY).said


def shape(node: Node) -> Any:
    """A node as plain data."""
    if node.items is not None:
        return tuple(map(shape, node.items))
    return {key: shape(below) for key, (_, below) in node.pairs.items()} if node.pairs is not None else node.scalar


def _kind(shape: Any, tables: Mapping[str, Table], of: Callable[[str], str]) -> Kind:
    """What something derived is, as far as it is written: a word that is none of ours may be anything."""
    for key, word in DERIVATIONS.words.items():
        if isinstance(shape, dict) and key in shape:
            return Kind.of(*word.kind(shape, tables, of))
    return ANY


def check_steps(scope: Scope, node: Node, tell: Tell) -> None:
    """Tells of each step of a derived day that cannot start from what the one before it gives."""
    start = node.child("start")
    if start is None or start.scalar is None:
        return
    now = "day" if start.scalar[:1].isdigit() else (scope.kind(start.scalar) or ANY).name
    if now not in TIMED:
        tell(start, told("'{name}' is neither a day nor a moment", name=start.scalar), told("start from one that is"))
        return
    for word, written in steps(DerivedDay, node):
        key = (written.pairs or {}).get(word.key(), (written, written))[0]
        if issubclass(word, Step):
            if word.takes == "moment" and now == "day":
                wrong = told("'{word}' counts from a moment, and this is a day: a day has no hours", word=word.key())
                tell(key, wrong, told("start from a date-time, or set the time of day before it: at"))
            if word.alike:
                _check_others(scope, now, written.child(word.key()) or written, tell)
            now = word.leads(now, shape(written), scope.tables)


def _check_others(scope: Scope, now: str, others: Node, tell: Tell) -> None:
    """Days are held against days, and moments against moments."""
    for one in scalars(others):
        text = one.scalar or ""
        kind = "day" if text[:1].isdigit() else (scope.kind(text) or ANY).name
        if kind not in TIMED:
            tell(one, told("'{name}' is neither a day nor a moment", name=text), told("name one that is"))
        elif "any" not in (kind, now) and kind != now:
            wrong = told("'{name}' is a moment, and it is held against a day", name=text)
            if kind == "day":
                wrong = told("'{name}' is a day, and it is held against a moment", name=text)
            tell(one, wrong, told("let both be days, or both moments: at sets a time of day"))


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
    kind = _worked_with(scope, start)
    now = _Now(kind.currency or (declared if _literal(start) else ""), _grain(start, kind))
    key = start
    for word, written in steps(DerivedAmount, node):
        if issubclass(word, AmountStep):
            key = (written.pairs or {}).get(word.key(), (written, written))[0]
            now = _reckoned(scope, word, written, now, tell)
    if declared and now.currency not in ("", declared):
        wrong = told("{one} and {other} are two currencies", one=now.currency, other=declared)
        tell(node.child("currency") or node, wrong, told("work with amounts of one currency"))
    if (declared or now.currency) and not now._replace(currency=declared or now.currency).payable:
        wrong = told("this amount of money may be a fraction of its smallest unit")
        tell(key, wrong, told("end its steps with round: to what, and which way"))


def _reckoned(scope: Scope, word: type[AmountStep], written: Node, now: _Now, tell: Tell) -> _Now:
    operand = written.child(word.key()) or written
    kind = (
        _worked_with(scope, operand) if operand.pairs is None or operand.child("table") else Kind("number", whole=True)
    )
    mixed = kind.currency and now.currency and (kind.currency != now.currency or not word.adds)
    if mixed:
        wrong = told("{one} and {other} are two currencies", one=now.currency, other=kind.currency)
        if kind.currency == now.currency:
            wrong = told("money is not multiplied or divided by money")
        tell(operand, wrong, told("work with amounts of one currency"))
    number = next((one for one in (operand, operand.child("to")) if one is not None and _literal(one)), None)
    exact = Fraction(number.scalar or "0") if number is not None else None
    return _Now(now.currency or kind.currency, word.grain(now.grain, _grain(operand, kind), exact))


def _worked_with(scope: Scope, node: Node) -> Kind:
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
