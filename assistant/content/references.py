"""Checks that every id and name in a policy's files means something, at the line where it stands."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from unicodedata import normalize

from assistant.content.addresses import check_aliases, check_reserved
from assistant.content.kinds import Scope, Tell
from assistant.content.link import RULES, check_circles
from assistant.content.names import check_names
from assistant.content.nodes import Node
from assistant.content.standing import has_rules, scalars, words_in
from assistant.errors import Fault, Wording, told
from assistant.model.policy import About
from assistant.model.table import Table
from assistant.model.topic import Topic
from assistant.suggest import guess, near
from assistant.vocabulary.fact import PASSED, Fact


@dataclass(frozen=True, slots=True)
class Known:
    """The ids of one kind, and those that are gone; what to say of one that is neither, and how to mend it."""

    wrong: Wording
    otherwise: Wording
    ids: Collection[str]
    gone: Collection[str] = ()


def check_references(
    trees: Mapping[str, Node],
    folder: str,
    parts: Mapping[str, Any],
    topics: Mapping[str, Topic | None],
    tables: Mapping[str, Table],
    faults: list[Fault],
) -> None:
    """Appends a fault for every id that stands for nothing. Kinds whose own file is broken are left unchecked."""
    known = _known(parts, topics)

    def telling(file: str) -> Tell:
        def tell(node: Node, wrong: Wording, mend: Wording) -> None:
            path = ".".join(trees[file].way_to(node) or ())
            faults.append(Fault(f"{folder}/{file}", node.line, node.column, path, wrong, mend))

        return tell

    for file, root in trees.items():
        _check_file(file, root, known, telling(file))
    check_circles(trees, tables, telling)
    if "facts.yaml" in trees:
        _check_labels(trees["facts.yaml"], telling("facts.yaml"))
        if parts.get("facts") is not None:
            _check_frames(trees["facts.yaml"], parts["facts"], telling("facts.yaml"))
    if all(part in parts and parts[part] is not None for part in ("about", "facts", "shared")):
        scope = Scope.of(parts["facts"], parts["shared"], tables, trees[RULES])
        for file, root in trees.items():
            if has_rules(file):
                check_names(scope, file, root, telling(file))
    if parts.get("about"):
        _check_ended(trees["policy.yaml"], telling("policy.yaml"))
        _check_topics(trees["policy.yaml"], parts["about"], topics, telling("policy.yaml"))
        if parts.get("aliases") and parts.get("facts") is not None:
            check_aliases(trees["aliases.yaml"], parts["about"].id, topics, parts["facts"], telling("aliases.yaml"))


def _check_file(file: str, root: Node, known: Mapping[str, Known], tell: Tell) -> None:
    """Tells of every id in a file that stands for nothing, stands there twice, or means something else in addresses."""
    found = [(_kind_at(file, key), one) for key, node in _fixed(root) for one in _named(key, node)]
    words = words_in(file, root) if has_rules(file) else ()
    found += [(mark.kind, node) for word in words for mark, node in word.ids_of("calendar", "hours", "table")]
    for kind, node in found:
        if kind in known:
            _check_ids(node, known[kind], tell)
    _check_repeated(root, tell)
    check_reserved(file, root, tell)


KEYS = {
    "cites": "clause", "cell_cites": "clause", "readings": "reading", "doubts": "reading",
    "points_to": "document", "use": "list", "next": "procedure", "related": "topic", "asks": "fact",
}  # fmt: skip
ONLY_IN: Mapping[str, tuple[str | tuple[str, ...], str]] = {
    "procedures": ("topics/", "procedure"), "hours": ("summary.yaml", "hours"), "calendar": ("policy.yaml", "calendar"),
    "topic": (("examples/", "asked.yaml"), "topic"), "part_from": ("policy.yaml", "fact"),
    "zone_from": ("policy.yaml", "fact"),
    "needs": ("examples/", "fact"),
}  # fmt: skip


FREE = frozenset({
    "bands", "bind", "calendars", "cell_cites", "contacts", "dates", "days", "derived", "facts", "hours", "labels",
    "lists", "marks", "names", "notes", "options", "procedures", "tables", "values", "when", "zones",
})  # fmt: skip
"""Keys under which a mapping has ids of its author's for keys: what stands under those is not told by them."""


