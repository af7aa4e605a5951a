"""Days and moments on the way: each step starts from what it can start from, or its line says so."""

import pytest

from tests.content.conftest import Folder
from tests.content.test_names import STEPS, TOPIC, told

FROM_A_DAY = "counts from a moment, and this is a day: a day has no hours"
SET_A_TIME = "start from a date-time, or set the time of day before it: at"
A_DAY = "is a day, and it is held against a moment"
NAME_ONE = "name a fact or a derived thing that is one"
ITSELF = "rests on itself: let one of those on the way start from something else"
UNFIT = "does not fit this: write one of these: after, at_least, at_most, before, between"
BOTH = "let both be days, or both moments: at sets a time of day"


@pytest.mark.parametrize(
    ("steps", "wrong"),
    [
        ("start: starts, steps: [{add_hours: 1}]", f"'add_hours' {FROM_A_DAY}: {SET_A_TIME}"),
        ('start: starts, steps: [{at: "17:00"}, {add_hours: 1}]', None),
        ("start: at, steps: [{add_hours: 1}, {add_minutes: -5}]", None),
        ("start: at, steps: [{add_days: 1}, {add_weeks: 1}, {add_hours: 1}]", None),
        ("start: at, steps: [{end_of_month: 0}, {add_minutes: 1}]", f"'add_minutes' {FROM_A_DAY}: {SET_A_TIME}"),
        ("start: on, steps: [{opening: desk}]", f"'opening' {FROM_A_DAY}: {SET_A_TIME}"),
        ('start: 2026-05-01, steps: [{cut_off: "17:00", calendar: office}]', f"'cut_off' {FROM_A_DAY}: {SET_A_TIME}"),
        ("start: at, steps: [{add_open_hours: 4, within: desk}, {closing: desk}]", None),
        ("start: ask-by, steps: [{add_hours: 1}]", f"'ask-by' {ITSELF}"),
        ("start: notice", "'notice' is neither a day nor a moment: start from one that is"),
        ("start: kind", "'kind' is neither a day nor a moment: start from one that is"),
        ("start: starts, steps: [{later_of: on}]", None),
        ("start: starts, steps: [{later_of: [on, 2026-05-01]}]", None),
        ("start: starts, steps: [{later_of: at}]", f"'at' is a moment, and it is held against a day: {BOTH}"),
        ("start: at, steps: [{earlier_of: starts}]", f"'starts' {A_DAY}: {BOTH}"),
        ("start: at, steps: [{earlier_of: 2026-05-01}]", f"'2026-05-01' {A_DAY}: {BOTH}"),
        ("start: starts, steps: [{earlier_of: days}]", "'days' is neither a day nor a moment: name one that is"),
        ("start: starts, steps: [{add_days: starts}]", f"'starts' is no number: {NAME_ONE}"),
        ("start: starts, steps: [{add_days: notice}]", None),
        ("start: starts, steps: [{at: starts}]", f"'starts' is no time of day: {NAME_ONE}"),
        ('start: starts, steps: [{at: "24:00"}]', None),
        ("start: starts, steps: [{later_of: 2026-02-30}]", "'2026-02-30' is no day: write it as YYYY-MM-DD"),
        ("start: starts, steps: [{add_working_days: 0, calendar: office}]",
         "0 working days lead nowhere: write to_working_day: next, or previous"),
    ],
)  # fmt: skip
def test_steps_fit_what_stands_before_them(folder: Folder, steps: str, wrong: str | None) -> None:
    folder.edit(TOPIC, f"start: starts, {STEPS}", steps)
    found = told(folder)
    assert found == ([wrong] if wrong else []) or (wrong and "itself" in wrong and wrong in found)


def test_what_another_thing_leads_to_is_known_whatever_the_order(folder: Folder) -> None:
    folder.edit(
        TOPIC,
        "derived:\n",
        "derived:\n"
        "  late: {label: L, start: moment, steps: [{add_hours: 1}], cites: [ask]}\n"
        "  early: {label: L, start: ask-by, steps: [{add_hours: 1}], cites: [ask]}\n"
        '  moment: {label: L, start: starts, steps: [{at: "09:00"}], cites: [ask]}\n',
    )
    (fault,) = folder.faults()
    assert (fault.path, str(fault.wrong)) == ("derived.early.steps.1.add_hours", f"'add_hours' {FROM_A_DAY}")
    assert fault.line == 6


@pytest.mark.parametrize("name", ["calendar", "next", "use", "table", "row", "cites", "start", "hours"])
def test_an_author_s_id_is_never_taken_for_a_key(folder: Folder, name: str) -> None:
    folder.edit("facts.yaml", "starts: {", f"{name}: {{type: yes-no, question: Q, label: L}}\nstarts: {{")
    folder.edit(TOPIC, "    when: {kind: [short, long]}\n", f"    when: {{kind: [short, long], {name}: yes}}\n")
    assert told(folder) == []


