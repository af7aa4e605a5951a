"""Linking: a shared list in the place of its `use`, with names bound, and notes and next steps handed down."""

from collections.abc import Mapping

import pytest

from assistant.content import read_policy
from assistant.content.link import link
from assistant.model.rule import Group, NoteUse, Rule, Shared
from assistant.model.topic import Topic
from assistant.vocabulary.conditions.one_of import OneOf
from assistant.vocabulary.conditions.order import After, AtMost, Before
from assistant.vocabulary.dependencies import every
from tests.content.conftest import Folder


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
