"""Days that are written with their year, in any of the languages, with Western years and eras."""

import datetime as dt
import re
from collections.abc import Mapping
from itertools import chain

from assistant.errors import Refusal
from assistant.model.record import FIRST_DAY, LAST_DAY
from assistant.parsing.gaps import DAYS
from assistant.parsing.plain import plain
from assistant.parsing.speech import Found, Speech

FORMS, ALONE = "days.forms", "days.alone"
YEARS = frozenset({"year", "era_year"})
MONTHS = frozenset({"month", "month_number"})
DAY = frozenset({"day"})
BESIDE = ("weekday_before", "weekday_after", "weekday_beside")
TWO_FIGURES = re.compile(r"(?<![0-9])[0-9]{2}(?![0-9])")
BY_NUMBER = re.compile(r"[0-9]{1,2}[-/.][0-9]{1,2}")


def in_full(found: Found) -> bool:
    """Is it a day with its month and its year?"""
    gaps = found.gaps.keys()
    return found.kind == FORMS and not YEARS.isdisjoint(gaps) and not gaps.isdisjoint(DAYS)


def read_day(speech: Speech, text: str) -> dt.date:
    """The day that folded text writes. Raises `Refusal` where it writes none, an impossible or an ambiguous one."""
    found = _found(speech, text)
    # Which figure is the month is known where a language has a form for it.
    if full := min(filter(in_full, found), key=lambda one: "left" in one.gaps, default=None):
        return day_of(speech, full, text)
    yearless = any(one.gaps.keys() <= {"day", "named_day", *MONTHS, *BESIDE} for one in found)
    # With two figures more it would be a day: *30.6.26*.
    whole = (f"{text[: one.start()]}20{text[one.start() :]}" for one in TWO_FIGURES.finditer(text))
    short = yearless or BY_NUMBER.fullmatch(text) or any(map(in_full, chain(*(_found(speech, one) for one in whole))))
    raise Refusal("year-wanted" if short else "day-wanted", typed=text)


def _found(speech: Speech, text: str) -> list[Found]:
    return [one for one in speech.hear(text).begin(FORMS) if one.end == len(text)]


def day_from_parts(speech: Speech, year: str, month: str, day: str) -> str:
    """
    A day in canonical text from three fields; the month may be a name, the year that of an era.

    Raises `Refusal`: `year-wanted`, `month-wanted` or `day-wanted` where that field cannot be read; the last also where
    several are empty, which asks for the whole day.
    """
    parts: dict[str, str] = {}
    if sum(not one.strip() for one in (year, month, day)) > 1:
        raise Refusal("day-wanted", typed=f"{year}{month}{day}".strip())
    for name, typed, wanted in (("year", year, YEARS), ("month", month, MONTHS), ("day", day, DAY)):
        text = plain(typed)
        every = speech.hear(text).begin(ALONE)
        gaps = next((one.gaps for one in every if one.end == len(text) and not wanted.isdisjoint(one.gaps)), None)
        if gaps is None:
            raise Refusal(
                "month-wanted" if name == "month" else "year-wanted" if name == "year" else "day-wanted", typed=text
            )
        parts |= gaps
    return in_range(_dated(speech, parts, "-".join(map(plain, (year, month, day))))).isoformat()


def day_of(speech: Speech, found: Found, written: str) -> dt.date:
    """The day that is written in full. Raises `Refusal`."""
    day = _dated(speech, found.gaps, written)
    if weekday_of(speech, found) not in (None, day.weekday()):
        raise Refusal("weekday-differs", typed=written)
    return in_range(day)


def day_whatever_weekday(speech: Speech, found: Found, written: str) -> dt.date | None:
    """The day that is written in full with another weekday than it has; nothing where none is beside it."""
    gaps = {name: text for name, text in found.gaps.items() if name not in BESIDE}
    try:
        return day_of(speech, found._replace(gaps=gaps), written) if gaps.keys() != found.gaps.keys() else None
    except Refusal:
        return None


