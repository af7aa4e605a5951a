"""Days, times, numbers and lists as a language writes them."""

import datetime as dt
import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache, lru_cache
from typing import Literal

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time, get_day_names
from babel.lists import format_list as babel_list
from babel.numbers import (
    format_currency,
    format_decimal,
    get_currency_name,
    get_currency_symbol,
    get_currency_unit_pattern,
)
from babel.numbers import format_percent as babel_percent

from assistant.i18n.fill import Rendered, fill, rendered
from assistant.i18n.language import Language, in_digits
from assistant.model.quantity import decimals

DECIMALS = re.compile(r"\.0+")
"""Where a pattern of CLDR has its decimals."""
KNOWN_DAYS = 36_525
"""Room for every day from 2000 to 2099."""


@cache
def _locale(name: str) -> Locale:
    return Locale.parse(name)


@lru_cache(maxsize=KNOWN_DAYS)
def format_day(day: dt.date, language: Language) -> str:
    """Wed 25 Nov 2026, 2026年11月25日（水）."""
    return in_digits(format_date(day, language.day, _locale(language.locale)), language)


@lru_cache(maxsize=KNOWN_DAYS)
def format_day_parts(day: dt.date, language: Language) -> tuple[str, str, str]:
    """Wed, 25 and Nov; 水, 25 and 11月: weekday, day of the month and month, each for a place of its own."""
    locale = _locale(language.locale)
    return format_date(day, "EEE", locale), in_digits(str(day.day), language), format_date(day, "MMM", locale)


def format_year_day(day: dt.date, language: Language) -> str:
    """31 March; 3月31日."""
    return in_digits(format_skeleton("MMMMd", day, locale=_locale(language.locale)), language)


def format_weekday(place: int, language: Language) -> str:
    """Saturday, 土曜日, for 5."""
    return str(get_day_names("wide", "format", _locale(language.locale))[place])


@lru_cache(maxsize=1440)
def format_clock(time: dt.time, language: Language) -> str:
    """17:00; with seconds where it has any: 17:00:01."""
    pattern = language.time.replace("mm", "mm:ss") if time.second else language.time
    return in_digits(format_time(time, pattern, locale=_locale(language.locale)), language)


def format_moment(moment: dt.datetime, language: Language) -> str:
    """Wed 25 Nov 2026, 17:00; 2026年11月25日（水）17:00."""
    parts = {"day": format_day(moment.date(), language), "time": format_clock(moment.time(), language)}
    return fill(language.moment, parts, strict=True)


def format_number(number: int | Decimal, language: Language) -> str:
    """1,250; 50.4; as many decimals as the number has."""
    return in_digits(format_decimal(number, locale=_locale(language.locale), decimal_quantization=False), language)


def format_money(amount: Decimal, language: Language, currency: str) -> str:
    """
    £6.99, US$6.99; 6.99米ドル, 1,300円: as CLDR writes it, with the sign that no other currency has in the language, or
    with the name; with as many decimals as the currency has, or more where nothing has rounded it yet.
    """
    locale = _locale(language.locale)
    pattern = locale.currency_formats["standard"].pattern if language.money == "sign" else "#,##0.00"
    if get_currency_symbol(currency, locale)[-1].isalpha():
        pattern = pattern.replace("¤#", "¤\u00a0#")
    pattern = DECIMALS.sub(f".{'0' * decimals(currency)}####", pattern)
    written = format_currency(amount, currency, pattern, locale, currency_digits=False)
    if language.money == "name":
        name = get_currency_name(currency, amount, locale)
        written = get_currency_unit_pattern(currency, amount, locale).format(written, name)
    return in_digits(written, language)


def currency_name(currency: str, language: Language) -> str:
    """What a currency is called behind an amount: `US dollars`, 円."""
    return get_currency_name(currency, 2, _locale(language.locale))


def format_percent(percent: int, language: Language) -> str:
    """97%; 97 %."""
    return in_digits(babel_percent(percent / 100, locale=_locale(language.locale)), language)


def format_list(items: Sequence[str], language: Language, joined: Literal["and", "or"] = "and") -> Rendered:
    """A, B and C; A、B、またはC. Sentences among the items keep their language."""
    gaps = {f"item_{place}": item for place, item in enumerate(items)}
    pattern = babel_list(
        [f"{{{name}}}" for name in gaps], "standard" if joined == "and" else "or", _locale(language.locale)
    )
    last = f"{{item_{len(items) - 1}}}"
    for join in (one for one in language.joins if items and one.fits(items[-1])):
        pattern = pattern.replace(f"{join.word} {last}", f"{join.instead} {last}")
    return rendered(pattern, language.id, language.id, gaps, strict=True)
