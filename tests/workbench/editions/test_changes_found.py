"""Whatever changes in a real policy is found, and laid at its rule's door: drawn at random, one thing at a time."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.library.editions import edition_path, read_edition, write_edition
from assistant.workbench.editions.difference import End, difference, different
from assistant.workbench.editions.pairs import together
from tests.workbench.editions.changing import (
    dated_rules,
    is_true,
    moved_cells,
    policy_of,
    reached,
    thresholds,
    with_later_day,
    with_verdict,
)

SMALL = ("desknets-web-meeting", "swap-out")
few = settings(max_examples=6, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("name", SMALL)
def test_an_edition_differs_in_nothing_from_itself_read_again(name: str, tmp_path: Path) -> None:
    policy = policy_of(name)
    path = edition_path(tmp_path, policy.edition)
    path.parent.mkdir()
    path.write_text(write_edition(policy, {}), "utf-8")
    again = read_edition(path).policy
    found = difference(policy, again)
    assert (found.answers, found.reworded) == (False, ())
    questions = [(topic.id, aspect) for topic in policy.topics.values() for aspect in topic.aspects]
    pairs = [pair for question in questions for pair in together(policy, again, *question, {})]
    assert len(pairs) > 1000
    assert [pair for pair in pairs if different(pair.then, pair.now)] == []


@few
@given(st.data())
def test_another_verdict_is_found_in_its_rule_alone(data: st.DataObject) -> None:
    policy = policy_of(data.draw(st.sampled_from(SMALL)))
    rules = reached(policy.id)
    path = data.draw(st.sampled_from(sorted(rules)))
    _, aspect, rule = rules[path]
    found = difference(policy, with_verdict(policy, path, aspect, rule))
    end = End("answered", path)
    assert [(change.then, change.now, [*change.kinds]) for change in found.changes] == [(end, end, ["verdict"])]
    assert (found.came, found.went, found.reworded) == ((), (), ())
    is_true(found)


@few
@given(st.data())
def test_a_day_that_is_another_is_found_in_its_rule_alone(data: st.DataObject) -> None:
    policy = policy_of(data.draw(st.sampled_from(SMALL)))
    path, public, name = data.draw(st.sampled_from(dated_rules(policy)))
    found = difference(policy, with_later_day(policy, path, public, name))
    assert found.changes
    for change in found.changes:
        assert change.then == End("answered", path)
        # The last day that we answer for has none after it.
        assert (change.now, [*change.kinds]) in [
            (change.then, ["dates"]), (End("invalid", "day-beyond"), ["status"]),
        ]  # fmt: skip
    is_true(found)


MOVED = [
    *(("swap-out", number) for number in range(4)),
    ("licence-desk", 0),  # a number in a rule
    ("licence-desk", 3),  # a day that has a name
]


@pytest.mark.parametrize(("name", "number"), MOVED)
def test_a_threshold_that_moved_by_the_least_step_is_found(name: str, number: int) -> None:
    where, changed = thresholds(name)[number]
    found = difference(policy_of(name), changed)
    assert found.changes
    is_true(found)
    path, blank, _ = where.partition(" ")
    if blank:
        ends = {end for change in found.changes for end in (change.then, change.now)}
        assert End("answered", path) in ends
        assert {end.status for end in ends} <= {"answered", "needs"}


@few
@given(st.data())
def test_a_cell_of_a_table_that_is_another_is_found(data: st.DataObject) -> None:
    policy = policy_of("swap-out")
    _, changed = data.draw(st.sampled_from(list(moved_cells(policy))))
    found = difference(policy, changed)
    (change,) = found.changes
    assert change.then == change.now == End("answered", "swap-out.topics.onsite-visit.due.attended")
    assert ([*change.kinds], [*change.questions]) == (["dates"], [("onsite-visit", "due")])
    is_true(found)


def test_a_day_in_a_table_moves_the_rules_that_look_at_it_only() -> None:
    policy = policy_of("licence-desk")
    changed = next(copy for name, copy in moved_cells(policy) if name.startswith("availability ovoc "))
    found = difference(policy, changed)
    assert {change.example.facts.get("system") for change in found.changes} == {"ovoc"}
    is_true(found)
