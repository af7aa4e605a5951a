"""Which facts an answer can ask for: every fact whose name stands in the rules, and in what they are derived from."""

from collections.abc import Iterator, Mapping

from assistant.model.derived import Derived
from assistant.model.policy import Policy
from assistant.model.topic import Topic

WORDS_NOT_NAMES = frozenset(
    {
        "id",
        "answer",
        "say",
        "label",
        "note",
        "next",
        "cites",
        "readings",
        "verdict",
        "one_of",
        "table",
        "calendar",
        "at",
    }
)


def facts_asked(policy: Policy, topic: Topic) -> tuple[str, ...]:
    """The ids of the facts that the topic can ask for, in the order of `facts.yaml`."""
    derived = {**policy.shared.derived, **topic.derived}
    seen: dict[str, None] = {}
    waiting = [name for aspect in topic.aspects for rule in topic.rules(aspect) for name in _names(rule.model_dump())]
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen[name] = None
            waiting.extend(_behind(name, policy, derived))
    return tuple(name for name in policy.facts if name in seen)


def _behind(name: str, policy: Policy, derived: Mapping[str, Derived]) -> list[str]:
    found = list(_names(derived[name].model_dump())) if name in derived else []
    if shared := policy.shared.lists.get(name):
        found += [other for rule in shared.rules for other in _names(rule.model_dump())]
    if hours := policy.about.hours.get(name):
        found.append(hours.calendar)
    if (calendar := policy.about.calendars.get(name)) and calendar.holidays and calendar.holidays.part_from:
        found.append(calendar.holidays.part_from)
    return found


def _names(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, Mapping):
        for word, value in part.items():
            if word == "when":
                yield from value
            if word == "calendar":
                yield str(value)
            if word not in WORDS_NOT_NAMES:
                yield from _names(value)
    elif isinstance(part, list | tuple):
        for value in part:
            yield from _names(value)
