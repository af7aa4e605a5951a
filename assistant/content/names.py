"""Checks the names in rules: facts, `on` and derived things, and that what is done with each fits what it is."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from assistant.content.kinds import ANY, Kind, Scope, Tell, check_amounts, check_steps
from assistant.content.nodes import Node
from assistant.content.standing import (
    Standing,
    derived,
    in_derived,
    in_test,
    items,
    rule_lists,
    scalars,
    step_whens,
    tests,
    whens,
)
from assistant.errors import Wording, told
from assistant.model.rule import Shared
from assistant.suggest import near, one_of
from assistant.vocabulary.condition import CONDITIONS
from assistant.vocabulary.conditions.order import literal
from assistant.vocabulary.step import Cell
from assistant.vocabulary.trail import Condition
from assistant.vocabulary.word import Mark

NO_NAME = told("no fact or derived thing is called '{name}'")
NO_DERIVED = told("no derived thing is called '{name}'")
A_FACT = told("'{name}' is a fact, and here stands what is derived")
DERIVE_IT = told("write under derived, with a name of its own, start: {name} for a day or amount: {name} for a number")
LITERAL = {
    "day": (told("'{given}' is no day"), told("write it as YYYY-MM-DD")),
    "moment": (told("'{given}' is no day"), told("write it as YYYY-MM-DD")),
    "time": (told("'{given}' is no time of day"), told('write it in quotes, as "17:00"')),
    "number": (told("'{given}' is no number"), told("write it as 50 or 2.7")),
    "money": (told("'{given}' is no number"), told("write it as 50 or 2.7")),
}
DERIVED_ONLY = ("dates", "values", "bind")
FAMILIES = {"day": "day", "moment": "day", "number": "number", "money": "number", "time": "time"}
"""Kinds that can be held against each other."""


def check_names(scope: Scope, file: str, root: Node, tell: Tell) -> None:
    """Tells of every name of one rule file that means nothing or cannot be used so."""
    scope = scope.inside(file, root)
    _check_own(scope, file, root, tell)
    for _, node in derived(root).values():
        for standing in in_derived(node):
            _check_word(scope, standing, tell)
        for check in (check_steps, check_amounts):
            check(scope, node, tell)
    for when in step_whens(root):
        for name, key, test in tests(when):
            _check_test(scope, (name, key, test), tell)
    for rules, takes in rule_lists(root, file):
        here = replace(scope, derived={**scope.derived, **dict.fromkeys(takes, ANY)})
        for item in items(rules):
            _check_item(here, item, tell)


def _check_item(scope: Scope, item: Node, tell: Tell) -> None:
    for when in whens(item):
        for name, key, test in tests(when):
            _check_test(scope, (name, key, test), tell)
    for part in DERIVED_ONLY:
        for _, value in item.under(part):
            if value.scalar in scope.facts:
                tell(value, A_FACT.about(name=value.scalar), DERIVE_IT.about(name=value.scalar))
            else:
                _check_name(scope.derived, value, tell, NO_DERIVED)
    if (use := item.child("use")) is not None and use.scalar is not None:
        _check_bind(scope.shared, item, use, tell)


def _check_own(scope: Scope, file: str, root: Node, tell: Tell) -> None:
    """A derived thing may not hide a fact, a shared one, or an id of a table that names it."""
    for name, (key, _) in derived(root).items():
        if name in scope.facts or (file != "rules.yaml" and name in scope.shared.derived):
            wrong = told("'{name}' is already the name of a fact or a shared derived thing", name=name)
            tell(key, wrong, told("choose another name"))


def _check_name(known: Mapping[str, Kind], node: Node, tell: Tell, wrong: Wording = NO_NAME) -> bool:
    if node.scalar is None or node.scalar in known:
        return node.scalar is not None
    tell(node, wrong.about(name=node.scalar), near(node.scalar, known, told("define it first")))
    return False


def _check_word(scope: Scope, standing: Standing, tell: Tell) -> None:
    """The names that a word reads are known, and of the kind that it wants; what is no name is a literal of its."""
    if standing.word is Cell:
        _check_cell(scope, standing.node, tell)
    for mark, node in standing.ids_of("name"):
        text = node.scalar or ""
        if mark.literal and re.match(r"-?[0-9]", text):
            if not _is_literal(mark.literal, text):
                wrong, mend = LITERAL[mark.literal]
                tell(node, wrong.about(given=text), mend)
        elif _check_name(scope.known, node, tell):
            _check_kind(scope, mark, node, tell)


def _check_kind(scope: Scope, mark: Mark, node: Node, tell: Tell) -> None:
    kind = scope.kind(node.scalar or "") or ANY
    family = FAMILIES.get(mark.literal, "")
    if family in ("number", "time") and kind.name != "any" and FAMILIES.get(kind.name) != family:
        wrong = LITERAL[mark.literal][0]
        tell(node, wrong.about(given=node.scalar), told("name a fact or a derived thing that is one"))


def _check_cell(scope: Scope, cell: Node, tell: Tell) -> None:
    """The row and the column of a cell are names, or ids of its own table; what may be both is a clash."""
    written = cell.child("table")
    table = (written.scalar if written is not None else None) or ""
    rows = scope.tables[table].rows if table in scope.tables else {}
    ids = {"row": rows.keys(), "column": {column for row in rows.values() for column in row}}
    for key in ids if rows else ():
        node = cell.child(key)
        if node is None or node.scalar is None:
            continue
        if node.scalar in ids[key] and node.scalar in scope.known:
            wrong = told(
                "'{name}' is a fact or a derived thing, and also a row or a column of the table '{table}'",
                name=node.scalar,
                table=table,
            )
            tell(node, wrong, told("give one of the two another name"))
        _check_name({**scope.known, **dict.fromkeys(ids[key], ANY)}, node, tell)


def _check_bind(shared: Shared, item: Node, use: Node, tell: Tell) -> None:
    wanted = set(shared.lists[use.scalar or ""].takes) if use.scalar in shared.lists else set()
    bind = item.child("bind")
    bound = set((bind.pairs or {}) if bind else {})
    for name in sorted(wanted - bound):
        wrong = told("the list '{list}' takes '{name}'", list=use.scalar, name=name)
        tell(use, wrong, told("add under bind: what '{name}' stands for", name=name))
    for name in sorted(bound - wanted):
        wrong = told("the list '{list}' does not take '{name}'", list=use.scalar, name=name)
        tell(use, wrong, near(name, wanted, told("take it out")))


def _check_test(scope: Scope, test: tuple[str, Node, Node], tell: Tell) -> None:
    """A test asks about something that there is, in a way that fits it, and against what can be held beside it."""
    name, key, node = test
    kind = scope.kind(name)
    if kind is None:
        _check_name(scope.known, key, tell)
        return
    words = list(in_test(node))
    if kind.name == "several" and not words:
        wrong = told("'{name}' takes several options at once", name=name)
        tell(node, wrong, _otherwise(kind))
        return
    for value in _ids(node):
        if kind.name != "any" and value.scalar not in kind.ids:
            wrong = told("'{name}' is never '{value}'", name=name, value=value.scalar)
            tell(value, wrong, near(value.scalar or "", kind.ids, _otherwise(kind)))
    for word, _ in words:
        fits = word.fits if issubclass(word, Condition) else frozenset()
        operands = list(scalars(node.child(word.key()) or node)) if issubclass(word, Condition) else []
        one_of_ids = bool(kind.ids) and "ids" in fits and kind.name != "several"
        if kind.name != "any" and kind.name not in fits and not one_of_ids:
            tell(operands[0] if operands else node, *_unfit(kind, word.key()))
        elif word in operators():
            for operand in operands:
                _check_operand(scope, kind, operand, tell)


def _ids(node: Node) -> Iterator[Node]:
    of_ids = (key for key, word in CONDITIONS.words.items() if word.of_ids)
    written = next((below for key in of_ids if (below := node.child(key)) is not None), node)
    return scalars(written)


def _otherwise(kind: Kind) -> Wording:
    if kind.name == "several":
        return told("write includes, includes_any or includes_all, with these: {names}", names=", ".join(kind.ids))
    return one_of(sorted(kind.ids)) if kind.ids else told("compare it: before, after, at_most, at_least")


def _unfit(kind: Kind, word: str) -> tuple[Wording, Wording]:
    fitting = [key for key, one in CONDITIONS.words.items() if kind.name in one.fits]
    if kind.name == "ids":
        return told("an order does not fit a choice"), told("write the options that hold")
    return told("'{word}' does not fit this", word=word), one_of(fitting)


def _check_operand(scope: Scope, kind: Kind, operand: Node, tell: Tell) -> None:
    text = operand.scalar or ""
    if other := scope.kind(text):
        one, two = FAMILIES.get(kind.name), FAMILIES.get(other.name)
        if "any" not in (kind.name, other.name) and one != two:
            number = told("a number cannot be compared with '{name}'", name=text)
            wrong = number if one == "number" else told("a day cannot be compared with '{name}'", name=text)
            tell(operand, wrong, told("compare days with days, and numbers with numbers"))
    elif kind.name == "any" or _is_literal(kind.name, text):
        return
    elif re.match("-?[0-9]", text):
        wrong, mend = LITERAL[kind.name]
        tell(operand, wrong.about(given=text), mend)
    else:
        _check_name(scope.known, operand, tell)


WRITTEN = {
    "day": r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
    "time": r"(24:00|[0-9]{2}:[0-9]{2})",
    "number": r"-?[0-9]+(\.[0-9]{1,3})?",
}


def _is_literal(kind: str, text: str) -> bool:
    if kind == "operand":
        return any(_is_literal(one, text) for one in ("moment", "time", "number"))
    pattern = WRITTEN[FAMILIES[kind]] + ("(T[0-9]{2}:[0-9]{2})?" if kind == "moment" else "")
    try:
        return re.fullmatch(pattern, text) is not None and (text == "24:00" or literal(text) is not None)
    except ValueError:
        return False


def operators() -> frozenset[type[Condition]]:
    """The conditions that hold a value against another."""
    return frozenset(
        word for word in CONDITIONS.words.values() if any(mark.literal == "operand" for mark in word.marks().values())
    )
