"""What a rule answers, with all of it worked out beforehand that is the same for every asking."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from assistant.decide.conditions import MOST_KEPT, tests, until
from assistant.decide.outcome import Answer, Judged
from assistant.model.calendar import WorkingDays
from assistant.model.policy import Policy
from assistant.model.record import Text, unique
from assistant.model.rule import Aspect, NoteUse, Rule
from assistant.vocabulary.calendars import ONE_DAY
from assistant.vocabulary.conditions.before import Before
from assistant.vocabulary.derivation import Ground, Work
from assistant.vocabulary.scope import Scope
from assistant.vocabulary.trail import Counted, Run, Tested

NOT_IN_FORCE: Final = "not-in-force"
Trail = list[Judged]
Ended = Callable[[Run, Trail], Answer]
"""Makes the answer of the rule that holds."""


def ended_by(scope: Scope, aspect: Aspect, rule: Rule) -> Ended:
    """What a rule answers, with all of it worked out that is the same for every asking."""
    policy, topic, edition = scope.policy.id, scope.topic.id, scope.policy.edition
    asks = tuple(map(scope.given, rule.asks))  # of a number that has bands, its band will do
    dates, values = _counts(scope, rule.dates), _counts(scope, rule.values)
    announced = announced_by(scope, aspect, rule)
    notes, grounds = _Notes(scope, rule.notes), _Grounds(scope, rule)
    fixed = grounds.of(notes.always, {}, {}) if notes.always is not None and grounds.fixed is not None else None

    def ended(run: Run, trail: Trail) -> Answer:
        for get in asks:
            get(run)
        days = {public: counted(run) for public, counted in dates} if dates else {}
        numbers = {public: counted(run) for public, counted in values} if values else {}
        carried = notes.always if notes.always is not None else notes.carried(run)
        cites, readings = fixed or grounds.of(carried, days, numbers)
        return Answer(
            policy, topic, aspect, run.on, edition, rule.verdict_for(aspect), rule, days, numbers, carried, cites,
            readings, run.used, tuple(trail), (), False, announced(run, days) if announced else (),
        )  # fmt: skip

    return ended


def _counts(scope: Scope, named: Mapping[str, str]) -> tuple[tuple[str, Work], ...]:
    return tuple((public, scope.counted(name)) for public, name in named.items())


class _Notes:
    """The notes that a rule carries, always or where their conditions hold."""

    def __init__(self, scope: Scope, uses: Iterable[NoteUse]) -> None:
        self._uses = [(use.note, tests(scope, use.when)) for use in uses]
        fixed = not any(tests for _, tests in self._uses)
        self.always = tuple(dict.fromkeys(note for note, _ in self._uses)) if fixed else None
        """Their ids, where none has conditions."""

    def carried(self, run: Run) -> tuple[str, ...]:
        """The ids of those whose conditions hold, each once."""
        return tuple(dict.fromkeys(note for note, tests in self._uses if not tests or until(run, tests)[-1].held))


class _Grounds:
    """The clauses and readings behind the answers of a rule, by what an answer carries; each is put together once."""

    def __init__(self, scope: Scope, rule: Rule) -> None:
        self._rule, self._notes = rule, scope.policy.shared.notes
        found = [scope.ground(name) for name in (*rule.dates.values(), *rule.values.values())]
        fixed = tuple(ground for ground in found if isinstance(ground, tuple))
        self.fixed = fixed if len(fixed) == len(found) else None
        self._known: dict[object, Ground] = {}

    def of(self, notes: tuple[str, ...], dates: Mapping[str, Counted], values: Mapping[str, Counted]) -> Ground:
        """What an answer with these notes rests on: the rule, then its dates and values, then the notes."""
        counted = (
            self.fixed
            if self.fixed is not None
            else tuple([(one.cites, one.readings) for one in (*dates.values(), *values.values())])
        )
        key = notes if self.fixed is not None else (notes, counted)
        return self._known.get(key) or self._known.setdefault(key, self._together(notes, counted))

    def _together(self, notes: tuple[str, ...], counted: tuple[Ground, ...]) -> Ground:
        carried = [(self._notes[name].cites, self._notes[name].readings) for name in notes]
        cites, readings = zip((self._rule.cites, self._rule.readings), *counted, *carried, strict=True)
        return unique(cites), unique(readings)


class InForce:
    """Whether a policy is in force on a day: asked before everything else where it names its first day."""

    def __init__(self, policy: Policy) -> None:
        self.policy, self.first = policy, policy.about.in_force_from
        about = policy.about.not_in_force
        say, cites, readings = (about.say, about.cites, about.readings) if about else (Text("", ""), (), ())
        self._rule = Rule(id=NOT_IN_FORCE, verdict=NOT_IN_FORCE, say=say, cites=cites, readings=readings)
        self._test = Before(before=str(self.first))
        self._known: dict[dt.date, Judged] = {}

    def judged(self, on: dt.date, first: dt.date) -> Judged:
        """The rule that answers where the day lies before the first. Its reason may be empty: the policy has none."""
        found = self._known.get(on)
        if found is None:
            if len(self._known) >= MOST_KEPT:
                self._known.clear()
            held = on < first
            found = self._known[on] = Judged(self._rule, (Tested("on", on, self._test, first, held),), held)
        return found

    def not_yet(self, topic: str, aspect: Aspect, on: dt.date, trail: Trail) -> Answer:
        """The answer to every question on a day before the first."""
        policy, rule = self.policy, self._rule
        return Answer(
            policy.id, topic, aspect, on, policy.edition, rule.verdict_for(aspect), rule, {}, {}, (), rule.cites,
            rule.readings, {}, tuple(trail),
        )  # fmt: skip


Announced = Callable[[Run, Mapping[str, Counted]], tuple[str, ...]]
"""The ids, sorted, of the calendars whose announced days may change an answer with these dates."""


def announced_by(scope: Scope, aspect: Aspect, rule: Rule) -> Announced | None:
    """What gives them; None where no calendar of the policy has such days, or where nobody asks when."""
    calendars = {name: one for name, one in scope.policy.about.calendars.items() if one.announced is not None}
    if aspect != "due" or not calendars:
        return None
    names = sorted(frozenset().union(*map(scope.reach, rule.dates.values())) & scope.derived.keys())

    def found(run: Run, dates: Mapping[str, Counted]) -> tuple[str, ...]:
        ends = [_day(one.value) for one in dates.values() if isinstance(one.value, dt.date)]
        seen = {
            name
            for name, day in _looked(run, names, calendars, ends)
            if any(season.holds(day) for season in calendars[name].announced_around)
        }
        return tuple(sorted(seen))

    return found


def _looked(run: Run, names: list[str], calendars: Mapping[str, WorkingDays],
            ends: list[dt.date]) -> Iterator[tuple[str, dt.date]]:  # fmt: skip
    """Each calendar on which something was counted, with every day of which it was asked, and where dates fall."""
    for taken in (taken for name in names if name in run.counted for taken in run.counted[name].steps):
        looked, calendar = taken.step.looked(taken), taken.calendar
        if calendar is not None and calendar in calendars and looked is not None:
            day, last = looked
            while day <= last:
                yield calendar, day
                day += ONE_DAY
            yield from ((calendar, end) for end in ends)


def _day(value: dt.date) -> dt.date:
    return value.date() if isinstance(value, dt.datetime) else value
