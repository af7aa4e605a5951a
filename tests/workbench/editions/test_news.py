"""What changed from one frozen edition to the next is told in every language, and kept."""

import datetime as dt
from pathlib import Path

import pytest

from assistant.content import read_policy
from assistant.errors import ContentError
from assistant.i18n.words import Words
from assistant.library.editions import edition_path, list_editions, write_edition
from assistant.library.publications import beside, publications, read_beside, read_changes
from assistant.model.edition import Approval, Changes
from assistant.workbench.editions.news import tell_changes
from tests.content.conftest import FILES
from tests.renaming import frozen

APRIL = dt.date(2026, 4, 1)
MORE = FILES["facts.yaml"].replace("    long: {label: Long}\n", "    long: {label: Long}\n    sick: {label: Sick}\n")


@pytest.fixture
def leave(tmp_path: Path) -> Path:
    """The small policy, frozen once, changed, and frozen again."""
    folder = tmp_path / "content" / "leave"
    frozen(folder)
    topic = (folder / "topics/holiday.yaml").read_text("utf-8")
    topic = topic.replace("Ask by {ask_by}.", "Ask on {ask_by} at the latest.").replace("id: ask\n", "id: ask-early\n")
    (folder / "topics/holiday.yaml").write_text(topic.replace("add_days: -10", "add_days: -20"), "utf-8")
    (folder / "facts.yaml").write_text(MORE, "utf-8")
    (folder / "tables/notice.csv").write_text("kind,days\nshort,3\nlong,10\nsick,0\n", "utf-8")
    freeze(folder)
    return folder


def freeze(folder: Path) -> None:
    policy = read_policy(folder)
    edition_path(folder, policy.edition).write_text(write_edition(policy, {}), "utf-8")


def test_what_changed_is_told_once(leave: Path, spoken: dict[str, Words]) -> None:
    first, second = list_editions(leave)
    assert list(tell_changes(leave, spoken, APRIL)) == [beside(leave, "changes", second)]
    assert list(tell_changes(leave, spoken, dt.date(2026, 5, 1))) == []
    latest, earliest = read_changes(leave)
    assert (latest.edition, latest.before, latest.since) == (second, first, APRIL)
    assert (earliest.edition, earliest.before, earliest.changes) == (first, None, ())
    assert [one.name for one in latest.came] == ["kind=sick"]
    assert latest.came[0].said["en"] == "Leave: Sick"


def test_a_change_says_where_and_what(leave: Path, spoken: dict[str, Words]) -> None:
    list(tell_changes(leave, spoken, APRIL))
    changes = {tuple(sorted(one.facts)): one for one in read_changes(leave)[0].changes}
    one = changes["kind", "starts"]
    said = one.said["en"]
    assert (one.topic, one.aspect, said.topic, said.question) == ("holiday", "due", "Holiday", "When?")
    assert {label for label, _ in said.where} == {"Leave", "Start"}
    label, then, now = said.lines[0]
    assert (label, one.cases > 0, then != now) == ("Answer", True, True)
    assert one.said["ja"].question != said.question


def test_an_edition_in_the_middle_is_told_where_it_is_not_yet(leave: Path, spoken: dict[str, Words]) -> None:
    for path in (leave / "editions" / "changes").iterdir():
        path.unlink()
    assert len(list(tell_changes(leave, spoken, APRIL))) == 2


def test_words_alone_change_no_answer(leave: Path, spoken: dict[str, Words]) -> None:
    path = leave / "summary.yaml"
    path.write_text(path.read_text("utf-8").replace("Ask first.", "Please ask first."), "utf-8")
    freeze(leave)
    list(tell_changes(leave, spoken, APRIL))
    latest = read_changes(leave)[0]
    assert (latest.changes, latest.came, latest.went, latest.reworded) == ((), (), (), 1)


def test_what_cannot_be_read_is_a_fault(leave: Path) -> None:
    path = beside(leave, "changes", list_editions(leave)[0])
    path.write_text('{"edition": "x", "since": "soon"}', "utf-8")
    with pytest.raises(ContentError, match="since"):
        publications(leave.parent, ["leave"])
    assert read_beside(leave / "none.json", Changes) is None
    path.write_bytes(b"\xff")
    with pytest.raises(ContentError):
        read_beside(path, Approval)
