"""Conditions as functions of a run, asked up to the first that fails, and what all of them depend on."""

from collections.abc import Callable, Iterable, Iterator

from assistant.vocabulary.condition import When, asked
from assistant.vocabulary.scope import Scope
from assistant.vocabulary.trail import Ask, Run, Tested

Test = Callable[[Run], Tested]


def asks(scope: Scope, when: When) -> Iterator[Ask]:
    """Conditions, compiled, in the order in which they are asked."""
    return (test.compiled(name, scope) for name, test in asked(when))


def tests(asks: Iterable[Ask]) -> tuple[Test, ...]:
    """Each condition as a function of a run."""
    return tuple(map(_test, asks))


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
