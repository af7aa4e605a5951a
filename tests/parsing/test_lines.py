"""Lines that stand for several words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.parsing.lines import beginnings, pieces, words_of, written_out


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


@pytest.mark.parametrize(
    ("line", "begun"),
    [
        ("plain", {"plain"}),
        ("abcdef{g|h}", {"abcdef"}),
        ("abc{d|e} {f|g}", {"abcd ", "abce "}),
        ("{a|bcdefg}[ h]{i|j}", {"ai", "aj", "a hi", "a hj", "bcdefg"}),
        ("[{a|b} ]c", {"c", "a c", "b c"}),
    ],
)
def test_a_line_is_written_out_as_far_as_its_beginnings_differ(line: str, begun: set[str]) -> None:
    assert beginnings(line, 5) == begun


def _grouped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    some = st.lists(inner, min_size=2, max_size=3)
    return st.one_of(some.map("".join), some.map("|".join).map("{{{}}}".format), inner.map("[{}]".format))


@given(st.recursive(st.sampled_from(["ab", "c d", "e", " "]), _grouped, max_leaves=6))
def test_beginnings_and_pieces_are_those_of_all_ways(line: str) -> None:
    ways = written_out(line)
    assert {way[:3] for way in ways} == {one[:3] for one in beginnings(line, 3)}
    words = {word for way in ways for word in way.split()}
    assert {word for piece in pieces(line) for way in written_out(piece) for word in way.split()} == words


def test_words_are_written_out_each_once_and_forms_stay_as_they_are() -> None:
    words = {"past": ["{sent|made}", "sent"], "days.forms@en": ["{day} {month}"]}
    assert words_of(words, "past") == ["sent", "made"]
    assert (words_of(words, "days.forms@en"), words_of(words, "until")) == (["{day} {month}"], [])
