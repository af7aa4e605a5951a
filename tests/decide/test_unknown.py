"""Asking with things that are not known: what stands whatever they are, resting on the clauses of all ways."""

import datetime as dt

import pytest

from assistant.decide import Answer, Invalid, Needs
from assistant.decide.exploration import Leaf
from assistant.decide.settled import with_reason
from assistant.decide.unknown import Told, ask_needful, ask_with, refusal
from assistant.model.policy import Library, Policy
from assistant.model.rule import Aspect
from tests.decide.desk import ON, Written, desk, rule, settled, told, told_answer
from tests.vocabulary.given import fact

SAME: tuple[Written, ...] = (
    rule("a", when={"kind": "short"}, cites=("ask",), say="As it is."),
    rule("b", cites=("days",), readings=("R1",), say="As it is."),
)
"""Two ways to one answer, from other clauses; to settle it, both must say the very same sentence."""


def test_what_nobody_needs_to_know_changes_nothing(policy: Policy) -> None:
    found = told(policy, rule("a"))
    assert isinstance(found.outcome, Answer)
    assert (found.explored, found.outcome.open) == (None, ())


def test_without_anything_unknown_nothing_is_explored(policy: Policy) -> None:
    found = told(policy, *SAME, unknown=())
    assert isinstance(found.outcome, Needs)
    assert found.explored is None


def test_where_ways_differ_the_question_stays_and_all_that_is_possible_is_told(policy: Policy) -> None:
    found = told(policy, rule("a", when={"kind": "short"}), rule("b", verdict="ended"))
    assert isinstance(found.outcome, Needs)
    assert found.explored is not None
    assert [leaf.answer.rule.id for leaf in found.explored.leaves] == ["a", "b"]


def alike(policy: Policy) -> Policy:
    """The policy with two rules that say the same sentence, each from its own clause."""
    ruled = desk(policy, *SAME)
    topic = ruled.topics["desk"]
    first, second = topic.due
    same = second.model_copy(update={"say": first.say})  # type: ignore[union-attr]  # two rules
    return ruled.model_copy(
        update={"topics": {**ruled.topics, "desk": topic.model_copy(update={"due": (first, same)})}}
    )


def test_a_number_whose_band_is_asked_for_by_its_id_is_not_left_out(policy: Policy) -> None:
    km = fact("number", bands={"near": "50", "far": "none"}, labels={"near": "Near", "far": "Far"})
    banded = policy.model_copy(update={"facts": {**policy.facts, "km": km}})
    ruled = desk(banded, rule("a", when={"km": "near"}), rule("b", verdict="ended"))
    assert isinstance(ask_needful(ruled, "desk", "due", {}, (), ON, named=False).outcome, Needs)


def test_an_answer_rests_on_the_clauses_and_readings_of_every_way(policy: Policy) -> None:
    found = settled(alike(policy))
    assert (found.verdict, found.cites, found.readings) == ("dated", ("ask", "days"), ("R1",))
    assert (found.open, found.facts, found.partly) == (("kind",), {}, False)


def test_where_reasons_differ_nothing_is_settled(policy: Policy) -> None:
    ruled = desk(policy, rule("a", when={"kind": "short"}), rule("b"))
    assert isinstance(ask_with(ruled, "desk", "due", {}, ("kind",), ON).outcome, Needs)


def test_every_fault_is_told(policy: Policy) -> None:
    found = told(policy, *SAME, unknown=("kind", "colour"), kind="short", starts="soon").outcome
    assert isinstance(found, Invalid)
    assert [(fault.name, fault.reason) for fault in found.faults] == [
        ("starts", "day-wanted"), ("kind", "known-and-unknown"), ("unknown", "no-such-fact"),
    ]  # fmt: skip
    assert found.faults[2].details == {"given": "colour"}
    assert found.faults[2].known == tuple(policy.facts)
    alone = told(policy, *SAME, unknown=("colour",), kind="short").outcome
    assert isinstance(alone, Invalid)
    assert len(alone.faults) == 1


def test_one_rule_for_every_way_is_settled_with_what_is_the_same(policy: Policy) -> None:
    notes = ("sorry", {"note": "long", "when": {"kind": "long"}})
    found = told_answer(policy, rule("a", notes=notes, asks=("kind", "sure"), dates={"day": "fixed"}), sure="yes")
    assert (found.notes, found.partly, found.open) == (("sorry",), True, ("kind",))
    assert found.facts == {"sure": "yes"}
    assert found.dates["day"].value == dt.date(2026, 3, 31)


