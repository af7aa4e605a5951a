"""Kinds of things that people say, each with the facts that it states: no other, and none in the opposite sense."""

import pytest

from assistant.match.question import Matcher
from tests.conftest import ROOT
from tests.match.test_facts import NOW, about, matcher


def lines(name: str) -> list[tuple[str, ...]]:
    """The cases of a file, each in its parts."""
    text = (ROOT / "tests/match" / name).read_text("utf-8")
    return [tuple(map(str.strip, line.split("|"))) for line in text.splitlines() if not line.startswith("#")]


SAID, TRAPS = lines("said.txt"), lines("traps.txt")
SHORTENED = [line for line in SAID if "n't" in line[2]]

__all__ = ["matcher"]


@pytest.mark.parametrize(("kind", "topic", "text", "facts"), SAID)
def test_what_is_said_states_these_facts_and_no_others(
    matcher: Matcher, kind: str, topic: str, text: str, facts: str
) -> None:
    stated = matcher.read(text, about(topic), NOW).stated
    assert sorted(f"{one.fact}={one.value}" for one in stated) == sorted(facts.split()), kind


@pytest.mark.parametrize("apostrophe", ["\u2019", "\u00b4", "`", ""])
@pytest.mark.parametrize(("kind", "topic", "text", "facts"), SHORTENED)
def test_an_apostrophe_is_written_in_many_ways_and_left_out(
    matcher: Matcher, kind: str, topic: str, text: str, facts: str, apostrophe: str
) -> None:
    stated = matcher.read(text.replace("n't", f"n{apostrophe}t"), about(topic), NOW).stated
    assert sorted(f"{one.fact}={one.value}" for one in stated) == sorted(facts.split()), kind


@pytest.mark.parametrize(("topic", "text", "facts"), TRAPS)
def test_what_invites_a_wrong_fact_gives_none(matcher: Matcher, topic: str, text: str, facts: str) -> None:
    stated = matcher.read(text, about(topic), NOW).stated
    assert {f"{one.fact}={one.value}" for one in stated} == set(facts.split())
