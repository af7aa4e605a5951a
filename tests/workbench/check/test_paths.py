"""The walk: every choice, both sides of every threshold, awkward days; every path to its end."""

import datetime as dt
from collections import defaultdict
from decimal import Decimal

import pytest

from assistant.decide import Answer, Invalid, Needs, Value, canonical, decide
from assistant.decide.samples import Samples
from assistant.decide.thresholds import Thresholds, edges
from assistant.model.policy import Library, Policy
from assistant.model.rule import Aspect, Rule
from assistant.vocabulary import trail
from assistant.vocabulary.facts.choice import Choice
from assistant.workbench.check import Broken, Path, paths

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


@pytest.mark.parametrize(
    ("turns", "found"),
    [
        ([], set()),
        ([50], {49, 50}),
        ([1, 99], {0, 1, 98, 99}),
        ([50, 51], {49, 50, 51}),
        ([10, 20, 30, 40], {9, 10, 19, 20, 29, 30, 39, 40}),
    ],
)
def test_both_sides_of_every_turn_are_found(turns: list[int], found: set[int]) -> None:
    assert edges(0, 100, lambda place: sum(place >= turn for turn in turns)) == found


def test_a_literal_is_tried_at_and_on_both_sides(library: Library) -> None:
    thresholds = Thresholds(library.policies["swap-out"], "included-work", "covered")
    known = {**ON, "work": "access-equipment", "level": "gold"}
    assert {Decimal("2.699"), Decimal("2.7"), Decimal("2.701")} <= thresholds.of("mounted_height_m", known)


def test_bands_are_tried_on_both_sides_of_their_edges(library: Library) -> None:
    thresholds = Thresholds(library.policies["swap-out"], "onsite-visit", "due")
    found = thresholds.of("distance_km", {**ON, "level": "gold"})
    assert found == {Decimal(50), Decimal("50.001"), Decimal(250), Decimal("250.001")}


def test_a_day_is_tried_where_what_is_counted_from_it_turns(library: Library) -> None:
    thresholds = Thresholds(library.policies["swap-out"], "end-agreement", "covered")
    found = thresholds.of("term_start", {"on": dt.date(2026, 12, 1)})
    assert {dt.date(2026, 2, 28), dt.date(2026, 3, 1), dt.date(2026, 3, 2)} <= found


def test_on_is_tried_around_days_that_only_a_table_names(library: Library) -> None:
    samples = Samples(library.policies["licence-desk"], "hwkc-replacement", "free")
    ended = dt.date(2025, 7, 31)
    assert {ended, ended + dt.timedelta(days=1)} <= set(samples.days_asked_about())


def test_on_is_tried_where_a_count_of_working_days_turns(library: Library) -> None:
    samples = Samples(library.policies["licence-desk"], "resolution-time", "due")
    assert {dt.date(2026, 3, 3), dt.date(2026, 3, 4)} <= set(samples.days_asked_about())


def test_one_day_is_enough_where_none_is_looked_at(library: Library) -> None:
    assert len(Samples(library.policies["swap-out"], "eligibility", "covered").days_asked_about()) == 1


@pytest.mark.parametrize("state", ["act", "nsw", "nt", "qld", "sa", "tas", "vic", "wa"])
def test_moments_fall_on_the_holidays_of_the_state_and_around_the_cut_off(library: Library, state: str) -> None:
    samples = Samples(library.policies["swap-out"], "onsite-visit", "due")
    tried = samples.of("logged_at", {**ON, "level": "gold", "distance_km": Decimal(10), "state": state})
    moments = {canonical(moment) for moment in tried}
    assert {"2026-01-26T12:00", "2026-01-25T12:00", "2028-02-29T12:00", "2026-12-31T12:00"} <= moments
    assert {"2026-03-18T15:29:59", "2026-03-18T15:30", "2026-03-18T15:30:01"} <= moments
    assert ("2026-11-03T12:00" in moments) == (state == "vic")


def test_moments_fall_around_the_edges_of_opening_hours(library: Library) -> None:
    moments = map(canonical, Samples(library.policies["desknets-web-meeting"], "phone-hours", "due").of("at", ON))
    wanted = {
        f"2026-03-18T{clock}" for clock in ("08:59:59", "09:00", "11:59:59", "12:00", "13:00", "17:29:59", "17:30")
    }
    assert wanted <= set(moments)


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
