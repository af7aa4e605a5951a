"""Kinds of things that people say, each with the facts that it states: no other, and none in the opposite sense."""

import pytest

from assistant.match.question import Matcher
from tests.conftest import ROOT
from tests.match.test_facts import NOW, about, matcher

LINES = (ROOT / "tests/match/said.txt").read_text("utf-8").splitlines()
SAID = [tuple(part.strip() for part in line.split("|")) for line in LINES if line and not line.startswith("#")]

__all__ = ["matcher"]


@pytest.mark.parametrize(("kind", "topic", "text", "facts"), SAID)
def test_what_is_said_states_these_facts_and_no_others(
    matcher: Matcher, kind: str, topic: str, text: str, facts: str
) -> None:
    stated = matcher.read(text, about(topic), NOW).stated
    assert sorted(f"{one.fact}={one.value}" for one in stated) == sorted(facts.split()), kind
