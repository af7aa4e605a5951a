"""Checks the names in rules: facts, `on` and derived things, what kind each is, and that tests and steps fit them."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from assistant.content.nodes import Node
from assistant.errors import Wording, told
from assistant.model.rule import Shared
from assistant.model.table import Table
from assistant.suggest import near, one_of
from assistant.vocabulary.cell import Cell
from assistant.vocabulary.condition import CONDITIONS
from assistant.vocabulary.derivation import DERIVATIONS
from assistant.vocabulary.fact import Fact
from assistant.vocabulary.order import Order
from assistant.vocabulary.step import STEPS
from assistant.vocabulary.word import Mark, Word

Report = Callable[[str, Node, Wording, Wording], None]
Ids = frozenset[str]
NO_NAME = told("no fact or derived thing is called '{name}'")
NO_DERIVED = told("no derived thing is called '{name}'")
LITERAL = {
    "day": (told("'{given}' is no day"), told("write it as YYYY-MM-DD")),
    "number": (told("'{given}' is no number"), told("write it as 50 or 2.7")),
}
DERIVED_ONLY = ("dates", "values", "bind")
CELL_KEYS = ("row", "column")


def marked(*kinds: str) -> dict[str, Mark]:
    """The keys of words under which things of these kinds stand, with what the words say of them."""
    words: tuple[type[Word], ...] = (
        Cell, *STEPS.words.values(), *CONDITIONS.words.values(), *DERIVATIONS.words.values()
    )  # fmt: skip
    return {field: mark for word in words for field, mark in word.marks().items() if mark.kind in kinds}


def operators() -> frozenset[str]:
    """The conditions that hold a value against another."""
    return frozenset(key for key, word in CONDITIONS.words.items() if issubclass(word, Order))


@dataclass(frozen=True, slots=True)
class Kind:
    """`day`, `moment`, `number`, `time`, `any` or `ids`, with the ids (options, bands, marks) that it may be."""

    name: str
    ids: Ids = frozenset()


@dataclass(frozen=True, slots=True)
class Scope:
    """What each name means in one place of the content."""

    facts: Mapping[str, Kind]
    derived: Mapping[str, Kind]
    shared: Shared
    tables: Mapping[str, Table]

    @classmethod
    def of(cls, facts: Mapping[str, Fact], shared: Shared, tables: Mapping[str, Table]) -> "Scope":
        """The scope of `rules.yaml`: facts, `on` and what is derived there."""
        kinds = {name: _fact_kind(fact) for name, fact in facts.items()}
        scope = cls({"on": Kind("day"), **kinds}, {}, shared, tables)
        return replace(
            scope, derived={name: _derived_kind(one.model_dump(), tables) for name, one in shared.derived.items()}
        )

    def kind(self, name: str) -> Kind | None:
        """What a name is, or None where it stands for nothing."""
        return self.facts.get(name) or self.derived.get(name)

    def inside(self, file: str, root: Node) -> "Scope":
        """The scope of one topic file: its own derived things besides."""
        own = root.child("derived")
        if file == "rules.yaml" or own is None or own.pairs is None:
            return self
        more = {name: _derived_kind(_shape(node), self.tables) for name, (_, node) in own.pairs.items()}
        return replace(self, derived={**self.derived, **more})


def _fact_kind(fact: Fact) -> Kind:
    return Kind(fact.kind(), frozenset(fact.choices()))


def _shape(node: Node) -> dict[str, Any]:
    return {k: _shape(v) if v.pairs is not None else v.scalar for k, (_, v) in (node.pairs or {}).items()}


def _derived_kind(shape: Mapping[str, Any], tables: Mapping[str, Table]) -> Kind:
    """What something derived is, as far as it is written: a word that is none of ours may be anything."""
    for key, word in DERIVATIONS.words.items():
        if key in shape:
            name, ids = word.kind(shape, tables)
            return Kind(name, frozenset(ids))
    return Kind("day")


def check_names(scope: Scope, file: str, root: Node, report: Report) -> None:
    """Reports every name of one rule file that means nothing or cannot be tested so."""
    scope, named = scope.inside(file, root), marked("name")
    _check_own(scope, file, root, report)
    for node, takes in _regions(root, file):
        here = replace(scope, derived={**scope.derived, **dict.fromkeys(takes, Kind("any"))})
        for key, below in node.walk():
            if key == "when":
                _check_when(here, file, below, report)
            elif key in DERIVED_ONLY and below.pairs is not None:
                for _, value in below.pairs.values():
                    _check_name(here.derived, file, value, report, NO_DERIVED)
            elif key in named and key not in operators():
                _check_start(here, file, named[key], below, report)
            elif key == "use" and below.scalar is not None:
                _check_bind(scope.shared, file, node, below, report)
            if table := below.child("table"):
                _check_cell(here, file, below, table.scalar or "", report)


def _regions(root: Node, file: str) -> Iterator[tuple[Node, tuple[str, ...]]]:
    """The parts of a file, each with the names that a shared list takes there."""
    lists = root.child("lists") if file == "rules.yaml" else None
    if lists is None:
        yield root, ()
        return
    for name, (_, node) in (root.pairs or {}).items():
        if name != "lists":
            yield node, ()
    for _, one in (lists.pairs or {}).values():
        takes = one.child("takes")
        yield one, tuple(t.scalar for t in (takes.items or [takes]) if t.scalar) if takes else ()


def _check_own(scope: Scope, file: str, root: Node, report: Report) -> None:
    """A derived thing may not hide a fact or a shared one."""
    own = root.child("derived")
    for name, (key, _) in ((own.pairs or {}) if own else {}).items():
        if name in scope.facts or (file != "rules.yaml" and name in scope.shared.derived):
            wrong = told("'{name}' is already the name of a fact or a shared derived thing", name=name)
            report(file, key, wrong, told("choose another name"))


def _check_name(known: Mapping[str, Kind], file: str, node: Node, report: Report, wrong: Wording = NO_NAME) -> bool:
    if node.scalar is None or node.scalar in known:
        return node.scalar is not None
    report(file, node, wrong.about(name=node.scalar), near(node.scalar, known, told("define it first")))
    return False


def _check_start(scope: Scope, file: str, mark: Mark, node: Node, report: Report) -> None:
    """What a derived thing starts from, or adds, is a name or a literal; only a day is not yet known to be one."""
    text = node.scalar or ""
    if not re.match(r"-?[0-9]", text):
        _check_name({**scope.facts, **scope.derived}, file, node, report)
    elif mark.literal == "day" and not _literal("day", text):
        wrong, mend = LITERAL["day"]
        report(file, node, wrong.about(given=text), mend)


def _check_cell(scope: Scope, file: str, cell: Node, table: str, report: Report) -> None:
    """The row and the column of a cell are names, or ids of its own table."""
    rows = scope.tables[table].rows if table in scope.tables else {}
    ids = {"row": rows.keys(), "column": {column for row in rows.values() for column in row}}
    for key in CELL_KEYS if rows else ():
        if node := cell.child(key):
            _check_name({**scope.facts, **scope.derived, **dict.fromkeys(ids[key], Kind("any"))}, file, node, report)


def _check_bind(shared: Shared, file: str, region: Node, use: Node, report: Report) -> None:
    wanted = set(shared.lists[use.scalar].takes) if use.scalar in shared.lists else set()
    holder = next(
        (n for _, n in region.walk() if n.pairs is not None and any(v is use for _, v in n.pairs.values())), None
    )
    bind = holder.child("bind") if holder else None
    bound = set((bind.pairs or {}) if bind else {})
    for name in sorted(wanted - bound):
        wrong = told("the list '{list}' takes '{name}'", list=use.scalar, name=name)
        report(file, use, wrong, told("add under bind: what '{name}' stands for", name=name))
    for name in sorted(bound - wanted):
        wrong = told("the list '{list}' does not take '{name}'", list=use.scalar, name=name)
        report(file, use, wrong, near(name, wanted, told("take it out")))


def _check_when(scope: Scope, file: str, when: Node, report: Report) -> None:
    for name, (key, test) in (when.pairs or {}).items():
        kind = scope.kind(name)
        if kind is None:
            _check_name({**scope.facts, **scope.derived}, file, key, report)
            continue
        listed = test.child("one_of") or test
        values = [listed] if listed.scalar is not None else listed.items or []
        for value in values:
            if kind.name != "any" and value.scalar not in kind.ids:
                wrong = told("'{name}' is never '{value}'", name=name, value=value.scalar)
                otherwise = (
                    one_of(sorted(kind.ids)) if kind.ids else told("compare it: before, after, at_most, at_least")
                )
                report(file, value, wrong, near(value.scalar or "", kind.ids, otherwise))
        for word, (_, operand) in (test.pairs or {}).items():
            if word in operators():
                _check_operand(scope, file, kind, operand, report)


def _check_operand(scope: Scope, file: str, kind: Kind, operand: Node, report: Report) -> None:
    text = operand.scalar or ""
    if kind.name == "ids":
        report(file, operand, told("an order does not fit a choice"), told("write the options that hold"))
    elif other := scope.kind(text):
        if "any" not in (kind.name, other.name) and (kind.name == "number") != (other.name == "number"):
            number = told("a number cannot be compared with '{name}'", name=text)
            wrong = number if kind.name == "number" else told("a day cannot be compared with '{name}'", name=text)
            report(file, operand, wrong, told("compare days with days, and numbers with numbers"))
    elif kind.name == "any" or _literal(kind.name, text):
        return
    elif re.match("[0-9]", text):
        wrong, mend = LITERAL["number" if kind.name == "number" else "day"]
        report(file, operand, wrong.about(given=text), mend)
    else:
        _check_name({**scope.facts, **scope.derived}, file, operand, report)


def _literal(kind: str, text: str) -> bool:
    if kind == "number":
        return re.fullmatch(r"[0-9]+(\.[0-9]{1,3})?", text) is not None
    try:
        return re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) is not None and bool(dt.date.fromisoformat(text))
    except ValueError:
        return False
