"""Tables from CSV: every cell read as the table says, every bad one named by line and column."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.content.tables import read_table
from assistant.errors import ContentError, Fault, told
from assistant.model.record import Text
from assistant.model.table import TableAbout

DAYS = TableAbout(label=Text("", "x"), holds="date", marks={"gone": Text("", "Gone")}, cites=("c",))
COUNTS = TableAbout(label=Text("", "x"), holds="integer", cites=("c",))
CLOCKS = TableAbout(label=Text("", "x"), holds="time", cites=("c",))

REFUSED = (
    (DAYS, "", 1, 1, "a table needs a heading line and rows"),
    (DAYS, "a\nb\n", 1, 1, "a table needs a heading line and rows"),
    (DAYS, "a,b\nx,2026-02-30\n", 2, 3, "there is no day 2026-02-30"),
    (DAYS, "a,b,c\nx,gone,gona\n", 2, 8, "'gona'"),
    (DAYS, "a,b\nx,1999-12-31\n", 2, 3, "the day 1999-12-31 lies outside"),
    (DAYS, "a,b\nx,2026-01-01,gone\n", 2, 1, "3 cells, not 2"),
    (DAYS, "a,b\nx,gone\ny\n", 3, 1, "1 cells, not 2"),
    (DAYS, "a,b\nx,gone\nx,gone\n", 3, 1, "the row 'x' stands here twice"),
    (DAYS, "a,b,b\nx,gone,gone\n", 1, 5, "the column 'b' stands here twice"),
    (DAYS, "a,b\nx,\n", 2, 3, "a day is wanted here"),
    (COUNTS, "a,b\nx,1.5\n", 2, 3, "a whole number is wanted here"),
    (COUNTS, "a,b\nx,１\n", 2, 3, "a whole number is wanted here"),
    (COUNTS, "a,b\nx,gone\n", 2, 3, "a whole number is wanted here"),
    (CLOCKS, "a,b\nx,9:00\n", 2, 3, "a time of day is wanted here"),
    (CLOCKS, "a,b\nx,24:00\n", 2, 3, "a time of day is wanted here"),
)


def refusals(text: str, about: TableAbout) -> list[Fault]:
    """What a table is refused for; anything but our own error escapes."""
    try:
        read_table(text, "x.csv", about)
    except ContentError as error:
        return error.faults
    return []


@pytest.mark.parametrize(("about", "text", "line", "column", "wrong"), REFUSED)
def test_a_bad_table_says_where(about: TableAbout, text: str, line: int, column: int, wrong: str) -> None:
    fault = refusals(text, about)[0]
    assert (fault.file, fault.line, fault.column) == ("x.csv", line, column)
    assert wrong in str(fault.wrong)


def test_a_misspelt_mark_is_guessed() -> None:
    assert refusals("a,b\nx,gonne\n", DAYS)[0].mend == told("did you mean '{name}'?", name="gone")


def test_all_bad_cells_are_told_at_once() -> None:
    assert [(fault.line, fault.path) for fault in refusals("a,b,c\nx,1,y\nz,?,2\n", COUNTS)] == [(2, "x.c"), (3, "z.b")]


def test_cells_are_read_as_the_table_says() -> None:
    assert read_table("a,b\nx,2026-03-31\ny,gone\n", "x.csv", DAYS).rows == {
        "x": {"b": dt.date(2026, 3, 31)},
        "y": {"b": "gone"},
    }
    assert read_table("a,b\nx,20\n", "x.csv", COUNTS).rows == {"x": {"b": 20}}
    assert read_table("a,b\nx,15:30\n", "x.csv", CLOCKS).rows == {"x": {"b": dt.time(15, 30)}}


@given(st.text("ab,\n\"'0123456789-x\r", max_size=80) | st.text(max_size=80), st.sampled_from([DAYS, COUNTS, CLOCKS]))
def test_any_text_is_read_or_refused(text: str, about: TableAbout) -> None:
    assert all(fault.line > 0 and fault.column > 0 for fault in refusals(text, about))
