"""
Rules as a program: each aspect of a topic is compiled once into functions that ask its conditions from the top.

What is the same for every asking is worked out here: the conditions' own outcomes, the notes that are always carried,
the clauses behind an answer. What is left for an asking is to read its values and to keep the trail.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from assistant.decide.conditions import asks, inputs_of, remembered, tests, until
from assistant.decide.ending import Ended, InForce, Trail, ended_by
from assistant.decide.outcome import Answer, Judged
from assistant.model.policy import Policy
from assistant.model.rule import Aspect, Group, Item, Rule
from assistant.vocabulary.scope import Scope, Scopes
from assistant.vocabulary.trail import Run

Judge = Callable[[Run, Trail], Ended | None]
"""Asks a list; what is asked goes on the trail. None where nothing in it answers."""
Program = Callable[[Run, Trail], Answer]
"""One aspect of one topic. Raises `Wanted`; `Refusal` for a day that cannot be worked out; `LookupError` where no rule
holds, which `check` refuses in content."""
HELD = 2
"""Where the outcome stands in a `Judged`: it is read often, so by its place."""


class Programs(dict[tuple[str, Aspect], Program]):
    """
    Every aspect of a policy, compiled when it is first asked: `policy.worked_out(Programs)`. Raises `KeyError` where
    there is no such topic, or where it does not answer this aspect.
    """

    def __init__(self, policy: Policy) -> None:
        super().__init__()
        self._scopes = policy.worked_out(Scopes)
        self.in_force = InForce(policy)

    def __missing__(self, key: tuple[str, Aspect]) -> Program:
        topic, aspect = key
        scope = self._scopes[topic]
        if aspect not in scope.topic.aspects:
            raise KeyError(aspect)
        return self.setdefault(key, compiled(scope, aspect))


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


class _Asked(NamedTuple):
    """
    A rule or a group in its list. What comes of its conditions depends on `depends` alone, where that is not None, and
    is `known` by it; `judge` works it out. Where they hold, a rule has `ended`, and a group asks the list `then`.
    """

    depends: Callable[[Run], object] | None
    known: dict[object, Judged]
    judge: Callable[[Run], Judged]
    ended: Ended | None
    then: Judge | None


def _list(scope: Scope, aspect: Aspect, items: Iterable[Item]) -> Judge:
    """A list of rules and groups, asked from the top until one answers."""
    asked = tuple(_entries(scope, aspect, items))

    def ask(run: Run, trail: Trail) -> Ended | None:
        for depends, known, judge, ended, then in asked:
            judged = (known.get(depends(run)) if depends else None) or judge(run)
            trail.append(judged)
            if judged[HELD] and (found := ended or (then(run, trail) if then else None)):
                return found
        return None

    return ask


def _entries(scope: Scope, aspect: Aspect, items: Iterable[Item]) -> Iterator[_Asked]:
    for item in items:
        if isinstance(item, Rule):
            yield _asked(scope, item, ended_by(scope, aspect, item), None)
        elif isinstance(item, Group) and item.when:
            yield _asked(scope, item, None, _list(scope, aspect, item.then))
        elif isinstance(item, Group):
            yield from _entries(scope, aspect, item.then)


def _asked(scope: Scope, item: Rule | Group, ended: Ended | None, then: Judge | None) -> _Asked:
    asked = tests(scope, item.when)
    known: dict[object, Judged] = {}
    if not asked:
        always = Judged(item, (), True)
        return _Asked(None, known, lambda run: always, ended, then)

    def judge(run: Run) -> Judged:
        """Asks the conditions up to the first that fails."""
        found = until(run, asked)
        return Judged(item, found, found[-1].held)

    if len(asked) > 1:
        return _Asked(None, known, judge, ended, then)
    (ask,) = asks(scope, item.when)
    depends = inputs_of(ask.inputs)
    return _Asked(depends, known, remembered(depends, judge, known), ended, then)
