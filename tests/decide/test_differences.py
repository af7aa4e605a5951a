"""What is named as making a difference makes one, and nothing else does: over every question of the policies."""

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from random import Random

import pytest

from assistant.content import read_library
from assistant.decide import Answer, Needs, Value, decide
from assistant.decide.engine import decided
from assistant.decide.exploration import Differences, explore, questions, sound
from assistant.decide.neighbours import neighbours
from assistant.decide.unknown import ask_with
from assistant.memo import Made
from assistant.model.policy import Library, Policy
from assistant.model.rule import ASPECTS, Aspect
from tests.decide.desk import ON, Written, desk, needed, rule

CASES = 40
"""So many random cases in which everything is known are asked of each question."""
Case = dict[str, Value]


@pytest.fixture(scope="module")
def gallery(root: Path) -> Library:
    return read_library(root / "tests" / "gallery" / "content")


def asked(library: Library, on: dt.date) -> Iterator[tuple[Policy, Needs]]:
    """Every question of which something must be known."""
    for policy in library.policies.values():
        for topic in policy.topics.values():
            for aspect in topic.aspects:
                needs = decide(policy, topic.id, aspect, {}, on)
                if isinstance(needs, Needs):
                    yield policy, needs


def named(policy: Policy, needs: Needs, **facts: str) -> tuple[str, ...]:
    """What is named of all that is explored."""
    found = explore(policy, needs, facts, needs.on)
    return Differences(policy, needs, found).names(found.leaves)


def come_to(policy: Policy, needs: Needs, case: Mapping[str, Value]) -> object:
    """Verdict, sentences, dates and numbers; None where there is no answer."""
    found = decided(policy, needs.topic, needs.aspect, case, needs.on)
    if not isinstance(found, Answer):
        return None
    counted = (*found.dates.items(), *found.values.items())
    return found.verdict, found.rule.answer, found.rule.say, tuple((name, one.value) for name, one in counted)


def cases(policy: Policy, needs: Needs) -> Iterator[tuple[Case, dict[str, list[Value]]]]:
    """
    Cases in which all is known that the question may ask for, and what each thing may be instead: by chance, and as
    they were explored.
    """
    tries, random, taken = neighbours(policy, needs.topic, needs.aspect), Random(1), Made(partial(sound, policy))  # noqa: S311 (cases, no secrets)
    facts = [name for name in policy.facts if name in tries.mentioned]
    leaves = explore(policy, needs, {}, needs.on).leaves
    for _ in range(CASES):
        case, values = Case(on=needs.on), dict[str, list[Value]]()
        for name in random.sample(facts, len(facts)):
            tried = (taken[name, value] for value in tries.samples.of(name, case))
            values[name] = [value for value in tried if value is not None]
            case[name] = random.choice(values[name])
        del case["on"]
        yield case, values
        yield {**case, **random.choice(leaves).tried}, values


def deciding(policy: Policy, needs: Needs) -> set[str]:
    """What leads elsewhere with another value in one of many cases, in which nothing else differs."""
    found: set[str] = set()
    for case, values in cases(policy, needs):
        here = come_to(policy, needs, case)
        for name in values.keys() - found if here else ():
            others = (come_to(policy, needs, {**case, name: value}) for value in values[name])
            if any(there not in (None, here) for there in others):
                found.add(name)
    return found


@pytest.mark.parametrize("on", [dt.date(2026, 1, 15), dt.date(2026, 6, 15)])
@pytest.mark.parametrize("policies", ["library", "gallery"])
def test_what_is_named_decides_and_nothing_else_does(
    request: pytest.FixtureRequest, policies: str, on: dt.date
) -> None:
    library: Library = request.getfixturevalue(policies)
    found = {(needs.topic, needs.aspect): (named(policy, needs), deciding(policy, needs))
             for policy, needs in asked(library, on)}  # fmt: skip
    assert {place: set(names) for place, (names, _) in found.items()} == {
        place: truly for place, (_, truly) in found.items()
    }
    assert any(found.values())


@pytest.mark.parametrize(
    ("place", "names"),
    [
        ("swap-out onsite-visit due", ("level", "distance_km", "state", "logged_at")),
        ("swap-out support-hours due", ("hours_of", "state", "at")),
        ("swap-out included-work free", ("work", "level", "mounted_height_m")),
    ],
)
def test_a_choice_is_named_where_days_decide_too(library: Library, place: str, names: tuple[str, ...]) -> None:
    policy, topic, aspect = place.split()
    known = library.policies[policy]
    needs = decide(known, topic, aspect_of(aspect), {}, ON)
    assert isinstance(needs, Needs)
    assert set(named(known, needs)) == set(names)


def aspect_of(name: str) -> Aspect:
    return next(one for one in ASPECTS if one == name)


def test_two_things_that_decide_only_together_are_both_named(policy: Policy) -> None:
    ruled = desk(
        policy,
        rule("a", when={"kind": "short", "sure": "yes"}),
        rule("b", when={"kind": "long", "sure": "no"}),
        rule("c", verdict="ended"),
    )
    assert named(ruled, needed(ruled)) == ("kind", "sure")


def test_what_changes_the_reason_alone_is_named(policy: Policy) -> None:
    ruled = desk(policy, rule("a", when={"kind": "short"}), rule("b"))
    assert named(ruled, needed(ruled)) == ("kind",)


def test_what_is_asked_and_changes_nothing_is_not_named(policy: Policy) -> None:
    items: tuple[Written, ...] = (rule("a", when={"sure": "yes"}), rule("b", verdict="ended", asks=("kind",)))
    ruled = desk(policy, *items)
    found = explore(ruled, needed(ruled), {}, ON)
    assert set(questions(found.leaves)) == {"sure", "kind"}
    assert named(ruled, needed(ruled)) == ("sure",)


def test_what_the_bound_does_not_allow_to_tell_is_named(policy: Policy, monkeypatch: pytest.MonkeyPatch) -> None:
    ruled = desk(policy, rule("a", asks=("kind",), notes=({"note": "long", "when": {"kind": "long"}},)))
    needs = needed(ruled)
    found = explore(ruled, needs, {}, needs.on)
    assert Differences(ruled, needs, found).names(found.leaves) == ()
    monkeypatch.setattr("assistant.decide.exploration.MOST_ASKINGS", 0)
    assert Differences(ruled, needs, found).names(found.leaves) == ("kind",)


@pytest.mark.parametrize(
    ("place", "facts", "unknown"),
    [
        ("hosting-support credit covered", {"cause": "ours", "availability": "99.5", "fee": "100"}, "down_at"),
        ("global-desk reply free", {"sent_at": "2026-03-18T06:00", "severity": "major"}, "region"),
    ],
)
def test_hours_of_other_days_and_of_other_zones_settle_nothing(
    gallery: Library, place: str, facts: dict[str, str], unknown: str
) -> None:
    policy, topic, aspect = place.split()
    found = ask_with(gallery.policies[policy], topic, aspect_of(aspect), facts, [unknown], dt.date(2026, 6, 15))
    assert isinstance(found.outcome, Needs)
    assert found.explored is not None
    assert len({leaf.answer.verdict for leaf in found.explored.leaves}) == 2