def month_and_day(speech: Speech, gaps: Mapping[str, str], written: str = "") -> tuple[int, int]:
    """Month and day of the month; nought, which no calendar has, for what is none. Raises `Refusal` where unclear."""
    if "left" in gaps:
        one, other = int(gaps["left"]), int(gaps["right"])
        if one <= 12 and other <= 12 and one != other:
            raise Refusal("day-ambiguous", typed=written)
        return (other, one) if other <= 12 else (one, other)
    if "named_day" in gaps:
        month, _, day = (speech.named("days.named", gaps["named_day"]) or "0-0").partition("-")
        return int(month), int(day)
    return month_of(speech, gaps), day_of_month(speech, gaps["day"])


def day_of_month(speech: Speech, written: str) -> int:
    """The day in figures, with any ending, in signs or as an ordinal; nought for what is none."""
    figures = re.match("[0-9]+", written)
    named = speech.named("days.ordinals", written.replace("-", " "))
    return int(figures[0] if figures else named or speech.numerals.whole(written) or 0)


def month_of(speech: Speech, gaps: Mapping[str, str]) -> int:
    """The month that is named or numbered; nought for what is none."""
    if "month" in gaps:
        return int(speech.named("days.months", gaps["month"]) or 0)
    return speech.numerals.whole(gaps["month_number"]) or 0


def weekday_of(speech: Speech, found: Found) -> int | None:
    """The weekday written beside the day, from Monday as 0; -1, which differs from every day, for what may be two."""
    written = next((found.gaps[name] for name in BESIDE if name in found.gaps), None)
    return None if written is None else weekday_named(speech, written)


def weekday_named(speech: Speech, name: str) -> int:
    """The weekday of a name, or of its short form; -1 for what may be two."""
    return int(speech.named("days.weekdays", name) or speech.named("days.short", name) or -1)


def made(year: int, month: int, day: int) -> dt.date:
    """The day of these figures. Raises `Refusal` where the calendar has none."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        raise Refusal("no-such-day", typed=f"{year}-{month}-{day}") from None


def made_or_none(year: int, month: int, day: int) -> dt.date | None:
    """The day of these figures; nothing where the calendar has none."""
    try:
        return made(year, month, day)
    except Refusal:
        return None


def in_range(day: dt.date) -> dt.date:
    """The day itself. Raises `Refusal` outside the days that the assistant answers for."""
    if not FIRST_DAY <= day <= LAST_DAY:
        raise Refusal("day-outside", typed=day.isoformat(), least=FIRST_DAY.isoformat(), most=LAST_DAY.isoformat())
    return day


def year_of(speech: Speech, gaps: Mapping[str, str]) -> int:
    """The year that is written, in figures or by its era; nought for what is none."""
    if "year" in gaps:
        return speech.numerals.whole(gaps["year"].replace("'", "20")) or 0
    name, year = _era(speech, gaps["era_year"])
    return dt.date.fromisoformat(speech.eras[name]).year - 1 + year


def _era(speech: Speech, written: str) -> tuple[str, int]:
    """The name of an era, and the year in it."""
    name = next(name for name in sorted(speech.eras, key=len, reverse=True) if written.startswith(name))
    year = written.removeprefix(name).strip()
    return name, 1 if year in speech.words("days.first_year") else speech.numerals.whole(year) or 0


def _dated(speech: Speech, gaps: Mapping[str, str], written: str) -> dt.date:
    month, day = month_and_day(speech, gaps, written)
    dated = made(year_of(speech, gaps), month, day)
    if "era_year" in gaps:
        first = speech.eras[_era(speech, gaps["era_year"])[0]]
        last = min((one for one in speech.eras.values() if one > first), default="9999")
        if not first <= dated.isoformat() < last:
            raise Refusal("no-such-day", typed=written)
    return dated
