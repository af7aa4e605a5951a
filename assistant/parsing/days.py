"""Days as people write them, in English and Japanese, with Western years and eras."""

import datetime as dt
import re

from assistant.errors import Refusal
from assistant.model.record import FIRST_DAY, LAST_DAY
from assistant.parsing.numerals import (
    ERA_LETTERS,
    ERAS,
    FIRST_YEAR,
    KANJI,
    MONTH,
    era_year,
    month_number,
    whole,
)
from assistant.parsing.plain import plain

WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAY = "(?:(?:mon|fri|sun)(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|sat(?:urday)?)(?![a-z])"
KANJI_WEEKDAYS = "月火水木金土日"
FIGURE = rf"(?:[0-9]{{1,2}}|[{KANJI}]{{1,3}})"
YEAR = rf"(?:[0-9]{{4}}|[{KANJI}]{{4}})"
BEFORE = rf"(?<![0-9a-z./-])(?:(?P<weekday_before>{WEEKDAY})[.,]?\s)?"
AFTER = (
    rf"(?:\s?\((?P<weekday_after>{WEEKDAY}|[{KANJI_WEEKDAYS}](?:曜日?)?)\)|\s?(?P<weekday_beside>[{KANJI_WEEKDAYS}])曜日?"
    r"|(?![0-9])|(?<=日)(?=[0-9]))"
)
DAY_OF_MONTH = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?![0-9])"
BY_DAY = rf"(?:the\s)?{DAY_OF_MONTH}[\s-]?(?:of\s)?(?P<month_name>{MONTH})"
BY_MONTH = rf"(?P<month_name>{MONTH})\.?\s?(?:the\s)?{DAY_OF_MONTH}"
BY_KANJI = rf"(?P<month>{FIGURE})\s?月\s?(?P<day>{FIGURE})\s?日"
ERA = rf"(?P<era>{'|'.join((*ERAS, *ERA_LETTERS))})\s?(?P<era_year>{FIRST_YEAR}|{FIGURE})"


def form(body: str) -> re.Pattern[str]:
    """A pattern for one way of writing a day: it may carry its weekday and does not begin or end inside a number."""
    return re.compile(BEFORE + body + AFTER)


FORMS = tuple(
    form(body)
    for body in (
        r"(?P<year>[0-9]{4})(?P<mark>[-/.])\s?(?P<month>[0-9]{1,2})(?P=mark)\s?(?P<day>[0-9]{1,2})",
        rf"(?:(?P<year>{YEAR})|{ERA})\s?年\s?{BY_KANJI}",
        rf"{ERA}\s?(?P<mark>[-/.])\s?(?P<month>[0-9]{{1,2}})(?P=mark)\s?(?P<day>[0-9]{{1,2}})",
        rf"{BY_DAY}\.?,?[\s-]?(?P<year>[0-9]{{4}})",
        rf"{BY_MONTH}(?:,\s?|\s)(?P<year>[0-9]{{4}})",
        rf"(?P<year>[0-9]{{4}})[\s-](?P<month_name>{MONTH})\.?[\s-](?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?",
        r"(?P<one>[0-9]{1,2})(?P<mark>[-/.])(?P<other>[0-9]{1,2})(?P=mark)(?P<year>[0-9]{4})",
    )
)
YEARLESS = tuple(form(body) for body in (BY_DAY, BY_MONTH, BY_KANJI))
PLAIN_YEAR = re.compile(rf"(?:(?P<year>{YEAR})|{ERA})\s?年?")


def read_day(text: str) -> dt.date:
    """The day that folded text writes. Raises `Refusal` where it writes none, an impossible or an ambiguous one."""
    if found := next((found for pattern in FORMS if (found := pattern.fullmatch(text))), None):
        return day_of(found)
    yearless = any(pattern.fullmatch(text) for pattern in YEARLESS) or re.fullmatch(r"[0-9]{1,2}[-/.][0-9]{1,2}", text)
    raise Refusal("year-wanted" if yearless else "day-wanted", typed=text)


def day_from_parts(year: str, month: str, day: str) -> str:
    """
    A day in canonical text from three fields; the month may be a name, the year of an era (令和8, R8).

    Raises `Refusal`: `year-wanted`, `month-wanted` or `day-wanted` where that field cannot be read.
    """
    years = PLAIN_YEAR.fullmatch(plain(year))
    if not years:
        raise Refusal("year-wanted", typed=plain(year))
    months = plain(month).removesuffix(".")
    count = month_number(months) if re.fullmatch(MONTH, months) else _figure(months.removesuffix("月").strip())
    if count is None:
        raise Refusal("month-wanted", typed=months)
    days = _figure(re.sub(r"\s?(?:st|nd|rd|th|日)$", "", plain(day)))
    if days is None:
        raise Refusal("day-wanted", typed=plain(day))
    return in_range(_dated(years, count, days)).isoformat()


def day_of(found: re.Match[str]) -> dt.date:
    """The day that a match of one of `FORMS` stands for. Raises `Refusal`."""
    parts = found.groupdict()
    if parts.get("one"):
        month, number = _month_and_day(int(found["one"]), int(found["other"]), found[0])
    else:
        month, number = month_and_day(found)
    day = _dated(found, month, number)
    if weekday_of(found) not in (None, day.weekday()):
        raise Refusal("weekday-differs", typed=found[0])
    return in_range(day)


def month_and_day(found: re.Match[str]) -> tuple[int, int]:
    """Month and day of the month; nought, which no calendar has, for a figure that is none."""
    name = found.groupdict().get("month_name")
    month = month_number(name) if name else whole(found["month"])
    return month or 0, whole(found["day"]) or 0


def weekday_of(found: re.Match[str]) -> int | None:
    """The weekday written beside the day, from Monday as 0."""
    written = found["weekday_before"] or found["weekday_after"] or found["weekday_beside"]
    if not written:
        return None
    return KANJI_WEEKDAYS.index(written[0]) if written[0] in KANJI_WEEKDAYS else WEEKDAYS.index(written[:3])


def made(year: int, month: int, day: int) -> dt.date:
    """The day of these figures. Raises `Refusal` where the calendar has none."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        raise Refusal("no-such-day", typed=f"{year}-{month}-{day}") from None


def in_range(day: dt.date) -> dt.date:
    """The day itself. Raises `Refusal` outside the days that the assistant answers for."""
    if not FIRST_DAY <= day <= LAST_DAY:
        raise Refusal("day-outside", typed=day.isoformat(), least=FIRST_DAY.isoformat(), most=LAST_DAY.isoformat())
    return day


def year_of(found: re.Match[str]) -> int:
    """The year that is written, in figures or by its era. Raises `Refusal`."""
    parts = found.groupdict()
    if parts.get("year"):
        return whole(parts["year"]) or 0
    return era_year(parts["era"], parts["era_year"])


def _dated(found: re.Match[str], month: int, day: int) -> dt.date:
    dated = made(year_of(found), month, day)
    era = found.groupdict().get("era")
    first, last = ERAS[ERA_LETTERS.get(era, era)] if era else (dt.date.min, dt.date.max)
    if not first <= dated <= last:
        raise Refusal("no-such-day", typed=found[0])
    return dated


def _month_and_day(one: int, other: int, written: str) -> tuple[int, int]:
    if one <= 12 and other <= 12 and one != other:
        raise Refusal("day-ambiguous", typed=written)
    return (other, one) if other <= 12 else (one, other)


def _figure(text: str) -> int | None:
    return whole(text) if re.fullmatch(FIGURE, text) else None
