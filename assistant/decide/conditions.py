"""Conditions as functions of a run: asked up to the first that fails, and remembered where that tells nobody apart."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from assistant.decide.outcome import Judged
from assistant.vocabulary.condition import When, asked
from assistant.vocabulary.scope import Scope
from assistant.vocabulary.trail import Ask, Run, Tested

MOST_KEPT = 1000
"""How many outcomes of a condition are remembered."""
Test = Callable[[Run], Tested]


def asks(scope: Scope, when: When) -> Iterator[Ask]:
    """Conditions, compiled, in the order in which they are asked."""
    return (test.compiled(name, scope) for name, test in asked(when))


def tests(scope: Scope, when: When) -> tuple[Test, ...]:
    """Each condition as a function of a run."""
    return tuple(map(_test, asks(scope, when)))


def _test(ask: Ask) -> Test:
    inputs, tested = ask
    return lambda run: tested(*[get(run) for get in inputs])


def until(run: Run, tests: Iterable[Test]) -> tuple[Tested, ...]:
    """What comes of these conditions, up to the first that fails."""
    found: list[Tested] = []
    for test in tests:
        found.append(tested := test(run))
        if not tested.held:
            break
    return tuple(found)


def inputs_of(inputs: tuple[Callable[[Run], object], ...]) -> Callable[[Run], object]:
    """All that a condition depends on, as one value."""
    if len(inputs) == 1:
        return inputs[0]
    return lambda run: tuple([get(run) for get in inputs])


def remembered(
    depends: Callable[[Run], object], judge: Callable[[Run], Judged], known: dict[object, Judged]
) -> Callable[[Run], Judged]:
    """
    Remembers what comes of conditions on ids and days. Not of those on numbers: 50 and 50.0 are alike, and each is
    shown as it was given.
    """

    def judged(run: Run) -> Judged:
        made, key = judge(run), depends(run)
        if any(isinstance(value, int | Decimal) for value in (key if isinstance(key, tuple) else (key,))):
            return made
        if len(known) >= MOST_KEPT:
            known.clear()
        return known.setdefault(key, made)

    return judged
