"""Lines that stand for several words."""

import pytest

from assistant.parsing.lines import words_of, written_out


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("plain", ["plain"]),
        ("{this|that} one", ["this one", "that one"]),
        ("the other[ one]", ["the other", "the other one"]),
        ("{a[ b]|c}", ["a", "a b", "c"]),
        ("[x|y]z", ["z", "xz", "yz"]),
        ("[{a|b} ]c", ["c", "a c", "c", "b c"]),
        ("古い{の|の{回収|撤去}}", ["古いの", "古いの回収", "古いの", "古いの撤去"]),
    ],
)
def test_a_line_stands_for_each_of_its_ways(line: str, words: list[str]) -> None:
    assert written_out(line) == words


def test_ways_that_begin_otherwise_are_not_written_out() -> None:
    asked = []

    def fits(start: str) -> bool:
        asked.append(start)
        return "b c".startswith(start)

    assert written_out("{a|b} {c|d}[ e]", fits) == ["b c"]
    assert asked == ["a ", "b ", "b c", "b c", "b c e", "b d"]


def test_words_are_written_out_each_once_and_forms_stay_as_they_are() -> None:
    words = {"past": ["{sent|made}", "sent"], "days.forms@en": ["{day} {month}"]}
    assert words_of(words, "past") == ["sent", "made"]
    assert (words_of(words, "days.forms@en"), words_of(words, "until")) == (["{day} {month}"], [])
