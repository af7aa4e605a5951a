"""Checks that nothing rests on itself: no derived thing on its own value, no list of rules on its own rules."""

from collections.abc import Iterator, Mapping

from assistant.content.names import Report, marked
from assistant.content.nodes import Node
from assistant.errors import told

RULES = "rules.yaml"
Named = dict[str, tuple[str, Node, Node]]
"""Things by name: the file, the key and the value that define each."""


def check_circles(trees: Mapping[str, Node], report: Report) -> None:
    """Reports every derived thing and every list that leads back to itself."""
    shared, keys = _named(trees, RULES, "derived"), tuple(marked("name", "row", "column"))
    for file in (RULES, *(name for name in trees if name.startswith("topics/"))):
        _check({**shared, **_named(trees, file, "derived")}, keys, file, report)
    _check(_named(trees, RULES, "lists"), ("use",), RULES, report)


def _named(trees: Mapping[str, Node], file: str, part: str) -> Named:
    found = trees[file].child(part) if file in trees else None
    pairs = found.pairs if found is not None else None
    return {name: (file, key, value) for name, (key, value) in (pairs or {}).items()}


def _check(named: Named, keys: tuple[str, ...], file: str, report: Report) -> None:
    """Reports the things defined in `file` that lead back to themselves."""
    rests = {name: set(_mentioned(value, keys)) & named.keys() for name, (_, _, value) in named.items()}
    for name, (where, key, _) in named.items():
        if where == file and name in _reached(name, rests):
            mend = told("let one of those on the way start from something else")
            report(file, key, told("'{name}' rests on itself", name=name), mend)


def _mentioned(value: Node, keys: tuple[str, ...]) -> Iterator[str]:
    return (node.scalar for key, node in value.walk() if key in keys and node.scalar is not None)


def _reached(start: str, rests: Mapping[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    ahead = set(rests[start])
    while ahead:
        name = ahead.pop()
        if name not in seen:
            seen.add(name)
            ahead |= rests[name]
    return seen
