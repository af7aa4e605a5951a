"""Outcomes as plain data: by ids alone, and the same in whatever order the facts are given."""

import json

from assistant.decide import Answer, Invalid, Needs, canonical
from assistant.model.policy import Library
from assistant.present.answer.ask import told_of
from assistant.present.answer.records import counting, outcome_record, trace
from tests.present.conftest import Asked


def test_a_record_is_plain_data_and_says_what_came_of_asking(asked: list[Asked]) -> None:
    statuses = set()
    for one in asked:
        record = json.loads(json.dumps(outcome_record(one.outcome)))
        assert record == outcome_record(one.outcome)
        statuses.add(record["status"])
        if isinstance(one.outcome, Answer):
            assert record["verdict"] == one.outcome.verdict
            assert set(record["dates"]) == set(one.outcome.rule.dates)
            assert record["cites"], one
            assert record["edition"] == one.policy.edition
        elif isinstance(one.outcome, Needs):
            assert record == {"status": "needs", "fact": one.outcome.fact, "edition": one.policy.edition}
        else:
            assert [fault["name"] for fault in record["errors"]] == [fault.name for fault in one.outcome.faults]
    assert statuses == {"answered", "needs", "invalid"}


def test_the_order_of_the_facts_changes_nothing(library: Library, asked: list[Asked]) -> None:
    for one in asked:
        case = one.case
        turned = dict(reversed(case.facts.items()))
        again = told_of(library, case.policy, case.topic, case.aspect, turned, case.on).outcome
        assert json.dumps(outcome_record(again)) == json.dumps(outcome_record(one.outcome)), one


def test_the_trace_and_the_counting_are_plain_data(asked: list[Asked]) -> None:
    for one in asked:
        if isinstance(one.outcome, Answer):
            held = [rule for rule in trace(one.outcome) if rule["held"] and rule["rule"]]
            assert [rule["rule"] for rule in held] == [one.outcome.rule.id], one
            counted = json.loads(json.dumps(counting(one.outcome)))
            assert set(counted) == set(one.outcome.dates)
            for name, steps in counted.items():
                assert not steps or steps[-1]["after"] == canonical(one.outcome.dates[name].value), one


def test_an_unknown_policy_or_aspect_is_a_fault_among_others(library: Library) -> None:
    nowhere = told_of(library, "nowhere", "voucher", "free", {}, "2025-01-01").outcome
    assert isinstance(nowhere, Invalid)
    assert [(fault.name, fault.reason) for fault in nowhere.faults] == [("policy", "no-such-policy")]
    strange = told_of(library, "licence-desk", "voucher", "cheap", {"swa": "maybe"}, "1999-01-01").outcome
    assert isinstance(strange, Invalid)
    assert {fault.name for fault in strange.faults} == {"aspect", "swa", "on"}
