"""The one map of what leans on what."""

import pytest

from assistant.model.policy import Policy
from assistant.vocabulary.dependencies import Dependencies, cells, every
from assistant.vocabulary.step import Cell
from tests.decide.desk import desk as desk_of
from tests.decide.desk import rule
from tests.vocabulary.given import condition, derived, fact, step


@pytest.fixture
def desk(policy: Policy) -> Dependencies:
    """What the topic of the desk leans on."""
    return Dependencies(policy, policy.topics["desk"])


@pytest.mark.parametrize(
    ("name", "known"), [("on", True), ("kind", True), ("reply", True), ("limit", False), ("2026-01-01", False)]
)
def test_a_name_is_a_fact_something_derived_or_the_day_asked_about(desk: Dependencies, name: str, known: bool) -> None:
    assert desk.known(name) is known


@pytest.mark.parametrize(
    ("name", "choices", "ids"),
    [
        ("kind", ("short", "long"), ("short", "long")),
        ("sure", ("yes", "no"), ("yes", "no")),
        ("reach", ("near", "far"), ("near", "far")),
        ("km", (), ("km",)),
        ("reply", (), ("reply",)),
        ("on", (), ("on",)),
        ("days", (), ("days",)),
    ],
)
def test_what_a_name_may_stand_for(
    desk: Dependencies, name: str, choices: tuple[str, ...], ids: tuple[str, ...]
) -> None:
    assert (desk.choices(name), desk.ids(name)) == (choices, ids)


def test_hours_bring_their_calendar_and_a_calendar_the_fact_that_names_its_part(desk: Dependencies) -> None:
    assert list(desk.reads(condition({"inside": "desk"}))) == [("hours", "desk"), ("calendar", "office")]
    assert list(desk.reads(condition({"inside": "shop"}))) == [
        ("hours", "shop"),
        ("name", "state"),
        ("calendar", "site"),
    ]
    assert list(desk.reads(step({"cut_off": "17:00", "calendar": "site"}))) == [("name", "state"), ("calendar", "site")]
    assert (desk.part("site"), desk.part("office"), desk.part("plain")) == ("state", None, None)


def test_a_literal_is_not_read(desk: Dependencies) -> None:
    assert list(desk.reads(condition({"before": "2026-01-01"}))) == []
    assert list(desk.reads(condition({"before": "on"}))) == [("name", "on")]
    assert list(desk.reads(derived({"cell": {"table": "notice", "row": "kind", "column": "soon"}}))) == [
        ("name", "kind"),
        ("table", "notice"),
    ]


@pytest.mark.parametrize(
    ("name", "reached"),
    [
        ("on", {"on"}),
        ("kind", {"kind"}),
        ("fixed", {"fixed"}),
        ("counts-on", {"counts-on", "at", "state"}),
        ("reply", {"reply", "counts-on", "at", "state", "kind", "starts"}),
        ("idle", {"idle", "starts", "on"}),
        ("nothing", set()),
    ],
)
def test_a_name_reaches_down_to_the_facts(desk: Dependencies, name: str, reached: set[str]) -> None:
    assert desk.reach(name) == reached
    assert desk.reach(name) is desk.reach(name)


def test_an_aspect_reaches_what_its_rules_ask_and_give(desk: Dependencies) -> None:
    assert desk.in_aspect("free") == frozenset()
    assert desk.in_aspect("due") == {
        *("at", "closes", "reach", "km", "kind", "last", "on", "sure", "state", "starts"),
        *("reply", "counts-on", "fixed"),
    }


def test_where_a_policy_has_a_first_day_every_aspect_looks_at_the_day_asked_about(policy: Policy) -> None:
    about = policy.about.model_copy(update={"in_force_from": policy.about.document.date})
    begun = policy.model_copy(update={"about": about})
    assert Dependencies(begun, begun.topics["desk"]).in_aspect("free") == {"on"}


def test_what_an_aspect_counts_on(desk: Dependencies) -> None:
    assert desk.asked("due", "hours") == {"desk"}
    assert desk.asked("due", "calendar") == {"office"}
    assert desk.counted_on("due", "hours") == {"desk"}
    assert desk.counted_on("due", "calendar") == {"office", "site"}
    assert desk.counted_on("due", "table") == {"notice", "ends"}
    assert desk.counted_on("free", "calendar") == frozenset()


def test_what_a_set_asks_for_counts_unless_what_is_known_refuses_it(policy: Policy) -> None:
    """A number, or its band, does not read like the id of the band."""
    bands = {"near": "50", "far": "none"}
    km = fact("number", bands=bands, labels=dict(zip(bands, bands, strict=True)))
    when = {"km": "near", "kind": "short", "at": {"inside": "desk"}}
    ruled = desk_of(policy.model_copy(update={"facts": {**policy.facts, "km": km}}), rule("a", when=when), rule("b"))
    asked = Dependencies(ruled, ruled.topics["desk"]).asked
    assert asked("due", "hours", {"km": "3", "kind": "short"}) == asked("due", "hours", {"km": "band:near"}) == {"desk"}
    assert asked("due", "hours", {"kind": "long"}) == frozenset()


def test_conditions_of_rules_groups_and_notes_are_asked(desk: Dependencies) -> None:
    assert [list(when) for when in desk.whens("due")] == [["at"], ["reach"], ["kind"], ["last"], []]


def test_every_rule_is_found_in_its_group(policy: Policy) -> None:
    items = [getattr(item, "id", "group") for item in every(policy.topics["desk"].due)]
    assert items == ["open", "group", "ended", "reply"]


def test_the_cells_of_a_word_are_found_in_its_order() -> None:
    cell = {"table": "notice", "row": "kind"}
    late = {"table": "latest", "row": "kind"}
    one = derived(
        {
            "start": "at",
            "steps": ({"cut_off": late, "calendar": "site"}, {"add_working_days": cell, "calendar": "office"}),
        }
    )
    assert list(cells(one)) == [Cell(**late), Cell(**cell)]
    assert list(cells(derived({"cell": cell}))) == [Cell(**cell)]
    assert list(cells(condition({"before": "on"}))) == []
