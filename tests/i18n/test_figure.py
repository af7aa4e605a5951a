"""A figure is told as its readers write it, and compared by what it has in common with others."""

import pytest

from assistant.i18n.figure import CLOCK, Figure


@pytest.mark.parametrize(
    ("figure", "key", "name"),
    [
        (Figure(frozenset({"5:30"}), 0, unit=CLOCK, text="17:30"), "5:30", "17:30"),
        (Figure(frozenset({"5:30"}), 0, unit=CLOCK, text="13 h 30"), "5:30", "13 h 30"),
        (Figure(frozenset({"30"}), 0), "30", "30"),
        (Figure(frozenset({"2026", "8"}), 0), "8", "8"),
    ],
)
def test_its_name_is_what_stands_there(figure: Figure, key: str, name: str) -> None:
    assert (figure.key, figure.name) == (key, name)
