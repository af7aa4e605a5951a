"""Where words stand: in derived things, their steps and cells, and in conditions; never under an author's id."""

from assistant.content import standing
from assistant.content.nodes import Node
from assistant.content.standing import derived, in_derived, in_test, items, rule_lists, whens
from assistant.content.syntax import read_yaml

TOPIC = """\
derived:
  start: {label: L, amount: fee, steps: [{times: {table: rates, row: start}}], cites: [c]}
  spell: {label: L, days_between: {from: a, to: b, calendar: office}, cites: [c]}
  by: {label: L, start: at, steps: [{add_open_hours: 4, within: desk}, {unknown: 1}], cites: [c]}
due:
  - when: {any: [{use: x}, {kind: {after: a, before: b}}], none: [{kind: y}]}
    then:
      - {id: r, when: {calendar: [x]}, verdict: dated, notes: [{note: n, when: {kind: z}}], cites: [c]}
"""


def tree() -> Node:
    return read_yaml(TOPIC, "topics/x.yaml")


def test_the_words_of_what_is_derived() -> None:
    found = {name: [word.word.__name__ for word in in_derived(node)] for name, (_, node) in derived(tree()).items()}
    assert found == {
        "start": ["DerivedAmount", "Times", "Cell"],
        "spell": ["DerivedDays", "WorkedStretch"],
        "by": ["DerivedDay", "AddOpenHours"],
    }


def test_the_ids_in_a_word_and_where_its_key_stands() -> None:
    (_, node) = derived(tree())["spell"]
    _, stretch = in_derived(node)
    assert [(mark.kind, one.scalar) for mark, one in stretch.ids_of("name", "calendar")] == [
        ("name", "a"),
        ("name", "b"),
        ("calendar", "office"),
    ]
    (_, node) = derived(tree())["by"]
    *_, hours = in_derived(node)
    assert (hours.key.scalar, hours.key.line, hours.key.column) == ("add_open_hours", 4, 38)


def test_every_test_with_the_name_that_it_asks_about() -> None:
    ((rules, takes),) = rule_lists(tree(), "topics/x.yaml")
    asked = [test for item in items(rules) for when in whens(item) for test in standing.tests(when)]
    assert takes == ()
    assert [name for name, _, _ in asked] == ["use", "kind", "kind", "calendar", "kind"]
    keys = [[word.word.key() for word in in_test(test)] for _, _, test in asked]
    assert keys == [[], ["after", "before"], [], [], []]


def test_shared_lists_say_what_they_take() -> None:
    root = read_yaml("lists: {late: {takes: [limit], rules: [{id: r}]}, other: {rules: []}}\n", "rules.yaml")
    assert [takes for _, takes in rule_lists(root, "rules.yaml")] == [("limit",), ()]
