"""The engine alone: one decision with its whole trail, beside a JSON round trip of the same case."""

import datetime as dt
import json
from collections.abc import Iterator

from assistant.content import read_library
from assistant.decide import Answer, decide
from assistant.model.policy import Library
from assistant.model.rule import Aspect
from assistant.settings import settings
from bench.figure import Figure, medians

ROUNDS = 20_000
ON = dt.date(2026, 1, 15)
CASES: tuple[tuple[str, str, Aspect, dict[str, str], float], ...] = (
    ("licence-desk", "hwkc-replacement", "free", {"system": "sv9500", "swa": "active"}, 25),
    (
        "swap-out",
        "onsite-visit",
        "due",
        {"level": "silver", "distance_km": "120", "state": "vic", "logged_at": "2026-09-24T14:05"},
        80,
    ),
)
"""Policy, topic, aspect, facts, and the most microseconds that the decision may take."""


def figures() -> Iterator[Figure]:
    """The two decisions that were promised."""
    library = read_library(settings().content)
    for case in CASES:
        yield _decision(library, *case)


def _decision(library: Library, policy: str, topic: str, aspect: Aspect, facts: dict[str, str], most: float) -> Figure:
    held = library.policies[policy]
    case = {"policy": policy, "topic": topic, "aspect": aspect, "on": str(ON), "facts": facts}
    answer = decide(held, topic, aspect, facts, ON)
    if not isinstance(answer, Answer) or not answer.trail:
        raise SystemExit(f"{policy}/{topic}/{aspect}: no answer with a trail: {answer}")
    ours, peer = medians(
        lambda: decide(held, topic, aspect, facts, ON), lambda: json.loads(json.dumps(case)), ROUNDS, warm=1_000
    )
    name = f"decide {policy}/{topic}/{aspect}, with the trail"
    return Figure(name, "µs", ours * 1e6, most, "json.loads(json.dumps(case))", peer * 1e6)
