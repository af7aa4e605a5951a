"""Rules as a program: asked from the top, remembered where that changes nothing, with the whole trail."""

import datetime as dt
from decimal import Decimal

import pytest

from assistant.decide import Answer, program
from assistant.decide.program import Programs
from assistant.model.policy import NotYet, Policy
from assistant.model.record import Text
from assistant.model.rule import Aspect
from assistant.vocabulary.trail import Run
from tests.decide.desk import ON, answered, asked, desk, needed, rule

SHORT = {"kind": "short"}


def trail(answer: Answer) -> list[tuple[str, tuple[bool, ...], bool]]:
    """What was asked: the rule's id, or `group`; whether each condition held, and all together."""
    return [
        (getattr(one.item, "id", "group"), tuple(test.held for test in one.tests), one.held) for one in answer.trail
    ]


def test_the_first_rule_that_holds_answers(policy: Policy) -> None:
    ruled = desk(policy, rule("a", when=SHORT), rule("b", when={"sure": "yes"}), rule("c"), rule("d"))
    assert answered(ruled, kind="short").rule.id == "a"
    assert answered(ruled, kind="long", sure="yes").rule.id == "b"
    last = answered(ruled, kind="long", sure="no")
    assert (last.rule.id, list(last.facts)) == ("c", ["kind", "sure"])
    assert trail(last) == [("a", (False,), False), ("b", (False,), False), ("c", (), True)]


def test_conditions_are_asked_up_to_the_first_that_fails(policy: Policy) -> None:
    ruled = desk(policy, rule("a", when={"kind": "short", "sure": "yes"}), rule("b"))
    found = answered(ruled, kind="long")
    assert trail(found) == [("a", (False,), False), ("b", (), True)]
    assert needed(ruled, kind="short").fact == "sure"
    assert trail(answered(ruled, kind="short", sure="no"))[0] == ("a", (True, False), False)
    assert trail(answered(ruled, kind="short", sure="yes")) == [("a", (True, True), True)]


def test_where_nothing_in_a_group_answers_the_list_goes_on(policy: Policy) -> None:
    ruled = desk(policy, {"when": SHORT, "then": (rule("a", when={"sure": "yes"}),)}, rule("b"))
    assert answered(ruled, kind="short", sure="yes").rule.id == "a"
    on = answered(ruled, kind="short", sure="no")
    assert trail(on) == [("group", (True,), True), ("a", (False,), False), ("b", (), True)]
    assert trail(answered(ruled, kind="long")) == [("group", (False,), False), ("b", (), True)]


def test_a_group_without_conditions_leaves_no_trace(policy: Policy) -> None:
    ruled = desk(policy, {"then": (rule("a", when=SHORT), {"then": (rule("b"),)})})
    assert trail(answered(ruled, kind="long")) == [("a", (False,), False), ("b", (), True)]


def test_what_is_needed_comes_with_what_was_asked_before(policy: Policy) -> None:
    ruled = desk(policy, rule("a", when=SHORT), rule("b", when={"sure": "yes"}), rule("c"))
    found = needed(ruled, kind="long")
    assert (found.policy, found.topic, found.aspect, found.on) == ("leave", "desk", "due", ON)
    assert (found.fact, found.facts, found.edition) == ("sure", {"kind": "long"}, policy.edition)
    assert [(getattr(one.item, "id", ""), one.held) for one in found.trail] == [("a", False)]


def test_where_no_rule_answers_the_content_is_not_sound(policy: Policy) -> None:
    ruled = desk(policy, rule("a", when=SHORT))
    with pytest.raises(LookupError, match="leave/desk/due: no rule answers"):
        asked(ruled, "due", {"kind": "long"})


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


def test_a_condition_remembers_what_came_of_it(policy: Policy, monkeypatch: pytest.MonkeyPatch) -> None:
    ruled = desk(policy, rule("a", when={"starts": {"before": "on"}, "kind": "short"}), rule("b"))
    first, second = (answered(ruled, starts="2026-01-01", kind="short").trail[0].tests[0] for _ in range(2))
    assert first is second
    monkeypatch.setattr(program, "MOST_KEPT", 1)
    for day in ("2026-01-02", "2026-01-20", "2026-01-02", "2026-01-20"):
        held = answered(ruled, starts=day, kind="short").trail[0].tests[0].held
        assert held == (day == "2026-01-02")
    again = answered(ruled, starts="2026-01-01", kind="short").trail[0].tests[0]
    assert again == first
    assert again is not first


def test_a_program_is_compiled_once_and_only_for_what_there_is(policy: Policy) -> None:
    programs = Programs(policy)
    assert programs["desk", "due"] is programs["desk", "due"]
    missing: tuple[tuple[str, Aspect], ...] = (("desk", "covered"), ("nowhere", "due"))
    for key in missing:
        with pytest.raises(KeyError):
            programs[key]
    assert programs["desk", "free"](Run({}, ON), []).verdict == "free"


def begun(policy: Policy, say: NotYet | None = None) -> Policy:
    """The policy, in force from the day asked about."""
    about = policy.about.model_copy(update={"in_force_from": ON, "not_in_force": say})
    return policy.model_copy(update={"about": about})


@pytest.mark.parametrize(("on", "rule_id"), [("2026-01-14", "not-in-force"), ("2026-01-15", "a")])
def test_before_its_first_day_a_policy_answers_nothing_else(policy: Policy, on: str, rule_id: str) -> None:
    assert answered(desk(begun(policy), rule("a")), on).rule.id == rule_id


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
    silent = answered(begun(policy), dt.date(2026, 1, 14))
    assert (silent.rule.say.source, silent.cites) == ("", ())


def test_a_fact_is_read_as_its_type_says(policy: Policy) -> None:
    ruled = desk(policy, rule("a", asks=("km", "days", "at")))
    found = answered(ruled, km="2.50", days="7", at="2026-01-15T09:00")
    assert found.facts == {"km": Decimal("2.5"), "days": 7, "at": dt.datetime(2026, 1, 15, 9)}
