"""
`decide`: the first rule that holds answers.

A pure function of (policy, topic, aspect, facts, on). It knows no language, no disk and no clock.
"""

import datetime as dt
import operator
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache

from assistant.decide.derive import calendar_of, derive
from assistant.decide.outcome import Answer, Counted, FactFault, Invalid, Judged, Needs, Outcome, Tested, Value
from assistant.decide.values import likely, read, read_day
from assistant.errors import Refusal
from assistant.model.condition import After, AtLeast, AtMost, Before, Inside, OneOf, Test, When
from assistant.model.derived import Derived, DerivedDay
from assistant.model.policy import Policy
from assistant.model.rule import Aspect, Group, Item, Rule
from assistant.model.topic import Topic
from assistant.vocabulary.calendars import open_until


class _Wanted(Exception):
    """A fact is needed that was not given."""

    def __init__(self, fact: str) -> None:
        self.fact = fact


@lru_cache(maxsize=4096)
def _literal(text: str, day: bool) -> Value:
    return dt.date.fromisoformat(text) if day else Decimal(text)


class _Names:
    """What the names of one topic stand for: everything derived, and of that the fixed days, worked out once."""

    __slots__ = ("derived", "fixed", "policy")

    def __init__(self, policy: Policy, topic: Topic) -> None:
        self.policy = policy
        self.derived: dict[str, Derived] = {**policy.shared.derived, **topic.derived}
        self.fixed = {
            name: Counted(name, dt.date.fromisoformat(one.start), cites=one.cites, readings=one.readings)
            for name, one in self.derived.items()
            if isinstance(one, DerivedDay) and not one.steps and one.start[0].isdigit()
        }


_NAMES: dict[tuple[str, str], _Names] = {}


def _names(policy: Policy, topic: Topic) -> _Names:
    """The names of a topic, kept for as long as the same policy is asked."""
    names = _NAMES.get((policy.about.id, topic.id))
    if names is None or names.policy is not policy:
        names = _NAMES[policy.about.id, topic.id] = _Names(policy, topic)
    return names


class _Run:
    """One asking: the facts given, what was worked out so far, and the trail."""

    __slots__ = ("asked", "counted", "facts", "known", "leaning", "on", "policy", "topic", "trail", "used")

    def __init__(self, policy: Policy, topic: Topic, facts: dict[str, Value], on: dt.date) -> None:
        self.policy, self.topic, self.facts, self.on = policy, topic, facts, on
        names = _names(policy, topic)
        self.asked, self.known = policy.facts, names.derived
        self.used: dict[str, Value] = {}
        self.counted: dict[str, Counted] = names.fixed.copy()
        self.leaning: list[tuple[list[str], list[str]]] = []
        self.trail: list[Judged] = []

    def knows(self, name: str) -> bool:
        return name in self.known or name in self.asked or name == "on"

    def lean_on(self, cites: tuple[str, ...], readings: tuple[str, ...]) -> None:
        if self.leaning:
            self.leaning[-1][0].extend(cites)
            self.leaning[-1][1].extend(readings)

    def value(self, name: str) -> Value:
        if name == "on":
            return self.on
        if name in self.facts:
            value = self.used[name] = self.facts[name]
            return value
        if name in self.asked:
            raise _Wanted(name)
        return self.derived(name).value

    def derived(self, name: str) -> Counted:
        counted = self.counted.get(name)
        if counted is None:
            thing = self.known[name]
            self.leaning.append((list(thing.cites), list(thing.readings)))
            try:
                counted = derive(self, name, thing)
            finally:
                cites, readings = self.leaning.pop()
            counted = self.counted[name] = counted._replace(cites=tuple(cites), readings=tuple(readings))
        if self.leaning:
            self.lean_on(counted.cites, counted.readings)
        return counted

    def operand(self, text: str, value: Value) -> Value:
        if self.knows(text):
            return self.value(text)
        return _literal(text, isinstance(value, dt.date))

    def test(self, name: str, test: Test) -> Tested:
        if isinstance(test, OneOf):
            value = self.value(name)
            return Tested(name, value, test, None, value in test.one_of)
        if isinstance(test, Inside):
            return self._inside(name, test)
        value = self.value(name)
        word, holds = ORDERS[type(test)]
        against = self.operand(getattr(test, word), value)
        return Tested(name, value, test, against, holds(*_alike(value, against)))

    def _inside(self, name: str, test: Inside) -> Tested:
        hours = self.policy.about.hours[test.inside]
        calendar = calendar_of(self, hours.calendar)
        moment = self.value(name)
        if not isinstance(moment, dt.datetime):
            raise TypeError(f"not a moment: {moment!r}")
        return Tested(name, moment, test, None, open_until(hours, calendar, moment) is not None)

    def holds(self, when: When) -> tuple[bool, tuple[Tested, ...]]:
        tests: list[Tested] = []
        for name, test in when.items():
            tested = self.test(name, test)
            tests.append(tested)
            if not tested.held:
                return False, tuple(tests)
        return True, tuple(tests)

    def first(self, items: tuple[Item, ...]) -> Rule | None:
        """The first rule that holds; every item asked goes on the trail."""
        for item in items:
            held, tests = self.holds(item.when) if item.when else (True, ())
            if isinstance(item, Rule):
                self.trail.append(Judged(item, tests, held))
                if held:
                    return item
            elif isinstance(item, Group):
                if item.when:
                    self.trail.append(Judged(item, tests, held))
                if held and (rule := self.first(item.then)):
                    return rule
        return None


