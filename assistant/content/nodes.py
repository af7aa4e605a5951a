"""A tree of nodes that know their line and column: what a YAML file holds, before records type it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from assistant.model.record import Placed


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
