"""Two editions are asked the same questions with the same facts, at both editions' thresholds."""

import datetime as dt

import pytest

from assistant.decide import Answer, Needs
from assistant.model.policy import Policy
from assistant.model.rule import Aspect
from assistant.vocabulary.conditions.inclusion import OneOf
from assistant.workbench.editions.pairs import Pair, moved_days, together
from tests.workbench.editions.changing import policy_of, thresholds, with_rule

QUESTION: tuple[str, Aspect] = ("onsite-visit", "covered")
COVERED, OLD = (f"swap-out.topics.onsite-visit.covered.{name}" for name in ("covered", "out-of-warranty"))


@pytest.fixture(scope="module")
def policy() -> Policy:
    return policy_of("swap-out")


def pairs(then: Policy, now: Policy) -> list[Pair]:
    return list(together(then, now, *QUESTION, moved_days(then, now)))


def test_one_edition_beside_itself_says_the_same_on_every_way(policy: Policy) -> None:
    found = pairs(policy, policy)
    assert len(found) > 20
    assert all(pair.then == pair.now and not isinstance(pair.then, Needs) for pair in found)
    assert len({(pair.on, *pair.facts.items()) for pair in found}) == len(found)


def test_where_one_needs_another_fact_the_place_is_told_once_and_the_way_goes_on(policy: Policy) -> None:
    changed = with_rule(policy, OLD, lambda rule: rule.model_copy(update={"when": {"fault": rule.when["in_warranty"]}}))
    found = pairs(policy, changed)
    parted = [pair for pair in found if isinstance(pair.then, Needs) or isinstance(pair.now, Needs)]
    assert {(pair.then.fact, pair.now.fact) for pair in parted if isinstance(pair.then, Needs)
            and isinstance(pair.now, Needs)} == {("in_warranty", "term_end")}  # fmt: skip
    beyond = [pair for pair in found if isinstance(pair.then, Answer) and "term_end" in pair.facts]
    assert beyond


def test_a_threshold_of_either_edition_is_tried_on_both_sides(policy: Policy) -> None:
    _, changed = thresholds("swap-out")[0]
    for then, now in ((policy, changed), (changed, policy)):
        questions = ((topic.id, aspect) for topic in now.topics.values() for aspect in topic.aspects)
        found = [pair for question in questions for pair in together(then, now, *question, {})]
        assert any(pair.then != pair.now for pair in found)


def test_a_day_that_one_calendar_works_is_asked_about(policy: Policy) -> None:
    day = dt.date(2026, 8, 13)
    calendars = {name: one.model_copy(update={"closed": (day,)}) for name, one in policy.about.calendars.items()}
    closed = policy.model_copy(update={"about": policy.about.model_copy(update={"calendars": calendars})})
    moved = moved_days(policy, closed)
    found = list(together(policy, closed, "support-hours", "due", moved))
    asked = {text[:10] for pair in found for text in pair.facts.values()} | {pair.on.isoformat() for pair in found}
    assert day.isoformat() in asked


def test_content_that_breaks_ends_the_way(policy: Policy) -> None:
    broken = with_rule(
        policy, COVERED, lambda rule: rule.model_copy(update={"when": {"fault": OneOf(one_of=("none",))}})
    )
    assert any(isinstance(pair.then, Answer) and not isinstance(pair.now, Answer) for pair in pairs(policy, broken))
