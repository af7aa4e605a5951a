"""A misspelt name is guessed; where nothing is alike, the reader is told what there is."""

import pytest

from assistant.errors import told
from assistant.suggest import FEW, alike, near

ELSE = told("define it first")
MANY = {f"name-{number}" for number in range(FEW + 1)}


@pytest.mark.parametrize(
    ("name", "known", "said"),
    [
        ("sya", {"say", "verdict"}, "did you mean 'say'?"),
        ("vredict", {"say", "verdict"}, "did you mean 'verdict'?"),
        ("xyz", {"say", "verdict"}, "write one of these: say, verdict"),
        ("xyz", MANY, "define it first"),
        ("nam-7", MANY, "did you mean 'name-7'?"),
        ("say", set(), "define it first"),
    ],
)
def test_what_is_alike_is_guessed_and_few_names_are_listed(name: str, known: set[str], said: str) -> None:
    assert str(near(name, known, ELSE)) == said


def test_nothing_is_like_a_name_that_is_quite_other() -> None:
    assert alike("xyz", {"say", "verdict"}) is None