def test_notes_that_are_the_same_leave_nothing_open(policy: Policy) -> None:
    found = told_answer(policy, rule("a", notes=("sorry",), asks=("kind",), next="form"))
    assert (found.notes, found.partly, found.rule.next) == (("sorry",), False, "form")


def nexts(policy: Policy, first: str | None, second: str | None) -> Policy:
    """The policy with two rules that say the same and lead to these next steps."""
    ruled = alike(policy)
    topic = ruled.topics["desk"]
    steps = (first, second)
    due = tuple(one.model_copy(update={"next": step}) for one, step in zip(topic.due, steps, strict=True))
    return ruled.model_copy(update={"topics": {**ruled.topics, "desk": topic.model_copy(update={"due": due})}})


@pytest.mark.parametrize(
    ("steps", "after", "partly"),
    [(("form", "form"), "form", False), ((None, None), None, False), (("form", None), None, True)],
)
def test_a_next_step_stands_where_every_way_leads_to_it(
    policy: Policy, steps: tuple[str | None, str | None], after: str | None, partly: bool
) -> None:
    found = settled(nexts(policy, *steps))
    assert (found.rule.next, found.partly) == (after, partly)


@pytest.mark.parametrize("on", ["2026-01-15", "2026-05-01", "2026-11-29"])
def test_that_a_day_has_passed_counts_only_where_it_is_told_apart(library: Library, on: str) -> None:
    """A date is worked out from it, whichever it is: of days that were tried none is any likelier for having passed."""
    policy, day = library.policies["swap-out"], dt.date.fromisoformat(on)
    told, passed = (ask_needful(policy, "renewal-notice", "due", over, (), day, False)
                    for over in ({}, {"term_end": "passed"}))  # fmt: skip
    assert passed == told


@pytest.mark.parametrize(
    ("known", "on", "told"),
    [
        ({"in_warranty": "no"}, "2026-11-30", True),
        ({"in_warranty": "yes"}, "2026-11-30", False),
        ({"in_price_book": "yes"}, "2026-11-30", False),
    ],
)
def test_a_no_for_one_reason_or_another_is_told_before_more_is_asked(
    library: Library, known: dict[str, str], on: str, told: bool
) -> None:
    policy, day = library.policies["swap-out"], dt.date.fromisoformat(on)
    found = ask_needful(policy, "eligibility", "covered", known, (), day, False)
    assert isinstance(found.outcome, Needs)
    assert bool(found.explored) == told


def test_cover_that_is_over_is_told_before_more_is_asked(library: Library) -> None:
    policy, over = library.policies["swap-out"], {"term_end": "2026-11-20"}
    for day, over_told in ((dt.date(2026, 11, 21), True), (dt.date(2026, 11, 20), False)):
        assert bool(ask_needful(policy, "onsite-visit", "covered", over, (), day, False).explored) == over_told


LOGGED = {"level": "gold", "distance_km": "20", "state": "nsw", "logged_at": "2026-01-15T10:00"}


@pytest.mark.parametrize("aspect", ["free", "due"])
@pytest.mark.parametrize(
    ("known", "refused"),
    [
        ({"fault": "installation"}, "installation-fault"),
        ({"in_warranty": "no"}, "out-of-warranty"),
        ({"term_end": "2026-01-14"}, "term-over"),
        ({"fault": "unit"}, None),
        ({"term_end": "2026-01-15"}, None),
        ({"term_end": "2026-01-14", "logged_at": "2026-01-14T17:00"}, None),  # what ends later voids no call
        ({"term_end": "2026-01-13", "logged_at": "2026-01-14T17:00"}, "term-over"),
        ({"term_end": "2026-01-20", "logged_at": "2026-01-21T10:00"}, "term-over"),
        ({"in_warranty": "no", "logged_at": "2025-01-14T17:00"}, "out-of-warranty"),
        ({}, None),
    ],
)
def test_where_there_is_no_cover_no_day_and_no_yes_is_said(
    library: Library, aspect: Aspect, known: dict[str, str], refused: str | None
) -> None:
    policy, facts = library.policies["swap-out"], {**LOGGED, **known}
    outcome = ask_with(policy, "onsite-visit", aspect, facts, (), ON).outcome
    told = refusal(policy, outcome, facts, ())
    rule = told and (told.outcome.rule if isinstance(told.outcome, Answer) else leaves(policy, told)[0].answer.rule)
    assert (rule and rule.id) == refused


def leaves(policy: Policy, told: Told) -> tuple[Leaf, ...]:
    """What is possible for a reason that is known."""
    assert told.explored
    return with_reason(policy, told.explored).leaves
