"""Ids that other files define: each stands for something."""

import pytest

from tests.content.conftest import FILES, Folder

POLICY, SOURCE, SUMMARY, FACTS, RULES = "policy.yaml", "source.yaml", "summary.yaml", "facts.yaml", "rules.yaml"
TOPIC, CASES = "topics/holiday.yaml", "examples/cases.yaml"


def told(folder: Folder) -> list[str]:
    """What is wrong and how it is mended, as `file: wrong: mend`."""
    return [f"{fault.file.removeprefix('content/leave/')}: {fault.wrong}: {fault.mend}" for fault in folder.faults()]


@pytest.mark.parametrize(
    ("name", "old", "new", "wrong"),
    [
        (TOPIC, "    cites: [days]\n", "    cites: [dayz]\n", "no clause is called 'dayz': did you mean 'days'?"),
        (
            RULES,
            "cites: [ask]}\n  long",
            "cites: [x]}\n  long",
            "no clause is called 'x': write one of these: ask, days",
        ),
        (SUMMARY, "cites: [ask]", "cites: [aks]", "no clause is called 'aks': did you mean 'ask'?"),
        (POLICY, "    cites: [days]\n", "    cites: [days, aks]\n", "no clause is called 'aks': did you mean 'ask'?"),
        (
            TOPIC,
            "    verdict: dated\n",
            "    verdict: dated\n    readings: [R2]\n",
            "no reading is called 'R2': write one of these: R1",
        ),
        (POLICY, "calendar: office", "calendar: offices", "no calendar is called 'offices': did you mean 'office'?"),
        (
            TOPIC,
            "{add_days: -10}",
            "{add_working_days: 3, calendar: x}",
            "no calendar is called 'x': write one of these: office",
        ),
        (
            TOPIC,
            "{kind: [short, long]}",
            "{at: {inside: dek}}",
            "no opening hours are called 'dek': did you mean 'desk'?",
        ),
        (
            TOPIC,
            "  - id: ask\n",
            "  - use: lte\n  - id: ask\n",
            "no list of rules is called 'lte': did you mean 'late'?",
        ),
        (TOPIC, "note: long", "note: lng", "no note is called 'lng': did you mean 'long'?"),
        (
            TOPIC,
            "    cites: [days]\n",
            "    cites: [days]\n    also: [{when: {kind: long}, cites: [dayz]}]\n",
            "no clause is called 'dayz': did you mean 'days'?",
        ),
        (RULES, "notes: [sorry]", "notes: [sory]", "no note is called 'sory': did you mean 'sorry'?"),
        (TOPIC, "next: form", "next: fom", "no procedure is called 'fom': did you mean 'form'?"),
        (TOPIC, "derived:\n", "procedures: [fom]\nderived:\n", "no procedure is called 'fom': did you mean 'form'?"),
        (TOPIC, "derived:\n", "related: [holidy]\nderived:\n", "no topic is called 'holidy': did you mean 'holiday'?"),
        (TOPIC, "table: notice", "table: notce", "no table is called 'notce': did you mean 'notice'?"),
        (
            TOPIC,
            "    verdict: dated\n",
            "    verdict: dated\n    asks: [kimd]\n",
            "no fact is called 'kimd': did you mean 'kind'?",
        ),
        (CASES, "topic: holiday", "topic: holidy", "no topic is called 'holidy': did you mean 'holiday'?"),
        (CASES, "needs: starts", "needs: start", "no fact is called 'start': did you mean 'starts'?"),
        (
            POLICY,
            "weekdays: [mon, tue, wed, thu, fri],",
            "weekdays: [mon], holidays: {country: AU, part_from: kimd},",
            "no fact is called 'kimd': did you mean 'kind'?",
        ),
    ],
)
def test_an_id_that_stands_for_nothing_is_met_with_one_that_does(
    folder: Folder, name: str, old: str, new: str, wrong: str
) -> None:
    text = FILES[name]
    assert old in text
    folder.write(name, text.replace(old, new, 1))
    assert told(folder) == [f"{name}: {wrong}"]


def test_hours_of_a_contact_are_opening_hours(folder: Folder) -> None:
    folder.edit(SUMMARY, "procedures:\n", "contacts:\n  a: {name: A, hours: dsk, cites: [ask]}\nprocedures:\n")
    assert told(folder) == [f"{SUMMARY}: no opening hours are called 'dsk': did you mean 'desk'?"]


