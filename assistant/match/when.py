"""
Days, moments and spans of time that a question names, also those told from the moment of asking.

A weekday is told from the week, Monday to Sunday: "next Friday" and 来週金曜 lie in the following one. A day without a
year is the nearest, where that is not more than three months away, or the only one beside its weekday.
"""

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from assistant.errors import Refusal
from assistant.typed.clocks import BETWEEN, CLOCK_FORMS, clock_of
from assistant.typed.days import (
    BY_DAY,
    BY_KANJI,
    BY_MONTH,
    FIGURE,
    FORMS,
    KANJI_WEEKDAYS,
    MONTH,
    MONTHS,
    WEEKDAY,
    WEEKDAYS,
    YEARLESS,
    day_of,
    made,
    month_and_day,
    weekday_of,
)  # fmt: skip
from assistant.typed.plain import whole

NEAR = 92
_YEARS = {"this": 0, "next": 1, "last": -1, "今年": 0, "来年": 1, "再来年": 2, "去年": -1, "昨年": -1, "一昨年": -2}
_WEEKS = {"this": 0, "next": 1, "last": -1, "今週": 0, "来週": 1, "先週": -1, "再来週": 2}
_MONTHS = {"this": 0, "next": 1, "last": -1, "今月": 0, "来月": 1, "先月": -1, "再来月": 2}
_DAYS = {
    "the day before yesterday": -2, "day before yesterday": -2, "yesterday": -1, "today": 0, "this morning": 0,
    "this afternoon": 0, "tomorrow": 1, "the day after tomorrow": 2, "day after tomorrow": 2,
    "一昨日": -2, "おととい": -2, "昨日": -1, "きのう": -1, "本日": 0, "今日": 0, "きょう": 0, "今朝": 0, "明日": 1,
    "あした": 1, "あす": 1, "明後日": 2, "あさって": 2,
}  # fmt: skip
_WHICH = "(?P<which>this|next|last)"
_KANJI_YEAR = "(?P<which>再来年|来年|今年|一昨年|去年|昨年)の?"
_KANJI_MONTH = "(?P<which>再来月|来月|今月|先月)の?"
_MONTH_WORD = rf"(?:the )?end of {MONTH}"
_COUNT = rf"(?P<count>{FIGURE}|[a-z]+)\s?(?P<unit>days?|weeks?|日|週間)"
RIGHT_NOW = re.compile(
    r"\b(?:right now|just now|open now|at the moment|at this moment)\b|\bnow(?=\s*\?|$)(?<!what now)"
    r"|今(?=すぐ|から|、|つなが|電話|かけ|開い|やって|は?営業|受付|だと|なら)|いま(?=すぐ|から|つなが|電話|でんわ|かけ|あいて|やって)|ただいま|現在"
)


@dataclass(frozen=True, slots=True)
class Said:
    """A day or a moment in the text: where it stands; `value` is `None` where it cannot be told which is meant."""

    start: int
    end: int
    value: dt.date | dt.datetime | None


def times_said(text: str, now: dt.datetime) -> tuple[Said, ...]:
    """Every day and moment of folded text, in order; `now` is on the policy's own clock."""
    days = _distinct(_days(text, now.date()))
    clocks = _distinct(_clocks(text))
    joined = [both for day in days for clock in clocks if (both := _together(text, day, clock))]
    taken = {at for both in joined for at in range(both.start, both.end)}
    alone = [day for day in days if day.start not in taken]
    if not joined and (found := RIGHT_NOW.search(text)):
        alone.append(Said(found.start(), found.end(), now.replace(microsecond=0)))
    return tuple(sorted(joined + alone, key=lambda said: said.start))


@dataclass(frozen=True, slots=True)
class _Clock:
    start: int
    end: int
    value: dt.time | None


Span = TypeVar("Span", Said, _Clock)


def _clocks(text: str) -> Iterator[_Clock]:
    for pattern in CLOCK_FORMS:
        for found in pattern.finditer(text):
            try:
                yield _Clock(found.start(), found.end(), clock_of(found))
            except Refusal:
                yield _Clock(found.start(), found.end(), None)


def _together(text: str, day: Said, clock: _Clock) -> Said | None:
    first, second = (day, clock) if day.start < clock.start else (clock, day)
    if first.end > second.start or not re.fullmatch(BETWEEN, text[first.end : second.start]):
        return None
    if clock.value is None or not isinstance(day.value, dt.date):
        return Said(first.start, second.end, None)
    return Said(first.start, second.end, dt.datetime.combine(day.value, clock.value))


def _days(text: str, today: dt.date) -> Iterator[Said]:
    readers: list[tuple[re.Pattern[str], Callable[[re.Match[str], dt.date], dt.date | None]]] = [
        *((pattern, lambda found, _: day_of(found)) for pattern in FORMS),
        *RELATIVE,
        *((pattern, _nearest) for pattern in YEARLESS),
    ]
    for pattern, read in readers:
        for found in pattern.finditer(text):
            try:
                yield Said(found.start(), found.end(), read(found, today))
            except (Refusal, OverflowError, ValueError):
                yield Said(found.start(), found.end(), None)


