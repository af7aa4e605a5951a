"""
Days told from the moment of asking, and days whose year the tense of their clause tells.

A weekday beside "next", "last" or 来週 is told from the week, Monday to Sunday: "next Friday" and 来週金曜 lie in the
following one. One that stands alone is the coming one, or the last where the clause speaks of the past; not today. A
day without a year is the last or the next, by tense; without a tense the nearest, where that is not more than three
months away, or the only one beside its weekday.
"""

import calendar
import datetime as dt
import re
from collections.abc import Callable

from assistant.errors import Refusal
from assistant.match.roles import Asking, by_tense
from assistant.match.words import IS_JAPANESE
from assistant.parsing.days import (
    BY_DAY,
    BY_KANJI,
    BY_MONTH,
    ERA,
    FIGURE,
    KANJI_WEEKDAYS,
    WEEKDAY,
    WEEKDAYS,
    YEARLESS,
    form,
    made,
    month_and_day,
    weekday_of,
    year_of,
)
from assistant.parsing.numerals import MONTH, ORDINALS, month_number, whole

Read = Callable[[re.Match[str], Asking], dt.date | None]


def _numbered(*groups: tuple[int, str]) -> dict[str, int]:
    return {name: number for number, names in groups for name in names.split("|")}


_YEARS = _numbered((-2, "一昨年"), (-1, "last|去年|昨年"), (0, "this|今年"), (1, "next|来年"), (2, "再来年"))
_MONTHS = _numbered((-1, "last|先月|せんげつ"), (0, "this|今月|こんげつ"), (1, "next|来月|らいげつ"), (2, "再来月"))
_WEEKS = _numbered(
    (-2, "先々週|先先週"),
    (-1, "last|先週|せんしゅう"),
    (0, "this|今週|こんしゅう"),
    (1, "next|来週|らいしゅう"),
    (2, "再来週"),
)
_THIS = "this(?= (?:morning|afternoon|evening))"
_DAYS = _numbered(
    (-2, "the day before yesterday|day before yesterday|一昨日|おととい"),
    (-1, "yesterday|昨日|昨晩|昨夜|きのう"),
    (0, "today|tonight|本日|今日|きょう|今朝|けさ|今晩|今夜"),
    (1, "tomorrow|明日|明朝|あした|あす"),
    (2, "the day after tomorrow|day after tomorrow|明後日|あさって"),
    (3, "明々後日|しあさって"),
) | {_THIS: 0}
_NAMED_DAY = "|".join(
    rf"\b(?:{name})\b" if name[0].isascii() else name for name in sorted(_DAYS, key=lambda name: (-len(name), name))
)
_KANA_WEEKDAYS = ("げつ", "か", "すい", "もく", "きん", "ど", "にち")
_WHICH = "(?P<which>this|next|last)"
_KANJI_YEAR, _KANJI_MONTH, _KANJI_WEEK = (
    rf"(?P<which>{'|'.join(sorted((name for name in names if not name.isascii()), key=len, reverse=True))})の?"
    for names in (_YEARS, _MONTHS, _WEEKS)
)
_KANJI_WEEKDAY = (
    rf"(?P<weekday>[{KANJI_WEEKDAYS}](?:曜日?|(?=[のにはまで、。)\s]|$))|(?:{'|'.join(_KANA_WEEKDAYS)})よう(?:び)?)"
)
_ENGLISH_WEEKDAY = (
    r"\b(?<!every )(?<!each )(?<!to )(?<!and )(?<!or )(?<!-)(?<!through )"
    rf"(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:(?<=\bon )|(?<=\bthis )){WEEKDAY})"
    rf"(?!s\b|-|/|,? (?:to|through|till|until|and|or|[–-]) {WEEKDAY})(?![a-z])"
)
_JAPANESE_WEEKDAY = (
    rf"(?<![{KANJI_WEEKDAYS}・~〜毎週曜とや])(?P<weekday>[{KANJI_WEEKDAYS}])曜日?(?![{KANJI_WEEKDAYS}・~〜]|から|と|や)"
)
_DAY = rf"(?:the )?(?:(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?|(?P<ordinal>{'|'.join(ORDINALS)}))"
_COUNT = rf"(?P<count>{FIGURE}|[a-z]+)\s?(?P<unit>days?|weeks?|fortnights?|日|週間)"
_END = r"(?:end of|last day of) "
_KANJI_END = "(?:末日?|の?月末|の?最終日)"


SHORT_YEAR = re.compile(r"\s'?[0-9]{2}(?![0-9:.])(?!\s?[a-z]+\b(?<!when)(?<!do))")


