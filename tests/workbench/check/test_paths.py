"""The walk: every path of every policy to its end."""

import datetime as dt
from collections import defaultdict
from decimal import Decimal

import pytest

from assistant.decide import Answer, Invalid, Needs, Value, canonical, decide
from assistant.model.policy import Library, Policy
from assistant.model.rule import Aspect, Rule
from assistant.vocabulary import trail
from assistant.vocabulary.facts.choice import Choice
from assistant.workbench.check.paths import Broken, Path, paths

ON: dict[str, Value] = {"on": dt.date(2026, 3, 18)}
Walked = dict[str, list[Path]]


@pytest.fixture(scope="module")
def walked(library: Library) -> Walked:
    """Every path of every policy, by policy."""
    found: Walked = {}
    for policy in library.policies.values():
        asked = ((topic.id, aspect) for topic in policy.topics.values() for aspect in topic.aspects)
        found[policy.id] = [path for topic, aspect in asked for path in paths(policy, topic, aspect)]
    return found


def asked(walked: Walked, policy: Policy, topic: str, aspect: Aspect) -> list[Path]:
    return [path for path in walked[policy.id] if (path.topic, path.aspect) == (topic, aspect)]


def test_the_walk_meets_an_anniversary_and_the_day_after_it(library: Library) -> None:
    away = set()
    for path in paths(library.policies["swap-out"], "annual-fee", "due"):
        if isinstance(path.outcome, Answer):
            (one,) = path.outcome.dates.values()
            assert isinstance(one.value, dt.date)
            away.add((one.value - path.on).days)
    assert min(away) == 0
    assert {364, 365} & away


def test_every_path_ends_and_needs_all_its_facts(walked: Walked, library: Library) -> None:
    for path in (path for found in walked.values() for path in found):
        assert not isinstance(path.outcome, Broken), str(path)
        if isinstance(path.outcome, Answer):
            assert {name: canonical(value) for name, value in path.outcome.facts.items()} == path.facts
        else:
            assert {fault.reason for fault in path.outcome.faults} <= {"day-beyond", "holidays-unknown"}, str(path)


def test_every_option_is_tried_wherever_a_choice_is_asked_for(walked: Walked, library: Library) -> None:
    for policy in library.policies.values():
        tried: dict[tuple[str, str, str], set[str]] = defaultdict(set)
        for path in walked[policy.id]:
            for name, value in path.facts.items():
                tried[path.topic, path.aspect, name].add(value)
        for (_, _, name), values in tried.items():
            fact = policy.facts[name]
            if isinstance(fact, Choice):
                assert values == set(fact.options)


def side(test: trail.Tested) -> int:
    """Before, at or after what the value was held against; a moment counts as its day."""
    value, against = test.value, test.against
    if isinstance(value, dt.date) and isinstance(against, dt.date):
        ours, theirs = (v.date() if isinstance(v, dt.datetime) else v for v in (value, against))
        return (ours > theirs) - (ours < theirs)
    assert isinstance(value, int | Decimal)
    assert isinstance(against, int | Decimal)
    return (value > against) - (value < against)


def test_every_order_is_met_before_at_and_after(walked: Walked) -> None:
    sides: dict[tuple[str, str, str, str], set[int]] = defaultdict(set)
    for path in (path for found in walked.values() for path in found if isinstance(path.outcome, Answer)):
        assert isinstance(path.outcome, Answer)
        for judged in path.outcome.trail:
            where = judged.item.say.context if isinstance(judged.item, Rule) else path.topic
            for test in judged.tests:
                if test.against is not None:
                    sides[path.policy, where, test.name, str(test.test)].add(side(test))
    assert len(sides) > 10
    assert {key: met for key, met in sides.items() if met != {-1, 0, 1}} == {}


def test_every_note_with_a_condition_is_met_with_and_without(walked: Walked) -> None:
    met: dict[tuple[str, str], set[bool]] = defaultdict(set)
    for path in (path for found in walked.values() for path in found if isinstance(path.outcome, Answer)):
        assert isinstance(path.outcome, Answer)
        for use in path.outcome.rule.notes:
            if use.when:
                met[path.outcome.rule.say.context, use.note].add(use.note in path.outcome.notes)
    assert len(met) > 5
    assert {key: found for key, found in met.items() if found != {True, False}} == {}


def test_paths_are_the_same_each_time(library: Library, walked: Walked) -> None:
    policy = library.policies["licence-desk"]
    again = [str(path) for path in paths(policy, "partner-move", "covered")]
    assert again == [str(path) for path in asked(walked, policy, "partner-move", "covered")]
    assert len(set(again)) == len(again)


def test_paths_can_be_grown_from_facts(library: Library) -> None:
    policy = library.policies["licence-desk"]
    found = list(paths(policy, "voucher", "free", {"service": "merge-licences", "system": "sv9500"}))
    assert found
    assert {path.facts["service"] for path in found} == {"merge-licences"}
    assert all(not isinstance(path.outcome, Needs) for path in found)


def test_a_path_is_written_as_it_can_be_asked(library: Library, walked: Walked) -> None:
    path = next(path for path in walked["swap-out"] if isinstance(path.outcome, Answer) and len(path.facts) > 2)
    where, *facts, on = str(path).split()
    policy, topic, aspect = where.split("/")
    assert (policy, topic, aspect) == (path.policy, path.topic, path.aspect)
    given = dict(fact.split("=") for fact in facts)
    assert decide(library.policies[policy], topic, path.aspect, given, on.removeprefix("on=")) == path.outcome


def test_content_that_is_not_sound_breaks_no_walk(library: Library) -> None:
    policy = library.policies["swap-out"]
    table = policy.tables["days-on-site"]
    spoilt = policy.model_copy(update={
        "tables": {**policy.tables, "days-on-site": table.model_copy(update={"rows": {"bronze": {"remote": 5}}})},
    })  # fmt: skip
    ends = {type(path.outcome) for path in paths(spoilt, "onsite-visit", "due")}
    assert ends == {Answer, Invalid, Broken}
