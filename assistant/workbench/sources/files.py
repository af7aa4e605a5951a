"""The outline of one policy by itself, in whatever state the policy's other files are, and the ids it has ever used."""

from dataclasses import dataclass
from pathlib import Path

from assistant.content.nodes import Node
from assistant.content.reader import Draft
from assistant.errors import ContentError
from assistant.library.editions import edition_path, list_editions, read_edition
from assistant.model.policy import About
from assistant.model.source import Clause, Outline

SOURCE = "source.yaml"


@dataclass(frozen=True, slots=True)
class OutlineFile:
    """`source.yaml`: its path, its text and tree (empty and none where there is no such file yet), and its clauses."""

    path: Path
    text: str
    root: Node | None
    clauses: tuple[Clause, ...]
    about: About
    taken: frozenset[str]
    """Every id of a clause, now and in earlier editions."""


def read_outline(folder: Path) -> OutlineFile:
    """
    The outline in a policy's folder, which must have its `policy.yaml`.

    Raises:
        ContentError: everything that is wrong in either file, or an earlier edition that cannot be read.
    """
    draft = Draft(folder, Path(folder.parent.name) / folder.name)
    about: About | None = draft.read("policy.yaml", About, f"{folder.name}.policy")
    path = folder / SOURCE
    outline: Outline | None = None
    if path.exists():
        outline = draft.read(SOURCE, Outline, f"{folder.name}.source")
    if draft.faults or about is None:
        raise ContentError(draft.faults)
    clauses = outline.clauses if outline else ()
    earlier = [read_edition(edition_path(folder, name)).policy.outline.clauses for name in list_editions(folder)]
    taken = frozenset(clause.id for each in (clauses, *earlier) for clause in each)
    text = path.read_text("utf-8") if outline else ""
    return OutlineFile(path, text, draft.trees.get(SOURCE), clauses, about, taken)
