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

from assistant.content.syntax import syntax_fault
from assistant.errors import ContentError, Fault, Wording, told
from assistant.model.record import Placed

DEEPEST = 20
BARE_TIME = re.compile(r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?")
NOT_TEXT = {"true", "false", "null", "~"}
NOTE = re.compile(r"(?:^|\s)#\s*NOTE:\s*(.*?)\s*$")
"""A comment for translators, on the line of a sentence or alone on the line above it."""
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
    note: str = ""

    def child(self, step: str | int) -> "Node | None":
        """The value under a key or at a position."""
        if isinstance(step, int):
            return self.items[step] if self.items is not None and step < len(self.items) else None
        return self.pairs[step][1] if self.pairs is not None and step in self.pairs else None

    def way(self, location: tuple[str | int, ...]) -> list[tuple[str, "Node"]]:
        """
        The steps down to a pydantic location as far as they go, each with what it is called here: its key, its id, or
        its place in the list from 1. A key in brackets means the key.
        """
        node, taken = self, list[tuple[str, Node]]()
        for place, step in enumerate(location):
            if isinstance(step, str) and step.startswith("#"):
                continue
            if location[place + 1 : place + 2] == ("[key]",) and node.pairs and step in node.pairs:
                return [*taken, (str(step), node.pairs[str(step)][0])]
            below = node.child(step)
            ahead = location[place + 1 : place + 2]
            if below is None and (step == 0 or (ahead and node.child(ahead[0]) is not None)):
                continue  # one item without its list, or the name of a kind
            if below is None:
                break
            taken.append((str(step) if isinstance(step, str) else below.called(step + 1), below))
            node = below
        return taken

    def way_to(self, node: "Node") -> tuple[str, ...] | None:
        """What each step down to a node, or to the key of a value, is called; None where it is not below this one."""
        if node is self:
            return ()
        steps = [(one.called(place), one) for place, one in enumerate(self.items or (), 1)]
        for name, (key, value) in (self.pairs or {}).items():
            if node is key:
                return (name,)
            steps.append((name, value))
        ways = ((name, below.way_to(node)) for name, below in steps)
        return next(((name, *way) for name, way in ways if way is not None), None)

    def find(self, location: tuple[str | int, ...]) -> "Node":
        """The node at a pydantic location, or the deepest one on the way to it."""
        way = self.way(location)
        return way[-1][1] if way else self

    def under(self, *keys: str) -> tuple[tuple["Node", "Node"], ...]:
        """The keys and values of the mapping under these keys; none where there is none."""
        node = self
        for key in keys:
            node = node.child(key) or Node(node.line, node.column)
        return tuple((node.pairs or {}).values())

    def data(self, path: str) -> Any:
        """
        Plain data: dicts, tuples and `Placed` text that knows its path and its note.

        List items are named by their `id`. A group of rules adds nothing to the path of its rules, so that a rule may
        move into a group or out of one and keep its translations.
        """
        if self.pairs is not None:
            return {key: node.data(path if key == "then" else f"{path}.{key}") for key, (_, node) in self.pairs.items()}
        if self.items is not None:
            return tuple(node.data(path + node.name(place)) for place, node in enumerate(self.items, 1))
        return Placed(self.scalar or "", path, self.note)

    def name(self, place: int) -> str:
        """What a list item adds to a path: its id, nothing for a group of rules, else its place in the list, from 1."""
        return "" if self.child("then") else f".{self.called(place)}"

    def called(self, place: int) -> str:
        """The id of a list item, else its place."""
        named = self.child("id")
        return named.scalar if named is not None and named.scalar else str(place)

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

    def fault(self, mark: Any, wrong: Wording, mend: Wording) -> None:
        self.faults.append(Fault(self.file, mark.line + 1, mark.column + 1, "", wrong, mend))

    def node(self, event: Any, depth: int = 0) -> Node:
        mark = event.start_mark
        if getattr(event, "anchor", None) is not None:
            self.fault(mark, told("anchors and aliases are not allowed"), told("write the value out"))
        if getattr(event, "tag", None) is not None:
            self.fault(mark, told("the tag {tag} is not allowed", tag=event.tag), told("leave the tag out"))
        node = Node(mark.line + 1, mark.column + 1)
        if depth > DEEPEST:
            self.fault(mark, told("nested deeper than {levels} levels", levels=DEEPEST), told("flatten it"))
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
                self.fault(event.start_mark, told("a key must be a word"), told("write the key as plain text"))
            elif key.scalar in node.pairs:
                first = node.pairs[key.scalar][0].line
                wrong = told("the key '{key}' stands here twice (first on line {line})", key=key.scalar, line=first)
                self.fault(event.start_mark, wrong, told("keep one of them"))
            else:
                node.pairs[key.scalar] = (key, value)

    def text(self, event: Any) -> str:
        value = str(event.value)
        if not event.style:  # plain; PyYAML says None, libyaml an empty string
            if BARE_TIME.fullmatch(value):
                self.fault(event.start_mark, told("a bare time, {time}", time=value),
                           told('put it in quotes: "{time}"', time=value))  # fmt: skip
            elif value.lower() in NOT_TEXT:
                self.fault(event.start_mark, told("'{value}' is no text", value=value),
                           told("use yes or no, or put it in quotes"))  # fmt: skip
            elif not value:
                self.fault(event.start_mark, told("nothing stands here"), told("write a value, or leave the key out"))
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
        wrong = told("the control character {code}", code=f"U+{ord(found[0]):04X}")
        raise ContentError([Fault(file, line, column, "", wrong, told("delete it"))])
    builder = _Builder(file, iter(yaml.parse(text, Loader=Loader)))
    try:
        events = [next(builder.events), next(builder.events)]
        if isinstance(events[1], yaml.StreamEndEvent):
            empty = Fault(file, 1, 1, "", told("the file is empty"), told("write its content, or delete it"))
            raise ContentError([empty])
        root = builder.node(next(builder.events))
        next(builder.events)
        after = next(builder.events)
        if not isinstance(after, yaml.StreamEndEvent):
            builder.fault(after.start_mark, told("a second document"), told("keep one document in each file"))
    except yaml.MarkedYAMLError as error:
        raise ContentError([*builder.faults, syntax_fault(error, text, file)]) from None
    if builder.faults:
        raise ContentError(builder.faults)
    _note(root, text)
    return root


def _note(root: Node, text: str) -> None:
    """Gives the notes for translators to the scalars beside or below them."""
    notes = {
        number + line.lstrip().startswith("#"): note[1]
        for number, line in enumerate(text.splitlines(), 1)
        if "NOTE:" in line and (note := NOTE.search(line))
    }
    for _, node in root.walk() if notes else ():
        node.note = notes.get(node.line, "")


def not_text(file: str, error: UnicodeDecodeError) -> Fault:
    """The fault of a file that holds bytes that are no text."""
    line = error.object[: error.start].count(b"\n") + 1
    wrong = told("this is not UTF-8 (byte {place})", place=error.start + 1)
    return Fault(file, line, 1, "", wrong, told("save the file as UTF-8"))
