"""The lists of words in a policy's facts: what people type, to which every language may add words of its own."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from assistant.model.policy import Library, Policy
from assistant.model.record import Record, Text

LISTS = frozenset({"cues", "spellings", "things", "says", "others", "beside"})
"""The fields that hold them, by themselves or by the answer that is meant."""


class Wordlist(NamedTuple):
    """The words at a place in the content, `swap-out.facts.at.cues`; `about` is the label of what they are for."""

    context: str
    field: str
    about: str
    words: tuple[str, ...]


def wordlists(policy: Policy) -> Iterator[Wordlist]:
    """Every list that is not empty, in the order of the content."""
    for name, fact in policy.facts.items():
        yield from _lists(fact, _context(policy, name), "", "")


def extended(library: Library, said: Mapping[str, Sequence[str]]) -> Library:
    """The library with the words of some languages, by the contexts of their lists, behind those of its content."""
    policies = {
        name: policy.model_copy(
            update={"facts": {one: _longer(fact, _context(policy, one), said) for one, fact in policy.facts.items()}}
        )
        if any(context.startswith(_context(policy, "")) for context in said)
        else policy
        for name, policy in library.policies.items()
    }
    return Library(policies=policies)


def _context(policy: Policy, fact: str) -> str:
    return f"{policy.id}.facts.{fact}"


def _lists(value: object, context: str, field: str, about: str) -> Iterator[Wordlist]:
    if isinstance(value, tuple) and value and field in LISTS:
        yield Wordlist(context, field, about, value)
    label = getattr(value, "label", None)
    for name, item in _items(value):
        own = name if isinstance(value, Record) and name in (*LISTS, "frame", "options") else field
        yield from _lists(item, f"{context}.{name}", own, label.source if isinstance(label, Text) else about)


def _longer(value: object, context: str, said: Mapping[str, Sequence[str]]) -> object:
    if words := said.get(context):
        return (*value, *words) if isinstance(value, tuple) else value
    changed = {name: _longer(item, f"{context}.{name}", said) for name, item in _items(value)}
    if isinstance(value, Record):
        return value.model_copy(update=changed)
    if isinstance(value, Mapping):
        return changed
    return tuple(changed.values()) if changed else value


def _items(value: object) -> Iterator[tuple[str, object]]:
    """The parts of a record, of a mapping, or of several records, by their names."""
    if isinstance(value, Record):
        yield from ((name, getattr(value, name)) for name in type(value).model_fields)
    elif isinstance(value, Mapping):
        yield from value.items()
    elif isinstance(value, tuple) and any(isinstance(one, Record) for one in value):
        yield from ((f"{number}", one) for number, one in enumerate(value, 1))
