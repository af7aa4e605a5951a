"""Currencies are never mixed, and money that nothing rounds is a fault at its line."""

import pytest

from tests.content.conftest import Folder
from tests.content.test_names import TOPIC, told

ROUND = "this amount of money may be a fraction of its smallest unit: end its steps with round: to what, and which way"
MIXED = "are two currencies: work with amounts of one currency"
COLUMNS = "columns: {yen: money, share: number}"
PRICES = f"tables:\n  prices: {{label: P, holds: mixed, {COLUMNS}, currency: JPY, cites: [days]}}\n"


@pytest.mark.parametrize(
    ("amount", "wrong"),
    [
        ("amount: days, steps: [{divided_by: 3}]", None),
        ("amount: yen", None),
        ("amount: yen, steps: [{times: days}]", None),
        ("amount: days, steps: [{times: yen}]", None),
        ("amount: yen, steps: [{percent: 50}]", ROUND),
        ('amount: yen, steps: [{percent: 50}, {round: {to: "1", way: down}}]', None),
        ('amount: yen, steps: [{percent: 50}, {round: {to: "0.1", way: down}}]', ROUND),
        ('amount: yen, steps: [{round: {to: "100", way: down}}, {divided_by: 2}]', None),
        ('amount: yen, steps: [{round: {to: "100", way: down}}, {divided_by: 3}]', ROUND),
        ("amount: yen, steps: [{divided_by: 3}, {times: 3}]", None),
        ("amount: yen, steps: [{divided_by: 3}, {plus: yen}, {times: 3}]", None),
        ("amount: yen, steps: [{divided_by: 3}, {times: 2}]", ROUND),
        ("amount: yen, steps: [{divided_by: days}, {times: days}]", ROUND),
        ("amount: 100, steps: [{percent: 7.5}], currency: USD", None),
        ("amount: 100, steps: [{percent: 7.5}], currency: JPY", ROUND),
        ("amount: yen, steps: [{times: share}]", ROUND),
        ("amount: yen, steps: [{times: 1.5}]", ROUND),
        ("amount: yen, steps: [{plus: 500}]", None),
        ("amount: yen, steps: [{plus: 500.5}]", ROUND),
        ("amount: 9.99, currency: USD", None),
        ("amount: 9.99, currency: JPY", ROUND),
        ("amount: share, currency: USD", ROUND),
        ("amount: 9.99, steps: [{times: days}], currency: USD", None),
        ("amount: 9.99, steps: [{plus: yen}], currency: USD", f"USD and JPY {MIXED}"),
        ("amount: yen, currency: USD", f"JPY and USD {MIXED}"),
        ("amount: yen, steps: [{times: yen}]",
         "money is not multiplied or divided by money: work with amounts of one currency"),
        ("amount: starts", "'starts' is no number: name a fact or a derived thing that is one"),
        ("amount: yen, steps: [{at_least: dys}]", "no fact or derived thing is called 'dys': did you mean 'days'?"),
    ],
)  # fmt: skip
def test_amounts_fit_each_other(folder: Folder, amount: str, wrong: str | None) -> None:
    folder.edit("policy.yaml", "tables:\n", PRICES)
    cells = "".join(
        f"  {name}: {{label: L, cell: {{table: prices, row: kind, column: {column}}}, cites: [days]}}\n"
        for name, column in (("yen", "yen-column"), ("share", "share-column"))
    )
    folder.write("tables/prices.csv", "kind,yen-column,share-column\nshort,100,1.5\nlong,200,2\n")
    folder.edit("policy.yaml", COLUMNS, "columns: {yen-column: money, share-column: number}")
    folder.edit(TOPIC, "derived:\n", f"derived:\n{cells}  price: {{label: L, {amount}, cites: [days]}}\n")
    found = told(folder)
    assert found[:1] == ([wrong] if wrong else [])


@pytest.mark.parametrize(
    ("table", "wrong"),
    [
        ("kind,yen\nshort,1\nlong,2\n", "the table has no column 'share'"),
        ("kind,yen,share,more\nshort,1,1,1\nlong,2,2,2\n", "nothing says what the column 'more' holds"),
        ("kind,yen,share\nshort,1.5,1\nlong,2,2\n", "1.5 has more decimals than JPY"),
    ],
)
def test_a_mixed_table_says_what_each_column_holds(folder: Folder, table: str, wrong: str) -> None:
    folder.edit("policy.yaml", "tables:\n", PRICES)
    folder.write("tables/prices.csv", table)
    assert [str(fault.wrong) for fault in folder.faults()] == [wrong]
