"""What kind of thing each name is, and each day on the way: so that steps start from what they can start from."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from assistant.content.nodes import Node
from assistant.content.standing import derived, scalars, steps
from assistant.errors import Wording, told
from assistant.model.rule import Shared
from assistant.model.table import Table
from assistant.vocabulary.derivation import DERIVATIONS
from assistant.vocabulary.derived.day import DerivedDay
from assistant.vocabulary.fact import Fact
from assistant.vocabulary.steps.extreme import Extreme
from assistant.vocabulary.trail import Step

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
            if issubclass(word, Extreme):
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