@pytest.mark.parametrize(
    ("more", "wrong"),
    [
        ("    cell_cites: {short: {days: [dys]}}\n", "no clause is called 'dys': did you mean 'days'?"),
        (
            "    doubts: [{row: short, column: days, reading: R2}]\n",
            "no reading is called 'R2': write one of these: R1",
        ),
        ("    cell_cites: {short: {days: [ask]}}\n    doubts: [{row: short, column: days, reading: R1}]\n", ""),
    ],
)
def test_the_clauses_and_doubts_of_cells_are_looked_at_too(folder: Folder, more: str, wrong: str) -> None:
    folder.edit(POLICY, "    cites: [days]\n", f"    cites: [days]\n{more}")
    assert told(folder) == ([f"{POLICY}: {wrong}"] if wrong else [])


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (TOPIC, "    cites: [days]\n", "    cites: [day]\n"),
        (SUMMARY, "cites: [ask]", "cites: [day, ask]"),
        (POLICY, "    cites: [days]\n", "    cites: [days]\n    cell_cites: {short: {days: [day]}}\n"),
        (RULES, "cites: [ask]}\n  long", "cites: [day]}\n  long"),
    ],
)
def test_a_clause_that_is_gone_is_said_to_be_so_though_another_is_like_it(
    name: str, old: str, new: str, folder: Folder
) -> None:
    folder.edit(SOURCE, "clauses:\n", "gone: [day, ask]\nclauses:\n")
    folder.edit(name, old, new)
    gone = "the clause 'day' is gone since the last outline: cite the clause that says so now, or take away what rests"
    assert [line.partition(" on it")[0] for line in told(folder)] == [f"{name}: {gone}"]


@pytest.mark.parametrize("old", ["  - id: ask\n", "  - id: ask\n    verdict"])
def test_two_rules_of_one_list_have_two_ids(folder: Folder, old: str) -> None:
    rule = "{id: ask, verdict: ended, say: S, cites: [ask]}"
    grouped = f"  - when: {{kind: short}}\n    then: [{rule}]\n" if "verdict" in old else f"  - {rule}\n"
    folder.edit(TOPIC, "  - id: ask\n", f"{grouped}  - id: ask\n")
    assert told(folder) == [f"{TOPIC}: the id 'ask' stands in this list twice: give each its own id"]


def test_the_same_id_may_stand_in_two_lists(folder: Folder) -> None:
    folder.edit(TOPIC, "due:\n", "free:\n  - {id: ask, verdict: free, say: S, cites: [ask]}\ndue:\n")
    assert told(folder) == []


def test_a_notice_for_those_who_come_later_has_a_last_day(folder: Folder) -> None:
    folder.edit(POLICY, "topics: [holiday]\n", "topics: [holiday]\nended: It has ended.\n")
    wrong = "'ended' is there, and the last day, from which on it is shown, is missing"
    assert told(folder) == [f"{POLICY}: {wrong}: add ended_after:"]


def test_a_last_day_has_a_notice_for_those_who_come_later(folder: Folder) -> None:
    folder.edit(POLICY, "topics: [holiday]\n", "topics: [holiday]\nended_after: 2026-12-31\n")
    wrong = "'ended_after' is there, and the notice for later days is missing"
    assert told(folder) == [f"{POLICY}: {wrong}: add ended:"]
    folder.edit(POLICY, "ended_after: 2026-12-31\n", "ended_after: 2026-12-31\nended: It has ended.\n")
    assert told(folder) == []


def test_topics_are_listed_and_listed_topics_are_there(folder: Folder) -> None:
    folder.edit(POLICY, "topics: [holiday]", "topics: [holidy]")
    assert told(folder) == [
        f"{POLICY}: the topic 'holiday' is not listed: add holiday under topics:",
        f"{POLICY}: no topic is called 'holidy': did you mean 'holiday'?",
    ]


def test_ids_of_a_broken_file_are_left_unchecked(folder: Folder) -> None:
    folder.edit(SOURCE, "gist: Ask first., ", "")
    assert [fault.file for fault in folder.faults()] == ["content/leave/source.yaml"]
