"""Rules as a program: asked from the top, remembered where that changes nothing, with the whole trail."""

import datetime as dt
from decimal import Decimal

import pytest

from assistant.decide import Answer, Invalid, engine
from assistant.decide.engine import Programs
from assistant.model.policy import Policy
from assistant.model.rule import Aspect, Rule
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


def test_a_program_is_compiled_once_and_only_for_what_there_is(policy: Policy) -> None:
    programs = Programs(policy)
    assert programs["desk", "due"] is programs["desk", "due"]
    missing: tuple[tuple[str, Aspect], ...] = (("desk", "covered"), ("nowhere", "due"))
    for key in missing:
        with pytest.raises(KeyError):
            programs[key]
    found = programs["desk", "free"](Run({}, ON), [])
    assert found is not None
    assert found.verdict == "free"


def test_rules_in_a_row_that_depend_on_the_same_are_remembered_together(policy: Policy) -> None:
    """The table of `last` is read by the kind, so that what is asked of either depends on the kind alone."""
    rules = (rule("a", when=SHORT), rule("b", when={"last": "never"}), rule("c", when={"sure": "yes"}), rule("d"))
    ruled = desk(policy, *rules)
    one, other = (answered(ruled, kind="short", sure=sure) for sure in ("yes", "no"))
    assert (one.trail[0] is other.trail[0], one.trail == other.trail) == (True, True)
    long = [answered(desk(policy, *rules[2:]), kind="long", sure=sure).rule.id for sure in ("yes", "no")]
    assert long == ["c", "d"]
    again = [answered(ruled, kind="long", sure=sure) for sure in ("yes", "no")]
    assert [(found.rule.id, trail(found)) for found in again] == 2 * [
        ("b", [("a", (False,), False), ("b", (True,), True)])
    ]
    assert [list(found.facts) for found in again] == [["kind"], ["kind"]]


def test_a_group_is_asked_anew_where_its_condition_is_remembered(policy: Policy) -> None:
    ruled = desk(policy, {"when": SHORT, "then": (rule("a", when={"sure": "yes"}),)}, rule("b", when={"kind": "short"}))
    assert [answered(ruled, kind="short", sure=sure).rule.id for sure in ("yes", "no", "yes")] == ["a", "b", "a"]
    assert needed(ruled, kind="short").fact == "sure"


def test_what_may_not_be_asked_is_not_wanted_for_what_is_remembered(policy: Policy) -> None:
    """A second condition is asked only where the first holds: nothing may read its facts beforehand."""
    both = {"kind": "short", "sure": "yes"}
    ruled = desk(policy, rule("a", when=both), rule("b", when={"sure": "no"}), rule("c"))
    assert needed(ruled, kind="long").fact == "sure"
    assert [
        (one.item.id, len(one.tests)) for one in needed(ruled, kind="long").trail if isinstance(one.item, Rule)
    ] == [("a", 1)]
    assert [answered(ruled, kind=kind, sure="no").rule.id for kind in ("short", "long", "short")] == ["b", "b", "b"]


def test_a_fact_is_read_as_its_type_says(policy: Policy) -> None:
    ruled = desk(policy, rule("a", asks=("km", "days", "at")))
    found = answered(ruled, km="2.50", days="7", at="2026-01-15T09:00")
    assert found.facts == {"km": Decimal("2.5"), "days": 7, "at": dt.datetime(2026, 1, 15, 9)}


def test_of_very_many_texts_of_facts_the_last_are_remembered(policy: Policy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "MOST_KEPT", 2)
    ruled = desk(policy, rule("a", asks=("km", "days")))
    for km in ("2.50", "2.5", "3", "2.50"):
        assert str(answered(ruled, km=km, days="7").facts["km"]) == km
        assert len(ruled.worked_out(Programs).read) <= 2
    for _ in range(2):
        refused = asked(ruled, "due", {"km": "2,5", "days": "7"})
        assert isinstance(refused, Invalid)
        assert [(fault.name, fault.reason) for fault in refused.faults] == [("km", "number-wanted")]
