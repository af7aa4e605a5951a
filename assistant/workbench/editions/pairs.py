"""
Two editions walked side by side: both are asked the same questions with the same facts, and what each says is kept
together.

As in `paths`, nothing is known at first. Each fact that either edition needs is answered with every value worth trying
in either of them, both sides of both editions' thresholds included, so that one that moved by a day is seen. On a day
that one of them works and the other does not, everything counted in working days may turn.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from assistant.decide import Needs, Outcome, Value, canonical
from assistant.decide.samples import HOLIDAY_YEAR, ORDINARY, Samples
from assistant.decide.thresholds import Probe
from assistant.errors import Refusal
from assistant.model.calendar import WorkingDays
from assistant.model.policy import Policy
from assistant.model.record import FIRST_DAY, LAST_DAY, Record, Text
from assistant.model.rule import Aspect, Rule
from assistant.vocabulary.calendars import WEEKEND, Calendar, calendar_for
from assistant.vocabulary.conditions.order import After
from assistant.vocabulary.dependencies import every
from assistant.vocabulary.facts.moment import NOON
from assistant.vocabulary.scope import scope_of
from assistant.workbench.check.paths import Broken, ask

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
    """What the answers to one question of a topic rest on: where two editions have the same, no answer differs."""
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


ONE_DAY = dt.timedelta(days=1)
Ended = Outcome | Broken


class Pair(NamedTuple):
    """The facts given, as canonical text in the order asked, the day asked about, and what came of it in each."""

    topic: str
    aspect: Aspect
    facts: dict[str, str]
    on: dt.date
    then: Ended
    now: Ended


class _Side:
    """One edition's half of a question. `moved` are the days that its calendars and the other edition's differ in."""

    def __init__(self, policy: Policy, topic: str, aspect: Aspect, moved: Moved) -> None:
        self.policy, self.topic, self.aspect = policy, topic, aspect
        self.samples = Samples(policy, topic, aspect)
        counted = self.samples.calendars
        self.moved = sorted({day for name in counted & moved.keys() for day in moved[name]})
        self.samples.thresholds.probes += tuple(self._probes(moved))

    def _probes(self, moved: Moved) -> Iterator[Probe]:
        """That which is counted in working days turns where it falls on a day that moved."""
        scope = self.samples.scope
        for name in sorted(self.samples.mentioned & scope.derived.keys()):
            days = {day for calendar in scope.read_by((name,), "calendar") & moved.keys() for day in moved[calendar]}
            yield from (Probe(scope, name, After(after=day.isoformat())) for day in sorted(days))

    def days(self) -> Iterator[dt.date]:
        """The values of `on` worth trying."""
        yield from self.samples.days_asked_about()
        if "on" in self.samples.mentioned:
            yield from self._around()

    def _around(self) -> Iterator[dt.date]:
        return (day - back for day in self.moved for back in (ONE_DAY, 0 * ONE_DAY))

    def knows(self, name: str, text: str) -> bool:
        """Whether the fact is there, and the option where it is a choice. What else is wrong, the engine says."""
        fact = self.policy.facts.get(name)
        return fact is not None and text in (fact.choices() or (text,))

    def ask(self, facts: Mapping[str, str], on: dt.date) -> Ended:
        """What this edition says to the facts that it knows."""
        known = {name: text for name, text in facts.items() if self.knows(name, text)}
        return ask(self.policy, self.topic, self.aspect, known, on)

    def values(self, name: str, facts: Mapping[str, str], on: dt.date) -> Iterator[Value]:
        """What to try for a fact; nothing where it is not known here."""
        fact = self.policy.facts.get(name)
        if fact is None:
            return
        yield from self.samples.of(name, {"on": on, **dict(self._read(facts))})
        if fact.kind() == "day":
            yield from self._around()
        elif fact.kind() == "moment":
            clocks = self.samples.clocks if self.samples.opened else (NOON,)
            yield from (dt.datetime.combine(day, clock) for day in self._around() for clock in clocks)

    def _read(self, facts: Mapping[str, str]) -> Iterator[tuple[str, Value]]:
        for name, text in facts.items():
            if self.knows(name, text):
                try:
                    yield name, self.policy.facts[name].read(text)
                except Refusal:
                    continue


def together(then: Policy, now: Policy, topic: str, aspect: Aspect, moved: Moved) -> Iterator[Pair]:
    """
    Every end of a question that both editions have, and the first place on each way where one needs another fact than
    the other. A way that begins with an option that only one of them has is not followed.
    """
    sides = _Side(then, topic, aspect, moved), _Side(now, topic, aspect, moved)
    for on in sorted({day for side in sides for day in side.days()}):
        yield from _on(sides, on)


def _on(sides: tuple[_Side, _Side], on: dt.date) -> Iterator[Pair]:
    waiting: list[tuple[list[dict[str, str]], bool]] = [([{}], True)]
    while waiting:
        given, alike = waiting.pop()
        # All of one edition and then all of the other: the engine keeps what it knows of the last one asked.
        ends = zip(*([side.ask(facts, on) for facts in given] for side in sides), strict=True)
        further: list[tuple[list[dict[str, str]], bool]] = []
        for facts, (then, now) in zip(given, ends, strict=True):
            needs = [end.fact for end in (then, now) if isinstance(end, Needs)]
            if any(fact in facts for fact in needs):
                continue
            parted = bool(needs) and (len(needs) == 1 or needs[0] != needs[1])
            if not needs or (parted and alike):
                yield Pair(sides[0].topic, sides[0].aspect, facts, on, then, now)
            if needs:
                texts = dict.fromkeys(canonical(one) for side in sides for one in side.values(needs[0], facts, on))
                further.append(([{**facts, needs[0]: text} for text in texts], alike and not parted))
        waiting += reversed(further)
