"""What a rule answers: its dates and values, its notes, the clauses behind it; and nothing before the first day."""

import datetime as dt

import pytest

from assistant.decide import Answer, Invalid
from assistant.model.policy import NotYet, Policy
from assistant.model.record import Text
from tests.decide.desk import ON, answered, asked, desk, needed, rule


def test_facts_are_asked_for_in_the_order_that_a_rule_wants(policy: Policy) -> None:
    ruled = desk(policy, rule("a", asks=("sure", "kind")))
    assert needed(ruled).fact == "sure"
    assert needed(ruled, sure="no").fact == "kind"
    assert list(answered(ruled, sure="no", kind="long").facts) == ["sure", "kind"]


def test_dates_and_values_stand_under_their_public_names(policy: Policy) -> None:
    own = {"count": {"whole_months_after": "starts", "up_to": "on"}}
    ruled = desk(policy, rule("a", dates={"day": "fixed"}, values={"number": "count"}), own=own)
    found = answered(ruled, starts="2025-11-30")
    assert {name: one.value for name, one in found.dates.items()} == {"day": dt.date(2026, 3, 31)}
    assert {name: one.value for name, one in found.values.items()} == {"number": 1}


@pytest.mark.parametrize(
    ("at", "ends"),
    [
        ("2026-04-28T10:00", "2026-04-28T12:00"),
        ("2026-04-28T08:59", None),
        ("2026-04-28T12:00", None),
        ("2026-04-28T17:00", None),
        ("2026-04-29T10:00", None),
    ],
)
def test_hours_that_a_moment_does_not_lie_in_have_no_end(policy: Policy, at: str, ends: str | None) -> None:
    own = {"end": {"start": "at", "steps": ({"closing": "desk"},)}}
    found = asked(desk(policy, rule("a", dates={"day": "end"}), own=own), "due", {"at": at})
    if isinstance(found, Answer):
        assert found.dates["day"].value == dt.datetime.fromisoformat(ends or "")
    else:
        assert isinstance(found, Invalid)
        assert ([fault.reason for fault in found.faults], ends) == (["outside-hours"], None)


def test_a_shared_rule_has_a_verdict_for_each_aspect(policy: Policy) -> None:
    shared = rule("a", verdict={"due": "dated", "free": "ended"})
    assert answered(desk(policy, shared)).verdict == "dated"
    free = asked(desk(policy, shared, aspect="free"), "free", {})
    assert isinstance(free, Answer)
    assert free.verdict == "ended"


NOTES = ("sorry", {"note": "long", "when": {"kind": "long"}}, {"note": "sorry", "when": {"sure": "yes"}})


@pytest.mark.parametrize(
    ("facts", "notes"),
    [
        ({"kind": "long", "sure": "yes"}, ("sorry", "long")),
        ({"kind": "long", "sure": "no"}, ("sorry", "long")),
        ({"kind": "short", "sure": "yes"}, ("sorry",)),
    ],
)
def test_notes_are_carried_once_and_where_their_conditions_hold(
    policy: Policy, facts: dict[str, str], notes: tuple[str, ...]
) -> None:
    assert answered(desk(policy, rule("a", notes=NOTES)), **facts).notes == notes


def test_a_note_asks_all_its_conditions_and_for_their_facts(policy: Policy) -> None:
    both = {"note": "long", "when": {"kind": "long", "sure": "yes"}}
    ruled = desk(policy, rule("a", notes=(both,)))
    assert needed(ruled).fact == "kind"
    assert answered(ruled, kind="short").notes == ()
    assert needed(ruled, kind="long").fact == "sure"
    assert [answered(ruled, kind="long", sure=sure).notes for sure in ("yes", "no")] == [("long",), ()]


