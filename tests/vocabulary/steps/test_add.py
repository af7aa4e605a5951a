"""`add`: the length of time that a table's cell says."""

import pytest

from assistant.model.policy import Policy
from assistant.model.table import Table
from assistant.vocabulary.step import STEPS
from tests.vocabulary.given import Saying, on, step, taken

CELL = {"table": "lengths", "row": "kind", "column": "by"}


@pytest.fixture
def timed(policy: Policy) -> Policy:
    """The small policy with a table of lengths of time."""
    about = {"label": "Lengths", "holds": "duration", "marks": {"none": "None"}, "cites": ("days",)}
    rows = {
        "short": {"by": "4h"},
        "long": {"by": "2d"},
        "act": {"by": "3wd"},
        "vic": {"by": "30min"},
        "x": {"by": "none"},
    }
    table = Table.model_validate({"about": about, "rows": rows})
    return policy.model_copy(update={"tables": {**policy.tables, "lengths": table}})


@pytest.mark.parametrize(
    ("kind", "day", "after"),
    [
        ("short", "2026-04-28T22:00", "2026-04-29T02:00"),
        ("vic", "2026-04-28T22:00", "2026-04-28T22:30"),
        ("long", "2026-04-28T22:00", "2026-04-30T22:00"),
        ("long", "2026-04-28", "2026-04-30"),
        ("act", "2026-04-28T22:00", "2026-05-07"),
    ],
)
def test_each_unit_is_added_in_its_own_way(timed: Policy, kind: str, day: str, after: str) -> None:
    assert taken(timed, {"add": CELL, "calendar": "office"}, on(day), kind=kind).after == on(after)


@pytest.mark.parametrize(("kind", "day"), [("short", "2026-04-28"), ("x", "2026-04-28T22:00")])
def test_hours_of_a_day_and_marks_are_not_added(timed: Policy, kind: str, day: str) -> None:
    with pytest.raises(TypeError):
        taken(timed, {"add": CELL, "calendar": "office"}, on(day), kind=kind)


def test_working_days_want_a_calendar(timed: Policy) -> None:
    with pytest.raises(TypeError, match="without a calendar"):
        taken(timed, {"add": CELL}, on("2026-04-28"), kind="act")


def test_it_says_what_was_added(timed: Policy, saying: Saying) -> None:
    found = taken(timed, {"add": CELL, "calendar": "office"}, on("2026-04-28T22:00"), kind="short")
    assert saying.step(found) == ("4 hours later: Wed 29 Apr 2026, 02:00", "4時間後：2026年4月29日（水）2:00")


def test_it_reads_the_cell_and_the_calendar() -> None:
    read = [("name", "kind"), ("name", "by"), ("table", "lengths"), ("calendar", "office")]
    assert list(step({"add": CELL, "calendar": "office"}).reads()) == read


def test_where_it_leads_depends_on_the_units_in_the_table(timed: Policy) -> None:
    word = STEPS.words["add"]
    assert word.leads("moment", {"add": CELL}, timed.tables) == "any"
    assert word.leads("day", {"add": {**CELL, "table": "gone"}}, timed.tables) == "any"
