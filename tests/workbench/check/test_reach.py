"""Faults that only walking shows: paths without an answer, and rules, groups and notes that no path reaches."""

import pytest

from tests.workbench.check.conftest import Garden

LOAN, WEEKS = "topics/loan.yaml", "tables/weeks.csv"


def told(tools: Garden) -> list[str]:
    return tools.told("no path", "no rule", "no row", "no column", "a number lies", "a value does")


@pytest.mark.parametrize(
    ("name", "old", "new", "wrong"),
    [
        (
            LOAN,
            "  - id: light\n",
            "  - id: light\n    when: {size: light, who: guest}\n",
            f"{LOAN}: no rule answers: garden/loan/free weight=1 who=member",
        ),
        (LOAN, "heavy: none}", "heavy: 100}", f"{LOAN}: a number lies in no band: garden/loan/free weight="),
        (
            LOAN,
            "{weeks: not-lent}",
            "{weeks: {at_least: 1}}",
            f"{LOAN}: a value does not fit: garden/loan/due tool=mower who=guest",
        ),
        (WEEKS, "mower,2,not-lent\n", "", f"{WEEKS}: no row is called 'mower': garden/loan/due tool=mower"),
        (WEEKS, "guest", "gest", f"{WEEKS}: no column is called 'guest': garden/loan/due tool=spade who=guest"),
    ],
)
def test_a_path_without_an_answer_is_shown(tools: Garden, name: str, old: str, new: str, wrong: str) -> None:
    tools.edit(name, old, new)
    found = told(tools)
    assert any(one.startswith(wrong) for one in found), found
    assert all("paths like it: " in one for one in found if "no path reaches" not in one)


@pytest.mark.parametrize(
    ("old", "new", "mend"),
    [
        ("guest", "gest", "is it misspelt as 'gest'? Else add it, or answer before the table is read"),
        ("member,guest\nspade,4,1\nmower,2,not-lent", "member\nspade,4\nmower,2", "add it, or answer before"),
    ],
)
def test_a_column_that_is_missing_may_be_one_that_is_misspelt(tools: Garden, old: str, new: str, mend: str) -> None:
    tools.edit(WEEKS, old, new)
    (fault,) = (one for one in tools.faults() if "no column is called" in str(one.wrong))
    assert str(fault.mend).startswith(mend)


HEAVY = "  - id: heavy\n    when: {size: heavy}\n"


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        (HEAVY, "  - id: heavy\n", "the rule 'light': the rule 'heavy' (content/garden/topics/loan.yaml:"),
        ("{size: heavy}", "{size: heavy, on: {before: 2000-01-01}}", "the rule 'heavy': its conditions never hold"),
        ("{broken: yes}", "{broken: yes, on: {before: 2000-01-01}}", "this group: its conditions never hold"),
        (
            "free:\n",
            "free:\n  - {id: all, verdict: free, say: S, cites: [weeks]}\n",
            "the rule 'heavy': the rule 'all' (content/garden/topics/loan.yaml:",
        ),
    ],
)
def test_what_no_path_reaches_is_named_with_what_stands_in_its_way(
    tools: Garden, old: str, new: str, wrong: str
) -> None:
    tools.edit(LOAN, old, new)
    assert any(one.startswith(f"{LOAN}: no path reaches {wrong}") for one in told(tools)), told(tools)


def test_inside_a_group_that_is_not_reached_nothing_more_is_named(tools: Garden) -> None:
    tools.edit(LOAN, "{broken: yes}", "{broken: yes, on: {before: 2000-01-01}}")
    assert [one for one in told(tools) if "no path reaches" in one] == [
        f"{LOAN}: no path reaches this group: its conditions never hold"
    ]


def test_a_list_that_one_use_never_reaches_is_named_at_that_use_alone(tools: Garden) -> None:
    tools.edit(LOAN, "covered:\n", "covered:\n  - {id: all, verdict: covered, say: S, cites: [care]}\n")
    found = told(tools)
    assert any("no path reaches the list 'season' here: the rule 'all'" in one for one in found), found
    assert not any(one.startswith("rules.yaml") for one in found)


def test_a_rule_of_a_list_that_some_use_reaches_is_reached(tools: Garden) -> None:
    tools.edit(LOAN, "covered:\n  - use: season\n", "covered:\n  - use: season\n    when: {on: {before: 2000-01-01}}\n")
    assert [one for one in told(tools) if "over" in one] == []


@pytest.mark.parametrize(
    ("when", "wrong"),
    [
        ("{who: guest}", []),
        ("{who: guest, tool: mower}", [f"{LOAN}: no path makes the conditions of the note 'care' hold"]),
        ("{on: {before: 2000-01-01}}", [f"{LOAN}: no path makes the conditions of the note 'care' hold"]),
    ],
)
def test_a_note_is_carried_on_some_path(tools: Garden, when: str, wrong: list[str]) -> None:
    tools.edit(LOAN, "notes: [care]", f"notes: [{{note: care, when: {when}}}]")
    assert told(tools) == wrong
