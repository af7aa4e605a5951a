"""Where things stand in a policy's files, so that a fault of the whole can name a line: `Places.read`, `standing`."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.content.nodes import Node
from assistant.content.syntax import read_tree
from assistant.errors import Fault, Wording
from assistant.model.policy import Policy
from assistant.model.record import Text
from assistant.model.rule import Aspect, Group, Item, NoteUse, Rule

RULES = "rules.yaml"
Origin = tuple[str, int, int]
"""File, line and column: the same for all topics that use one shared list."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A node and the file in which it stands, named as people see it."""

    file: str
    node: Node

    @property
    def origin(self) -> Origin:
        """What this spot is known by."""
        return self.file, self.node.line, self.node.column

    @property
    def line(self) -> str:
        """`file:line`, for mention in another fault."""
        return f"{self.file}:{self.node.line}"

    def fault(self, path: str, wrong: Wording, mend: Wording) -> Fault:
        """A fault that stands here."""
        return Fault(self.file, self.node.line, self.node.column, path, wrong, mend)


@dataclass(frozen=True, slots=True)
class Standing:
    """
    A rule or group of a linked topic, and where it was written. `above` are the groups around it, the outermost first;
    `notes` are those that a rule carries, its groups' included, each where it was written.
    """

    item: Rule | Group
    spot: Spot
    above: tuple[Group, ...]
    notes: tuple[tuple[NoteUse, Spot], ...] = ()


class Places:
    """The trees of a policy's files. `trees` are by name inside the folder."""

    __slots__ = ("_paths", "policy", "shown", "trees")

    def __init__(self, policy: str, shown: str, trees: dict[str, Node]) -> None:
        self.policy, self.shown, self.trees = policy, shown, trees
        self._paths: dict[str, Spot] = {}
        for name, root in trees.items():
            stem = name.removesuffix(".yaml").replace("/", ".")
            self._note(Spot(f"{shown}/{name}", root), f"{policy}.{stem}")

    @classmethod
    def read(cls, folder: Path) -> "Places":
        """The files of one policy's folder. Raises `ContentError`: a file that is no strict YAML."""
        shown = f"{folder.parent.name}/{folder.name}"
        files = [*sorted(folder.glob("*.yaml")), *sorted(folder.glob("*/*.yaml"))]
        names = {path.relative_to(folder).as_posix(): path for path in files}
        trees = {name: read_tree(path, f"{shown}/{name}") for name, path in names.items()}
        return cls(folder.name, shown, trees)

    def _note(self, spot: Spot, path: str) -> None:
        """Keeps where each path of `Node.data` leads."""
        self._paths[path] = spot
        for key, (_, node) in (spot.node.pairs or {}).items():
            self._note(Spot(spot.file, node), path if key == "then" else f"{path}.{key}")
        for place, node in enumerate(spot.node.items or (), 1):
            self._note(Spot(spot.file, node), path + node.name(place))

    def at(self, name: str, *steps: str | int) -> Spot:
        """The value at the end of `steps` in a file, or the nearest above it."""
        return Spot(f"{self.shown}/{name}", self.trees[name].find(steps))

    def key(self, name: str, *steps: str) -> Spot:
        """The key at the end of `steps`, for things that are named by their key."""
        above = self.trees[name].find(steps[:-1])
        pairs = above.pairs or {}
        return Spot(f"{self.shown}/{name}", pairs[steps[-1]][0] if steps[-1] in pairs else above)

    def table(self, name: str, line: int = 1) -> Spot:
        """A line of a table's file."""
        return Spot(f"{self.shown}/tables/{name}.csv", Node(line, 1))

    def of(self, text: Text) -> Spot:
        """Where a sentence stands."""
        return self._paths[text.context]

    def record(self, text: Text) -> Spot:
        """Where the record that a sentence belongs to begins."""
        return self._paths[text.context.rpartition(".")[0]]

    def derived(self, topic: str, name: str) -> Spot:
        """Where something derived is defined: in its topic, or shared."""
        own = f"topics/{topic}.yaml"
        pairs = self.trees[own].find(("derived",)).pairs or {}
        return self.key(own if name in pairs else RULES, "derived", name)

    def under(self, *keys: str) -> Iterator[Spot]:
        """Each scalar that stands under one of these keys in any file, alone or in a list."""
        for name, root in self.trees.items():
            for key, node in root.walk():
                if key in keys and node.scalar is not None:
                    yield Spot(f"{self.shown}/{name}", node)

    def cell_cites(self) -> Iterator[Spot]:
        """Each clause that a cell of a table names for itself; they stand by row and column."""
        tables = self.at("policy.yaml", "tables")
        for cells in (node for key, node in tables.node.walk() if key == "cell_cites"):
            yield from (Spot(tables.file, node) for _, node in cells.walk() if node.scalar is not None)

    def standing(self, policy: Policy, topic: str, aspect: Aspect) -> Iterator[Standing]:
        """Every rule and group of an aspect, in the order in which they are asked."""
        name = f"topics/{topic}.yaml"
        yield from self._items(policy.topics[topic].rules(aspect), self.at(name, aspect), (), ())

    def _items(
        self, items: tuple[Item, ...], written: Spot, above: tuple[Group, ...], carried: tuple[Spot, ...]
    ) -> Iterator[Standing]:
        for item, node in zip(items, written.node.items or (), strict=True):
            spot = Spot(written.file, node)
            notes = (*_listed(spot, "notes"), *carried)
            if isinstance(item, Rule):
                yield Standing(item, spot, above, tuple(zip(item.notes, notes, strict=True)))
            elif isinstance(item, Group):
                yield Standing(item, spot, above)
                yield from self._items(item.then, self._inside(spot), (*above, item), notes)

    def _inside(self, spot: Spot) -> Spot:
        use = spot.node.child("use")
        if use is not None and use.scalar is not None:
            return self.at(RULES, "lists", use.scalar, "rules")
        return Spot(spot.file, spot.node.find(("then",)))


def _listed(spot: Spot, key: str) -> tuple[Spot, ...]:
    below = spot.node.child(key)
    return tuple(Spot(spot.file, node) for node in (below.items or ())) if below is not None else ()
