"""Checks that every id and name in a policy's files means something, at the line where it stands."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from assistant.content.circles import check_circles
from assistant.content.describe import near
from assistant.content.names import Scope, check_names
from assistant.content.nodes import Node
from assistant.errors import Fault
from assistant.model.table import Table
from assistant.model.topic import Topic


@dataclass(frozen=True, slots=True)
class Known:
    """The ids of one kind, and what the kind is called."""

    kind: str
    ids: Collection[str]


def scalars(node: Node) -> Iterator[Node]:
    """The scalar itself, or the scalars of a list; nothing of a mapping."""
    if node.scalar is not None:
        yield node
    for item in node.items or ():
        if item.scalar is not None:
            yield item


def check_references(
    trees: Mapping[str, Node],
    folder: str,
    parts: Mapping[str, Any],
    topics: Mapping[str, Topic | None],
    tables: Mapping[str, Table],
    faults: list[Fault],
) -> None:
    """Appends a fault for every id that stands for nothing. Kinds whose own file is broken are left unchecked."""
    known = _known(parts, topics, tables)

    def report(file: str, node: Node, wrong: str, mend: str) -> None:
        faults.append(Fault(f"{folder}/{file}", node.line, node.column, "", wrong, mend))

    for file, root in trees.items():
        for key, node in root.walk():
            kind = _kind_at(file, key)
            # The clauses of cells stand two levels down, by row and by column.
            for one in (below for _, below in node.walk()) if key == "cell_cites" else (node,):
                if kind in known:
                    _check_ids(file, one, known[kind], report)
        _check_repeated(file, root, report)
    check_circles(trees, report)
    if all(part in parts and parts[part] is not None for part in ("about", "facts", "shared")):
        scope = Scope.of(parts["facts"], parts["shared"], tables)
        for file, root in trees.items():
            if file == "rules.yaml" or file.startswith("topics/"):
                check_names(scope, file, root, report)
    if parts.get("about"):
        _check_topics(trees["policy.yaml"], parts["about"].topics, topics, report)


KEYS = {
    "cites": "clause", "cell_cites": "clause", "readings": "reading", "calendar": "calendar", "table": "table",
    "use": "list", "next": "procedure", "related": "topic", "inside": "opening hours", "closing": "opening hours",
    "opening": "opening hours",
}  # fmt: skip
ONLY_IN = {
    "procedures": ("topics/", "procedure"), "notes": ("topics/", "note"), "hours": ("summary.yaml", "opening hours"),
    "topic": ("examples/", "topic"), "part_from": ("policy.yaml", "fact"), "asks": ("topics/", "fact"),
}  # fmt: skip


def _kind_at(file: str, key: str) -> str:
    """The kind of id that stands under this key in this file; empty where none does."""
    if key in KEYS:
        return KEYS[key]
    start, kind = ONLY_IN.get(key, ("", ""))
    if key in {"note", "notes"} and (file == "rules.yaml" or file.startswith("topics/")):
        return "note"
    return kind if start and file.startswith(start) else ""


def _known(parts: Mapping[str, Any], topics: Mapping[str, Any], tables: Mapping[str, Table]) -> dict[str, Known]:
    known = {"topic": Known("topic", topics)}
    if outline := parts.get("outline"):
        known["clause"] = Known("clause", {clause.id for clause in outline.clauses})
    if about := parts.get("about"):
        known["reading"] = Known("reading", {reading.id for reading in about.readings})
        known["calendar"] = Known("calendar", about.calendars)
        known["opening hours"] = Known("opening hours", about.hours)
        known["table"] = Known("table", about.tables)
    if (summary := parts.get("summary")) is not None:
        known["procedure"] = Known("procedure", summary.procedures)
    if (shared := parts.get("shared")) is not None:
        known["list"] = Known("list", shared.lists)
        known["note"] = Known("note", shared.notes)
    if (facts := parts.get("facts")) is not None:
        known["fact"] = Known("fact", facts)
    return known


Report = Callable[[str, Node, str, str], None]


def _check_ids(file: str, node: Node, known: Known, report: Report) -> None:
    for one in scalars(node):
        if one.scalar is not None and one.scalar not in known.ids:
            report(file, one, f"no {known.kind} is called '{one.scalar}'",
                   near(one.scalar, known.ids) or f"use one of the {known.kind}s that exist, or add it")  # fmt: skip


def _check_repeated(file: str, root: Node, report: Report) -> None:
    """Two items of one list, its groups included, may not have the same id: their sentences would share one path."""
    for key, node in root.walk():
        seen: set[str] = set()
        for name in _ids(node) if key != "then" else ():
            if name.scalar in seen:
                report(file, name, f"the id '{name.scalar}' stands in this list twice", "give each its own id")
            seen.add(name.scalar or "")


def _ids(node: Node) -> Iterator[Node]:
    """The ids of a list's items, and of the rules in its groups."""
    for item in node.items or ():
        if (name := item.child("id")) is not None and name.scalar is not None:
            yield name
        elif (group := item.child("then")) is not None:
            yield from _ids(group)


def _check_topics(root: Node, listed: tuple[str, ...], topics: Mapping[str, Any], report: Report) -> None:
    node = root.find(("topics",))
    for item in node.items or ():
        if item.scalar not in topics:
            report(
                "policy.yaml",
                item,
                f"no topic is called '{item.scalar}'",
                near(item.scalar or "", topics) or "add its file",
            )
    for name in sorted(set(topics) - set(listed)):
        report("policy.yaml", node, f"the topic '{name}' is not listed", f"add {name} under topics:")
