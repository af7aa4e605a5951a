"""An alias leads from what is no longer to what there is; what addresses need is no id."""

import pytest

from tests.content.conftest import FILES, Folder
from tests.content.test_references import FACTS, POLICY, TOPIC, told


@pytest.mark.parametrize(
    ("text", "place", "wrong"),
    [
        ("topics: {vacation: holiday, trip/free: holiday/due}", "", ""),
        ("facts: {sort: kind}\noptions: {kind: {brief: short}}", "", ""),
        ("policies: {absence: {topics: {holiday: holiday}}}", "", ""),
        ("topics: {vacation: hollyday}", "1:20", "nothing is called 'hollyday'"),
        ("topics: {vacation/due: holiday/free}", "1:24", "nothing is called 'holiday/free'"),
        ("topics: {holiday: holiday}", "1:10", "'holiday' is an id of today"),
        ("facts: {sort: kinds}", "1:15", "nothing is called 'kinds'"),
        ("facts: {kind: days}", "1:9", "'kind' is an id of today"),
        ("options: {kind: {brief: shorter}}", "1:25", "nothing is called 'shorter'"),
        ("options: {kind: {long: short}}", "1:18", "'long' is an id of today"),
        ("options: {sort: {brief: short}}", "1:11", "nothing is called 'sort'"),
        ("policies: {leave: {}}", "1:12", "'leave' is an id of today"),
        ("policies: {absence: {facts: {sort: sorts}}}", "1:36", "nothing is called 'sorts'"),
        ("topics: {Vacation!: holiday}", "1:10", "'Vacation!' is not written as it must be"),
        ("topic: {vacation: holiday}", "1:1", "the key 'topic' is not known"),
    ],
)
def test_aliases_are_checked_where_they_stand(folder: Folder, text: str, place: str, wrong: str) -> None:
    folder.write("aliases.yaml", f"{text}\n")
    found = folder.places()
    assert len(found) == bool(wrong), found
    if wrong:
        assert found[0].startswith(f"aliases.yaml:{place}: {wrong}"), found


def test_aliases_are_no_part_of_an_edition(folder: Folder) -> None:
    from assistant.content import read_policy

    before = read_policy(folder.path)
    folder.write("aliases.yaml", "topics: {vacation: holiday}\n")
    after = read_policy(folder.path)
    assert after.aliases
    assert (after.edition, after.aliases.topics) == (before.edition, {"vacation": "holiday"})


@pytest.mark.parametrize("name", ["accessibility", "ask", "feedback", "preview", "privacy"])
def test_a_policy_is_not_called_like_a_page(folder: Folder, name: str) -> None:
    folder.edit(POLICY, "id: leave", f"id: {name}")
    assert f"{POLICY}: the id '{name}' means something else in addresses: choose another id" in told(folder)


@pytest.mark.parametrize("name", ["changes", "clauses"])
def test_a_topic_is_not_called_like_a_page(folder: Folder, name: str) -> None:
    folder.write(f"topics/{name}.yaml", FILES[TOPIC].replace("id: holiday", f"id: {name}"))
    assert f"topics/{name}.yaml: the id '{name}' means something else in addresses: choose another id" in told(folder)


@pytest.mark.parametrize("name", ["asked", "change", "edition", "lang", "on", "unknown", "was"])
def test_a_fact_is_not_called_like_what_else_stands_in_an_address(folder: Folder, name: str) -> None:
    folder.edit(FACTS, "days: {type", f"{name}: {{type: date, question: Q, label: L}}\ndays: {{type")
    assert told(folder) == [f"{FACTS}: the id '{name}' means something else in addresses: choose another id"]
