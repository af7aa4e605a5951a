"""A table's cell: found by what names its row and its column, which may be ids of the table itself."""

import pytest
from pydantic import TypeAdapter, ValidationError

from assistant.model.policy import Policy
from assistant.vocabulary.cell import Cell
from assistant.vocabulary.trail import Run
from assistant.vocabulary.wording import Value
from tests.vocabulary.given import Given, on

CELL = TypeAdapter(Cell)
RUN = Run({}, on("2026-01-15"))


def cell(**written: str) -> Cell:
    """A cell, as it is written in content."""
    return CELL.validate_python(written)


@pytest.mark.parametrize(
    ("row", "column", "place", "value"),
    [
        ("kind", "soon", ("short", "soon"), 3),
        ("long", "soon", ("long", "soon"), 10),
        ("kind", "unit", ("short", "late"), "none"),
        ("long", "unit", ("long", "late"), 240),
    ],
)
def test_a_name_is_looked_up_and_an_id_stands_for_itself(
    policy: Policy, row: str, column: str, place: tuple[str, str], value: Value
) -> None:
    given = Given(policy, {"kind": "short", "unit": "late"})
    one = cell(table="notice", row=row, column=column)
    assert one.place(given)(RUN) == place
    assert one.compiled(given)(RUN) == value


@pytest.mark.parametrize("kind", ["short", "long"])
def test_without_a_column_it_is_the_first(policy: Policy, kind: str) -> None:
    given = Given(policy, {"kind": kind})
    assert cell(table="notice", row="kind").place(given)(RUN) == (kind, "soon")


def test_a_number_names_a_row_by_its_text(policy: Policy) -> None:
    table = policy.tables["notice"]
    numbered = policy.model_copy(update={"tables": {"notice": table.model_copy(update={"rows": {"3": {"soon": 7}}})}})
    assert cell(table="notice", row="level", column="soon").compiled(Given(numbered, {"level": 3}))(RUN) == 7


@pytest.mark.parametrize(("row", "column"), [("neither", "soon"), ("short", "weeks")])
def test_a_row_or_column_that_the_table_lacks_is_an_error(policy: Policy, row: str, column: str) -> None:
    with pytest.raises(KeyError):
        cell(table="notice", row=row, column=column).compiled(Given(policy, {}))(RUN)


def test_it_reads_row_and_column_before_the_table() -> None:
    assert list(cell(table="notice", row="kind", column="unit").reads()) == [
        ("name", "kind"),
        ("name", "unit"),
        ("table", "notice"),
    ]
    assert list(cell(table="notice", row="kind").reads()) == [("name", "kind"), ("table", "notice")]


@pytest.mark.parametrize("written", [{"table": "notice"}, {"row": "kind"}, {"table": "notice", "row": "A B"}])
def test_a_table_and_a_row_are_wanted(written: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        cell(**written)