@pytest.mark.parametrize(
    ("when", "wrong"),
    [
        ("{starts: {after: on, before: 2027-01-01}}", None),
        ("{starts: {after: on, before: kimd}}", "no fact or derived thing is called 'kimd': did you mean 'kind'?"),
        ("{days: {at_least: 1, at_most: 3}}", None),
        ("{starts: {at_least: on, before: 2027-01-01}}", None),
        ('{at: {after: "2026-01-01T09:00", at_most: "2026-01-02T09:00"}}', None),
        ("{days: {after: 1, before: dayz}}", "no fact or derived thing is called 'dayz': did you mean 'days'?"),
        ("{any: [{kind: short}, {days: {at_most: 3}}]}", None),
        ("{any: [{kind: shrt}]}", "'kind' is never 'shrt': did you mean 'short'?"),
        ("{none: [{any: [{kimd: short}]}]}", "no fact or derived thing is called 'kimd': did you mean 'kind'?"),
        ("{days: {between: [1, 3]}}", None),
        ("{days: {between: [1, starts]}}",
         "a number cannot be compared with 'starts': compare days with days, and numbers with numbers"),
        ("{kind: {between: [1, 3]}}", "an order does not fit a choice: write the options that hold"),
        ("{starts: {weekday: sat}, on: {working_day: office}}", None),
        ("{starts: {working_day: ofice}}", "no calendar is called 'ofice': did you mean 'office'?"),
        ('{on: {each_year: {from: "12-29", to: "01-03"}}}', None),
        ('{on: {each_year: {from: "02-29", to: "03-03"}}}',
         '29 February is not in every year: write "02-28", or "03-01"'),
        ("{starts: {inside: desk}}", f"'inside' {UNFIT}, each_year, holiday, weekday, working_day"),
        ("{days: {weekday: sat}}", f"'weekday' {UNFIT}"),
    ],
)  # fmt: skip
def test_conditions_of_every_kind_are_checked(folder: Folder, when: str, wrong: str | None) -> None:
    folder.edit(TOPIC, "    when: {kind: [short, long]}\n", f"    when: {when}\n")
    assert told(folder) == ([wrong] if wrong else [])


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ("start: starts, steps: [{subtract_days: 3}]", "add_days"),
        ("start: starts, steps: [{add_business_days: 3, calendar: office}]", "add_working_days"),
        ("start: starts, steps: [{min: on}]", "earlier_of"),
        ("start: starts, steps: [{max: on}]", "later_of"),
        ("start: starts, steps: [{last_day_of_month: 0}]", "end_of_month"),
        ("amount: days, steps: [{multiply: 2}]", "times"),
        ("amount: days, steps: [{min: 2}]", "at_least"),
    ],
)
def test_a_word_of_another_language_is_met_by_meaning(folder: Folder, steps: str, words: str) -> None:
    folder.edit(TOPIC, f"start: starts, {STEPS}", steps)
    (fault,) = folder.faults()
    assert str(fault.mend) == f"write it with one of our words: {words}"


@pytest.mark.parametrize(("word", "ours"), [("gte", "at_least"), ("less_than", "before"), ("until", "at_most")])
def test_so_is_a_condition(folder: Folder, word: str, ours: str) -> None:
    folder.edit(TOPIC, "    when: {kind: [short, long]}\n", f"    when: {{days: {{{word}: 3}}}}\n")
    (fault,) = folder.faults()
    assert str(fault.mend) == f"write it with one of our words: {ours}"


@pytest.mark.parametrize(
    ("when", "wrong"),
    [
        ("{any: [{days: {gte: 3}}]}", "a test is wanted here: write it with one of our words: at_least"),
        ("{none: [{kind: short}, {starts: {befor: on}}]}", "a test is wanted here: did you mean 'before'?"),
        ("{any: [{none: [{days: {at_mst: 3}}]}]}", "a test is wanted here: did you mean 'at_most'?"),
        ("{any: [{starts: {weekday: [satt]}}]}", "'satt' is not possible here: did you mean 'sat'?"),
    ],
)
def test_a_misspelt_test_is_met_among_alternatives_too(folder: Folder, when: str, wrong: str) -> None:
    folder.edit(TOPIC, "    when: {kind: [short, long]}\n", f"    when: {when}\n")
    assert told(folder) == [wrong]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("long: {label: Long}", "long: {label: Short}"),
        ("long: {label: Long}", "long: {label: short}"),
        ("long: {label: Long}", "long: {label: Ｓｈｏｒｔ}"),
        (
            "starts: {type: date",
            "sure: {type: yes-no, question: Q, label: L, yes: S, no: S}\nstarts: {type: date",
        ),
        ("least: 1, most: 30}", "least: 1, most: 30, bands: {few: 5, many: none}, labels: {few: Some, many: Some}}"),
    ],
)
def test_two_answers_are_not_called_the_same(folder: Folder, old: str, new: str) -> None:
    folder.edit("facts.yaml", old, new)
    (fault,) = folder.faults()
    assert str(fault.wrong).startswith("two answers are called '")
    assert fault.line > 1
