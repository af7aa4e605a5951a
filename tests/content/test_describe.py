"""Findings in words, and guesses at what was meant."""

import pytest

from assistant.content.describe import near


@pytest.mark.parametrize(
    ("name", "known", "guess"),
    [
        ("say", {"say"}, "did you mean 'say'?"),
        ("sya", {"say", "verdict"}, "did you mean 'say'?"),
        ("vredict", {"say", "verdict"}, "did you mean 'verdict'?"),
        ("xyz", {"say", "verdict"}, ""),
        ("say", set(), ""),
    ],
)
def test_only_what_is_alike_is_guessed(name: str, known: set[str], guess: str) -> None:
    assert near(name, known) == guess
