"""Eight threads that ask a policy on which nothing hangs yet get what one thread gets."""

import datetime as dt
import sys
import threading
from collections.abc import Callable, Iterator

import pytest

from assistant.decide import Needs, decide
from assistant.decide.engine import Programs
from assistant.decide.exploration import explore
from assistant.decide.neighbours import neighbours
from assistant.model.policy import Library, Policy
from assistant.vocabulary.scope import scope_of

THREADS = 8
ON = dt.date(2026, 1, 15)


@pytest.fixture
def switching() -> Iterator[None]:
    """Threads give way to each other as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def everything(policy: Policy) -> list[object]:
    """What comes of every question with nothing known, and of the ways from there where they are few."""
    found: list[object] = []
    for topic in policy.topics.values():
        for aspect in topic.aspects:
            outcome = decide(policy, topic.id, aspect, {}, ON)
            found.append(outcome)
            if isinstance(outcome, Needs):
                tries = neighbours(policy, topic.id, aspect)
                found.append(tries.of(outcome.fact, {"on": ON}))
                found.append(tries.alike(outcome.fact))
                found.append(tries.outcome({}, ON.isoformat()))
                found.append(explore(policy, outcome, {}, ON))
    return found


def together(ask: Callable[[], object]) -> list[object]:
    """What each of the threads gets that ask at the same time; what one of them stumbles over is raised."""
    start, found, stumbled = threading.Barrier(THREADS), list[object](), list[BaseException]()

    def run() -> None:
        try:
            start.wait(timeout=300)
            found.append(ask())
        except BaseException as error:  # whatever it is, the test fails with it
            stumbled.append(error)

    threads = [threading.Thread(target=run) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if stumbled:
        raise stumbled[0]
    return found


@pytest.mark.usefixtures("switching")
@pytest.mark.parametrize("policy", ["licence-desk", "swap-out", "desknets-web-meeting"])
def test_all_threads_get_the_answers_of_one(library: Library, policy: str) -> None:
    alone = everything(library.policies[policy].model_copy())
    fresh = library.policies[policy].model_copy()
    assert together(lambda: everything(fresh)) == [alone] * THREADS


@pytest.mark.usefixtures("switching")
def test_what_hangs_on_a_policy_is_one_for_all_threads(library: Library) -> None:
    fresh = library.policies["licence-desk"].model_copy()
    assert len({id(one) for one in together(lambda: fresh.worked_out(Programs))}) == 1
    found = together(lambda: [scope_of(fresh, topic) for topic in fresh.topics])
    assert len({tuple(map(id, ones)) for ones in found}) == 1  # type: ignore[call-overload]  # they are lists


@pytest.mark.usefixtures("switching")
def test_what_each_topic_has_worked_out_is_one_for_all_threads(library: Library) -> None:
    fresh = library.policies["swap-out"].model_copy()
    found = together(lambda: [neighbours(fresh, topic.id, topic.aspects[0])
                              for topic in fresh.topics.values() if topic.aspects])  # fmt: skip
    assert len({tuple(map(id, ones)) for ones in found}) == 1  # type: ignore[call-overload]  # they are lists
