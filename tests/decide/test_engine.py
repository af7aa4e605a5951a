"""Properties of `decide` over the real content, whatever is asked and whatever is given."""

import datetime as dt
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.decide import Answer, Invalid, Needs, Outcome, canonical, decide
from assistant.model.policy import Library, Policy
from assistant.model.record import FIRST_DAY, LAST_DAY
from assistant.model.rule import Aspect
from assistant.vocabulary.fact import Fact
from assistant.vocabulary.facts.choice import Choice
from assistant.vocabulary.facts.moment import DayFact, MomentFact
from assistant.vocabulary.facts.number import NumberFact, WholeNumberFact

unhurried = settings(deadline=None, max_examples=200)
"""The first year of a calendar takes longer than all that follow."""
DAYS = st.dates(FIRST_DAY, LAST_DAY) | st.dates(dt.date(2024, 11, 1), dt.date(2027, 1, 31))
MOMENTS = st.datetimes(dt.datetime(2000, 1, 1), dt.datetime(2099, 12, 31)) | st.datetimes(
    dt.datetime(2026, 1, 1), dt.datetime(2026, 12, 31)
)


def texts(fact: Fact) -> st.SearchStrategy[str]:
    """Canonical texts that a fact accepts."""
    match fact:
        case Choice(options=options):
            return st.sampled_from(sorted(options))
        case DayFact():
            return DAYS.map(canonical)
        case MomentFact():
            return MOMENTS.map(lambda moment: canonical(moment.replace(microsecond=0)))
        case NumberFact():
            return st.decimals(0, 1000, places=3).map(canonical)
        case WholeNumberFact(least=least, most=most):
            return st.integers(least, most or 240).map(canonical)
    return st.sampled_from(["yes", "no"])


class Case:
    """A question about a policy, with facts."""

    def __init__(self, policy: Policy, topic: str, aspect: Aspect, on: dt.date, facts: dict[str, str]) -> None:
        self.policy, self.topic, self.aspect, self.on, self.facts = policy, topic, aspect, on, facts

    def decide(self, facts: Mapping[str, str] | None = None) -> Outcome:
        """The outcome, of other facts where some are given."""
        return decide(self.policy, self.topic, self.aspect, self.facts if facts is None else facts, self.on)

    def __repr__(self) -> str:
        return f"{self.policy.id}/{self.topic}/{self.aspect} {self.facts} on={self.on}"


@pytest.fixture(scope="module")
def cases(library: Library) -> st.SearchStrategy[Case]:
    """Questions about any policy, with all, some or none of its facts."""
    asked = [(p, t.id, aspect) for p in library.policies.values() for t in p.topics.values() for aspect in t.aspects]

    @st.composite
    def one(draw: st.DrawFn) -> Case:
        policy, topic, aspect = draw(st.sampled_from(asked))
        wanted = {name: texts(fact) for name, fact in policy.facts.items()}
        facts = draw(st.fixed_dictionaries(wanted) | st.fixed_dictionaries({}, optional=wanted))
        return Case(policy, topic, aspect, draw(DAYS), facts)

    return one()


@unhurried
@given(st.data())
def test_any_sound_case_is_answered_asked_or_refused_for_its_days(
    cases: st.SearchStrategy[Case], data: st.DataObject
) -> None:
    case = data.draw(cases)
    outcome = case.decide()
    if isinstance(outcome, Invalid):
        assert {fault.reason for fault in outcome.faults} <= {"day-beyond", "holidays-unknown"}
        assert {fault.name for fault in outcome.faults} == {"date"}


@unhurried
@given(st.data())
def test_the_order_of_facts_does_not_count(cases: st.SearchStrategy[Case], data: st.DataObject) -> None:
    case = data.draw(cases)
    shuffled = dict(data.draw(st.permutations(list(case.facts.items()))))
    assert case.decide(shuffled) == case.decide()


@unhurried
@given(st.data())
def test_what_is_needed_was_not_given_and_is_not_asked_again(
    cases: st.SearchStrategy[Case], data: st.DataObject
) -> None:
    case = data.draw(cases)
    outcome = case.decide()
    if isinstance(outcome, Needs):
        assert outcome.fact not in case.facts
        more = {**case.facts, outcome.fact: data.draw(texts(case.policy.facts[outcome.fact]))}
        after = case.decide(more)
        assert not isinstance(after, Needs) or after.fact not in more


