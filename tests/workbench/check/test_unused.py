"""Idle content: things that are defined and that no answer, page or table uses, or can use."""

import pytest

from tests.workbench.check.conftest import Garden

WEEKS = "tables/weeks.csv"
CELL = "cell: {table: weeks, row: tool, column: who}"
BANDS = "{light: 20, heavy: none}"


def idle(tools: Garden) -> list[str]:
    """What is said to be idle: the file, and what is wrong."""
    return tools.told("nothing uses", "nothing reads", "the mark", "the bands")


def test_in_sound_content_nothing_is_idle(tools: Garden) -> None:
    assert idle(tools) == []


def test_a_document_that_is_not_held_is_pointed_to(tools: Garden) -> None:
    tools.edit("policy.yaml", "readings:\n", "documents: {ordinance: {title: The ordinance, held: no}}\nreadings:\n")
    assert tools.told("no clause points") == [
        "policy.yaml: no clause points to the document 'ordinance', which is not held"
    ]


IDLE_HOURS = """\
  idle: {label: L, calendar: shed, clock: C, cites: [days], spans: [{opens: "01:00", closes: "02:00"}]}
"""
IDLE_DAY = "  idle: {label: L, start: 2026-01-01, cites: [days]}\n"


@pytest.mark.parametrize(
    ("name", "above", "extra", "wrong"),
    [
        ("facts.yaml", "", "idle: {type: date, question: Q, label: L}\n", "the fact 'idle'"),
        ("rules.yaml", "notes:\n", "  idle: {text: T, cites: [care]}\n", "the note 'idle'"),
        (
            "rules.yaml",
            "lists:\n",
            "  idle: {rules: [{id: a, verdict: ended, say: S, cites: [days]}]}\n",
            "the list 'idle'",
        ),
        ("summary.yaml", "procedures:\n", "  idle: {title: T, parts: []}\n", "the procedure 'idle'"),
        (
            "policy.yaml",
            "calendars:\n",
            "  idle: {label: L, weekdays: [mon], cites: [days]}\n",
            "the calendar 'idle'",
        ),
        ("policy.yaml", "hours:\n", IDLE_HOURS, "the opening hours 'idle'"),
        ("topics/loan.yaml", "derived:\n", IDLE_DAY, "'idle'"),
        ("rules.yaml", "", f"derived:\n{IDLE_DAY}", "'idle'"),
    ],
)
def test_what_nothing_uses_is_named_in_its_file(tools: Garden, name: str, above: str, extra: str, wrong: str) -> None:
    text = (tools.folder / name).read_text("utf-8")
    place = text.index(above) + len(above)
    (tools.folder / name).write_text(text[:place] + extra + text[place:], "utf-8")
    assert idle(tools) == [f"{name}: nothing uses {wrong}"]


def test_a_table_that_nothing_uses_is_named_once_and_not_its_rows(tools: Garden) -> None:
    (tools.folder / "tables/idle.csv").write_text("tool,days\nspade,1\nmower,2\n", "utf-8")
    tools.edit("policy.yaml", "tables:\n", "tables:\n  idle: {label: L, holds: integer, cites: [weeks]}\n")
    assert idle(tools) == ["policy.yaml: nothing uses the table 'idle'"]


def test_hours_of_a_contact_are_used_and_so_is_their_calendar(tools: Garden) -> None:
    tools.edit("topics/desk.yaml", "    when: {calls_at: {inside: desk}}\n", "    when: {broken: no}\n")
    tools.edit("topics/loan.yaml", "{add_working_days: 10, calendar: shed}", "{add_days: 14}")
    assert [one for one in idle(tools) if "calendar" in one or "hours" in one] == []
    tools.edit("summary.yaml", ", hours: desk", "")
    assert sorted(one for one in idle(tools) if one.startswith("policy.yaml")) == [
        "policy.yaml: nothing uses the calendar 'shed'",
        "policy.yaml: nothing uses the opening hours 'desk'",
    ]


@pytest.mark.parametrize(
    ("table", "cell", "unread"),
    [
        # Rows and columns that no option names.
        ("tool,member,guest\nspade,4,1\nmower,2,not-lent\nrake,1,1\n", CELL, ["the row 'rake'"]),
        ("tool,member,guest,child\nspade,4,1,1\nmower,2,not-lent,1\n", CELL, ["the column 'child'"]),
        # Ids of the table itself.
        (
            "tool,member,guest\nspade,4,1\nmower,2,not-lent\n",
            "cell: {table: weeks, row: tool, column: guest}",
            ["the column 'member'"],
        ),
        (
            "tool,member,guest\nspade,4,not-lent\nmower,2,1\n",
            "cell: {table: weeks, row: spade, column: who}",
            ["the row 'mower'"],
        ),
        # Without a column it is the first.
        ("tool,member,guest\nspade,4,1\nmower,not-lent,1\n", "cell: {table: weeks, row: tool}", ["the column 'guest'"]),
        ("tool,member\nspade,4\nmower,not-lent\n", "cell: {table: weeks, row: tool}", []),
    ],
)
def test_rows_and_columns_that_no_cell_reads_are_named(tools: Garden, table: str, cell: str, unread: list[str]) -> None:
    (tools.folder / WEEKS).write_text(table, "utf-8")
    tools.edit("topics/loan.yaml", CELL, cell)
    assert [one for one in idle(tools) if one.startswith("tables/")] == [
        f"{WEEKS}: nothing reads {one}" for one in unread
    ]


def test_two_cells_together_read_what_each_reads(tools: Garden) -> None:
    tools.edit("topics/loan.yaml", CELL, "cell: {table: weeks, row: tool, column: guest}")
    tools.edit(
        "topics/loan.yaml",
        "derived:\n",
        "derived:\n  other: {label: L, cites: [weeks], cell: {table: weeks, row: tool, column: member}}\n",
    )
    tools.edit("topics/loan.yaml", "    values: {weeks: weeks}\n", "    values: {weeks: weeks, other: other}\n")
    assert [one for one in idle(tools) if one.startswith("tables/")] == []


def test_a_mark_that_stands_nowhere_is_named(tools: Garden) -> None:
    tools.edit("policy.yaml", "{not-lent: Not lent}", "{not-lent: Not lent, gone: Gone}")
    assert idle(tools) == ["policy.yaml: the mark 'gone' stands nowhere in the table"]


@pytest.mark.parametrize(
    ("bands", "rise"),
    [
        ("{light: 20, middle: 50, heavy: none}", True),
        ("{light: 20, middle: 20, heavy: none}", False),
        ("{light: 50, middle: 20, heavy: none}", False),
        ("{light: none, middle: 20, heavy: none}", False),
        ("{light: 20, middle: 50, heavy: 300}", False),
    ],
)
def test_bands_rise_to_one_without_an_edge(tools: Garden, bands: str, rise: bool) -> None:
    tools.edit("topics/loan.yaml", BANDS, bands)
    wrong = "topics/loan.yaml: the bands do not rise to one without an edge"
    assert idle(tools) == ([] if rise else [wrong])
