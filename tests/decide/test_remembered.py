"""Conditions as functions of a run: asked up to the first that fails, and remembered where that tells nobody apart."""

import pytest

from assistant.decide import engine
from assistant.model.policy import Policy
from assistant.vocabulary import trail
from tests.decide.desk import answered, desk, rule


def first(policy: Policy, **facts: str) -> trail.Tested:
    """What came of the first condition."""
    return answered(policy, **facts).trail[0].tests[0]


@pytest.mark.parametrize(
    "when", [{"starts": {"before": "on"}}, {"starts": {"before": "2026-01-10"}}, {"kind": "short"}]
)
def test_what_comes_of_ids_and_days_is_remembered(policy: Policy, when: dict[str, object]) -> None:
    ruled = desk(policy, rule("a", when=when), rule("b"))
    facts = {"starts": "2026-01-01", "kind": "short"}
    assert first(ruled, **facts) is first(ruled, **facts)
    assert (first(ruled, **facts).held, first(ruled, starts="2026-01-20", kind="long").held) == (True, False)
    assert first(ruled, **facts).held


def test_the_day_asked_about_tells_outcomes_apart(policy: Policy) -> None:
    ruled = desk(policy, rule("a", when={"starts": {"before": "on"}}), rule("b"))
    held = [answered(ruled, on, starts="2026-01-15").rule.id for on in ("2026-01-15", "2026-01-16", "2026-01-15")]
    assert held == ["b", "a", "b"]


def test_of_very_many_the_last_are_remembered(policy: Policy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "MOST_KEPT", 1)
    ruled = desk(policy, rule("a", when={"starts": {"before": "on"}}), rule("b"))
    before = first(ruled, starts="2026-01-01")
    for day in ("2026-01-02", "2026-01-20", "2026-01-02", "2026-01-20"):
        assert first(ruled, starts=day).held == (day == "2026-01-02")
    assert first(ruled, starts="2026-01-20") is first(ruled, starts="2026-01-20")
    again = first(ruled, starts="2026-01-01")
    assert again == before
    assert again is not before


def test_a_number_is_told_as_it_was_given(policy: Policy) -> None:
    """50 and 50.0 are alike, and each is shown as it was written."""
    ruled = desk(policy, rule("a", when={"km": {"at_most": "50"}}), rule("b"))
    for text in ("50", "50.0", "50"):
        found = answered(ruled, km=text)
        assert (found.rule.id, str(found.trail[0].tests[0].value)) == ("a", text)
    both = desk(policy, rule("a", when={"km": {"at_most": "days"}, "kind": "short"}), rule("b"))
    for text in ("7", "7.0"):
        found = answered(both, km=text, days="7", kind="short")
        assert str(found.trail[0].tests[0].value) == text
