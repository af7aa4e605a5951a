"""Nothing rests on itself, however long the way round, and whatever kind of word stands on it."""

import pytest

from tests.content.conftest import Folder
from tests.content.test_names import RULES, told

MEND = "rests on itself: let one of those on the way start from something else"


@pytest.mark.parametrize(
    ("derived", "circles"),
    [
        ("a: {label: L, amount: a, cites: [ask]}", ["a"]),
        (
            "a: {label: L, amount: 1, steps: [{times: b}], cites: [ask]}, b: {label: L, amount: a, cites: [ask]}",
            ["a", "b"],
        ),
        (
            "a: {label: L, days_between: {from: on, to: b}, cites: ask}, b: {label: L, start: a, cites: ask}",
            ["a", "b"],
        ),
        ("a: {label: L, start: on, steps: [{add_days: {table: notice, row: a}}], cites: [ask]}", ["a"]),
        ("a: {label: L, days_between: {from: starts, to: on}, cites: [ask]}", []),
    ],
)  # fmt: skip
def test_a_way_round_is_found_through_every_word(folder: Folder, derived: str, circles: list[str]) -> None:
    folder.edit(RULES, "lists:\n", f"derived: {{{derived}}}\nlists:\n")
    found = told(folder)
    assert [f"'{name}' {MEND}" in found for name in circles] == [True] * len(circles)
    assert circles or not found
