"""
Rules as a program: each aspect of a topic is compiled once into functions that ask its conditions from the top.

What is the same for every asking is worked out here: the conditions' own outcomes, the notes that are always carried,
the clauses behind an answer. What is left for an asking is to read its values and to keep the trail.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final, TypeVar

from assistant.decide.outcome import Answer, Judged
from assistant.model.policy import Policy
from assistant.model.record import Text, unique
from assistant.model.rule import Aspect, Group, Item, NoteUse, Rule
from assistant.vocabulary.condition import When
from assistant.vocabulary.conditions.before import Before
from assistant.vocabulary.derivation import Ground, Work
from assistant.vocabulary.scope import Scope, Scopes
from assistant.vocabulary.trail import Ask, Counted, Run, Tested

T = TypeVar("T")
Trail = list[Judged]
Ended = Callable[[Run, Trail], Answer]
"""Makes the answer of the rule that holds."""
Judge = Callable[[Run, Trail], Ended | None]
"""Asks a rule, a group or a list; what is asked goes on the trail. None where nothing in it answers."""
Program = Callable[[Run, Trail], Answer]
"""One aspect of one topic. Raises `Wanted`; `Refusal` for a day that cannot be worked out; `LookupError` where no rule
holds, which `check` refuses in content."""


NOT_IN_FORCE: Final = "not-in-force"
HELD = 2
"""Where the outcome stands in a `Judged`: it is read often, so by its place."""
MOST_KEPT = 1000
"""How many outcomes of a condition are remembered."""


class Programs(dict[tuple[str, Aspect], Program]):
    """
    Every aspect of a policy, compiled when it is first asked: `policy.worked_out(Programs)`. Raises `KeyError` where
    there is no such topic, or where it does not answer this aspect.
    """

    def __init__(self, policy: Policy) -> None:
        super().__init__()
        self._scopes = policy.worked_out(Scopes)
        self.first_day = policy.about.in_force_from
        """The first day on which the policy is in force, where it names one."""
        self._not_yet = _not_yet(policy)

    def not_yet(self, topic: str, aspect: Aspect, on: dt.date) -> Answer:
        """The answer to every question on a day before the first."""
        policy, rule = self._scopes[topic].policy, self._not_yet
        tested = Tested("on", on, Before(before=str(self.first_day)), self.first_day, True)
        return Answer(
            policy.id, topic, aspect, on, policy.edition, rule.verdict_for(aspect), rule, {}, {}, (), rule.cites,
            rule.readings, {}, (Judged(rule, (tested,), True),),
        )  # fmt: skip

    def __missing__(self, key: tuple[str, Aspect]) -> Program:
        topic, aspect = key
        scope = self._scopes[topic]
        if aspect not in scope.topic.aspects:
            raise KeyError(aspect)
        return self.setdefault(key, compiled(scope, aspect))


def _not_yet(policy: Policy) -> Rule:
    """The rule that answers before the policy is in force. Its reason is empty where the policy has none of its own."""
    about = policy.about.not_in_force
    say = about.say if about else Text("", "")
    cites, readings = (about.cites, about.readings) if about else ((), ())
    return Rule(id=NOT_IN_FORCE, verdict=NOT_IN_FORCE, say=say, cites=cites, readings=readings)


def compiled(scope: Scope, aspect: Aspect) -> Program:
    """One aspect of a topic as a program."""
    judge = _list(scope, aspect, scope.topic.rules(aspect))
    name = f"{scope.policy.id}/{scope.topic.id}/{aspect}"

    def program(run: Run, trail: Trail) -> Answer:
        ended = judge(run, trail)
        if ended is None:
            raise LookupError(f"{name}: no rule answers")
        return ended(run, trail)

    return program


def _list(scope: Scope, aspect: Aspect, items: Iterable[Item]) -> Judge:
    judges = tuple(_judges(scope, aspect, items))

    def ask(run: Run, trail: Trail) -> Ended | None:
        for judge in judges:
            ended = judge(run, trail)
            if ended is not None:
                return ended
        return None

    return ask


def _judges(scope: Scope, aspect: Aspect, items: Iterable[Item]) -> Iterator[Judge]:
    for item in items:
        if isinstance(item, Rule):
            ended = _ended(scope, aspect, item)
            yield _judge(item, _asks(scope, item.when), lambda run, trail, ended=ended: ended)  # type: ignore[misc]  # bound now
        elif isinstance(item, Group) and item.when:
            yield _judge(item, _asks(scope, item.when), _list(scope, aspect, item.then))
        elif isinstance(item, Group):
            yield from _judges(scope, aspect, item.then)


def _judge(item: Rule | Group, asks: tuple[Ask, ...], then: Judge) -> Judge:
    """
    Asks the conditions of a rule or a group, up to the first that fails; where all hold, goes on to what it holds.
    """
    if not asks:
        always = Judged(item, (), True)

        def go_on(run: Run, trail: Trail) -> Ended | None:
            trail.append(always)
            return then(run, trail)

        return go_on
    tests = tuple(_remembered(*one) for one in asks)
    judged: Callable[[Run], Judged] = lambda run: _of(item, _until(run, tests))  # noqa: E731  # one of two ways
    if len(asks) == 1:
        judged = _remembered(asks[0].inputs, lambda *inputs: _of(item, (asks[0].tested(*inputs),)))

    def ask(run: Run, trail: Trail) -> Ended | None:
        found = judged(run)
        trail.append(found)
        return then(run, trail) if found[HELD] else None

    return ask


def _of(item: Rule | Group, tests: tuple[Tested, ...]) -> Judged:
    return Judged(item, tests, tests[-1].held)


def _until(run: Run, tests: Iterable[Callable[[Run], Tested]]) -> tuple[Tested, ...]:
    """What comes of these conditions, up to the first that fails."""
    asked: list[Tested] = []
    for test in tests:
        asked.append(tested := test(run))
        if not tested.held:
            break
    return tuple(asked)


def _asks(scope: Scope, when: When) -> tuple[Ask, ...]:
    return tuple(test.compiled(name, scope) for name, test in when.items())


def _remembered(inputs: tuple[Callable[[Run], object], ...], make: Callable[..., T]) -> Callable[[Run], T]:
    """
    What `make` makes of the inputs, remembered where they are ids or days. Numbers are not: 50 and 50.0 are alike, and
    each is shown as it was given.
    """
    known: dict[object, T] = {}

    def found(run: Run, *values: object) -> T:
        if len(known) >= MOST_KEPT:
            known.clear()
        made = make(*values)
        if any(isinstance(value, int | Decimal) for value in values):
            return made
        return known.setdefault(values if len(values) > 1 else values[0], made)

    if len(inputs) == 1:
        get = inputs[0]
        return lambda run: known.get(value := get(run)) or found(run, value)
    one, other = inputs
    return lambda run: known.get(values := (one(run), other(run))) or found(run, *values)


def _ended(scope: Scope, aspect: Aspect, rule: Rule) -> Ended:
    """What a rule answers, with all of it worked out that is the same for every asking."""
    policy, topic, edition = scope.policy.id, scope.topic.id, scope.policy.edition
    asks = tuple(map(scope.get, rule.asks))
    dates, values = _counts(scope, rule.dates), _counts(scope, rule.values)
    notes, grounds = _Notes(scope, rule.notes), _Grounds(scope, rule)

    def ended(run: Run, trail: Trail) -> Answer:
        for get in asks:
            get(run)
        days = {public: counted(run) for public, counted in dates}
        numbers = {public: counted(run) for public, counted in values} if values else {}
        carried = notes.carried(run)
        cites, readings = grounds.of(carried, days, numbers)
        return Answer(
            policy, topic, aspect, run.on, edition, rule.verdict_for(aspect), rule, days, numbers, carried, cites,
            readings, run.used, tuple(trail),
        )  # fmt: skip

    return ended


def _counts(scope: Scope, named: Mapping[str, str]) -> tuple[tuple[str, Work], ...]:
    return tuple((public, scope.counted(name)) for public, name in named.items())


class _Notes:
    """The notes that a rule carries, always or where their conditions hold."""

    def __init__(self, scope: Scope, uses: Iterable[NoteUse]) -> None:
        self._uses = [(use.note, [_remembered(*ask) for ask in _asks(scope, use.when)]) for use in uses]
        always = not any(tests for _, tests in self._uses)
        self._always = tuple(dict.fromkeys(note for note, _ in self._uses)) if always else None

    def carried(self, run: Run) -> tuple[str, ...]:
        """Their ids, each once."""
        if self._always is not None:
            return self._always
        return tuple(dict.fromkeys(note for note, tests in self._uses if not tests or _until(run, tests)[-1].held))


class _Grounds:
    """The clauses and readings behind the answers of a rule, by what an answer carries; each is put together once."""

    def __init__(self, scope: Scope, rule: Rule) -> None:
        self._rule, self._notes = rule, scope.policy.shared.notes
        found = [scope.ground(name) for name in (*rule.dates.values(), *rule.values.values())]
        fixed = tuple(ground for ground in found if isinstance(ground, tuple))
        self._fixed = fixed if len(fixed) == len(found) else None
        self._known: dict[object, Ground] = {}

    def of(self, notes: tuple[str, ...], dates: Mapping[str, Counted], values: Mapping[str, Counted]) -> Ground:
        """What an answer with these notes rests on: the rule, then its dates and values, then the notes."""
        counted = self._fixed or tuple([(one.cites, one.readings) for one in (*dates.values(), *values.values())])
        key = notes if self._fixed is not None else (notes, counted)
        return self._known.get(key) or self._known.setdefault(key, self._together(notes, counted))

    def _together(self, notes: tuple[str, ...], counted: tuple[Ground, ...]) -> Ground:
        carried = [(self._notes[name].cites, self._notes[name].readings) for name in notes]
        cites, readings = zip((self._rule.cites, self._rule.readings), *counted, *carried, strict=True)
        return unique(cites), unique(readings)
