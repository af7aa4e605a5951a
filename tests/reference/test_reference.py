"""The engine with its content says what a second reading of the catalogue says, written without either."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.decide import decide
from assistant.model.policy import Library, Policy
from assistant.model.rule import ASPECTS
from tests.reference.cases import ASPECTS as OFFERED
from tests.reference.cases import EDGES, Case, cases, facts_of, questions, reference, reply, walk
from tests.reference.licence_desk import AVAILABLE, CLOSES, COLUMNS, OPENS

QUESTIONS = [(policy, topic, aspect) for policy in OFFERED for topic, aspect in questions(policy)]
ASKED_ON = {
    "licence-desk": EDGES[3:15],
    "swap-out": (dt.date(2026, 9, 30), dt.date(2099, 12, 31)),
    "desknets-web-meeting": (dt.date(2025, 12, 31), dt.date(2026, 1, 1), dt.date(2026, 2, 1)),
}
"""The days on both sides of every date that a policy names; the other two name none."""


def engine(policy: Policy, case: Case) -> object:
    """What the engine says to a case."""
    aspect = next(aspect for aspect in ASPECTS if aspect == case.aspect)
    return reply(decide(policy, case.topic, aspect, case.facts, case.on))


def test_both_know_the_same_questions_and_facts(library: Library) -> None:
    for policy in library.policies.values():
        offered = {topic.id: topic.aspects for topic in policy.topics.values() if topic.aspects}
        assert offered == OFFERED[policy.id]
        assert set(policy.facts) == set(facts_of(policy.id))


@pytest.mark.parametrize(("policy", "topic", "aspect"), QUESTIONS)
def test_every_path_leads_to_the_same_answer(library: Library, policy: str, topic: str, aspect: str) -> None:
    asked = 0
    for on in ASKED_ON[policy]:
        for case, said in walk(Case(policy, topic, aspect, on, {})):
            assert engine(library.policies[policy], case) == said, case
            asked += 1
    assert asked


@pytest.mark.parametrize("service", COLUMNS)
@pytest.mark.parametrize("system", AVAILABLE)
def test_every_cell_holds_until_its_day_and_not_after_it(library: Library, system: str, service: str) -> None:
    last = AVAILABLE[system][COLUMNS.index(service)]
    days = [OPENS, CLOSES, *([last, last + dt.timedelta(days=1)] if isinstance(last, dt.date) else [])]
    for on in days:
        for aspect in ASPECTS:
            facts = {"system": system, "transition": "no", "swa": "active", "priority": "low"}
            case = Case("licence-desk", service, aspect, on, {**facts, "swa_activated_on": "2025-04-03"})
            assert engine(library.policies["licence-desk"], case) == reference(case), case


@pytest.mark.parametrize("policy", OFFERED)
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_case_has_the_same_answer(library: Library, policy: str, data: st.DataObject) -> None:
    """To draw facts takes longer than to answer a question: each question is asked about all that are drawn."""
    drawn = data.draw(cases(policy))
    for topic, aspect in questions(policy):
        case = drawn._replace(topic=topic, aspect=aspect)
        assert engine(library.policies[policy], case) == reference(case), case


@pytest.mark.parametrize("policy", OFFERED)
@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_a_fact_that_is_not_needed_changes_nothing(library: Library, policy: str, data: st.DataObject) -> None:
    case = data.draw(cases(policy))
    aspect = next(aspect for aspect in ASPECTS if aspect == case.aspect)
    whole = decide(library.policies[policy], case.topic, aspect, case.facts, case.on)
    used = getattr(whole, "facts", case.facts)
    spare = case._replace(facts={fact: text for fact, text in case.facts.items() if fact in used})
    assert engine(library.policies[policy], spare) == reply(whole)
