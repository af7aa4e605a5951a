"""What the answers to one question rest on, less all words: where two editions have the same ground, none differs."""

from collections.abc import Iterator, Mapping

from assistant.decide.names import Names, cells, every
from assistant.model.condition import Inside
from assistant.model.policy import Policy
from assistant.model.record import Record, Text
from assistant.model.rule import Aspect, Rule

UNSAID = frozenset({"cues", "spellings"})
"""Fields that help to understand a question, and that no answer looks at."""
Ground = dict[tuple[str, str], object]
"""By kind and name: everything that an answer may look at, as plain values that can be compared."""


def ground(policy: Policy, topic: str, aspect: Aspect) -> Ground:
    """The ground of one question of a topic."""
    return {key: _wordless(thing) for key, thing in _things(policy, topic, aspect)}


def _things(policy: Policy, topic: str, aspect: Aspect) -> Iterator[tuple[tuple[str, str], object]]:
    names, about = Names(policy, policy.topics[topic]), policy.about
    rules = names.topic.rules(aspect)
    yield ("rules", aspect), rules
    mentioned = names.in_aspect(aspect)
    derived = mentioned & names.derived.keys()
    for name in mentioned - {"on"}:
        yield ("name", name), names.derived[name] if name in derived else policy.facts[name]
    for note in (use.note for rule in every(rules) if isinstance(rule, Rule) for use in rule.notes):
        yield ("note", note), policy.shared.notes[note]
    for table in (cell.table for name in derived for cell in cells(names.derived[name])):
        yield ("table", table), policy.tables[table]
    opened = {test.inside for when in names.whens(aspect) for test in when.values() if isinstance(test, Inside)}
    for name in opened.union(*map(names.hours_of, derived)):
        yield ("hours", name), about.hours[name]
    for name in {about.hours[one].calendar for one in opened}.union(*map(names.calendars_of, derived)):
        yield ("calendar", name), about.calendars[name]


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
