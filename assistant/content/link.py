"""Linking: nothing may rest on itself, and every `use` gives way to the rules of its list, with its names bound."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from assistant.content.kinds import Tell
from assistant.content.nodes import Node
from assistant.content.standing import in_derived
from assistant.errors import told
from assistant.model.rule import Group, Item, NoteUse, Rule, Shared, Use
from assistant.model.table import Table
from assistant.model.topic import Topic
from assistant.vocabulary.condition import When

RULES = "rules.yaml"
Named = dict[str, tuple[str, Node, Node]]
"""Things by name: the file, the key and the value that define each."""


def check_circles(trees: Mapping[str, Node], tables: Mapping[str, Table], telling: Callable[[str], Tell]) -> None:
    """Tells of every derived thing and every list that leads back to itself."""
    shared = _defined(trees, RULES, "derived")
    for file in (RULES, *(name for name in trees if name.startswith("topics/"))):
        _check_circle({**shared, **_defined(trees, file, "derived")}, partial(_read_by, tables), file, telling(file))
    _check_circle(_defined(trees, RULES, "lists"), _used_by, RULES, telling(RULES))


def _defined(trees: Mapping[str, Node], file: str, part: str) -> Named:
    found = trees[file].child(part) if file in trees else None
    pairs = found.pairs if found is not None else None
    return {name: (file, key, value) for name, (key, value) in (pairs or {}).items()}


def _check_circle(named: Named, mentioned: Callable[[Node], Iterator[str]], file: str, tell: Tell) -> None:
    """Tells of the things defined in `file` that lead back to themselves."""
    rests = {name: set(mentioned(value)) & named.keys() for name, (_, _, value) in named.items()}
    for name, (where, key, _) in named.items():
        if where == file and name in _reached(name, rests):
            mend = told("let one of those on the way start from something else")
            tell(key, told("'{name}' rests on itself", name=name), mend)


def _read_by(tables: Mapping[str, Table], value: Node) -> Iterator[str]:
    """The names that a derived thing reads; what is a row or a column of the table that is read is told elsewhere."""
    for word in in_derived(value):
        table = (written.scalar if (written := word.node.child("table")) is not None else None) or ""
        if table and table not in tables:
            continue  # a file with faults of its own: what its rows and columns are is not known
        rows = tables[table].rows if table else {}
        own = {*rows, *(column for row in rows.values() for column in row)}
        yield from (one for _, node in word.ids_of("name", "row", "column") if (one := node.scalar or "") not in own)


def _used_by(value: Node) -> Iterator[str]:
    return (node.scalar for key, node in value.walk() if key == "use" and node.scalar is not None)


def _reached(start: str, rests: Mapping[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    ahead = set(rests[start])
    while ahead:
        name = ahead.pop()
        if name not in seen:
            seen.add(name)
            ahead |= rests[name]
    return seen


Names = Mapping[str, str]


def link(topic: Topic, shared: Shared) -> Topic:
    """The topic with plain rules and groups only. All names must have been checked before."""
    return topic.model_copy(
        update={
            aspect: tuple(_item(item, shared, {}, (), None) for item in topic.rules(aspect)) for aspect in topic.aspects
        }
    )


def _item(item: Item, shared: Shared, names: Names, notes: tuple[NoteUse, ...], following: str | None) -> Item:
    """One item with names bound; `notes` and `following` come from the groups around it."""
    if isinstance(item, Rule):
        return _rule(item, names, notes, following)
    notes = (*_notes(item.notes, names), *notes)
    following = item.next or following
    when = _when(item.when, names)
    if isinstance(item, Use):
        inner = {taken: names.get(bound, bound) for taken, bound in item.bind.items()}
        return Group(
            when=when, then=tuple(_item(r, shared, inner, notes, following) for r in shared.lists[item.use].rules)
        )
    return Group(when=when, then=tuple(_item(below, shared, names, notes, following) for below in item.then))


def _rule(rule: Rule, names: Names, notes: tuple[NoteUse, ...], following: str | None) -> Rule:
    return rule.model_copy(
        update={
            "when": _when(rule.when, names),
            "dates": {public: names.get(name, name) for public, name in rule.dates.items()},
            "values": {public: names.get(name, name) for public, name in rule.values.items()},
            "notes": (*_notes(rule.notes, names), *notes),
            "also": tuple(one.model_copy(update={"when": _when(one.when, names)}) for one in rule.also),
            "next": rule.next or following,
        }
    )


def _notes(notes: tuple[NoteUse, ...], names: Names) -> tuple[NoteUse, ...]:
    return tuple(NoteUse(note=use.note, when=_when(use.when, names)) for use in notes)


def _when(when: When, names: Names) -> When:
    return {names.get(name, name): test.renamed(names) for name, test in when.items()}
