"""Names in rules: each is a fact, `on` or something derived, and is tested and counted as its kind allows."""

import pytest

from assistant.content.names import operators
from tests.content.conftest import FILES, Folder

RULES, TOPIC = "rules.yaml", "topics/holiday.yaml"
NO_NAME, NO_DERIVED = "no fact or derived thing is called", "no derived thing is called"
A_FACT = (
    "'starts' is a fact, and here stands what is derived: "
    "write under derived, with a name of its own, start: starts for a day or amount: starts for a number"
)
WHEN = "    when: {kind: [short, long]}\n"
STEPS = "steps: [{add_days: -10}]"


def told(folder: Folder) -> list[str]:
    """What is wrong and how it is mended, in rules and topics."""
    return [f"{fault.wrong}: {fault.mend}" for fault in folder.faults()]


@pytest.mark.parametrize(
    ("when", "wrong"),
    [
        ("{kind: short}", None),
        ("{kind: [short, lng]}", "'kind' is never 'lng': did you mean 'long'?"),
        ("{kind: {one_of: [lng]}}", "'kind' is never 'lng': did you mean 'long'?"),
        ("{kimd: short}", f"{NO_NAME} 'kimd': did you mean 'kind'?"),
        ("{starts: short}", "'starts' is never 'short': compare it: before, after, at_most, at_least"),
        ("{notice: none}", None),
        ("{notice: nono}", "'notice' is never 'nono': did you mean 'none'?"),
        ("{notice: {at_least: 3}}", None),
        ("{kind: {before: on}}", "an order does not fit a choice: write the options that hold"),
        ("{starts: {before: on}}", None),
        ("{starts: {before: ask-by}}", None),
        ("{starts: {before: 2026-05-01}}", None),
        ("{starts: {before: 2026-02-30}}", "'2026-02-30' is no day: write it as YYYY-MM-DD"),
        ("{starts: {before: 5}}", "'5' is no day: write it as YYYY-MM-DD"),
        ("{starts: {before: ask-bye}}", f"{NO_NAME} 'ask-bye': did you mean 'ask-by'?"),
        ("{at: {after: starts}}", None),
        (
            "{starts: {before: days}}",
            "a day cannot be compared with 'days': compare days with days, and numbers with numbers",
        ),
        (
            "{days: {before: starts}}",
            "a number cannot be compared with 'starts': compare days with days, and numbers with numbers",
        ),
        ("{days: {at_most: 3}}", None),
        ("{days: {at_most: 3.1234}}", "'3.1234' is no number: write it as 50 or 2.7"),
        ("{days: {at_most: 2026-05-01}}", "'2026-05-01' is no number: write it as 50 or 2.7"),
        ("{days: {at_most: notice}}", None),
        ("{on: {after: starts}}", None),
    ],
)
def test_conditions_fit_what_they_ask_about(folder: Folder, when: str, wrong: str | None) -> None:
    folder.edit(TOPIC, WHEN, f"    when: {when}\n")
    assert told(folder) == ([wrong] if wrong else [])


@pytest.mark.parametrize(
    ("steps", "wrong"),
    [
        ("start: strts", f"{NO_NAME} 'strts': did you mean 'starts'?"),
        ("start: 2026-05-01", None),
        ("start: 2026-5-1", "'2026-5-1' is no day: write it as YYYY-MM-DD"),
        ("start: on", None),
        ("start: starts, steps: [{add_days: days}]", None),
        ("start: starts, steps: [{add_days: dys}]", f"{NO_NAME} 'dys': did you mean 'days'?"),
        ("start: starts, steps: [{later_of: strts}]", f"{NO_NAME} 'strts': did you mean 'starts'?"),
        ("start: starts, steps: [{anniversary_from: strts}]", f"{NO_NAME} 'strts': did you mean 'starts'?"),
        ("start: starts, steps: [{anniversary_from: 2026-05-01}]", None),
        ("start: starts, steps: [{anniversary_from: 2026-02-30}]", "'2026-02-30' is no day: write it as YYYY-MM-DD"),
        ("whole_months_after: starts, up_to: strts", f"{NO_NAME} 'strts': did you mean 'starts'?"),
        ("band_of: dys, bands: {few: 3, many: none}", f"{NO_NAME} 'dys': did you mean 'days'?"),
    ],
)
def test_what_is_derived_starts_from_a_name_or_a_day(folder: Folder, steps: str, wrong: str | None) -> None:
    folder.edit(TOPIC, f"start: starts, {STEPS}", steps)
    found = told(folder)
    assert found == ([wrong] if wrong else [])