def _fixed(node: Node, key: str = "") -> Iterator[tuple[str, Node]]:
    """This node and all below it, each with the key under which it stands, where that key is none of an author's."""
    yield key, node
    for item in node.items or ():
        yield from _fixed(item)
    for name, (_, below) in (node.pairs or {}).items():
        yield from _fixed(below, "" if key in FREE else name)


def _named(key: str, node: Node) -> Iterator[Node]:
    """Where the ids under a key stand: the clauses of cells two levels down, the reading of a doubt in its item."""
    if key == "cell_cites":
        yield from (below for _, below in node.walk())
    elif key == "doubts":
        yield from filter(None, (doubt.child("reading") for doubt in node.items or ()))
    else:
        yield node


def _kind_at(file: str, key: str) -> str:
    """The kind of id that stands under this key in this file; empty where none does."""
    if kind := KEYS.get(key):
        return kind
    start, kind = ONLY_IN.get(key, ("", ""))
    if key in {"note", "notes"} and file.startswith(("rules.yaml", "topics/", "examples/")):
        return "note"
    return kind if start and file.startswith(start) else ""


GONE = told("the clause '{name}' is gone since the last outline")
NO_LONGER = told("cite the clause that says so now, or take away what rests on it")
KINDS = {
    "calendar": (told("no calendar is called '{name}'"), told("add it to policy.yaml, under calendars:")),
    "clause": (told("no clause is called '{name}'"), told("write the id of a clause in source.yaml, or add it there")),
    "fact": (told("no fact is called '{name}'"), told("write the id of a fact in facts.yaml, or add it there")),
    "document": (told("no document is called '{name}'"), told("add it to policy.yaml, under documents:")),
    "hours": (told("no opening hours are called '{name}'"), told("add them to policy.yaml, under hours:")),
    "list": (told("no list of rules is called '{name}'"), told("add it to rules.yaml, under lists:")),
    "note": (told("no note is called '{name}'"), told("add it to rules.yaml, under notes:")),
    "procedure": (told("no procedure is called '{name}'"), told("add it to summary.yaml, under procedures:")),
    "reading": (told("no reading is called '{name}'"), told("add it to policy.yaml, under readings:")),
    "table": (told("no table is called '{name}'"), told("add it to policy.yaml, under tables:")),
    "topic": (told("no topic is called '{name}'"), told("add its file to the folder topics")),
}
"""By kind of id: what to say of one that is none, and how to mend it where none is alike and many are known."""


def _known(parts: Mapping[str, Any], topics: Mapping[str, Any]) -> dict[str, Known]:
    """The ids of every kind whose own file could be read."""
    ids: dict[str, Collection[str]] = {"topic": topics}
    if outline := parts.get("outline"):
        ids["clause"] = {clause.id for clause in outline.clauses}
    if about := parts.get("about"):
        ids |= {"document": about.documents}
        ids |= {"reading": {reading.id for reading in about.readings}, "calendar": about.calendars}
        ids |= {"hours": about.hours, "table": about.tables}
    if (summary := parts.get("summary")) is not None:
        ids["procedure"] = summary.procedures
    if (shared := parts.get("shared")) is not None:
        ids |= {"list": shared.lists, "note": shared.notes}
    if (facts := parts.get("facts")) is not None:
        ids["fact"] = facts
    return {one: Known(*KINDS[one], ids[one], outline.gone if outline and one == "clause" else ()) for one in ids}


