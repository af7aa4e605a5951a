"""A new language is described from CLDR alone; pseudo-languages are whole, longer, in other letters, and not faulty."""

import datetime as dt
from pathlib import Path

import pytest
from babel import Locale
from babel.localedata import locale_identifiers
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import UnknownPage
from assistant.i18n.formats import format_day, format_moment, format_percent
from assistant.i18n.language import Language, offered
from assistant.i18n.load import languages, load_words
from assistant.model.policy import Library
from assistant.model.record import Text
from assistant.workbench.catalogues.addition import (
    ACCENTS,
    LONGER,
    PSEUDO,
    alike,
    described,
    longer,
    new_language,
    write_pseudo,
)
from assistant.workbench.catalogues.checks import check_locales
from tests.i18n.conftest import Project

MOMENT = dt.datetime(2026, 11, 25, 17, 5)


def _read(project: Project, name: str) -> Language:
    folder = project.locales / name
    folder.mkdir()
    (folder / "language.yaml").write_text(described(name, languages(project.locales), ("travel",)), "utf-8")
    return languages(project.locales)[name]


@pytest.mark.parametrize(
    ("name", "own", "direction", "day", "moment"),
    [
        ("fr", "Français", "ltr", "mer. 25 nov. 2026", "mer. 25 nov. 2026, 17:05"),
        ("es", "Español", "ltr", "mié, 25 nov 2026", "mié, 25 nov 2026, 17:05"),
        ("de", "Deutsch", "ltr", "Mi., 25. Nov. 2026", "Mi., 25. Nov. 2026, 17:05"),
        ("pt-BR", "Português (Brasil)", "ltr", "qua., 25 de nov. de 2026", "qua., 25 de nov. de 2026 17:05"),
        ("ar", "العربية", "rtl", "الأربعاء، 25 نوفمبر 2026", "الأربعاء، 25 نوفمبر 2026، 5:05 م"),
    ],
)
def test_a_language_knows_its_name_its_direction_and_its_formats(
    project: Project, name: str, own: str, direction: str, day: str, moment: str
) -> None:
    made = _read(project, name)
    assert (made.id, made.name, made.direction, made.fallback, made.offered) == (name, own, direction, ("en",), False)
    assert (format_day(MOMENT.date(), made), format_moment(MOMENT, made)) == (day, moment)


def test_no_language_begins_with_a_weekday_of_one_letter(library: Library) -> None:
    codes = [code for code in locale_identifiers() if "_" not in code]
    days = {code: new_language(code, {}).day for code in codes}
    assert {code: day for code, day in days.items() if "EEEE" in day or "MMMMM" in day} == {}
    assert "\n# without: [a, b]\n" in described("fr", {}, ("a", "b"))


@pytest.mark.parametrize(
    ("name", "digits"),
    [
        ("fa", "۰۱۲۳۴۵۶۷۸۹"),
        ("bn", "০১২৩৪৫৬৭৮৯"),
        ("ar-EG", "٠١٢٣٤٥٦٧٨٩"),
        ("my", "၀၁၂၃၄၅၆၇၈၉"),
        ("ff-Adlm", "𞥐𞥑𞥒𞥓𞥔𞥕𞥖𞥗𞥘𞥙"),
        ("ar", None),
        ("hi", None),
        ("ja", None),
    ],
)
def test_a_language_has_the_digits_that_cldr_has_it_written_with(
    project: Project, name: str, digits: str | None
) -> None:
    known = languages(project.locales)
    assert new_language(name, known).digits == digits
    if name not in known:
        assert _read(project, name).digits == digits


def test_what_is_written_is_what_is_read(project: Project) -> None:
    known = languages(project.locales)
    assert _read(project, "pt-BR") == new_language("pt-BR", known)


def test_a_regional_language_falls_back_to_its_own_first(project: Project) -> None:
    _read(project, "fr")
    assert _read(project, "fr-CA").fallback == ("fr", "en")


