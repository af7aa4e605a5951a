"""Linking: a shared list in the place of its `use`, with names bound, and notes and next steps handed down."""

from assistant.content import read_policy
from assistant.model.rule import Group, NoteUse, Rule
from assistant.vocabulary.conditions.before import Before
from assistant.vocabulary.conditions.one_of import OneOf
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
