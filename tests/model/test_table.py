"""Tables of every kind of cell, read from their text and back."""

import datetime as dt
from decimal import Decimal

import pytest
from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from assistant.model.quantity import Duration, Quantity
from assistant.model.table import Table, TableAbout

MIXED = {
    "holds": "mixed",
    "columns": {
        "price": "money",
        "notice": "duration",
        "until": "date",
        "at": "time",
        "seats": "integer",
        "share": "number",
    },
    "currency": "JPY",
    "marks": {"none": "None"},
}


def about(**more: object) -> TableAbout:
    return TableAbout.model_validate({"label": "Prices", "cites": ("c",), **more})


@pytest.mark.parametrize(
    ("column", "text", "value"),
    [
        ("price", "14400", Quantity(14_400, "JPY")),
        ("notice", "4h", Duration(Decimal(4), "h")),
        ("notice", "0.5h", Duration(Decimal("0.5"), "h")),
        ("notice", "30min", Duration(Decimal(30), "min")),
        ("notice", "2d", Duration(Decimal(2), "d")),
        ("notice", "3wd", Duration(Decimal(3), "wd")),
        ("until", "2026-03-31", dt.date(2026, 3, 31)),
        ("at", "17:00", dt.time(17)),
        ("seats", "12", 12),
        ("share", "99.95", Decimal("99.95")),
        ("share", "none", "none"),
    ],
)
def test_a_cell_is_what_its_column_holds(column: str, text: str, value: object) -> None:
    assert about(**MIXED).read(column, text) == value


@pytest.mark.parametrize(
    ("column", "text"),
    [("price", "14400.5"), ("price", "¥1"), ("notice", "4"), ("notice", "4 h"), ("notice", "0.5d"), ("notice", "1w"),
     ("seats", "1.5"), ("share", "99,95"), ("at", "24:30"), ("until", "31.3.2026"), ("share", "non")],
)  # fmt: skip
def test_anything_else_is_refused(column: str, text: str) -> None:
    with pytest.raises(PydanticCustomError):
        about(**MIXED).read(column, text)


@pytest.mark.parametrize(
    "more",
    [{"holds": "mixed"}, {"holds": "date", "columns": {"a": "date"}}, {"holds": "money"},
     {"holds": "mixed", "columns": {"a": "money"}}, {"holds": "money", "currency": "yen"}],
)  # fmt: skip
def test_columns_and_currencies_stand_where_they_are_wanted(more: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        about(**more)


def test_a_table_reads_back_as_it_was() -> None:
    one = about(**MIXED)
    texts = {"price": "14400", "notice": "3wd", "until": "2026-03-31", "at": "17:00", "seats": "12", "share": "none"}
    table = Table(about=one, rows={"hall": {column: one.read(column, text) for column, text in texts.items()}})
    again = Table.model_validate_json(table.model_dump_json())
    assert again == table
    assert isinstance(again.rows["hall"]["price"], Quantity)
    assert again.rows["hall"]["price"].currency == "JPY"
