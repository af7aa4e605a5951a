"""The days on which a company itself is closed, as whoever runs the assistant lists them: one file, no policy's."""

import datetime as dt
from collections.abc import Collection
from pathlib import Path
from typing import Annotated

from pydantic import Field

from assistant.content.describe import typed
from assistant.content.nodes import Node
from assistant.content.syntax import read_tree
from assistant.errors import ContentError, Fault, told
from assistant.model.record import Day, Id
from assistant.suggest import near

ClosedDays = Annotated[dict[Id, tuple[Day, ...]], Field(strict=True)]


def read_closed_days(path: Path, policies: Collection[str]) -> dict[str, tuple[dt.date, ...]]:
    """The days by policy id. Raises `ContentError` with everything that is wrong in the file."""
    file = str(path)
    try:
        root = read_tree(path, file)
    except OSError:
        mend = told("check its path, and who may read it")
        raise ContentError.at(file, told("the file cannot be read"), mend) from None
    days: dict[str, tuple[dt.date, ...]] = typed(root, file, ClosedDays, "closed-days")
    if unknown := [name for name in days if name not in policies]:
        raise ContentError([_strange(file, root, name, policies) for name in unknown])
    return days


def _strange(file: str, root: Node, name: str, policies: Collection[str]) -> Fault:
    """The fault of a policy's name that is none."""
    node = root.find((name, "[key]"))
    wrong = told("no policy is called '{name}'", name=name)
    return Fault(file, node.line, node.column, name, wrong, near(name, policies, told("write the name of its folder")))
