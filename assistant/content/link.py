"""Linking: every `use` gives way to the rules of its list, with the names that the list takes bound to real ones."""

from collections.abc import Mapping

from assistant.model.rule import Group, Item, NoteUse, Rule, Shared, Use
from assistant.model.topic import Topic
from assistant.vocabulary.condition import When

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
            "next": rule.next or following,
        }
    )


def _notes(notes: tuple[NoteUse, ...], names: Names) -> tuple[NoteUse, ...]:
    return tuple(NoteUse(note=use.note, when=_when(use.when, names)) for use in notes)


def _when(when: When, names: Names) -> When:
    return {names.get(name, name): test.renamed(names) for name, test in when.items()}