@unhurried
@given(st.data())
def test_an_answer_stands_on_its_facts_alone(cases: st.SearchStrategy[Case], data: st.DataObject) -> None:
    case = data.draw(cases)
    outcome = case.decide()
    if isinstance(outcome, Answer):
        needed = {name: canonical(value) for name, value in outcome.facts.items()}
        assert needed.keys() <= case.facts.keys()
        assert case.decide(needed) == outcome


@unhurried
@given(st.data())
def test_a_fact_that_is_not_needed_changes_nothing(cases: st.SearchStrategy[Case], data: st.DataObject) -> None:
    case = data.draw(cases)
    outcome = case.decide()
    if isinstance(outcome, Answer):
        idle = sorted(case.policy.facts.keys() - outcome.facts.keys())
        other = {name: data.draw(texts(case.policy.facts[name])) for name in idle}
        assert case.decide({**case.facts, **other}) == outcome


@unhurried
@given(st.data())
def test_a_fact_that_is_wrong_is_named_even_where_it_is_not_needed(
    cases: st.SearchStrategy[Case], data: st.DataObject
) -> None:
    case = data.draw(cases)
    name = data.draw(st.sampled_from(sorted(case.policy.facts)))
    outcome = case.decide({**case.facts, name: "?", "no-fact": "x"})
    assert isinstance(outcome, Invalid)
    assert {fault.name for fault in outcome.faults} == {name, "no-fact"}


@unhurried
@given(st.data())
def test_every_answer_cites_and_every_date_is_a_day(cases: st.SearchStrategy[Case], data: st.DataObject) -> None:
    outcome = data.draw(cases).decide()
    if isinstance(outcome, Answer):
        assert outcome.cites
        assert outcome.trail[-1].item is outcome.rule
        assert all(isinstance(counted.value, dt.date) and counted.cites for counted in outcome.dates.values())


@given(st.text())
def test_any_day_asked_about_is_read_or_refused(library: Library, on: str) -> None:
    outcome = decide(library.policies["licence-desk"], "desk-closing", "due", {}, on)
    assert isinstance(outcome, Invalid)
    assert [fault.name for fault in outcome.faults] == ["on"]


def test_all_faults_are_listed(library: Library) -> None:
    facts = {"system": "pbx", "swa": "maybe", "colour": "red"}
    outcome = decide(library.policies["licence-desk"], "carrier-change", "free", facts, "2026-02-30")
    assert isinstance(outcome, Invalid)
    assert [(fault.name, fault.reason) for fault in outcome.faults] == [
        ("on", "no-such-day"),
        ("system", "no-such-option"),
        ("swa", "no-such-option"),
        ("colour", "no-such-fact"),
    ]


@pytest.mark.parametrize(
    ("topic", "aspect", "reason"),
    [
        ("no-topic", "free", "no-such-topic"),
        ("voucher", "due", "no-such-aspect"),
        ("request-service", "free", "no-such-aspect"),
    ],
)
def test_an_unknown_topic_or_aspect_is_invalid(library: Library, topic: str, aspect: Aspect, reason: str) -> None:
    outcome = decide(library.policies["licence-desk"], topic, aspect, {}, dt.date(2026, 1, 15))
    assert isinstance(outcome, Invalid)
    assert [fault.reason for fault in outcome.faults] == [reason]


def test_the_trail_tells_what_was_asked_and_why(library: Library) -> None:
    facts = {"transition": "no", "system": "ma4000-system-management", "swa": "active"}
    outcome = decide(library.policies["licence-desk"], "carrier-change", "free", facts, "2026-01-15")
    assert isinstance(outcome, Answer)
    judged = [(getattr(one.item, "id", "group"), one.held) for one in outcome.trail]
    assert judged[:4] == [("not-in-force", False), ("closed", False), ("group", False), ("group", True)]
    assert judged[-1] == (outcome.rule.id, True)
    asked = [(test.name, test.value, test.held) for test in outcome.trail[0].tests]
    assert asked == [("on", dt.date(2026, 1, 15), False)]
    assert outcome.trail[0].tests[0].against == dt.date(2024, 11, 14)


def test_a_reading_that_a_date_rests_on_is_carried(library: Library) -> None:
    facts = {"system": "bct-call-recorder"}
    outcome = decide(library.policies["licence-desk"], "merge-licences", "free", facts, "2024-12-31")
    assert isinstance(outcome, Answer)
    assert "R4" in outcome.readings
    assert "availability.table" in outcome.cites