def _distinct(spans: Iterator[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in spans:
        if all(span.end <= other.start or other.end <= span.start for other in kept):
            kept.append(span)
    return kept


def _nearest(found: re.Match[str], today: dt.date) -> dt.date | None:
    month, number = month_and_day(found)
    weekday = weekday_of(found)
    days = [
        day
        for year in (today.year - 1, today.year, today.year + 1)
        if (day := _or_none(year, month, number)) and weekday in (None, day.weekday())
    ]
    if weekday is not None:
        return days[0] if len(days) == 1 else None
    day = min(days, key=lambda day: abs(day - today), default=None)
    return day if day and abs(day - today) <= dt.timedelta(NEAR) else None


def _or_none(year: int, month: int, day: int) -> dt.date | None:
    try:
        return made(year, month, day)
    except Refusal:
        return None


def _of_year(found: re.Match[str], today: dt.date) -> dt.date:
    return made(today.year + _YEARS[found["which"]], *month_and_day(found))


def _end_of_month(found: re.Match[str], today: dt.date) -> dt.date | None:
    parts = found.groupdict()
    name, figure, which = parts.get("name"), parts.get("month"), parts.get("which")
    month = MONTHS.index(name[:3]) + 1 if name else whole(figure or "") or 0
    if parts.get("year"):
        return _last(whole(parts["year"]) or 0, month)
    return _last(today.year + _YEARS[which or "this"], month)


def _last(year: int, month: int) -> dt.date:
    made(year, month, 1)
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _of_month(found: re.Match[str], today: dt.date) -> dt.date:
    count = today.year * 12 + today.month - 1 + _MONTHS[found["which"]]
    day = found.groupdict().get("day")
    year, month = count // 12, count % 12 + 1
    return made(year, month, whole(day) or 0) if day else _last(year, month)


def _of_week(found: re.Match[str], today: dt.date) -> dt.date:
    name = found["weekday"]
    weekday = KANJI_WEEKDAYS.index(name[0]) if name[0] in KANJI_WEEKDAYS else WEEKDAYS.index(name[:3])
    return today + dt.timedelta(weekday - today.weekday() + 7 * _WEEKS[found["which"]])


def _counted(sign: int) -> Callable[[re.Match[str], dt.date], dt.date | None]:
    def read(found: re.Match[str], today: dt.date) -> dt.date | None:
        count = whole(found["count"])
        days = 7 if found["unit"][0] in "w週" else 1
        return None if count is None else today + dt.timedelta(sign * days * count)

    return read


RELATIVE: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], dt.date], dt.date | None]], ...] = tuple(
    (re.compile(body), read)
    for body, read in (
        (rf"\b{BY_DAY},? (?:of )?{_WHICH} year\b", _of_year),
        (rf"\b{BY_MONTH},? (?:of )?{_WHICH} year\b", _of_year),
        (rf"{_KANJI_YEAR}{BY_KANJI}", _of_year),
        (rf"\b(?:the )?end of (?P<name>{MONTH}),? (?P<year>[0-9]{{4}})\b", _end_of_month),
        (rf"\b(?:the )?end of (?P<name>{MONTH}),? {_WHICH} year\b", _end_of_month),
        (rf"{_KANJI_YEAR}(?P<month>{FIGURE})月の?(?:末日?|月末)", _end_of_month),
        (rf"(?P<year>[0-9]{{4}})年(?P<month>{FIGURE})月の?(?:末日?|月末)", _end_of_month),
        (rf"\b(?:the )?(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)? of {_WHICH} month\b", _of_month),
        (rf"\b(?:the )?end of {_WHICH} month\b", _of_month),
        (rf"{_KANJI_MONTH}(?:(?P<day>{FIGURE})日|末日?|月末)", _of_month),
        (rf"\b(?P<weekday>{WEEKDAY}) (?:of )?{_WHICH} week\b", _of_week),
        (rf"\b{_WHICH} (?:week )?(?:on )?(?P<weekday>{WEEKDAY})", _of_week),
        (rf"(?P<which>再来週|来週|今週|先週)の?(?P<weekday>[{KANJI_WEEKDAYS}])曜?日?", _of_week),
        (rf"\b{_COUNT} (?:ago|before today)\b", _counted(-1)),
        (rf"(?<![0-9{KANJI_WEEKDAYS}]){_COUNT}前(?!まで|に通知|の通知)", _counted(-1)),
        (rf"\bin {_COUNT}(?:' time)?\b", _counted(1)),
        (rf"{_COUNT}後(?!半)", _counted(1)),
        (
            r"(?<![a-z])(?P<name>" + "|".join(sorted(_DAYS, key=len, reverse=True)) + r")(?![a-z])",
            lambda found, today: today + dt.timedelta(_DAYS[found["name"]]),
        ),
    )
)
