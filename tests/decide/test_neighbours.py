"""Values to try in place of one that is known or not known."""

import datetime as dt
from decimal import Decimal

import pytest

from assistant.decide import Answer, Needs, Value, canonical
from assistant.decide.neighbours import MOST_OUTCOMES, SUNDAY, Neighbours, neighbours, size
from assistant.decide.samples import ORDINARY
from assistant.model.policy import Policy
from tests.decide.desk import Written, desk, rule
from tests.vocabulary.given import on

KNOWN: dict[str, Value] = {"on": dt.date(2026, 3, 18)}
CELL = {"cell": {"table": "notice", "row": "kind", "column": "soon"}}


def tries(policy: Policy, *items: Written, own: dict[str, Written] | None = None) -> Neighbours:
    """What is worth trying at the desk with these rules."""
    return Neighbours(desk(policy, *items, rule("last"), own=own), "desk", "due")


@pytest.mark.parametrize(
    ("items", "own", "groups"),
    [
        ((), {}, (("short", "long"),)),
        ((rule("a", when={"kind": "short"}),), {}, (("short",), ("long",))),
        ((rule("a", when={"kind": ("short", "long")}),), {}, (("short", "long"),)),
        ((rule("a", values={"count": "number"}),), {"number": CELL}, (("short",), ("long",))),
        ((rule("a", notes=({"note": "sorry", "when": {"kind": "long"}},)),), {}, (("short",), ("long",))),
    ],
)
def test_options_that_nothing_tells_apart_are_alike(
    policy: Policy, items: tuple[Written, ...], own: dict[str, Written], groups: tuple[tuple[str, ...], ...]
) -> None:
    found = tries(policy, *items, own=own)
    assert found.alike("kind") == groups
    assert found.alike("kind") is found.alike("kind")
    assert found.of("kind", KNOWN) == [group[0] for group in groups]


def test_options_that_are_columns_of_a_table_are_alike_where_all_rows_are(policy: Policy) -> None:
    table = policy.tables["notice"]
    rows = {"all": {"short": 3, "long": 3}}
    alike = policy.model_copy(update={"tables": {**policy.tables, "notice": table.model_copy(update={"rows": rows})}})
    own: dict[str, Written] = {"number": {"cell": {"table": "notice", "row": "all", "column": "kind"}}}
    assert tries(alike, rule("a", values={"count": "number"}), own=own).alike("kind") == (("short", "long"),)
    differing = {"all": {"short": 3, "long": 4}}
    unlike = policy.model_copy(
        update={"tables": {**policy.tables, "notice": table.model_copy(update={"rows": differing})}}
    )
    assert tries(unlike, rule("a", values={"count": "number"}), own=own).alike("kind") == (("short",), ("long",))


def test_parts_of_a_country_are_never_alike(policy: Policy) -> None:
    assert tries(policy).alike("state") == (("act",), ("vic",))


def test_days_and_numbers_are_tried_beside_their_thresholds_in_order(policy: Policy) -> None:
    found = tries(policy, rule("a", when={"starts": {"before": "on"}, "km": {"at_most": "50"}}))
    assert found.thresholds("starts", {**KNOWN, "starts": on("2026-12-31")}) == [
        on("2026-03-17"), on("2026-03-18"), on("2026-03-19"),
    ]  # fmt: skip
    assert found.of("km", KNOWN) == [Decimal("49.999"), Decimal(50), Decimal("50.001")]


def test_where_no_threshold_is_known_two_values_stand_for_all(policy: Policy) -> None:
    found = tries(policy)
    assert found.of("starts", KNOWN) == [ORDINARY, dt.date(2026, 7, 18)]
    assert (found.of("days", KNOWN), found.of("km", KNOWN)) == ([1, 13], [Decimal(0), Decimal(12)])


