"""Nodes: where each stands, how one is found, what the way to it is called."""

from assistant.content.syntax import read_yaml


def test_texts_know_their_path() -> None:
    text = "a:\n  - id: one\n    say: x\n  - plain\n  - when: {b: c}\n    then:\n      - id: two\n        say: y\n"
    data = read_yaml(text, "x.yaml").data("p")
    assert data["a"][0]["say"].path == "p.a.one.say"
    assert data["a"][1].path == "p.a.2"
    assert data["a"][2]["then"][0]["say"].path == "p.a.two.say"


def test_a_node_is_found_by_its_location_or_the_nearest_above() -> None:
    root = read_yaml("a:\n  - b: 1\n    c: 2\n", "x.yaml")
    assert root.find(("a", 0, "c")).line == 3
    assert root.find(("a", 0, "#rule", "c")).line == 3
    assert root.find(("a", 0, "gone", "deeper")).line == 2
    assert root.find(("a", 0, "c", "[key]")).column == 5
    assert root.find(("a", 9)).line == 2


def test_the_way_to_a_node_is_told_in_the_words_of_the_file() -> None:
    root = read_yaml("a:\n  - id: one\n    say: x\n  - then: [y]\nb: {c: d}\n", "x.yaml")
    assert root.way_to(root.find(("a", 0, "say"))) == ("a", "one", "say")
    assert root.way_to(root.find(("a", 1, "then", 0))) == ("a", "2", "then", "1")
    assert root.way_to(root.find(("b", "c", "[key]"))) == ("b", "c")
    assert root.way_to(read_yaml("e: f", "y.yaml")) is None


def test_walking_names_each_value_by_its_key() -> None:
    root = read_yaml("cites: [x, y]\nb: {cites: z}\n", "x.yaml")
    assert [node.scalar for key, node in root.walk() if key == "cites" and node.scalar] == ["x", "y", "z"]
