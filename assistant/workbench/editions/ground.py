"""
What the answers of an edition rest on, less all words, and the days on which the calendars of two editions differ.

Where two editions have the same ground, no answer differs; on a day that one of them works and the other does not,
everything counted in working days may turn.
"""

import datetime as dt
from collections.abc import Iterator, Mapping

from assistant.decide.samples import HOLIDAY_YEAR, ORDINARY
from assistant.errors import Refusal
from assistant.model.calendar import WorkingDays
from assistant.model.policy import Policy
from assistant.model.record import FIRST_DAY, LAST_DAY, Record, Text
from assistant.model.rule import Aspect, Rule
from assistant.vocabulary.calendars import WEEKEND, Calendar, calendar_for
from assistant.vocabulary.dependencies import every
from assistant.vocabulary.scope import scope_of

MOST = 200
"""So many days of a calendar are looked at, those nearest to an ordinary one: where more moved, it is another one."""
ONE_YEAR = frozenset(HOLIDAY_YEAR)
Moved = Mapping[str, tuple[dt.date, ...]]
"""By calendar: the days, in order."""


def moved_days(then: Policy, now: Policy) -> Moved:
    """The days that moved in each calendar that both editions have. Each year's weekends move alike: one is enough."""
    found = {}
    for name, was in then.about.calendars.items():
        became = now.about.calendars.get(name)
        if became is not None and became != was:
            parts = dict.fromkeys((*_parts(then, was), *_parts(now, became))) or (None,)
            days = {day for part in parts for day in _between(_calendar(was, part), _calendar(became, part))}
            found[name] = tuple(sorted(sorted(days, key=lambda day: abs(day - ORDINARY))[:MOST]))
    return found


def _parts(policy: Policy, days: WorkingDays) -> tuple[str, ...]:
    """The parts of a country that a fact may name."""
    fact = days.holidays.part_from if days.holidays else None
    return policy.facts[fact].choices() if fact else ()


def _calendar(days: WorkingDays, part: str | None) -> Calendar:
    return calendar_for(days, part if days.holidays and days.holidays.part_from else None)


def _between(was: Calendar, became: Calendar) -> set[dt.date]:
    days = map(dt.date.fromordinal, range(FIRST_DAY.toordinal(), LAST_DAY.toordinal() + 1))
    return {day for day in days if _differs(_closed(was, day), _closed(became, day), day)}


def _differs(was: str | None, became: str | None, day: dt.date) -> bool:
    return bool(was) != bool(became) and (WEEKEND not in (was, became) or day in ONE_YEAR)


def _closed(calendar: Calendar, day: dt.date) -> str | None:
    try:
        return calendar.why_closed(day)
    except Refusal as refusal:
        return refusal.reason


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
