"""
What comes of asking: an `Answer` with its whole trail, `Needs` for one more fact, or `Invalid` with every fault.

How a rule answers is worked out beforehand, as far as it is the same for every asking.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from assistant.model.calendar import WorkingDays
from assistant.model.policy import NotYet, Policy
from assistant.model.record import Text, unique
from assistant.model.rule import Aspect, Group, NoteUse, Rule, Verdict
from assistant.vocabulary.calendars import ONE_DAY
from assistant.vocabulary.conditions.order import Before
from assistant.vocabulary.days import as_day
from assistant.vocabulary.derivation import Ground, Rests, Work, fixed, joined, remembered, together
from assistant.vocabulary.scope import Scope
from assistant.vocabulary.trail import Ask, Counted, Run, Tested
from assistant.vocabulary.wording import Value


class Judged(NamedTuple):
    """One rule or group that was asked, with its conditions as far as they were asked."""

    item: Rule | Group
    tests: tuple[Tested, ...]
    held: bool


class Answer(NamedTuple):
    """
    A verdict, and everything that it rests on. `facts` are those that it needed, in the order asked. Nothing in it may
    be changed: answers share what is the same.

    `open` are facts that are not known, and `passed` are those of them whose day is known to have passed, on which the
    answer rests; the others make no difference to it, but `partly` where they may to notes and next steps.
    `announced` are the calendars whose days off, announced elsewhere and not known here, may move its dates.
    """

    policy: str
    topic: str
    aspect: Aspect
    on: dt.date
    edition: str
    verdict: Verdict
    rule: Rule
    dates: dict[str, Counted]
    values: dict[str, Counted]
    notes: tuple[str, ...]
    cites: tuple[str, ...]
    readings: tuple[str, ...]
    facts: dict[str, Value]
    trail: tuple[Judged, ...]
    open: tuple[str, ...] = ()
    partly: bool = False
    announced: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()

    @property
    def unknown(self) -> tuple[str, ...]:
        """The facts of which nothing is known at all."""
        return tuple(name for name in self.open if name not in self.passed)


class Needs(NamedTuple):
    """One more fact is needed: the first that the rule at hand asks for. `facts` are those used so far."""

    policy: str
    topic: str
    aspect: Aspect
    on: dt.date
    edition: str
    fact: str
    facts: dict[str, Value]
    trail: tuple[Judged, ...]


class FactFault(NamedTuple):
    """
    What is wrong with one thing given: its name (a fact's id, `on`, `topic` …), the reason's id, and details. `known`
    are the names of which one may have been meant.
    """

    name: str
    reason: str
    details: dict[str, str]
    known: tuple[str, ...] = ()


class Invalid(NamedTuple):
    """Nothing can be answered; every fault is listed."""

    faults: tuple[FactFault, ...]


Outcome = Answer | Needs | Invalid


NOT_IN_FORCE: Final = "not-in-force"
Trail = list[Judged]
Ended = Callable[[Run, Trail], Answer]
"""Makes the answer of the rule that holds."""


def until(run: Run, asks: Iterable[Ask]) -> tuple[Tested, ...]:
    """What comes of these conditions, up to the first that fails."""
    found: list[Tested] = []
    for ask in asks:
        found.append(tested := ask.of(run))
        if not tested.held:
            break
    return tuple(found)


def ended_by(scope: Scope, aspect: Aspect, rule: Rule) -> Ended:
    """What a rule answers, with all of it worked out that is the same for every asking."""
    policy, topic, edition = scope.policy.id, scope.topic.id, scope.policy.edition
    asked = tuple(map(scope.given, rule.asks))  # of a number that has bands, its band will do
    verdict = rule.verdict if isinstance(rule.verdict, str) else rule.verdict.get(aspect)
    announced, contents = announced_by(scope, aspect, rule), _contents(scope, rule)

    def ended(run: Run, trail: Trail) -> Answer:
        for get in asked:
            get(run)
        dates, values, notes, cites, readings = contents(run)
        answer = Answer(
            policy, topic, aspect, run.on, edition, verdict or rule.verdict_for(aspect), rule, dates, values, notes,
            cites, readings, run.used, tuple(trail),
        )  # fmt: skip
        return answer if announced is None else answer._replace(announced=announced(run, dates))

    return ended


Contents = tuple[dict[str, Counted], dict[str, Counted], tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""The dates and values of an answer, its notes, and the clauses and readings that it rests on."""


def _contents(scope: Scope, rule: Rule) -> Callable[[Run], Contents]:
    """What gives the contents of a rule's answers: once for each of the ids that they depend on, where no more does."""
    dates, values, notes = _counts(scope, rule.dates), _counts(scope, rule.values), _Notes(scope, rule.notes)
    counted = [*rule.dates.values(), *rule.values.values()]
    rests = joined([fixed(rule.cites, rule.readings), *map(scope.ground, counted), notes.rests, _also(scope, rule)])

    def contents(run: Run) -> Contents:
        days = {public: work(run) for public, work in dates} if dates else {}
        numbers = {public: work(run) for public, work in values} if values else {}
        return days, numbers, notes.carried(run), *rests.of(run)

    ids = scope.ids_below(counted) if notes.always is not None and not rule.also else None
    return contents if ids is None else remembered(together(ids), contents)


def _also(scope: Scope, rule: Rule) -> Rests:
    """The clauses of a rule that rest on conditions."""
    asked = [(one.cites, scope.asks(one.when)) for one in rule.also]

    def carried(run: Run) -> tuple[str, ...]:
        return unique(cites for cites, asks in asked if until(run, asks)[-1].held)

    return Rests((carried,) if asked else (), lambda run: (carried(run), ()))


def _counts(scope: Scope, named: Mapping[str, str]) -> tuple[tuple[str, Work], ...]:
    return tuple((public, scope.counted(name)) for public, name in named.items())


class _Notes:
    """The notes that a rule carries, always or where their conditions hold."""

    def __init__(self, scope: Scope, uses: Iterable[NoteUse]) -> None:
        self._uses = [(use.note, scope.asks(use.when)) for use in uses]
        self._notes = scope.policy.shared.notes
        always = not any(asks for _, asks in self._uses)
        self.always = tuple(dict.fromkeys(note for note, _ in self._uses)) if always else None
        """Their ids, where none has conditions."""
        self.rests = Rests(() if always else (self.carried,), self._ground)
        """What they rest on."""

    def carried(self, run: Run) -> tuple[str, ...]:
        """The ids of those whose conditions hold, each once."""
        if self.always is not None:
            return self.always
        return tuple(dict.fromkeys(note for note, asks in self._uses if not asks or until(run, asks)[-1].held))

    def _ground(self, run: Run) -> Ground:
        notes = [self._notes[name] for name in self.carried(run)]
        return unique(note.cites for note in notes), unique(note.readings for note in notes)


def not_in_force(policy: Policy) -> Iterator[Rule]:
    """
    The rule that answers every question on a day before the policy's first, where it names one. Its reason may be
    empty: the policy has none.
    """
    about = policy.about
    if about.in_force_from is not None:
        said = about.not_in_force or NotYet.model_construct(say=Text("", ""), cites=(), readings=())
        yield Rule(
            id=NOT_IN_FORCE, when={"on": Before(before=str(about.in_force_from))}, verdict=NOT_IN_FORCE, say=said.say,
            cites=said.cites, readings=said.readings,
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
        ends = [as_day(one.value) for one in dates.values() if isinstance(one.value, dt.date)]
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
        if (calendar := taken.calendar) is not None and calendar in calendars:
            day, last = taken.step.looked(taken)
            while day <= last:
                yield calendar, day
                day += ONE_DAY
            yield from ((calendar, end) for end in ends)