def test_moments_are_tried_by_day_by_night_and_on_a_sunday(policy: Policy) -> None:
    assert list(map(canonical, tries(policy).of("at", KNOWN))) == [
        "2026-03-18T12:00", "2026-03-18T23:30", "2026-02-01T12:00",
    ]  # fmt: skip
    opened = tries(policy, rule("a", when={"at": {"inside": "desk"}})).of("at", KNOWN)
    assert list(map(canonical, opened)) == [
        *("2026-03-18T12:00", "2026-03-18T09:00", "2026-03-18T13:00", "2026-03-18T17:00", "2026-03-18T23:30"),
        f"{SUNDAY}T12:00",
    ]


def test_a_moment_at_which_a_door_may_be_open_lies_on_the_day_that_is_asked_about(policy: Policy) -> None:
    opened = tries(policy, rule("a", "open", when={"at": {"inside": "desk"}})).of("at", KNOWN)
    assert list(map(canonical, opened)) == [
        *("2026-03-18T12:00", "2026-03-18T23:30", "2026-03-18T08:59", "2026-03-18T09:00"),
        *("2026-03-18T11:59", "2026-03-18T12:59", "2026-03-18T13:00"),
        *("2026-03-18T16:59", "2026-03-18T17:00"),
    ]
    closed = tries(policy, rule("a", "open", when={"at": {"inside": "desk"}})).of("at", {"on": SUNDAY})
    assert list(map(canonical, closed)) == [f"{SUNDAY}T12:00", f"{SUNDAY}T23:30"]


def test_minutes_lie_around_every_clock_that_is_named(policy: Policy) -> None:
    found = tries(policy, rule("a", dates={"on": "counts-on"}))
    assert list(map(canonical, found.minutes(ORDINARY))) == ["2026-03-18T16:59", "2026-03-18T17:00", "2026-03-18T17:01"]
    found.clocks = [dt.time(0), dt.time(23, 59)]
    assert list(map(canonical, found.minutes(ORDINARY))) == [
        *("2026-03-18T00:00", "2026-03-18T00:01", "2026-03-18T23:58", "2026-03-18T23:59"),
    ]


def test_what_comes_of_facts_is_remembered_by_their_order_and_day(policy: Policy) -> None:
    found = tries(policy, rule("a", when={"kind": "short"}))
    answer, needs = found.outcome({"kind": "short"}, "2026-01-15"), found.outcome({}, "2026-01-15")
    assert isinstance(answer, Answer)
    assert isinstance(needs, Needs)
    assert (answer.rule.id, needs.fact) == ("a", "kind")
    assert found.outcome({"kind": "short"}, "2026-01-15") is answer
    assert found.outcome({"kind": "short"}, "2026-01-16") is not answer
    assert found.outcome({"kind": "neither"}, "2026-01-15") is None
    for day in range(MOST_OUTCOMES):
        found.outcome({"kind": "short"}, canonical(ORDINARY + dt.timedelta(days=day)))
    again = found.outcome({"kind": "short"}, "2026-01-15")
    assert again == answer
    assert again is not answer


@pytest.mark.parametrize(
    ("lower", "higher"),
    [
        (on("2026-03-18"), on("2026-03-19")),
        (on("2026-03-18T00:00"), on("2026-03-18T00:01")),
        (on("2026-03-18"), on("2026-03-18T00:01")),
        (on("2026-03-18T23:59"), on("2026-03-19")),
        (9, Decimal("9.001")),
        (Decimal("9.999"), 10),
    ],
)
def test_size_is_the_order_of_values(lower: Value, higher: Value) -> None:
    assert size(lower) < size(higher)


def test_each_aspect_has_its_neighbours_worked_out_once(policy: Policy) -> None:
    assert neighbours(policy, "desk", "due") is neighbours(policy, "desk", "due")
    assert neighbours(policy, "desk", "due") is not neighbours(policy, "desk", "free")
    assert neighbours(policy, "desk", "due") is not neighbours(policy.model_copy(), "desk", "due")
