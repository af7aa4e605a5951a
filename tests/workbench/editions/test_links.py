"""No change goes unseen under which a link of a frozen edition would no longer open."""

from pathlib import Path

import pytest

from assistant.content import read_policy
from assistant.model.policy import Library, Policy
from assistant.workbench.editions.links import check_claims, check_editions, untold
from tests.content.conftest import FILES
from tests.renaming import ALIASES, frozen, rename

FACTS, TOPIC = FILES["facts.yaml"], FILES["topics/holiday.yaml"]
COVERED = "covered:\n  - {id: yes-it-is, verdict: covered, answer: Yes., say: It is covered., cites: [days]}\n"


def broken(folder: Path) -> list[str]:
    """What `check` says of the links of frozen editions, by the id that it names."""
    return [fault.path for fault in check_editions(read_policy(folder), folder)]


def test_what_is_as_it_was_breaks_nothing(leave: Path) -> None:
    assert broken(leave) == []


def test_aliases_keep_every_link(leave: Path) -> None:
    assert broken(rename(leave)) == []


@pytest.mark.parametrize(
    ("without", "named"),
    [
        ("policies: {leave: {}}\n", ["leave"]),
        ("topics: {holiday: days-off}\n", ["holiday"]),
        ("options: {sort: {short: brief}}\n", ["kind=short"]),
        (ALIASES, ["leave"]),
    ],
)
def test_a_rename_without_its_alias_is_refused_and_named(leave: Path, without: str, named: list[str]) -> None:
    assert broken(rename(leave, ALIASES.replace(without, ""))) == named


@pytest.mark.parametrize(
    ("named", "edits"),
    [
        ("days", [("facts.yaml", "type: integer, question: How many days?, label: Days, least: 1, most: 30",
                   "type: date, question: When?, label: Days")]),
        ("kind=long", [(name, "long", "longer") for name in FILES]),
        ("holiday/covered", [("topics/holiday.yaml", COVERED, "")]),
    ],
)  # fmt: skip
def test_a_link_that_would_be_refused_is_named(tmp_path: Path, named: str, edits: list[tuple[str, str, str]]) -> None:
    folder = tmp_path / "content" / "leave"
    frozen(folder, holiday=TOPIC + COVERED)
    for name, then, now in edits:
        text = (folder / name).read_text("utf-8")
        (folder / name).write_text(text.replace(then, now), "utf-8")
    assert broken(folder) == [named]


def test_a_fault_says_how_to_mend_it(leave: Path) -> None:
    folder = rename(leave, "policies: {leave: {}}\nfacts: {kind: sort}\noptions: {sort: {short: brief}}\n")
    (fault,) = check_editions(read_policy(folder), folder)
    assert fault.file == "content/absence/aliases.yaml"
    assert "topics: {holiday: …}" in str(fault.mend)


def test_two_policies_do_not_claim_one_former_id(tmp_path: Path) -> None:
    one = read_policy(rename(_left(tmp_path / "one" / "leave")))
    other = frozen(tmp_path / "two" / "leave")
    assert [fault.path for fault in check_claims(Library(policies={"absence": one}))] == []
    assert [fault.path for fault in check_claims(Library(policies={"absence": one, "leave": other}))] == ["leave"]
    twin = one.model_copy(update={"about": one.about.model_copy(update={"id": "twin"})})
    claims = check_claims(Library(policies={"absence": one, "twin": twin}))
    assert [fault.file for fault in claims] == ["content/twin/aliases.yaml"]


def _left(folder: Path) -> Path:
    frozen(folder)
    return folder


def test_an_edition_that_cannot_be_read_is_a_fault(leave: Path) -> None:
    (path,) = (leave / "editions").glob("*.json")
    path.write_text("[]", "utf-8")
    (fault,) = check_editions(read_policy(leave), leave)
    assert fault.file == str(path)


def test_an_edition_of_which_nothing_is_told_is_a_fault(leave: Path) -> None:
    (path,) = (leave / "editions" / "changes").iterdir()
    assert list(untold(leave)) == []
    path.unlink()
    (fault,) = untold(leave)
    assert (fault.file, "policy-assistant edition freeze" in str(fault.mend)) == (str(path), True)


def test_a_fact_that_is_gone_stays_in_its_links(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "leave"
    was: Policy = frozen(folder)
    path = folder / "facts.yaml"
    path.write_text(path.read_text("utf-8").replace("at: {", "moment: {"), "utf-8")
    assert "at" in was.facts
    assert broken(folder) == []