def yearless(found: re.Match[str], asking: Asking) -> dt.date | None:
    """The day of a form without a year; not where two figures behind it may be one."""
    if SHORT_YEAR.match(found.string, found.end()):
        return None
    return _in_a_year(found, asking, *month_and_day(found))


def _in_a_year(found: re.Match[str], asking: Asking, month: int, number: int) -> dt.date | None:
    days = [
        day for year in range(asking.today.year - 1, asking.today.year + 2) if (day := _or_none(year, month, number))
    ]
    weekday = weekday_of(found)
    if weekday is None:
        return by_tense(days, asking.today, asking.tense(found))
    days = [day for day in days if day.weekday() == weekday]
    return days[0] if len(days) == 1 else None


def _or_none(year: int, month: int, day: int) -> dt.date | None:
    try:
        return made(year, month, day)
    except Refusal:
        return None


def _of_year(found: re.Match[str], asking: Asking) -> dt.date:
    return made(asking.today.year + _YEARS[found["which"]], *month_and_day(found))


def _with_year(found: re.Match[str], asking: Asking) -> dt.date:
    return made(year_of(found), *month_and_day(found))


def _short(found: re.Match[str], asking: Asking) -> dt.date | None:
    """Day, month and two figures of a year, where the first can be no month."""
    one, other = int(found["one"]), int(found["other"])
    certain = 12 < one <= 31 and other <= 12 and not IS_JAPANESE.search(found.string)
    return made(asking.today.year // 100 * 100 + int(found["short"]), other, one) if certain else None


def _end_of_month(found: re.Match[str], asking: Asking) -> dt.date | None:
    parts = found.groupdict()
    name, figure, which = parts.get("name"), parts.get("month"), parts.get("which")
    month = month_number(name) if name else whole(figure or "") or 0
    if parts.get("year") or parts.get("era"):
        return _last(year_of(found), month)
    if which:
        return _last(asking.today.year + _YEARS[which], month)
    days = [_last(year, month) for year in range(asking.today.year - 1, asking.today.year + 2)]
    return by_tense(days, asking.today, asking.tense(found))


def _end_of_named_month(found: re.Match[str], asking: Asking) -> dt.date | None:
    """ "Next March" is the coming one only where it lies in next year; else it may be the one after it."""
    year = asking.today.year + _YEARS[found["which"]]
    month = month_number(found["name"])
    certain = month <= asking.today.month if found["which"] == "next" else month >= asking.today.month
    return _last(year, month) if certain else None


def _slashed(found: re.Match[str], asking: Asking) -> dt.date | None:
    """Month first in Japanese; elsewhere only where one of the two can be no month."""
    one, other = int(found["one"]), int(found["other"])
    if not IS_JAPANESE.search(found.string):
        if (one <= 12 and one != other) or found[0] == "24/7":
            return None
        one, other = other, one
    return _in_a_year(found, asking, one, other)


def _last(year: int, month: int) -> dt.date:
    made(year, month, 1)
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _of_month(found: re.Match[str], asking: Asking) -> dt.date:
    parts = found.groupdict()
    count = asking.today.year * 12 + asking.today.month - 1 + _MONTHS[found["which"]]
    year, month = count // 12, count % 12 + 1
    if parts.get("ordinal"):
        return made(year, month, ORDINALS[parts["ordinal"]])
    return made(year, month, whole(parts["day"]) or 0) if parts.get("day") else _last(year, month)


def _weekday(name: str) -> int:
    if name[0] in KANJI_WEEKDAYS:
        return KANJI_WEEKDAYS.index(name[0])
    if name[:3] in WEEKDAYS:
        return WEEKDAYS.index(name[:3])
    return next(at for at, kana in enumerate(_KANA_WEEKDAYS) if name.startswith(kana))


def _of_week(found: re.Match[str], asking: Asking) -> dt.date:
    return asking.today + dt.timedelta(_weekday(found["weekday"]) - asking.today.weekday() + 7 * _WEEKS[found["which"]])


def _weekday_alone(found: re.Match[str], asking: Asking) -> dt.date | None:
    ahead = (_weekday(found["weekday"]) - asking.today.weekday()) % 7
    past = not found.groupdict().get("coming") and asking.tense(found) < 0
    return asking.today + dt.timedelta(ahead - 7 * past) if ahead else None


def _counted(sign: int) -> Read:
    def read(found: re.Match[str], asking: Asking) -> dt.date | None:
        count = 1 if found["count"] in ("a", "an") else whole(found["count"])
        days = 14 if found["unit"][0] == "f" else 7 if found["unit"][0] in "w週" else 1
        return None if count is None else asking.today + dt.timedelta(sign * days * count)

    return read


def _named_day(found: re.Match[str], asking: Asking) -> dt.date:
    return asking.today + dt.timedelta(_DAYS[_THIS if found[0] == "this" else found[0]])


RELATIVE: tuple[tuple[re.Pattern[str], Read], ...] = tuple(
    (re.compile(body), read)
    for body, read in (
        (rf"\b{BY_DAY},? (?:of )?{_WHICH} year\b", _of_year),
        (rf"\b{BY_MONTH},? (?:of )?{_WHICH} year\b", _of_year),
        (rf"\b{_WHICH} year(?:'s)?,? (?:on )?(?:{BY_DAY})", _of_year),
        (rf"\b{_WHICH} year(?:'s)?,? (?:on )?(?:{BY_MONTH})", _of_year),
        (rf"{_KANJI_YEAR}{BY_KANJI}", _of_year),
        *((rf"{day}\s?\((?P<year>[0-9]{{4}})年?\)", _with_year) for day in (BY_KANJI, BY_DAY, BY_MONTH)),
        (
            r"(?<![0-9./-])(?P<one>[0-9]{1,2})(?P<mark>[./-])(?P<other>[0-9]{1,2})(?P=mark)(?P<short>[0-9]{2})(?![0-9./-])",
            _short,
        ),
        (rf"\b(?:the )?{_END}(?P<name>{MONTH}),? (?P<year>[0-9]{{4}})\b", _end_of_month),
        (rf"\b(?:the )?{_END}(?P<name>{MONTH}),? (?:of )?{_WHICH} year\b", _end_of_month),
        (rf"\b(?:the )?{_END}(?P<which>next|last) (?P<name>{MONTH})", _end_of_named_month),
        (rf"\b(?:the )?{_END}(?P<name>{MONTH})(?! ?[0-9])", _end_of_month),
        (rf"{_KANJI_YEAR}(?P<month>{FIGURE})月{_KANJI_END}", _end_of_month),
        (rf"(?:(?P<year>[0-9]{{4}})|{ERA})\s?年(?P<month>{FIGURE})月{_KANJI_END}", _end_of_month),
        (rf"(?<![0-9年])(?P<month>{FIGURE})月{_KANJI_END}", _end_of_month),
        (rf"\b{_DAY} (?:day )?of {_WHICH} month\b", _of_month),
        (rf"\b{_WHICH} month(?:'s|,)? (?:on )?{_DAY}\b(?! ?(?:days|am|pm|km|month|year))", _of_month),
        (rf"\b(?<![0-9] )(?:the )?(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th) {_WHICH} month\b", _of_month),
        (rf"\b(?:the )?{_END}{_WHICH} month\b", _of_month),
        (rf"{_KANJI_MONTH}(?:(?P<day>{FIGURE})日|{_KANJI_END})", _of_month),
        (rf"\b(?P<weekday>{WEEKDAY}) (?:of )?{_WHICH} week\b", _of_week),
        (rf"\b{_WHICH} (?:week )?(?:on )?(?P<weekday>{WEEKDAY})", _of_week),
        (rf"{_KANJI_WEEK}{_KANJI_WEEKDAY}日?", _of_week),
        (rf"\b(?P<coming>this coming|coming) (?P<weekday>{WEEKDAY})", _weekday_alone),
        (rf"(?P<coming>今度の|次の|こんどの)(?P<weekday>[{KANJI_WEEKDAYS}])曜日?", _weekday_alone),
        (rf"\b{_COUNT} (?:ago|before today|back)\b", _counted(-1)),
        (rf"(?<![0-9{KANJI_WEEKDAYS}の]){_COUNT}前(?!まで|に通知|の通知|に連絡|に届)", _counted(-1)),
        (rf"\bin {_COUNT}(?:' time)?\b", _counted(1)),
        (rf"\b{_COUNT} from (?:now|today)\b", _counted(1)),
        (rf"(?<![0-9{KANJI_WEEKDAYS}]){_COUNT}後(?!半)", _counted(1)),
        (_NAMED_DAY, _named_day),
    )
)
YEARLESS_FORMS: tuple[tuple[re.Pattern[str], Read], ...] = (
    *((pattern, yearless) for pattern in YEARLESS),
    (form(r"(?P<one>[0-9]{1,2})/(?P<other>[0-9]{1,2})(?![0-9/.-])"), _slashed),
    (re.compile(_ENGLISH_WEEKDAY), _weekday_alone),
    (re.compile(_JAPANESE_WEEKDAY), _weekday_alone),
)
"""What is read after every form that says more."""
