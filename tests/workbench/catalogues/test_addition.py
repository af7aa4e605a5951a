"""A new language is described from CLDR, and needs nothing but that."""

import datetime as dt
from pathlib import Path

import pytest
from babel import Locale
from babel.localedata import locale_identifiers

from assistant.errors import UnknownPage
from assistant.i18n.formats import format_day, format_moment, format_percent
from assistant.i18n.language import Language
from assistant.i18n.load import languages
from assistant.workbench.catalogues.addition import alike, described, new_language
from tests.i18n.conftest import Project

MOMENT = dt.datetime(2026, 11, 25, 17, 5)


def _read(project: Project, name: str) -> Language:
    folder = project.locales / name
    folder.mkdir()
    (folder / "language.yaml").write_text(described(name, languages(project.locales)), "utf-8")
    return languages(project.locales)[name]


@pytest.mark.parametrize(
    ("name", "own", "direction", "day", "moment"),
    [
        ("fr", "Français", "ltr", "mer. 25 nov. 2026", "mer. 25 nov. 2026, 17:05"),
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
        ("fr_CA", "fr (French)"),
        ("japanse", "ja (Japanese)"),
    ],
)
def test_an_unknown_language_is_refused_with_what_may_have_been_meant(project: Project, typed: str, meant: str) -> None:
    with pytest.raises(UnknownPage) as raised:
        described(typed, languages(project.locales))
    assert raised.value.near[0] == meant


@pytest.mark.parametrize(("typed", "meant"), [("pt-br", "pt-BR"), ("FR", "fr")])
def test_a_code_in_other_letters_is_refused_with_the_right_ones(project: Project, typed: str, meant: str) -> None:
    with pytest.raises(UnknownPage) as raised:
        described(typed, languages(project.locales))
    assert raised.value.near == (meant,)


def test_nothing_is_meant_by_a_word_that_no_language_resembles() -> None:
    assert list(alike("xylophone")) == []
