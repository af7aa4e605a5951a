"""Linking: nothing rests on itself; a shared list stands in the place of its `use`, with names bound and notes kept."""

from collections.abc import Mapping

import pytest

from assistant.content import read_policy
from assistant.content.link import link
from assistant.model.rule import Group, NoteUse, Rule, Shared
from assistant.model.topic import Topic
from assistant.vocabulary.conditions.inclusion import OneOf
from assistant.vocabulary.conditions.order import After, AtMost, Before
from assistant.vocabulary.dependencies import every
from tests.content.conftest import Folder
from tests.content.test_references import RULES, TOPIC, told


def test_a_use_becomes_a_group_of_its_rules(folder: Folder) -> None:
    group, last = read_policy(folder.path).topics["holiday"].due
    assert isinstance(group, Group)
    assert group.when == {"kind": OneOf(one_of=("short", "long"))}
    assert isinstance(last, Rule)
    assert (last.id, last.next, last.notes) == ("ask", None, ())


def test_names_are_bound_and_notes_and_next_handed_down(folder: Folder) -> None:
    group = read_policy(folder.path).topics["holiday"].due[0]
    assert isinstance(group, Group)
    rule = group.then[0]
    assert isinstance(rule, Rule)
    assert rule.when == {"ask-by": Before(before="on")}
    assert rule.dates == {"limit": "ask-by"}
    assert rule.next == "form"
    assert rule.notes == (NoteUse(note="sorry"), NoteUse(note="long", when={"kind": OneOf(one_of=("long",))}))
    assert (rule.verdict_for("due"), rule.verdict_for("covered")) == ("ended", "ended")
    assert rule.say.context == "leave.rules.lists.late.rules.too-late.say"


def test_the_next_step_nearest_to_the_rule_holds(folder: Folder) -> None:
    folder.edit(
        "summary.yaml",
        "  form: {title: The form, parts: []}\n",
        "  form: {title: F, parts: []}\n  call: {title: C, parts: []}\n",
    )
    folder.edit("rules.yaml", "        notes: [sorry]\n", "        notes: [sorry]\n        next: call\n")
    group = read_policy(folder.path).topics["holiday"].due[0]
    assert isinstance(group, Group)
    assert isinstance(group.then[0], Rule)
    assert group.then[0].next == "call"


def test_a_list_may_use_another_and_hand_its_names_on(folder: Folder) -> None:
    folder.edit(
        "rules.yaml",
        "lists:\n",
        "lists:\n  gate:\n    takes: [end]\n    rules:\n      - use: late\n        bind: {limit: end}\n",
    )
    folder.edit(
        "topics/holiday.yaml", "  - use: late\n    bind: {limit: ask-by}\n", "  - use: gate\n    bind: {end: ask-by}\n"
    )
    outer = read_policy(folder.path).topics["holiday"].due[0]
    assert isinstance(outer, Group)
    assert isinstance(outer.then[0], Group)
    rule = outer.then[0].then[0]
    assert isinstance(rule, Rule)
    assert rule.when == {"ask-by": Before(before="on")}
    assert rule.next == "form"


LISTS = {
    "plain": {"rules": ({"id": "r", "verdict": "ended", "say": "s", "cites": ("c",)},)},
    "stepping": {"rules": ({"id": "r", "verdict": "ended", "say": "s", "cites": ("c",), "next": "rule"},)},
    "grouped": {
        "rules": ({"next": "inner", "notes": ("inner",), "then": ({"use": "plain"}, {"use": "stepping"})},),
    },
}


def linked(*items: Mapping[str, object]) -> list[Rule]:
    """The rules of a list, linked to these shared ones, in the order in which they are asked."""
    written = {"id": "t", "title": "T", "about": "A", "due": items}
    topic = link(Topic.model_validate(written), Shared.model_validate({"lists": LISTS}))
    return [item for item in every(topic.due) if isinstance(item, Rule)]


@pytest.mark.parametrize(
    ("item", "following"),
    [
        ({"use": "plain"}, [None]),
        ({"use": "stepping"}, ["rule"]),
        ({"use": "plain", "next": "outer"}, ["outer"]),
        ({"use": "stepping", "next": "outer"}, ["rule"]),
        ({"use": "grouped"}, ["inner", "rule"]),
        ({"use": "grouped", "next": "outer"}, ["inner", "rule"]),
        ({"next": "outer", "then": ({"use": "plain"}, {"use": "plain", "next": "inner"})}, ["outer", "inner"]),
        ({"next": "outer", "then": ({"next": "inner", "then": ({"use": "plain"},)},)}, ["inner"]),
        ({"next": "outer", "then": ({"then": ({"use": "plain"},)},)}, ["outer"]),
    ],
)
def test_of_several_next_steps_the_innermost_holds(item: Mapping[str, object], following: list[str | None]) -> None:
    assert [rule.next for rule in linked(item)] == following


def test_notes_are_carried_from_the_innermost_to_the_outermost() -> None:
    rules = linked({"notes": ("outer",), "then": ({"use": "grouped", "notes": ("use",)},)})
    assert [[use.note for use in rule.notes] for rule in rules] == [["inner", "use", "outer"]] * 2


