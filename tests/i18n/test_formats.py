"""Days, times, numbers and lists are written as each language writes them."""

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Literal

import pytest

from assistant.i18n.formats import (
    format_clock,
    format_day,
    format_list,
    format_moment,
    format_money,
    format_number,
)
from assistant.i18n.language import Join, Language
from assistant.i18n.load import languages

DAY = dt.date(2026, 11, 25)
MOMENT = dt.datetime(2026, 11, 25, 17, 0)


@pytest.fixture(params=["en", "ja"])
def language(request: pytest.FixtureRequest, locales: Path) -> Language:
    return languages(locales)[request.param]


def test_days_and_moments(language: Language) -> None:
    day, moment = {
        "en": ("Wed 25 Nov 2026", "Wed 25 Nov 2026, 17:00"),
        "ja": ("2026年11月25日（水）", "2026年11月25日（水）17:00"),
    }[language.id]
    assert format_day(DAY, language) == day
    assert format_moment(MOMENT, language) == moment
    assert format_clock(dt.time(9, 5), language) == {"en": "09:05", "ja": "9:05"}[language.id]
    assert format_clock(dt.time(17, 0, 1), language) == "17:00:01"


def test_numbers_keep_their_decimals(language: Language) -> None:
    assert format_number(1250, language) == "1,250"
    assert format_number(Decimal("2.7"), language) == "2.7"
    assert format_number(Decimal("0.255"), language) == "0.255"


@pytest.mark.parametrize(
    ("amount", "currency", "english", "japanese"),
    [
        ("93.72", "USD", "US$93.72", "93.72米ドル"),
        ("1250.00", "AUD", "A$1,250.00", "1,250.00オーストラリア ドル"),
        ("9.00", "GBP", "£9.00", "9.00英国ポンド"),
        ("5.00", "EUR", "€5.00", "5.00ユーロ"),
        ("1300", "JPY", "JP¥1,300", "1,300円"),
        ("8.50", "CNY", "CN¥8.50", "8.50中国人民元"),
        ("1.100", "KWD", "KWD\u00a01.100", "1.100クウェート ディナール"),
        ("0.666667", "USD", "US$0.666667", "0.666667米ドル"),
        ("100.5", "JPY", "JP¥100.5", "100.5円"),
        ("-1.00", "GBP", "-£1.00", "-1.00英国ポンド"),
    ],
)
def test_money_is_written_one_way_whose_currency_is_clear(
    locales: Path, amount: str, currency: str, english: str, japanese: str
) -> None:
    known = languages(locales)
    written = [format_money(Decimal(amount), known[name], currency) for name in ("en", "ja")]
    assert written == [english, japanese]


def test_lists(language: Language) -> None:
    both, either = {"en": ("A, B and C", "A, B or C"), "ja": ("A、B、C", "A、B、またはC")}[language.id]
    assert format_list(["A", "B", "C"], language) == both
    assert format_list(["A", "B", "C"], language, "or") == either
    assert format_list(["A"], language) == "A"


def test_the_parts_of_a_day_stand_in_the_order_of_the_language(language: Language) -> None:
    assert language.day_parts == {"en": ("day", "month", "year"), "ja": ("year", "month", "day")}[language.id]


@pytest.mark.parametrize(
    ("locale", "joins", "items", "joined", "said"),
    [
        ("es", [("o", "u", "o", "ho")], ["Plata", "Oro"], "or", "Plata u Oro"),
        ("es", [("o", "u", "o", "ho")], ["Oro", "Plata"], "or", "Oro o Plata"),
        ("es", [("o", "u", "o", "ho")], ["Bronce", "Plata", "hora"], "or", "Bronce, Plata u hora"),
        ("es", [("y", "e", "i", "hi", "- hie"), ("o", "u", "o")], ["agua", "Israel"], "and", "agua e Israel"),
        ("es", [("y", "e", "i", "hi", "- hie"), ("o", "u", "o")], ["agua", "hielo"], "and", "agua y hielo"),
        ("es", [("y", "e", "i"), ("o", "u", "o")], ["Y", "Oro"], "and", "Y y Oro"),
        ("it", [("e", "ed", "e")], ["tetti", "edifici"], "and", "tetti ed edifici"),
        ("fr", [], ["or", "argent"], "or", "or ou argent"),
    ],
)
def test_a_list_takes_another_word_before_a_sound(
    locales: Path, locale: str, joins: list[tuple[str, ...]], items: list[str], joined: Literal["and", "or"], said: str
) -> None:
    made = tuple(Join(word=word, instead=instead, before=tuple(before)) for word, instead, *before in joins)
    language = languages(locales)["en"].model_copy(update={"locale": locale, "joins": made})
    assert format_list(items, language, joined) == said
