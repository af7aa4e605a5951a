"""What CLDR, num2words and a grammar know of how a language spells figures."""

from pathlib import Path

import pytest

from assistant.i18n.spelling import MARKS, spelling


@pytest.mark.parametrize(
    ("language", "path", "words"),
    [
        ("fr", "numbers.cardinals.30", {"trente"}),
        ("fr", "numbers.units.day", {"jour", "jours", "j"}),
        ("fr", "clocks.hours", {"h"}),
        ("fr", "numbers.endings", {"er"}),
        ("de", "clocks.hours", {"uhr"}),
        ("de", "days.months.12", {"dezember", "dez"}),
        ("de", MARKS, {".,"}),
        ("pl", "days.months.12", {"grudnia"}),
        ("ar", "numbers.counted.2", {"يومان"}),
        ("ar", MARKS, {"٬٫"}),
        ("ja", "numbers.scales.10000", {"万"}),
        ("ja", "numbers.counted.2", {"両"}),
        ("en", "numbers.counted.2", {"twice"}),
    ],
)
def test_the_words_of_a_language_stand_under_their_path(
    locales: Path, language: str, path: str, words: set[str]
) -> None:
    assert words <= {*spelling(locales, language)[path]}


def test_a_language_that_nobody_knows_has_no_words(tmp_path: Path) -> None:
    assert spelling(tmp_path, "xx") == {}


def test_a_grammar_that_cannot_be_read_leaves_what_cldr_knows(tmp_path: Path) -> None:
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "grammar.yaml").write_text("numbers: [no, map]\n", "utf-8")
    assert spelling(tmp_path, "fr") == spelling(tmp_path / "none", "fr")
