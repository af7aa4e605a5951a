"""What CLDR and num2words know: every number to ten thousand is read back from its words."""

import pytest
from num2words import CONVERTER_CLASSES, num2words

from assistant.parsing.numerals import Numerals
from assistant.parsing.plain import plain
from assistant.parsing.tables import tables

MOST = 10_000


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_number_is_read_from_its_words(language: str) -> None:
    numerals = Numerals(tables(language))
    for number in range(MOST + 1):
        text = plain(num2words(number, lang=language))
        spoken = numerals.spoken(text)
        assert spoken.values == {0: number}, text
        assert len(set(spoken.signs)) == 2, text


def test_months_weekdays_and_figures_are_those_of_the_language() -> None:
    french = tables("fr")
    assert french["days.months.6"] == ["juin", "juin"]
    assert french["days.weekdays.0"] == ["lundi"]
    assert french["numbers.figures"] == [" ,"]
    assert french["days.ordinals.1"] == ["premier"]


def test_numbers_in_signs_are_not_words() -> None:
    assert not any(path.startswith("numbers.cardinals") for path in tables("ja"))
    assert tables("ja")["days.short.0"] == ["月"]


def test_every_language_that_has_number_words_can_be_asked_whatever_it_lacks() -> None:
    languages = {name.partition("_")[0] for name in CONVERTER_CLASSES}
    known = {language: tables(language) for language in sorted(languages)}
    assert {"cs", "sk", "lt", "lv", "sr", "is", "ca", "am", "vi"} <= known.keys()
    assert known["cs"]["numbers.cardinals.30"] == ["třicet"]
    assert "days.ordinals.1" not in known["cs"]
    assert all(word for words in known.values() for found in words.values() for word in found)


@pytest.mark.parametrize("language", ["xx", "zz-such", "en-Latn-XX-xx"])
def test_nothing_is_known_of_a_language_that_is_none(language: str) -> None:
    assert tables(language) == {}
