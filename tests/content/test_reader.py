"""Reading a folder: each kind of bad content at its line and column, all of it at once; the edition."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.content import read_library, read_policy
from assistant.errors import ContentError
from tests.content.conftest import FILES, Folder

TOPIC, RULES, POLICY, FACTS = "topics/holiday.yaml", "rules.yaml", "policy.yaml", "facts.yaml"

BAD = (
    ("misspelt key", TOPIC, "    say: It takes", "    sey: It takes", f"{TOPIC}:16:5: the key 'sey' is not known here"),
    ("missing key", TOPIC, "about: Days off.\n", "", f"{TOPIC}:1:1: 'about' is missing"),
    ("list for text", TOPIC, "title: Holiday", "title: [Holiday]", f"{TOPIC}:2:8: a sentence is wanted here"),
    ("text for list", POLICY, "topics: [holiday]", "topics: holiday",
     f"{POLICY}:18:9: a list is wanted here"),
    ("text for mapping", TOPIC, "bind: {limit: ask-by}", "bind: ask-by",
     f"{TOPIC}:9:11: keys and values are wanted here"),
    ("bad id", TOPIC, "- id: ask", "- id: Ask", f"{TOPIC}:13:9: 'Ask' is not written as it must be"),
    ("bad verdict", TOPIC, "verdict: dated", "verdict: datd", f"{TOPIC}:14:14: 'datd' is not possible here"),
    ("bad day", POLICY, "date: 2026-01-01", "date: 2026-01-32", f"{POLICY}:7:41: there is no day 2026-01-32"),
    ("bad clock", POLICY, 'closes: "17:00"', 'closes: "17.00"', f"{POLICY}:11:74: a time of day is wanted here"),
    ("bad count", FACTS, "least: 1", "least: one", f"{FACTS}:9:69: a whole number is wanted here"),
    ("bad flag", POLICY, "general: yes", "general: maybe", f"{POLICY}:20:81: yes or no is wanted here"),
    ("bad type", FACTS, "type: choice", "type: choise", f"{FACTS}:2:9: no type is called 'choise'"),
    ("one option", FACTS, "    long: {label: Long}\n", "", f"{FACTS}:6:5: too few entries"),
    ("bad step", TOPIC, "{add_days: -10}", "{add_day: -10}", f"{TOPIC}:5:50: a step is wanted"),
    ("bad test", RULES, "{before: on}", "{befor: on}", f"{RULES}:6:23: a test is wanted"),
    ("bad item", TOPIC, "    verdict: dated\n", "", f"{TOPIC}:13:5: a rule, a group or the use of a list"),
    ("stray brace", TOPIC, "{ask_by}.", "{ask by}.", f"{TOPIC}:15:13: a brace that is not a gap"),
    ("unknown clause", TOPIC, "steps: [{add_days: -10}], cites: [days]", "steps: [{add_days: -10}], cites: [day]",
     f"{TOPIC}:5:76: no clause is called 'day'"),
    ("unknown note", RULES, "notes: [sorry]", "notes: [sory]", f"{RULES}:10:17: no note is called 'sory'"),
    ("unknown procedure", TOPIC, "next: form", "next: from", f"{TOPIC}:12:11: no procedure is called 'from'"),
    ("unknown table", TOPIC, "{table: notice, row", "{table: notise, row",
     f"{TOPIC}:6:41: no table is called 'notise'"),
    ("unknown fact", TOPIC, "when: {kind: [short", "when: {kid: [short", f"{TOPIC}:10:12: no fact or derived thing"),
    ("unknown option", TOPIC, "[short, long]", "[short, lang]", f"{TOPIC}:10:26: 'kind' is never 'lang'"),
    ("unknown start", TOPIC, "start: starts", "start: stars", f"{TOPIC}:5:34: no fact or derived thing"),
    ("unknown row", TOPIC, "row: kind", "row: kinds", f"{TOPIC}:6:54: no fact or derived thing"),
    ("unknown date", TOPIC, "dates: {ask_by: ask-by}", "dates: {ask_by: ask-buy}",
     f"{TOPIC}:17:21: no derived thing is called 'ask-buy'"),
    ("list not bound", TOPIC, "    bind: {limit: ask-by}\n", "", f"{TOPIC}:8:10: the list 'late' takes 'limit'"),
    ("list bound twice", TOPIC, "bind: {limit: ask-by}", "bind: {limit: ask-by, more: ask-by}",
     f"{TOPIC}:8:10: the list 'late' does not take 'more'"),
    ("unknown topic", POLICY, "topics: [holiday]", "topics: [holiday, sick]",
     f"{POLICY}:18:19: no topic is called 'sick'"),
    ("topic not listed", POLICY, "topics: [holiday]", "topics: []",
     f"{POLICY}:18:9: the topic 'holiday' is not listed"),
    ("name of the file", TOPIC, "id: holiday", "id: holidays",
     f"{TOPIC}:1:5: the id 'holidays' is not the file's name"),
    ("name of a fact", TOPIC, "  notice: {label", "  starts: {label",
     f"{TOPIC}:6:3: 'starts' is already the name of a fact"),
    ("derived from itself", TOPIC, "start: starts", "start: ask-by", f"{TOPIC}:5:3: 'ask-by' rests on itself"),
    ("derived in a circle", TOPIC, "{label: Ask by, start: starts",
     "{label: A, start: other, cites: [days]}\n  other: {label: B, start: ask-by",
     f"{TOPIC}:6:3: 'other' rests on itself"),
    ("list in itself", RULES, "    rules:\n", "    rules:\n      - {use: late, bind: {limit: limit}}\n",
     f"{RULES}:2:3: 'late' rests on itself"),
    ("cell", "tables/notice.csv", "long,10", "long,ten",
     "tables/notice.csv:3:6: a whole number is wanted here, not 'ten'"),
    ("example's topic", "examples/cases.yaml", "topic: holiday", "topic: holyday",
     "examples/cases.yaml:2:27: no topic is called 'holyday'"),
    ("example's status", "examples/cases.yaml", "{needs: starts}", "{status: asked}",
     "examples/cases.yaml:2:104: 'asked' is not possible here"),
)  # fmt: skip


def test_the_small_policy_reads_well(folder: Folder) -> None:
    assert folder.places() == []


@pytest.mark.parametrize(("name", "old", "new", "place"), [one[1:] for one in BAD], ids=[one[0] for one in BAD])
def test_a_fault_says_where_it_is(folder: Folder, name: str, old: str, new: str, place: str) -> None:
    folder.edit(name, old, new)
    found = folder.places()
    assert any(one.startswith(place) for one in found), found


def test_a_fault_says_how_to_mend_it(folder: Folder) -> None:
    folder.edit(TOPIC, "    say: It takes", "    sey: It takes")
    folder.edit(TOPIC, "verdict: dated", "verdict: datd")
    mended = {fault.line: str(fault.mend) for fault in folder.faults()}
    assert (mended[14], mended[16]) == ("did you mean 'dated'?", "did you mean 'say'?")
    assert str(folder.faults()[0]).startswith(
        f"content/leave/{TOPIC}:13:5: due.ask.say: 'say' is missing\n  mend: add say:"
    )


def test_faults_of_all_files_are_told_at_once_and_in_order(folder: Folder) -> None:
    folder.edit(TOPIC, "title: Holiday", 'title: ""')
    folder.edit(FACTS, "type: date,", "type: day,")
    folder.edit("tables/notice.csv", "long,10", "long,ten")
    assert [fault.file for fault in folder.faults()] == [
        f"content/leave/{name}" for name in (FACTS, "tables/notice.csv", TOPIC)
    ]


def test_a_library_names_the_faults_of_every_policy(folder: Folder, tmp_path: Path) -> None:
    other = Folder(tmp_path / "content" / "sick")
    other.edit(POLICY, "id: leave", "id: sick")
    for each in (folder, other):
        each.edit(TOPIC, "title: Holiday", 'title: ""')
    with pytest.raises(ContentError) as refused:
        read_library(tmp_path / "content")
    assert [fault.file for fault in refused.value.faults] == [f"content/{name}/{TOPIC}" for name in ("leave", "sick")]


def test_a_folder_without_policies_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="no policy stands here"):
        read_library(tmp_path)


def test_the_edition_tells_content_apart_and_layout_not(folder: Folder) -> None:
    first = read_policy(folder.path).edition
    folder.edit(TOPIC, "about: Days off.\n", "# a remark\nabout:   Days off.\n")
    folder.edit("examples/cases.yaml", "A case", "The case")
    assert read_policy(folder.path).edition == first
    folder.edit("tables/notice.csv", "long,10", "long,11")
    second = read_policy(folder.path).edition
    folder.edit(TOPIC, "Days off.", "Days off!")
    third = read_policy(folder.path).edition
    fourth = read_policy(folder.path, (dt.date(2026, 8, 13),)).edition
    assert len({first, second, third, fourth}) == 4


def test_the_company_may_close_on_more_days(folder: Folder, tmp_path: Path) -> None:
    day = dt.date(2026, 8, 13)
    library = read_library(tmp_path / "content", {"leave": (day, day)})
    assert library.policies["leave"].about.calendars["office"].closed == (day,)


@settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(FILES)), st.data())
def test_a_mutated_folder_is_read_or_refused(folder: Folder, name: str, data: st.DataObject) -> None:
    text = FILES[name]
    start = data.draw(st.integers(0, len(text)))
    put = data.draw(st.text(max_size=6) | st.sampled_from(["-", ": ", "[]", "{}", "0", "yes", "id", "on", "\n  "]))
    folder.write(name, text[:start] + put + text[min(len(text), start + data.draw(st.integers(0, 20))) :])
    assert all(fault.line > 0 for fault in folder.faults())
    folder.write(name, text)


@pytest.mark.parametrize(
    ("name", "mend"),
    [
        ("fact.yaml", "did you mean 'facts.yaml'?"),
        ("facts.yml", "did you mean 'facts.yaml'?"),
        ("topics/sick.yml", "did you mean 'topics/sick.yaml'?"),
        ("topics/old/sick.yaml", "did you mean 'topics/sick.yaml'?"),
        ("tables/notices.csv", "did you mean 'tables/notice.csv'?"),
        ("tables/notice.yaml", "did you mean 'tables/notice.csv'?"),
    ],
)
def test_a_file_that_nothing_reads_is_named_with_the_one_it_may_be(folder: Folder, name: str, mend: str) -> None:
    (folder.path / name).parent.mkdir(parents=True, exist_ok=True)
    (folder.path / name).write_text("", "utf-8")
    (fault,) = folder.faults()
    assert fault.file.endswith(f"/{name}")
    assert str(fault.mend) == mend


@pytest.mark.parametrize("name", [".#facts.yaml", "facts.yaml~", "notes.txt", "editions/0123456789ab.json"])
def test_what_editors_and_editions_leave_is_no_fault(folder: Folder, name: str) -> None:
    (folder.path / name).parent.mkdir(parents=True, exist_ok=True)
    (folder.path / name).write_text("", "utf-8")
    assert folder.faults() == []


def test_a_policy_whose_first_file_is_misspelt_does_not_vanish(folder: Folder, tmp_path: Path) -> None:
    (folder.path / "policy.yaml").rename(folder.path / "polcy.yaml")
    with pytest.raises(ContentError) as raised:
        read_library(tmp_path / "content")
    told = {(Path(fault.file).name, str(fault.mend)) for fault in raised.value.faults}
    assert told == {("policy.yaml", "add it"), ("polcy.yaml", "did you mean 'policy.yaml'?")}
