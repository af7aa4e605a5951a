"""Numbers in figures, in signs and in words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.parsing.grammar import Grammar, joined
from assistant.parsing.numerals import Numerals
from tests.match.grammar import SPEECH, words

NUMERALS = SPEECH.numerals


@pytest.mark.parametrize(
    ("text", "value"),
    [("12", 12), ("007", 7), ("十二", 12), ("二〇二六", 2026), ("二千二十六", 2026), ("百", 100), ("千百", 1100),
     ("十百", None), ("二十三四", None), ("十〇", None), ("", None), ("x", None), ("1" * 10, None)],
)  # fmt: skip
def test_a_whole_number(text: str, value: int | None) -> None:
    assert NUMERALS.whole(text) == value


@pytest.mark.parametrize(
    ("figures", "plain"),
    [
        ("1,250.5", "1250.5"),
        ("007", "7"),
        (".5", "0.5"),
        ("2.70", "2.70"),
        ("三十", "30"),
        ("1,25", None),
        ("十百", None),
    ],
)
def test_figures_lose_their_marks(figures: str, plain: str | None) -> None:
    assert NUMERALS.plain(figures) == plain


def test_figures_that_two_languages_read_as_two_numbers_are_none() -> None:
    both = Numerals({"numbers.figures": [",.", ".,"]})
    assert [both.plain(one) for one in ("1.250", "1,250", "1.250,5", "12,5", "12")] == [
        None,
        None,
        "1250.5",
        "12.5",
        "12",
    ]


@pytest.mark.parametrize("marks", [[",.", ".,"], [".,", ",."], ["\u202f,", ".,", ",."]])
@pytest.mark.parametrize("text", ["2.7", "2,7", "1200.5", "1.200,5", "1,200.5", ".5", "12", "1,20"])
def test_a_figure_is_taken_whole_whatever_languages_there_are(marks: list[str], text: str) -> None:
    found = re.match(Numerals({"numbers.figures": marks}).figures, text)
    assert found is not None
    assert found[0] == text


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("sixty five km", [65]),
        ("sixty-five km", [65]),
        ("three hundred and five", [305]),
        ("a hundred", [100]),
        ("two thousand and five hundred", [2500]),
        ("two, three or four", [2, 3, 4]),
        ("two hundred, five", [200, 5]),
        ("one thousand, two hundred", [1200]),
        ("two three", [2, 3]),
        ("someone phoned often", []),
        ("hundred and more", [100]),
    ],
)
def test_numbers_in_words(text: str, values: list[int]) -> None:
    assert list(NUMERALS.spoken(text).values.values()) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [("zweieinhalb", [2.5]), ("anderthalb", [1.5]), ("zwei", [2]), ("einhalb", []), ("beide", []), ("twoeinhalb", [])],
)
def test_halves_of_numbers_are_words_of_their_own(text: str, values: list[float]) -> None:
    german = {
        "numbers.cardinals.2@de": ["zwei"],
        "numbers.cardinals.2@en": ["two"],
        "numbers.and_half@de": ["einhalb", "und ein halbes"],
        "numbers.counted.1.5@de": ["anderthalb"],
        "numbers.counted.2@de": ["beide"],
    }
    assert [*Numerals(german).spoken(text).values.values()] == values


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("de", "hundertzwanzig", [120]),
        ("de", "zweihundertfünfzig km", [250]),
        ("de", "zweitausendfünfhunderteins", [2501]),
        ("de", "hundertmal", []),
        ("nl", "honderdtwintig, tweehonderd vijftig", [120, 250]),
        ("it", "centoventi", [120]),
        ("sv", "hundratjugo", [120]),
        ("hu", "kétszázötven", [250]),
        ("en", "two hundred fifty one", [251]),
        ("en", "two hundred, five", [200, 5]),
        ("es", "doscientos cincuenta", [250]),
    ],
)
def test_hundreds_stand_apart_or_joined_with_what_follows(language: str, text: str, values: list[float]) -> None:
    assert [*Numerals(joined({language: Grammar()})).spoken(text).values.values()] == values


@given(st.text())
def test_a_text_keeps_its_length(text: str) -> None:
    spoken = NUMERALS.spoken(text)
    assert len(spoken.signs) == len(spoken.words) == len(text) == len(spoken.text)


def test_there_are_words_of_numbers() -> None:
    assert len([path for path in words() if path.startswith("numbers.cardinals.")]) > 100