def test_an_answer_rests_on_its_rule_then_on_what_it_counts_then_on_its_notes(policy: Policy) -> None:
    notes = ({"note": "long", "when": {"kind": "long"}},)
    ruled = desk(policy, rule("a", dates={"day": "last"}, notes=notes, cites=("days",)))
    short, long = answered(ruled, kind="short"), answered(ruled, kind="long")
    assert (short.cites, short.readings) == (("days",), ("R1",))
    assert (long.cites, long.readings) == (("days", "ask"), ())
    noted = desk(policy, rule("a", dates={"day": "fixed"}, notes=notes, cites=("days",), readings=("R1",)))
    assert (answered(noted, kind="short").cites, answered(noted, kind="long").cites) == (("days",), ("days", "ask"))
    assert answered(noted, kind="long").readings == ("R1",)


def test_an_answer_rests_on_the_clauses_of_its_own_case_alone(policy: Policy) -> None:
    also = tuple({"when": {"kind": kind}, "cites": (clause,)} for kind, clause in (("long", "ask"), ("short", "days")))
    ruled = desk(policy, rule("a", also=also, cites=("days",)))
    assert needed(ruled).fact == "kind"
    assert (answered(ruled, kind="long").cites, answered(ruled, kind="short").cites) == (("days", "ask"), ("days",))


def begun(policy: Policy, say: NotYet | None = None, first: dt.date = ON) -> Policy:
    """The policy, in force from a day, or else from the day asked about."""
    about = policy.about.model_copy(update={"in_force_from": first, "not_in_force": say})
    return policy.model_copy(update={"about": about})


@pytest.mark.parametrize(
    ("first", "on", "rule_id"),
    [
        ("2026-01-15", "2026-01-14", "not-in-force"),
        ("2026-01-15", "2026-01-15", "a"),
        ("2027-04-01", "2027-03-31", "not-in-force"),
        ("2027-04-01", "2027-04-01", "a"),
        ("2027-04-01", "2016-04-01", "not-in-force"),
        ("2027-01-01", "2026-12-31", "not-in-force"),
        ("2027-01-01", "2027-01-02", "a"),
        ("2028-03-01", "2028-02-29", "not-in-force"),
        ("2028-02-29", "2028-02-29", "a"),
    ],
)
def test_before_its_first_day_a_policy_answers_nothing_else(policy: Policy, first: str, on: str, rule_id: str) -> None:
    assert answered(desk(begun(policy, first=dt.date.fromisoformat(first)), rule("a")), on).rule.id == rule_id


@pytest.mark.parametrize("facts", [{}, {"kind": "long"}, {"kind": "short", "sure": "yes"}, {"starts": "2026-01-20"}])
def test_before_the_first_day_no_fact_is_asked_for_and_none_counts(policy: Policy, facts: dict[str, str]) -> None:
    ruled = desk(begun(policy), rule("a", when={"kind": "long"}), rule("b", asks=("at",)))
    assert (answered(ruled, "2026-01-14", **facts).verdict, answered(ruled, "2026-01-14", **facts).facts) == (
        "not-in-force", {},
    )  # fmt: skip
    if facts.get("kind") != "long":
        assert needed(ruled, **facts).fact in {"kind", "at"}


def test_what_is_said_before_the_first_day_is_the_policys_own(policy: Policy) -> None:
    say = NotYet(say=Text("", "Not yet."), cites=("days",), readings=("R1",))
    found = answered(begun(policy, say), dt.date(2026, 1, 14))
    assert (found.verdict, found.rule.say.source, found.cites, found.readings) == (
        "not-in-force", "Not yet.", ("days",), ("R1",),
    )  # fmt: skip
    (judged,) = found.trail
    (test,) = judged.tests
    assert (judged.held, test.name, test.value, test.against, test.held) == (True, "on", found.on, ON, True)
    assert (found.facts, found.dates, found.values, found.notes) == ({}, {}, {}, ())
    silent = answered(before := begun(policy), dt.date(2026, 1, 14))
    assert (silent.rule.say.source, silent.cites) == ("", ())
    free = asked(before, "free", {}, dt.date(2026, 1, 14))
    assert isinstance(free, Answer)
    assert free.rule is silent.rule, "one rule for every question"
