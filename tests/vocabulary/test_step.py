"""The registry of steps, and the counts that they take."""

from decimal import Decimal

import pytest
from pydantic import TypeAdapter, ValidationError

from assistant.errors import Refusal
from assistant.model.policy import Policy
from assistant.vocabulary.step import STEPS, Cell, count
from assistant.vocabulary.trail import Run
from assistant.vocabulary.wording import Value
from tests.vocabulary.given import Given, on, step, taken

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


@pytest.mark.parametrize(
    ("written", "amount"),
    [("0", 0), ("-10", -10), (3, 3), ("999999999", 999999999), ("notice", "notice"), ("a-1", "a-1"), ("1a", "1a")],
)
def test_a_count_is_a_number_or_a_name(written: object, amount: int | str) -> None:
    assert step({"add_days": written}) == STEPS.words["add_days"].model_construct(add_days=amount)


@pytest.mark.parametrize("written", ["1.5", "+1", "01", "", "1000000000", None, ["1"], "Two words", True])
def test_nothing_else_is_a_count(written: object) -> None:
    with pytest.raises(ValidationError):
        step({"add_days": written})


@pytest.mark.parametrize("value", [0, 3, -3, Decimal(3)])
def test_a_count_may_stand_under_a_name(policy: Policy, value: int) -> None:
    assert count(Given(policy, {"notice": value}), "notice")(RUN) == value


@pytest.mark.parametrize("value", ["none", True, on("2026-04-28")])
def test_what_is_no_whole_number_is_no_count(policy: Policy, value: Value) -> None:
    with pytest.raises(TypeError, match="not a whole number"):
        count(Given(policy, {"notice": value}), "notice")(RUN)


def test_a_number_that_is_not_whole_is_refused(policy: Policy) -> None:
    with pytest.raises(Refusal) as refused:
        count(Given(policy, {"notice": Decimal("2.5")}), "notice")(RUN)
    assert refused.value.reason == "no-whole-count"


@pytest.mark.parametrize(("written", "after"), [({"add_days": "0"}, "2026-04-28"), ({"add_days": 0}, "2026-04-28")])
def test_a_count_of_none_stays_where_it_is(policy: Policy, written: dict[str, object], after: str) -> None:
    assert taken(policy, written, on("2026-04-28")).after == on(after)


@pytest.mark.parametrize("written", [{}, {"add_fortnights": "1"}, "add_days", None])
def test_a_step_that_is_none_is_met_with_all_that_there_are(written: object) -> None:
    with pytest.raises(ValidationError) as found:
        step(written)  # type: ignore[arg-type]  # what is no mapping is refused
    (error,) = found.value.errors()
    assert error["type"] == "step"
    assert error["ctx"]["wanted"] == f"a step is wanted: {', '.join(STEPS.words)}"


def test_what_is_wrong_in_a_step_is_told_below_its_word() -> None:
    with pytest.raises(ValidationError) as found:
        step({"add_days": "1", "calendar": "office"})
    assert [(one["type"], one["loc"]) for one in found.value.errors()] == [
        ("extra_forbidden", ("#add_days", "calendar")),
    ]
