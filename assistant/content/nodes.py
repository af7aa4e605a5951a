"""
Strict YAML: a tree of nodes that know their line and column.

Every scalar stays text until a record types it, so `yes`, `on` and `010` never change their meaning unseen. Refused:
anchors, aliases, tags, duplicate keys, several documents, bare times, booleans and nulls, control characters, depth
beyond 20.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from assistant.errors import ContentError, Fault
from assistant.model.record import Placed

DEEPEST = 20
BARE_TIME = re.compile(r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?")
NOT_TEXT = {"true", "false", "null", "~"}
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Node:
    """A scalar, a sequence or a mapping, and where it begins (line and column from 1)."""

    line: int
    column: int
    scalar: str | None = None
    items: list["Node"] | None = None
    pairs: dict[str, tuple["Node", "Node"]] | None = None

    def child(self, step: str | int) -> "Node | None":
        """The value under a key or at a position."""
        if isinstance(step, int):
            return self.items[step] if self.items is not None and step < len(self.items) else None
        return self.pairs[step][1] if self.pairs is not None and step in self.pairs else None

    def find(self, location: tuple[str | int, ...]) -> "Node":
        """The node at a pydantic location, or the deepest one on the way to it. A key in brackets means the key."""
        node = self
        for place, step in enumerate(location):
            if isinstance(step, str) and step.startswith("#"):
                continue
            if location[place + 1 : place + 2] == ("[key]",) and node.pairs and step in node.pairs:
                return node.pairs[str(step)][0]
            below = node.child(step)
            ahead = location[place + 1 : place + 2]
            if below is None and (step == 0 or (ahead and node.child(ahead[0]) is not None)):
                continue  # one item without its list, or the name of a kind
            if below is None:
                return node.pairs[str(step)][0] if node.pairs and step in node.pairs else node
            node = below
        return node

    def data(self, path: str) -> Any:
        """
        Plain data: dicts, tuples and `Placed` text that knows its path.

        List items are named by their `id`. A group of rules adds nothing to the path of its rules, so that a rule may
        move into a group or out of one and keep its translations.
        """
        if self.pairs is not None:
            return {key: node.data(path if key == "then" else f"{path}.{key}") for key, (_, node) in self.pairs.items()}
        if self.items is not None:
            return tuple(node.data(path + node.name(place)) for place, node in enumerate(self.items, 1))
        return Placed(self.scalar or "", path)

    def name(self, place: int) -> str:
        """What a list item adds to a path: its id, nothing for a group of rules, else its place in the list, from 1."""
        named = self.child("id")
        if named is not None and named.scalar:
            return f".{named.scalar}"
        return "" if self.child("then") else f".{place}"

    def walk(self, key: str = "") -> Iterator[tuple[str, "Node"]]:
        """This node and all below it, each with the key under which it stands (list items with their list's)."""
        yield key, self
        for node in self.items or ():
            yield from node.walk(key)
        for name, (_, node) in (self.pairs or {}).items():
            yield from node.walk(name)


@dataclass(slots=True)
class _Builder:
    file: str
    events: Iterator[Any]
    faults: list[Fault] = field(default_factory=list)

    def fault(self, mark: Any, wrong: str, mend: str) -> None:
        self.faults.append(Fault(self.file, mark.line + 1, mark.column + 1, "", wrong, mend))

    def node(self, event: Any, depth: int = 0) -> Node:
        mark = event.start_mark
        if getattr(event, "anchor", None) is not None:
            self.fault(mark, "anchors and aliases are not allowed", "write the value out")
        if getattr(event, "tag", None) is not None:
            self.fault(mark, f"the tag {event.tag} is not allowed", "leave the tag out")
        node = Node(mark.line + 1, mark.column + 1)
        if depth > DEEPEST:
            self.fault(mark, f"nested deeper than {DEEPEST} levels", "flatten it")
            raise ContentError(self.faults)
        if isinstance(event, yaml.ScalarEvent):
            node.scalar = self.text(event)
        elif isinstance(event, yaml.SequenceStartEvent):
            node.items = []
            while not isinstance(below := next(self.events), yaml.SequenceEndEvent):
                node.items.append(self.node(below, depth + 1))
        elif isinstance(event, yaml.MappingStartEvent):
            self.pairs(node, depth)
        else:
            node.scalar = ""
        return node

    def pairs(self, node: Node, depth: int) -> None:
        node.pairs = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.node(event, depth + 1)
            value = self.node(next(self.events), depth + 1)
            if key.scalar is None:
                self.fault(event.start_mark, "a key must be a word", "write the key as plain text")
            elif key.scalar in node.pairs:
                first = node.pairs[key.scalar][0].line
                self.fault(event.start_mark, f"the key '{key.scalar}' stands here twice (first on line {first})",
                           "keep one of them")  # fmt: skip
            else:
                node.pairs[key.scalar] = (key, value)

    def text(self, event: Any) -> str:
        value = str(event.value)
        if not event.style:  # plain; PyYAML says None, libyaml an empty string
            if BARE_TIME.fullmatch(value):
                self.fault(event.start_mark, f"a bare time, {value}", f'put it in quotes: "{value}"')
            elif value.lower() in NOT_TEXT:
                self.fault(event.start_mark, f"'{value}' is no text", "use yes or no, or put it in quotes")
            elif not value:
                self.fault(event.start_mark, "nothing stands here", "write a value, or leave the key out")
        return value


def read_yaml(text: str, file: str) -> Node:
    """
    The tree of one YAML document.

    Raises:
        ContentError: everything that is wrong with it, with line and column.
    """
    if found := CONTROL.search(text):
        before = text[: found.start()]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise ContentError([Fault(file, line, column, "", f"the control character U+{ord(found[0]):04X}", "delete it")])
    builder = _Builder(file, iter(yaml.parse(text, Loader=Loader)))
    try:
        events = [next(builder.events), next(builder.events)]
        if isinstance(events[1], yaml.StreamEndEvent):
            raise ContentError([Fault(file, 1, 1, "", "the file is empty", "write its content, or delete it")])
        root = builder.node(next(builder.events))
        next(builder.events)
        after = next(builder.events)
        if not isinstance(after, yaml.StreamEndEvent):
            builder.fault(after.start_mark, "a second document", "keep one document in each file")
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        wrong = f"this is not YAML: {error.problem or error.context}"
        raise ContentError(
            [*builder.faults, Fault(file, line, column, "", wrong, "check quotes and indentation")]
        ) from None
    if builder.faults:
        raise ContentError(builder.faults)
    return root
