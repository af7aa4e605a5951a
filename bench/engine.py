"""
The engine alone: one decision with its whole trail, beside the same rules written by hand in Python, without reasons,
and beside two engines of rules that others have written.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from importlib.util import find_spec
from typing import NamedTuple

from assistant.content import read_library
from assistant.decide import Answer, Needs, decide
from assistant.decide.exploration import explore
from assistant.model.policy import Policy
from assistant.model.rule import Aspect
from assistant.settings import settings
from bench.figure import Figure, medians
from tests.reference import licence_desk, swap_out
from tests.reference.said import Facts, Said

ROUNDS = 20_000
ON = dt.date(2026, 1, 15)


class Case(NamedTuple):
    """A question with its facts, and the same rules written by hand."""

    policy: str
    topic: str
    aspect: Aspect
    facts: Mapping[str, str]
    by_hand: Callable[[str, str, Facts, dt.date], Said]


KEY = Case("licence-desk", "hwkc-replacement", "free", {"system": "sv9500", "swa": "active"}, licence_desk.answer)
VISIT = Case(
    "swap-out",
    "onsite-visit",
    "due",
    {"level": "silver", "distance_km": "120", "state": "vic", "logged_at": "2026-09-24T14:05"},
    swap_out.answer,
)


def figures() -> Iterator[Figure]:
    """What a decision costs, each beside a peer."""
    library = read_library(settings().content)
    yield _by_hand(library.policies[KEY.policy], KEY, "decide, with the trail")
    yield _by_hand(library.policies[VISIT.policy], VISIT, "decide a counted visit, with the trail")
    yield _left_open(library.policies[VISIT.policy])
    yield from _engines(library.policies[KEY.policy])


def _left_open(policy: Policy) -> Figure:
    """The question that leaves most ways open, all of them walked, beside one decision."""
    needs = decide(policy, VISIT.topic, VISIT.aspect, {}, ON)
    if not isinstance(needs, Needs):
        raise SystemExit(f"{VISIT.topic}/{VISIT.aspect}: nothing is asked for: {needs}")
    ours, peer = medians(partial(explore, policy, needs, {}, ON), _asked(policy, VISIT), rounds=9, warm=1)
    return Figure("every way that is left open", "ms", ours * 1e3, 50, "one decision", peer * 1e3)


def _asked(policy: Policy, case: Case) -> Callable[[], Answer]:
    def ask() -> Answer:
        answer = decide(policy, case.topic, case.aspect, case.facts, ON)
        if not isinstance(answer, Answer) or not answer.trail:
            raise SystemExit(f"{case.topic}/{case.aspect}: no answer with a trail: {answer}")
        return answer

    return ask


def _by_hand(policy: Policy, case: Case, name: str) -> Figure:
    def hand() -> Said:
        return case.by_hand(case.topic, case.aspect, Facts(case.facts), ON)

    ours, peer = medians(_asked(policy, case), hand, ROUNDS, warm=1_000)
    return Figure(name, "µs", ours * 1e6, 2, "tests/reference, by hand, without reasons", peer * 1e6, by_ratio=True)


def _engines(policy: Policy) -> Iterator[Figure]:
    """The engines of others; left out where they are not installed."""
    if find_spec("zen") is None or find_spec("rule_engine") is None:
        print("zen-engine and rule-engine are not installed (the extra bench): two figures are left out")
        return
    from bench import other_engines

    ask = _asked(policy, KEY)
    for name, peer, most in (("zen-engine, a decision table with trace", other_engines.zen_table(policy), 0.2),
                             ("rule-engine, its rules from the top", other_engines.rule_list(policy), 1)):  # fmt: skip
        verdict = peer({"on": ON, **KEY.facts})
        if verdict != ask().verdict:
            raise SystemExit(f"{name}: {verdict}, not {ask().verdict}")
        ours, theirs = medians(ask, partial(peer, {"on": ON, **KEY.facts}), ROUNDS, warm=1_000)
        yield Figure("decide, with the trail", "µs", ours * 1e6, most, name, theirs * 1e6, by_ratio=True)