def test_day_month_and_year_are_asked_in_the_language_s_order(project: Project) -> None:
    assert _read(project, "pt-BR").day_parts == ("day", "month", "year")
    assert _read(project, "zh-Hant").day_parts == ("year", "month", "day")


def test_every_language_of_cldr_can_be_added(locales: Path) -> None:
    known = languages(locales)
    for name in locale_identifiers():
        made = new_language(name.replace("_", "-"), known)
        assert format_moment(MOMENT, made)
        assert format_percent(50, made)
        western = Locale.parse(made.locale).default_numbering_system == "latn"
        assert (made.digits is None) is western, name


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("jp", "ja (Japanese)"),
        ("French", "fr (French)"),
        ("français", "fr (French)"),
        ("fr_CA", "fr-CA (Canadian French)"),
        ("de_LU", "de (German)"),
        ("japanse", "ja (Japanese)"),
    ],
)
def test_an_unknown_language_is_refused_with_what_may_have_been_meant(project: Project, typed: str, meant: str) -> None:
    with pytest.raises(UnknownPage) as raised:
        described(typed, languages(project.locales), ("travel",))
    assert raised.value.near[0] == meant


@pytest.mark.parametrize(("typed", "meant"), [("pt-br", "pt-BR"), ("FR", "fr")])
def test_a_code_in_other_letters_is_refused_with_the_right_ones(project: Project, typed: str, meant: str) -> None:
    with pytest.raises(UnknownPage) as raised:
        described(typed, languages(project.locales), ("travel",))
    assert raised.value.near == (meant,)


def test_nothing_is_meant_by_a_word_that_no_language_resembles() -> None:
    assert list(alike("xylophone")) == []


LEDE = Text("travel.summary.lede", "Ask before you travel.")


@pytest.fixture
def made(project: Project, tmp_path: Path) -> Path:
    """The small project's locales with the pseudo-languages."""
    folder = tmp_path / "pseudo"
    write_pseudo(project.library, project.locales, project.package, folder)
    return folder


def test_they_are_languages_that_are_offered(made: Path) -> None:
    known = offered(languages(made))
    assert set(PSEUDO) <= set(known)
    assert {name: known[name].direction for name in PSEUDO} == {"en-XA": "ltr", "ar-XB": "rtl", "en-XC": "ltr"}


def test_the_folder_they_are_made_from_stays_as_it_is(project: Project, made: Path) -> None:
    assert set(languages(project.locales)) == {"en", "ja"}


def test_every_sentence_is_there_and_none_is_faulty(project: Project, made: Path) -> None:
    for name in PSEUDO:
        words = load_words(made, name)
        assert (words.chain[0].percent, words.faults) == (100, ())
    faults = check_locales(project.library, made, project.package)
    wrong = {fault.wrong.sentence for fault in faults if Path(fault.file).parent.name in PSEUDO}
    assert wrong <= {"not translated"}  # the phrases that people type, which nobody types in these


def test_the_first_is_accented_the_second_is_from_right_to_left_the_third_names_the_message(made: Path) -> None:
    said = [load_words(made, name).text(LEDE, "en").text for name in PSEUDO]
    assert said == ["⟦Åšķ ƀéƒöŕé ýöû ţŕåṽéļ. ļöŕéɱ îþ⟧", "⟦اسك بعفورع شوث طراحعل. لورعم يص⟧", "travel.summary.lede"]


def test_a_sentence_of_the_interface_is_named_by_what_it_says(made: Path) -> None:
    assert load_words(made, "en-XC").say("Now or {later}", later="never") == "ui: Now or never"


@given(st.text("abcXYZ {}.,\u3042", max_size=60).map(lambda text: text.replace("{", "{day} ").replace("}", "")))
def test_a_sentence_keeps_its_gaps_and_is_a_third_longer(text: str) -> None:
    said = longer(text, ACCENTS)
    assert Text.GAP.findall(said) == Text.GAP.findall(text)
    letters = len(Text.GAP.sub("", text))
    assert letters * (1 + LONGER) - 1 <= len(Text.GAP.sub("", said)) <= letters * (1 + LONGER) + 4