TAKING = {
    "inner": {
        "takes": ("limit", "count"),
        "rules": (
            {
                "id": "r", "verdict": "ended", "say": "s", "cites": ("c",),
                "when": {"limit": {"before": "on"}, "on": {"after": "limit"}},
                "dates": {"until": "limit", "other": "fixed"}, "values": {"number": "count"},
                "notes": ({"note": "n", "when": {"limit": {"at_most": "count"}}},),
            },
        ),
    },
    "outer": {"takes": ("end",), "rules": ({"use": "inner", "bind": {"limit": "end", "count": "own"}},)},
}  # fmt: skip


@pytest.mark.parametrize(
    ("use", "limit", "count"),
    [
        ({"use": "inner", "bind": {"limit": "day", "count": "many"}}, "day", "many"),
        ({"use": "inner"}, "limit", "count"),
        ({"use": "outer", "bind": {"end": "day"}}, "day", "own"),
        # A name that happens to be called like one that the list takes is another one.
        ({"use": "inner", "bind": {"limit": "count", "count": "limit"}}, "count", "limit"),
    ],
)
def test_names_that_a_list_takes_are_bound_everywhere(use: Mapping[str, object], limit: str, count: str) -> None:
    written = {"id": "t", "title": "T", "about": "A", "due": ({"when": {"limit": {"before": "on"}}, "then": (use,)},)}
    topic = link(Topic.model_validate(written), Shared.model_validate({"lists": TAKING}))
    (group,) = topic.due
    assert isinstance(group, Group)
    assert list(group.when) == ["limit"], "outside the list the name is the topic's own"
    (rule,) = (item for item in every(topic.due) if isinstance(item, Rule))
    assert rule.when == {limit: Before(before="on"), "on": After(after=limit)}
    assert (rule.dates, rule.values) == ({"until": limit, "other": "fixed"}, {"number": count})
    assert rule.notes == (NoteUse(note="n", when={limit: AtMost(at_most=count)}),)


MEND = "let one of those on the way start from something else"


@pytest.mark.parametrize(
    ("derived", "circles"),
    [
        ("a: {label: L, start: a, cites: [ask]}", ["a"]),
        ("a: {label: L, start: b, cites: [ask]}, b: {label: L, start: a, cites: [ask]}", ["a", "b"]),
        ("a: {label: L, start: b, cites: [ask]}, b: {label: L, start: b, cites: [ask]}", ["b"]),
        ("a: {label: L, start: starts, steps: [{later_of: a}], cites: [ask]}", ["a"]),
        ("a: {label: L, start: starts, steps: [{later_of: [on, a]}], cites: [ask]}", ["a"]),
        ("a: {label: L, cell: {table: notice, row: a}, cites: [ask]}", ["a"]),
        ("a: {label: L, band_of: a, bands: {x: 1, y: none}, cites: [ask]}", ["a"]),
        ("a: {label: L, start: b, cites: [ask]}, b: {label: L, start: starts, cites: [ask]}", []),
    ],
)
def test_nothing_derived_rests_on_itself(folder: Folder, derived: str, circles: list[str]) -> None:
    folder.edit(RULES, "lists:\n", f"derived: {{{derived}}}\nlists:\n")
    assert told(folder) == [f"{RULES}: '{name}' rests on itself: {MEND}" for name in circles]


def test_a_topic_s_own_may_rest_on_what_is_shared_and_not_on_itself_through_it(folder: Folder) -> None:
    folder.edit(RULES, "lists:\n", "derived: {a: {label: L, start: starts, cites: [ask]}}\nlists:\n")
    folder.edit(TOPIC, "start: starts", "start: a")
    assert told(folder) == []


RULE = "{id: r, verdict: ended, say: S, cites: [ask]}"


@pytest.mark.parametrize(
    ("lists", "circles"),
    [
        ({"a": "{use: a}"}, ["a"]),
        ({"a": "{then: [{use: b}]}", "b": "{use: a}"}, ["a", "b"]),
        ({"a": "{use: b}", "b": RULE}, []),
    ],
)
def test_no_list_uses_itself(folder: Folder, lists: dict[str, str], circles: list[str]) -> None:
    written = "".join(f"  {name}: {{rules: [{item}]}}\n" for name, item in lists.items())
    folder.edit(RULES, "lists:\n", f"lists:\n{written}")
    assert told(folder) == [f"{RULES}: '{name}' rests on itself: {MEND}" for name in circles]


@pytest.mark.parametrize(
    ("derived", "circles"),
    [
        ("a: {label: L, amount: a, cites: [ask]}", ["a"]),
        (
            "a: {label: L, amount: 1, steps: [{times: b}], cites: [ask]}, b: {label: L, amount: a, cites: [ask]}",
            ["a", "b"],
        ),
        (
            "a: {label: L, days_between: {from: on, to: b}, cites: ask}, b: {label: L, start: a, cites: ask}",
            ["a", "b"],
        ),
        ("a: {label: L, start: on, steps: [{add_days: {table: notice, row: a}}], cites: [ask]}", ["a"]),
        ("a: {label: L, days_between: {from: starts, to: on}, cites: [ask]}", []),
    ],
)  # fmt: skip
def test_a_way_round_is_found_through_every_word(folder: Folder, derived: str, circles: list[str]) -> None:
    folder.edit(RULES, "lists:\n", f"derived: {{{derived}}}\nlists:\n")
    found = told(folder)
    assert [f"{RULES}: '{name}' rests on itself: {MEND}" in found for name in circles] == [True] * len(circles)
    assert circles or not found
