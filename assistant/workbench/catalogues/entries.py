"""The lines of a grammar, each with the place at which it stands in its file."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from assistant.content.nodes import Node
from assistant.errors import Fault, Wording
from assistant.parsing.grammar import Grammar, flat
from assistant.parsing.plain import plain
from assistant.parsing.written import LONGEST


class Written(NamedTuple):
    """A line, folded and as `typed`, where it stands: in which file, under which path, and where in the list there."""

    file: Path
    path: str
    place: int
    form: str
    typed: str

    @property
    def language(self) -> str:
        """Whose grammar it stands in."""
        return self.file.parent.name

    @property
    def group(self) -> str:
        """The part of the grammar that it stands in."""
        return self.path.partition(".")[0]

    def node(self, tree: Node) -> Node:
        """Where it stands in the tree of its file."""
        return tree.find((*self.path.split(".", 2), self.place))

    def fault(self, trees: Mapping[Path, Node], wrong: Wording, mend: Wording) -> Fault:
        """What is wrong with it, at its place in the tree of its file."""
        node = self.node(trees[self.file])
        return Fault(str(self.file), node.line, node.column, f"{self.path}.{self.place + 1}", wrong, mend)


def written_in(file: Path, grammar: Grammar) -> list[Written]:
    """Every line of a grammar that stands in a file."""
    of = ((path, place, line) for path, lines in flat(grammar) for place, line in enumerate(lines))
    return [Written(file, path, place, plain(line, LONGEST), line) for path, place, line in of]