def _alike(value: Value, against: Value) -> tuple[object, object]:
    """Two values that can be ordered: a moment beside a day counts as its day."""
    if type(value) is type(against):
        return value, against
    if isinstance(value, dt.datetime) and not isinstance(against, dt.datetime):
        return value.date(), against
    if isinstance(against, dt.datetime) and not isinstance(value, dt.datetime):
        return value, against.date()
    return value, against


ORDERS: dict[type, tuple[str, Callable[..., bool]]] = {
    Before: ("before", operator.lt),
    After: ("after", operator.gt),
    AtMost: ("at_most", operator.le),
    AtLeast: ("at_least", operator.ge),
}


def decide(policy: Policy, topic: str, aspect: Aspect, facts: Mapping[str, str], on: dt.date | str) -> Outcome:
    """
    What the policy says: an answer with its trail, the one fact that is needed next, or every fault in what was given.

    `facts` are canonical texts by fact id; each is validated, also one that this answer does not need. No exception
    but for content that `check` would refuse.
    """
    faults: list[FactFault] = []
    known = policy.topics.get(topic)
    if known is None:
        faults.append(FactFault("topic", "no-such-topic", {"given": topic}))
    elif not known.rules(aspect):
        faults.append(FactFault("aspect", "no-such-aspect", {"given": aspect}))
    day = _read_on(on, faults)
    values = _read_facts(policy, facts, faults)
    if faults or known is None or day is None:
        return Invalid(tuple(faults))
    return _asked(_Run(policy, known, values, day), aspect)


def _read_on(on: dt.date | str, faults: list[FactFault]) -> dt.date | None:
    try:
        return read_day(on if isinstance(on, str) else on.isoformat())
    except Refusal as refusal:
        faults.append(FactFault("on", refusal.reason, refusal.details))
        return None


def _read_facts(policy: Policy, facts: Mapping[str, str], faults: list[FactFault]) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for name, text in facts.items():
        fact = policy.facts.get(name)
        try:
            if fact is None:
                raise Refusal("no-such-fact", given=name, **likely(name, policy.facts))
            values[name] = read(fact, text)
        except Refusal as refusal:
            faults.append(FactFault(name, refusal.reason, refusal.details))
    return values


def _asked(run: _Run, aspect: Aspect) -> Outcome:
    policy, topic = run.policy, run.topic
    try:
        rule = run.first(topic.rules(aspect))
        if rule is None:
            raise LookupError(f"{policy.id}/{topic.id}/{aspect}: no rule answers")
        return _answer(run, rule, aspect)
    except _Wanted as wanted:
        return Needs(policy.id, topic.id, aspect, run.on, policy.edition, wanted.fact, run.used, tuple(run.trail))
    except Refusal as refusal:
        return Invalid((FactFault("date", refusal.reason, refusal.details),))


def _answer(run: _Run, rule: Rule, aspect: Aspect) -> Answer:
    policy = run.policy
    for fact in rule.asks:
        run.value(fact)
    dates = {public: run.derived(name) for public, name in rule.dates.items()}
    values = {public: run.derived(name) for public, name in rule.values.items()}
    notes = tuple(dict.fromkeys(use.note for use in rule.notes if not use.when or run.holds(use.when)[0]))
    cites, readings = dict.fromkeys(rule.cites), dict.fromkeys(rule.readings)
    for counted in (*dates.values(), *values.values()):
        cites.update(dict.fromkeys(counted.cites))
        readings.update(dict.fromkeys(counted.readings))
    for name in notes:
        note = policy.shared.notes[name]
        cites.update(dict.fromkeys(note.cites))
        readings.update(dict.fromkeys(note.readings))
    return Answer(
        policy.id, run.topic.id, aspect, run.on, policy.edition, rule.verdict_for(aspect), rule,
        dates, values, notes, tuple(cites), tuple(readings), run.used, tuple(run.trail),
    )  # fmt: skip