@pytest.mark.parametrize(
    ("cell", "wrong"),
    [
        (
            "{table: notice, row: kind, column: days}",
            (
                "'days' is a fact or a derived thing, and also a row or a column of the table 'notice': "
                "give one of the two another name"
            ),
        ),
        ("{table: notice, row: short}", None),
        ("{table: notice, row: kimd}", f"{NO_NAME} 'kimd': did you mean 'kind'?"),
        ("{table: notice, row: shrt}", f"{NO_NAME} 'shrt': did you mean 'short'?"),
        ("{table: notice, row: kind, column: dys}", f"{NO_NAME} 'dys': did you mean 'days'?"),
    ],
)
def test_rows_and_columns_are_names_or_ids_of_their_table(folder: Folder, cell: str, wrong: str | None) -> None:
    folder.edit(TOPIC, "cell: {table: notice, row: kind}", f"cell: {cell}")
    assert told(folder) == ([wrong] if wrong else [])


@pytest.mark.parametrize(
    ("derived", "cell"),
    [
        ("eol: {label: L, cell: {table: notice, row: kind, column: eol}, cites: [ask]}", "row: kind"),
        ("eol: {label: L, start: starts, cites: [ask]}", "row: kind, column: eol"),
        ("brief: {label: L, start: starts, cites: [ask]}", "row: brief"),
        ("brief: {label: L, amount: days, cites: [ask]}", "row: brief, column: days"),
    ],
)
def test_a_derived_thing_named_like_a_row_or_a_column_is_said_to_be_so(folder: Folder, derived: str, cell: str) -> None:
    name = derived.partition(":")[0]
    folder.write("tables/notice.csv", "kind,count,eol\nshort,3,4\nlong,10,11\nbrief,1,2\n")
    folder.edit("facts.yaml", "    long: {label: Long}\n", "    long: {label: Long}\n    brief: {label: Brief}\n")
    folder.edit(RULES, "lists:\n", f"derived: {{{derived}}}\nlists:\n")
    folder.edit(TOPIC, "cell: {table: notice, row: kind}", f"cell: {{table: notice, {cell}}}")
    clash = f"'{name}' is a fact or a derived thing, and also a row or a column of the table 'notice'"
    found = told(folder)
    assert found
    assert found[0].startswith(clash)
    assert not any("rests on itself" in one for one in found)


def test_of_a_table_with_faults_nothing_else_is_said(folder: Folder) -> None:
    folder.edit(TOPIC, "{table: notice, row: kind}", "{table: notice, row: kind, column: notice}")
    folder.write("tables/notice.csv", "kind,notice\nshort,three\nlong,10\n")
    assert [fault.file.rpartition("/")[2] for fault in folder.faults()] == ["notice.csv"]


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ("dates: {ask_by: ask-by}", "dates: {ask_by: ask_by}", f"{NO_DERIVED} 'ask_by': did you mean 'ask-by'?"),
        ("dates: {ask_by: ask-by}", "dates: {ask_by: starts}", A_FACT),
        ("values: {notice: notice}", "values: {notice: notce}", f"{NO_DERIVED} 'notce': did you mean 'notice'?"),
        ("bind: {limit: ask-by}", "bind: {limit: ask-bye}", f"{NO_DERIVED} 'ask-bye': did you mean 'ask-by'?"),
        ("bind: {limit: ask-by}", "bind: {}", "the list 'late' takes 'limit': add under bind: what 'limit' stands for"),
        ("    bind: {limit: ask-by}\n", "", "the list 'late' takes 'limit': add under bind: what 'limit' stands for"),
        (
            "bind: {limit: ask-by}",
            "bind: {limit: ask-by, limt: ask-by}",
            "the list 'late' does not take 'limt': did you mean 'limit'?",
        ),
    ],
)
def test_what_answers_give_and_lists_take_is_derived(folder: Folder, old: str, new: str, wrong: str) -> None:
    folder.edit(TOPIC, old, new)
    assert told(folder) == [wrong]


def test_what_a_list_takes_is_known_in_that_list_alone(folder: Folder) -> None:
    rule = "{id: a, when: {limit: {before: on}}, verdict: ended, say: S, cites: [ask]}"
    other = f"  other: {{rules: [{rule}]}}\n"
    folder.edit(RULES, "notes:\n", f"{other}notes:\n")
    (found,) = told(folder)
    assert found.startswith(f"{NO_NAME} 'limit': ")


@pytest.mark.parametrize(
    ("own", "shared"), [("starts", ""), ("day", "derived: {day: {label: L, start: on, cites: [ask]}}\n")]
)
def test_a_topic_s_own_hides_no_fact_and_nothing_shared(folder: Folder, own: str, shared: str) -> None:
    folder.write(RULES, shared + FILES[RULES])
    folder.edit(TOPIC, "derived:\n", f"derived:\n  {own}: {{label: L, start: on, cites: [ask]}}\n")
    wrong = f"'{own}' is already the name of a fact or a shared derived thing: choose another name"
    assert told(folder) == [wrong]


def test_what_is_shared_hides_no_fact(folder: Folder) -> None:
    folder.write(RULES, "derived: {starts: {label: L, start: on, cites: [ask]}}\n" + FILES[RULES])
    assert told(folder) == ["'starts' is already the name of a fact or a shared derived thing: choose another name"]


def test_the_words_that_compare_say_so() -> None:
    assert {word.key() for word in operators()} == {"before", "after", "at_most", "at_least", "between"}
