"""Where the words of the vocabulary stand in a policy's files: under keys that are theirs, never under ids."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from assistant.content.nodes import Node
from assistant.model.rule import ASPECTS
from assistant.vocabulary.condition import ALTERNATIVES, CONDITIONS
from assistant.vocabulary.derivation import DERIVATIONS
from assistant.vocabulary.step import Cell
from assistant.vocabulary.word import Mark, Registry, Word


class Standing(NamedTuple):
    """A word, and the mapping that it is written as."""

    word: type[Word]
    node: Node

    @property
    def key(self) -> Node:
        """The key by which it is known; the mapping itself where it has none of its own."""
        return (self.node.pairs or {}).get(self.word.key(), (self.node, self.node))[0]

    def ids_of(self, *kinds: str) -> Iterator[tuple[Mark, Node]]:
        """The ids in it of things of these kinds, each with what the word says of them."""
        for field, mark in self.word.marks().items():
            written = self.word.model_fields[field].alias or field
            if mark.kind in kinds and (below := self.node.child(written)) is not None:
                yield from ((mark, one) for one in scalars(below))


def scalars(node: Node) -> Iterator[Node]:
    """The scalar itself, or the scalars of a list; nothing of a mapping."""
    if node.scalar is not None:
        yield node
    for item in node.items or ():
        if item.scalar is not None:
            yield item


def word_of(registry: Registry[Any], node: Node) -> type[Word] | None:
    """The word that a mapping is written as; None where it is none of these."""
    return next((word for key, word in registry.words.items() if key in (node.pairs or {})), None)


def derived(root: Node) -> dict[str, tuple[Node, Node]]:
    """What is derived in a file: by name, where the name stands and what it is."""
    own = root.child("derived")
    return (own.pairs or {}) if own is not None else {}


def in_derived(node: Node) -> Iterator[Standing]:
    """The words of one derived thing: its own, then those of its steps, and the cells that they read."""
    word = word_of(DERIVATIONS, node)
    if word is not None:
        yield from _with_cells(word, node)
        for step, written in steps(word, node):
            yield from _with_cells(step, written)


def steps(word: type[Word], node: Node) -> Iterator[tuple[type[Word], Node]]:
    """The steps of a derived thing that is written as this word, as far as they are known."""
    registry: Registry[Any] | None = getattr(word, "taken", None)
    written = node.child("steps")
    if registry is None or written is None:
        return
    for one in written.items or ():
        if (step := word_of(registry, one)) is not None:
            yield step, one


def _with_cells(word: type[Word], node: Node) -> Iterator[Standing]:
    yield Standing(word, node)
    for name, field in word.model_fields.items():
        below, inner = node.child(name), field.annotation
        if below is not None and below.child("table") is not None:
            yield Standing(Cell, below)
        elif below is not None and isinstance(inner, type) and issubclass(inner, Word):
            yield Standing(inner, below)


def has_rules(file: str) -> bool:
    """Whether words stand in a file: that of the rules, those of topics, and the summary for its steps."""
    return file in ("rules.yaml", "summary.yaml") or file.startswith("topics/")


def words_in(file: str, root: Node) -> Iterator[Standing]:
    """Every word in a file that has rules."""
    for _, node in derived(root).values():
        yield from in_derived(node)
    listed = (item for rules, _ in rule_lists(root, file) for item in items(rules))
    for when in (*step_whens(root), *(when for item in listed for when in whens(item))):
        for _, _, test in tests(when):
            yield from in_test(test)


def rule_lists(root: Node, file: str) -> Iterator[tuple[Node, tuple[str, ...]]]:
    """The lists of rules in a file, each with the names that it takes."""
    if file != "rules.yaml":
        yield from ((one, ()) for one in map(root.child, ASPECTS) if one is not None)
        return
    for _, one in root.under("lists"):
        takes, rules = one.child("takes"), one.child("rules")
        if rules is not None:
            yield rules, tuple(each.scalar or "" for each in scalars(takes)) if takes is not None else ()


def items(rules: Node) -> Iterator[Node]:
    """Every rule, group and use of a list, those in its groups too."""
    for item in rules.items or ():
        yield item
        if (then := item.child("then")) is not None:
            yield from items(then)


def whens(item: Node) -> Iterator[Node]:
    """The conditions of a rule, a group or a use, and of the notes that it carries."""
    notes = item.child("notes")
    for one in (item, *((notes.items or ()) if notes is not None else ())):
        if (when := one.child("when")) is not None:
            yield when


def step_whens(root: Node) -> Iterator[Node]:
    """The conditions of the steps in summary.yaml."""
    for _, procedure in root.under("procedures"):
        for part in procedure.find(("parts",)).items or ():
            for step in part.find(("steps",)).items or ():
                yield from whens(step)


def tests(when: Node) -> Iterator[tuple[str, Node, Node]]:
    """What is asked in a set of conditions, and in those among which it chooses: the name, its key and the test."""
    for name, (key, test) in (when.pairs or {}).items():
        if name in ALTERNATIVES:
            for one in test.items or [test]:
                yield from tests(one)
        else:
            yield name, key, test


def in_test(test: Node) -> Iterator[Standing]:
    """The words of a test: none where it is written as an id or a list of them."""
    for key in test.pairs or ():
        if key in CONDITIONS.words:
            yield Standing(CONDITIONS.words[key], test)
