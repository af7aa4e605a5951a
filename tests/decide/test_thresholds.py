"""Where an answer may turn: both sides of every edge that the words of an aspect have."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from assistant.decide.thresholds import Probe, Thresholds, edges, probes
from assistant.model.policy import Library, Policy
from assistant.model.quantity import Quantity
from assistant.vocabulary.fact import Asked
from assistant.vocabulary.scope import scope_of
from assistant.vocabulary.wording import Value
from tests.decide.desk import ON, Written, desk, rule
from tests.vocabulary.given import condition, fact, on

KNOWN: dict[str, Value] = {"on": dt.date(2026, 3, 18)}


@pytest.mark.parametrize(
    ("turns", "found"),
    [
        ([], set()),
        ([50], {49, 50}),
        ([1], {0, 1}),
        ([100], {99, 100}),
        ([1, 99], {0, 1, 98, 99}),
        ([50, 51], {49, 50, 51}),
        ([10, 20, 30, 40], {9, 10, 19, 20, 29, 30, 39, 40}),
    ],
)
def test_both_sides_of_every_turn_are_found(turns: list[int], found: set[int]) -> None:
    assert edges(0, 100, lambda place: sum(place >= turn for turn in turns)) == found


def test_between_two_places_on_the_same_side_nothing_is_looked_for() -> None:
    assert edges(0, 100, lambda place: place == 50) == set()


def test_a_range_that_ends_before_it_begins_has_no_edge() -> None:
    assert edges(100, 0, lambda place: place > 50) == set()


@pytest.mark.parametrize(
    ("asked", "edge"),
    [
        (fact("integer"), 987_654_321),
        (fact("number"), Decimal("987654321.5")),
        (fact("money", currency="GBP"), Quantity(Decimal("987654321012.34"), "GBP")),
    ],
)
def test_edges_are_looked_for_as_far_as_answers_are_taken(asked: Asked, edge: Any) -> None:
    axis = asked.axis()
    assert axis is not None
    assert edge in map(axis.at, edges(axis.first, axis.last, lambda place: axis.at(place) >= edge))


def thresholds(policy: Policy, when: Written, **own: Written) -> Thresholds:
    """Those of a rule with these conditions, and what these ask about."""
    return Thresholds(desk(policy, rule("a", when=when), rule("b"), own=own), "desk", "due")


def days(found: set[Value]) -> list[str]:
    return sorted(map(str, found))


@pytest.mark.parametrize("word", ["before", "after", "at_least", "at_most"])
def test_an_order_is_tried_before_at_and_after(policy: Policy, word: str) -> None:
    numbers = thresholds(policy, {"km": {word: "2.7"}}).of("km", KNOWN)
    assert numbers == {Decimal("2.699"), Decimal("2.7"), Decimal("2.701")}
    found = thresholds(policy, {"starts": {word: "2026-05-01"}}).of("starts", KNOWN)
    assert days(found) == ["2026-04-30", "2026-05-01", "2026-05-02"]


def test_both_names_that_an_order_compares_are_tried(policy: Policy) -> None:
    found = thresholds(policy, {"starts": {"before": "on"}})
    assert days(found.of("starts", {"on": on("2026-05-01")})) == ["2026-04-30", "2026-05-01", "2026-05-02"]
    assert days(found.of("on", {"starts": on("2026-05-01")})) == ["2026-04-30", "2026-05-01", "2026-05-02"]


def test_a_moment_is_tried_by_its_day(policy: Policy) -> None:
    found = thresholds(policy, {"at": {"before": "2026-05-01"}}).of("at", KNOWN)
    assert days(found) == ["2026-04-30 12:00:00", "2026-05-01 12:00:00", "2026-05-02 12:00:00"]


def test_what_leans_on_something_not_known_is_left_until_it_is(policy: Policy) -> None:
    found = thresholds(policy, {"starts": {"before": "at"}})
    assert found.of("starts", KNOWN) == set()
    assert days(found.of("starts", {**KNOWN, "at": on("2026-05-01T09:00")}))[1] == "2026-05-01"


def test_a_choice_that_is_not_known_is_tried_one_by_one(policy: Policy) -> None:
    found = thresholds(policy, {"last": {"before": "starts"}})
    assert days(found.of("starts", KNOWN)) == ["2026-05-30", "2026-05-31", "2026-06-01"]
    assert found.of("starts", {**KNOWN, "kind": "long"}) == set()
    counted = thresholds(
        policy,
        {"starts": {"before": "later"}},
        later={"start": "on", "steps": ({"add_days": "notice"},)},
        notice={"cell": {"table": "notice", "row": "kind", "column": "soon"}},
    )
    assert days(counted.of("starts", {"on": ON})) == [
        "2026-01-17",
        "2026-01-18",
        "2026-01-19",
        "2026-01-24",
        "2026-01-25",
        "2026-01-26",
    ]


def test_the_edges_of_what_is_derived_are_tried(policy: Policy) -> None:
    assert thresholds(policy, {"reach": "far"}).of("km", KNOWN) == {Decimal(50), Decimal("50.001")}
    round_ = {"start": "starts", "steps": ({"anniversary_from": "2026-05-01"},)}
    found = thresholds(policy, {"renewal": {"before": "on"}}, renewal=round_).of("starts", {"on": on("2000-01-01")})
    assert {"2025-05-01", "2025-04-30"} <= set(days(found))


@pytest.mark.parametrize("when", [{"km": "near"}, {"km": ("near", "far")}, {"on": {"before": "sooner"}}])
def test_the_edges_of_bands_that_are_asked_for_by_their_id_are_tried(policy: Policy, when: Written) -> None:
    """In a condition, and as the row of a table on which a day leans."""
    bands = {"near": "50", "far": "200.5", "beyond": "none"}
    km = fact("number", bands=bands, labels=dict(zip(bands, bands, strict=True)))
    notice = policy.tables["notice"].model_copy(update={"rows": {band: {"soon": 3} for band in bands}})
    banded = policy.model_copy(
        update={"facts": {**policy.facts, "km": km}, "tables": {**policy.tables, "notice": notice}}
    )
    sooner = {"start": "on", "steps": ({"add_days": {"table": "notice", "row": "km", "column": "soon"}},)}
    found = thresholds(banded, when, sooner=sooner).of("km", KNOWN)
    assert found == {Decimal(50), Decimal("50.001"), Decimal("200.5"), Decimal("200.501")}
    assert thresholds(banded, {"km": {"after": "30"}}).of("km", KNOWN) == {
        Decimal(30),
        Decimal("30.001"),
        Decimal("29.999"),
    }


def test_an_edge_between_two_that_are_refused_is_found(policy: Policy) -> None:
    """Ten years before the first day, and ten after the last, there is nothing to hold against the other day."""
    later = {"start": "starts", "steps": ({"add_years": "60"}, {"add_years": "-120"}, {"add_years": "60"})}
    found = thresholds(policy, {"later": {"before": "2050-06-01"}}, later=later).of("starts", KNOWN)
    assert {"2050-05-31", "2050-06-01"} <= set(days(found))


def test_the_first_day_of_a_policy_is_an_edge_of_every_aspect(policy: Policy) -> None:
    about = policy.about.model_copy(update={"in_force_from": ON})
    begun = desk(policy.model_copy(update={"about": about}), rule("a"))
    assert days(Thresholds(begun, "desk", "due").of("on", {})) == ["2026-01-14", "2026-01-15", "2026-01-16"]


def test_all_orders_of_a_name_and_an_operand_are_one_probe(policy: Policy) -> None:
    ruled = desk(
        policy,
        rule("a", when={"starts": {"before": "on"}}),
        rule("b", when={"starts": {"after": "on"}}),
        rule("c", when={"at": {"inside": "desk"}, "kind": "short"}),
        rule("d"),
    )
    found = probes(scope_of(ruled, "desk"), "due")
    assert [(probe.name, probe.bases) for probe in found] == [("at", ("at",)), ("starts", ("on", "starts"))]


def test_a_probe_knows_no_side_of_what_cannot_be_worked_out(policy: Policy) -> None:
    probe = Probe(scope_of(policy, "desk"), "starts", condition({"before": "on"}))
    assert probe.side({"starts": on("2026-01-14"), "on": ON}) == -1
    assert probe.side({"on": ON}) is None
    assert probe.side({"starts": "never", "on": ON}) is None
    assert probe.side({"starts": on("2000-01-01")}) == 0


def test_the_same_is_worked_out_once(policy: Policy, monkeypatch: pytest.MonkeyPatch) -> None:
    found = thresholds(policy, {"km": {"before": "2.7"}})
    first = found.of("km", KNOWN)
    monkeypatch.setattr(found.probes[0], "side", None)
    assert found.of("km", {**KNOWN, "kind": "short"}) == first


def test_a_literal_is_tried_at_and_on_both_sides(library: Library) -> None:
    found = Thresholds(library.policies["swap-out"], "included-work", "covered")
    known = {**KNOWN, "work": "access-equipment", "level": "gold"}
    assert {Decimal("2.699"), Decimal("2.7"), Decimal("2.701")} <= found.of("mounted_height_m", known)


def test_bands_are_tried_on_both_sides_of_their_edges(library: Library) -> None:
    found = Thresholds(library.policies["swap-out"], "onsite-visit", "due").of(
        "distance_km", {**KNOWN, "level": "gold"}
    )
    assert found == {Decimal(50), Decimal("50.001"), Decimal(250), Decimal("250.001")}


def test_a_day_is_tried_where_what_is_counted_from_it_turns(library: Library) -> None:
    found = Thresholds(library.policies["swap-out"], "end-agreement", "covered")
    turns = found.of("term_start", {"on": dt.date(2026, 12, 1)})
    assert {dt.date(2026, 2, 28), dt.date(2026, 3, 1), dt.date(2026, 3, 2)} <= turns


def test_an_anniversary_is_tried_on_both_sides(library: Library) -> None:
    found = Thresholds(library.policies["swap-out"], "annual-fee", "due")
    turns = found.of("invoice_date", KNOWN)
    assert {dt.date(2025, 3, 17), dt.date(2025, 3, 18), dt.date(2024, 3, 17), dt.date(2024, 3, 18)} <= turns
    assert found.of("on", {}) == set()