def _check_ids(node: Node, known: Known, tell: Tell) -> None:
    for one in scalars(node):
        if one.scalar in known.gone and one.scalar not in known.ids:
            tell(one, GONE.about(name=one.scalar), NO_LONGER)
        elif one.scalar is not None and one.scalar not in known.ids:
            tell(one, known.wrong.about(name=one.scalar), near(one.scalar, known.ids, known.otherwise))


def _check_repeated(root: Node, tell: Tell) -> None:
    """Two items of one list, its groups included, may not have the same id: their sentences would share one path."""
    for key, node in root.walk():
        seen: set[str] = set()
        for name in _ids(node) if key != "then" else ():
            if name.scalar in seen:
                wrong = told("the id '{id}' stands in this list twice", id=name.scalar)
                tell(name, wrong, told("give each its own id"))
            seen.add(name.scalar or "")


def _ids(node: Node) -> Iterator[Node]:
    """The ids of a list's items, and of the rules in its groups."""
    for item in node.items or ():
        if (name := item.child("id")) is not None and name.scalar is not None:
            yield name
        elif (group := item.child("then")) is not None:
            yield from _ids(group)


def _check_labels(root: Node, tell: Tell) -> None:
    """Two answers to one question may not be called the same: nobody could choose between them."""
    for _, fact in root.under():
        options = [option.child("label") for _, option in fact.under("options")]
        bands = [label for _, label in fact.under("labels")]
        for labels in (options, bands, [fact.child("yes"), fact.child("no")]):
            seen: set[str] = set()
            for label in filter(None, labels):
                if (name := " ".join(normalize("NFKC", label.scalar or "").casefold().split())) in seen:
                    wrong = told("two answers are called '{label}'", label=label.scalar)
                    tell(label, wrong, told("give each its own label"))
                seen |= {name} - {""}


def _check_frames(root: Node, facts: Mapping[str, Fact], tell: Tell) -> None:
    """What a frame tells is an answer to its own fact; that of a day says how it is told that the day has passed."""
    for name, fact in root.under():
        frames, known = fact.child("frame"), facts[name.scalar or ""].framed()
        for frame in (frames.items or [frames]) if frames else ():
            there, missing = frame.child("there"), frame.child("missing")
            if missing is None and PASSED in known:
                tell(frame, told("'{key}' is missing", key="missing"), told("add {key}:", key="missing"))
            told_by = [(missing, known), *((key, known) for key, _ in frame.under("says"))]
            for node, fits in (*told_by, (there, [one for one in known if one != PASSED])):
                if node is not None and node.scalar not in fits:
                    wrong = told("'{name}' is never '{value}'", name=name.scalar, value=node.scalar)
                    tell(node, wrong, near(node.scalar or "", fits, told("take it out")))


def _check_ended(root: Node, tell: Tell) -> None:
    """A last day without the notice for those who come later would pass in silence, as would a notice without it."""
    last, notice = (root.pairs or {}).get("ended_after"), (root.pairs or {}).get("ended")
    if notice is not None and last is None:
        wrong = told("'ended' is there, and the last day, from which on it is shown, is missing")
        tell(notice[0], wrong, told("add {key}:", key="ended_after"))
    if last is not None and root.child("ended") is None:
        wrong = told("'ended_after' is there, and the notice for later days is missing")
        tell(last[0], wrong, told("add {key}:", key="ended"))


def _check_topics(root: Node, about: About, topics: Mapping[str, Any], tell: Tell) -> None:
    """Each topic that is listed has its file, and the other way round: one that is misspelt leaves a file over."""
    node, left = root.find(("topics",)), sorted(set(topics) - set(about.topics))
    for one in scalars(node):
        if one.scalar not in topics:
            begin = told("begin it: policy-assistant new topic {topic}", topic=f"{about.id}/{one.scalar}")
            tell(one, KINDS["topic"][0].about(name=one.scalar), guess(one.scalar or "", left) or begin)
    for name in left:
        tell(node, told("the topic '{name}' is not listed", name=name), told("add {name} under topics:", name=name))
