"""What all paths of a policy come to."""

import pytest

from assistant.workbench.check.walk import uses, walk
from tests.workbench.check.conftest import Garden


def test_every_rule_is_reached_with_what_is_always_known_there(tools: Garden) -> None:
    policy = tools.read()
    found = {(one.example.aspect, one.example.outcome.rule.id): one for one in walk(policy).rules.values()}  # type: ignore[union-attr]  # all are answers
    assert {name for _, name in found} == {
        *("heavy", "light", "over", "not-lent", "back", "repaired", "whole", "open", "closed"),
    }
    assert found["due", "back"].facts == {"tool", "who", "lent_on"}
    assert found["due", "over"].facts == set()
    assert found["due", "back"].notes == {"care"}
    assert found["free", "heavy"].facts == {"weight"}


def test_a_fact_is_always_known_only_where_every_path_asks_for_it(tools: Garden) -> None:
    tools.edit(
        "topics/loan.yaml",
        "  - id: heavy\n",
        "  - id: sound\n    when: {broken: no, size: light}\n"
        "    verdict: free\n    say: S\n    cites: [weeks]\n  - id: heavy\n",
    )
    rules = {one.example.outcome.rule.id: one for one in walk(tools.read()).rules.values()}  # type: ignore[union-attr]  # all are answers
    assert rules["sound"].facts == {"broken", "weight"}
    assert rules["light"].facts == {"broken", "weight"}


def test_all_facts_that_some_answer_needed_are_known(tools: Garden) -> None:
    assert walk(tools.read()).facts == {"tool", "who", "lent_on", "weight", "broken", "calls_at"}


def test_a_date_that_is_a_mark_on_some_path_is_noted(tools: Garden) -> None:
    tools.edit("topics/loan.yaml", "dates: {back_by: back-by}", "dates: {back_by: back-by, long: weeks}")
    reached = next(one for one in walk(tools.read()).rules.values() if one.no_days)
    assert reached.no_days == {"long"}


def test_paths_that_break_alike_are_counted_together(tools: Garden) -> None:
    tools.edit("topics/loan.yaml", "{light: 20, heavy: none}", "{light: 20, heavy: 100}")
    broken = walk(tools.read()).broken
    ((topic, aspect, what),) = broken
    assert (topic, aspect, what.kind) == ("loan", "free", "no-band")
    assert len(broken[topic, aspect, what]) >= 2


def test_the_first_path_of_each_set_of_notes_is_known(tools: Garden) -> None:
    tools.edit("topics/loan.yaml", "    notes: [care]\n", "    notes: [{note: care, when: {who: guest}}]\n")
    policy = tools.read()
    back = next(rule for rule in policy.topics["loan"].due if getattr(rule, "id", "") == "back")
    noted = {notes: path for (rule, notes), path in walk(policy).noted.items() if rule == id(back)}
    assert {notes: path.facts["who"] for notes, path in noted.items()} == {
        frozenset(): "member",
        frozenset({"care"}): "guest",
    }


def test_a_policy_is_walked_once_and_again_when_it_is_another(tools: Garden) -> None:
    policy = tools.read()
    assert walk(policy) is walk(policy)
    first = walk(policy)
    assert walk(tools.read()) is not first


def test_every_rule_and_group_is_used_somewhere(tools: Garden) -> None:
    found = [(where, getattr(one.item, "id", "group")) for where, one in uses(tools.read(), tools.places())]
    assert found == [
        *(("loan/free", "heavy"), ("loan/free", "light")),
        *(("loan/due", "group"), ("loan/due", "over"), ("loan/due", "not-lent"), ("loan/due", "back")),
        *(("loan/covered", "group"), ("loan/covered", "over"), ("loan/covered", "group"), ("loan/covered", "repaired")),
        *(("loan/covered", "whole"), ("desk/due", "open"), ("desk/due", "closed")),
    ]


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


CLEAN = "- {id: clean, text: Clean the tool., cites: [care]}"
BARE, NEVER = (
    "summary.yaml: no step of 'return' is left on this path: ",
    "summary.yaml: no path makes the conditions of the",
)


@pytest.mark.parametrize(
    ("when", "more", "wrong"),
    [
        ("{who: guest}", "", [BARE]),
        ("{who: guest}", "\n          - {id: back, text: Bring it., cites: [care]}", []),
        ("{broken: yes}", "", []),  # nobody is asked for it here, so it may hold
        ("{on: {after: 2026-12-31}}", "", [NEVER, BARE]),
    ],
)
def test_a_step_that_no_answer_shows_is_a_fault(tools: Garden, when: str, more: str, wrong: list[str]) -> None:
    tools.edit("summary.yaml", CLEAN, CLEAN.replace("clean,", f"clean, when: {when},") + more)
    found = tools.told()
    assert len(found) == len(wrong)
    assert all(any(one.startswith(begins) for one in found) for begins in wrong)


@pytest.mark.parametrize(
    ("when", "wrong"),
    [
        ("{whom: guest}", "no fact or derived thing is called 'whom'"),
        ("{who: gest}", "'who' is never 'gest'"),
        ("{on: {inside: dsk}}", "no opening hours are called 'dsk'"),
    ],
)
def test_a_step_asks_about_what_there_is(tools: Garden, when: str, wrong: str) -> None:
    tools.edit("summary.yaml", CLEAN, CLEAN.replace("clean,", f"clean, when: {when},"))
    assert f"summary.yaml: {wrong}" in tools.told()
