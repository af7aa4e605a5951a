"""What the answers to one question rest on, less all words: where two editions have the same ground, none differs."""

from collections.abc import Iterator, Mapping

from assistant.model.policy import Policy
from assistant.model.record import Record, Text
from assistant.model.rule import Aspect, Rule
from assistant.vocabulary.dependencies import every
from assistant.vocabulary.scope import scope_of

UNSAID = frozenset({"cues", "spellings"})
"""Fields that help to understand a question, and that no answer looks at."""
Ground = dict[tuple[str, str], object]
"""By kind and name: everything that an answer may look at, as plain values that can be compared."""


def ground(policy: Policy, topic: str, aspect: Aspect) -> Ground:
    """The ground of one question of a topic."""
    return {key: _wordless(thing) for key, thing in _things(policy, topic, aspect)}


def _things(policy: Policy, topic: str, aspect: Aspect) -> Iterator[tuple[tuple[str, str], object]]:
    scope, about = scope_of(policy, topic), policy.about
    rules = scope.topic.rules(aspect)
    yield ("rules", aspect), rules
    yield ("in force", "from"), (str(about.in_force_from), about.not_in_force)
    mentioned = scope.in_aspect(aspect)
    derived = mentioned & scope.derived.keys()
    for name in mentioned - {"on"}:
        yield ("name", name), scope.derived[name] if name in derived else policy.facts[name]
    for note in (use.note for rule in every(rules) if isinstance(rule, Rule) for use in rule.notes):
        yield ("note", note), policy.shared.notes[note]
    for kind, things in (("table", policy.tables), ("hours", about.hours), ("calendar", about.calendars)):
        yield from (((kind, name), things[name]) for name in scope.counted_on(aspect, kind))


def _wordless(value: object) -> object:
    """A record without its sentences. The order of keys stays: conditions are asked from the top."""
    if isinstance(value, Text):
        return None
    if isinstance(value, Record):
        fields = type(value).model_fields
        return type(value), tuple((name, _wordless(getattr(value, name))) for name in fields if name not in UNSAID)
    if isinstance(value, Mapping):
        return tuple((key, _wordless(below)) for key, below in value.items())
    return tuple(map(_wordless, value)) if isinstance(value, tuple) else value
