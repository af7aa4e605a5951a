"""Days and moments that a question names, also those told from the moment of asking."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeVar

from assistant.errors import Refusal
from assistant.match.markers import Marked
from assistant.match.relative import RELATIVE, YEARLESS_FORMS, Read
from assistant.match.roles import Asking
from assistant.model.record import FIRST_DAY, LAST_DAY
from assistant.parsing.clocks import BETWEEN, BY_PART, CLOCK_FORMS, EARLY, clock_of
from assistant.parsing.days import FIGURE, FORMS, day_of
from assistant.parsing.numerals import MONTH, whole

RIGHT_NOW = re.compile(
    r"\b(?:right now|just now|open now|at the moment|at this moment|this minute)\b|\bnow(?=\s*\?|$)(?<!what now)"
    r"|今(?=すぐ|から|、|つなが|繋が|電話|でんわ|かけ|開い|あいて|やって|は?営業|受付|だと|なら|の時間|って)"
    r"|いま(?=すぐ|から|つなが|電話|でんわ|かけ|あいて|やって|の時間|って)|ただいま|ただ今|現在"
)
AGO = re.compile(
    rf"\b(?P<count>an?|half an|{FIGURE}|[a-z]+) (?P<unit>hour|minute|min)s? (?P<side>ago|from now)\b"
    rf"|(?<![0-9])(?P<figure>{FIGURE})(?P<kanji>時間|分)(?P<kanji_half>半)?(?P<kanji_side>前|後)(?!まで)"
)
PARTS_IN_DAYS = {"夜": "evening", "晩": "evening", "朝": "morning", "さ": "morning", "t": "evening"}
"""The part of the day that 今夜, 昨晩, 今朝, けさ and tonight name, by their last sign."""
PART_BESIDE = re.compile(r"\s?(?P<part>morning|afternoon|evening|night)\b")
SMALL_HOURS = 5
MONTHS = re.compile(rf"[0-9]\s?月|{MONTH}")
YEAR = re.compile(r"[0-9]{4}|年|\byear\b")
FIRST_HOUR = 7
"""Below it, an hour without morning or afternoon, and not in the 24-hour writing, could be either."""


@dataclass(frozen=True, slots=True)
class Said:
    """
    A day or a moment in the text: where it stands; `value` is `None` where it cannot be told which is meant.

    `now`: it is the moment of asking itself. `full`: it is written with its year. `either`: the two that may be meant
    where it does not say which half of the day.
    """

    start: int
    end: int
    value: dt.date | dt.datetime | None
    now: bool = False
    full: bool = False
    either: tuple[dt.datetime, ...] = ()


@dataclass(frozen=True, slots=True)
class _Clock:
    start: int
    end: int
    value: dt.time | None
    certain: bool
    told: bool = False
    """It says itself which half of the day it means."""


Span = TypeVar("Span", Said, _Clock)


def times_said(marked: Marked, now: dt.datetime) -> tuple[Said, ...]:
    """Every day and moment of folded text, in order; `now` is on the policy's own clock."""
    text = marked.text
    spans = list(_ago(text, now))
    asking = Asking(now.date(), marked)
    days = _in_the_same_year(asking, _named_once(text, _distinct(_days(asking))))
    clocks = _distinct(_clocks(text))
    joined = [both for day in days for clock in clocks if (both := _together(text, day, clock))]
    taken = {at for both in (*joined, *spans) for at in range(both.start, both.end)}
    alone = [day for day in days if day.start not in taken]
    if not joined and not spans and (found := RIGHT_NOW.search(text)):
        alone.append(Said(found.start(), found.end(), now.replace(second=0, microsecond=0), now=True))
    return tuple(sorted(joined + alone + spans, key=lambda said: said.start))


def _in_the_same_year(asking: Asking, days: Sequence[Said]) -> list[Said]:
    """A day without a year behind one with its year is open, where it would lie in another year."""
    kept: list[Said] = []
    year: int | None = None
    for day in sorted(days, key=lambda day: day.start):
        text = asking.marked.text[day.start : day.end]
        dated = day.full or YEAR.search(text) is not None
        astray = year and not dated and MONTHS.search(text) and day.value and day.value.year != year
        kept.append(replace(day, value=None) if astray else day)
        year = day.value.year if dated and day.value else year
    return kept


def _named_once(text: str, days: Sequence[Said]) -> list[Said]:
    """Without a weekday right before the same day in full: *Tuesday, 2 June*."""
    ordered = sorted(days, key=lambda day: day.start)
    after = dict(pairwise(ordered))
    return [
        day for day in ordered
        if day.full or not (day in after and not re.search(r"\w", text[day.end : after[day].start]) and after[day].full)
    ]  # fmt: skip


def _ago(text: str, now: dt.datetime) -> Iterator[Said]:
    for found in AGO.finditer(text):
        words = found["count"] or found["figure"]
        count = 1.0 if words in ("a", "an") else 0.5 if words == "half an" else whole(words)
        if count is None:
            continue
        hours = (found["unit"] or "").startswith("hour") or found["kanji"] == "時間"
        span = dt.timedelta(hours=count + 0.5 * bool(found["kanji_half"])) if hours else dt.timedelta(minutes=count)
        back = (found["side"] or found["kanji_side"]) in ("ago", "前")
        near = FIRST_DAY < now.date() < LAST_DAY and span < dt.timedelta(days=7)
        value = (now - span if back else now + span).replace(second=0, microsecond=0) if near else None
        yield Said(found.start(), found.end(), value)


def _clocks(text: str) -> Iterator[_Clock]:
    for pattern in (*BY_PART, *CLOCK_FORMS):
        for found in pattern.finditer(text):
            try:
                told = any(found.groupdict().get(name) for name in ("half", "part", "kanji_part", "noon"))
                yield _Clock(found.start(), found.end(), clock_of(found), told or _certain(found), told)
            except Refusal:
                yield _Clock(found.start(), found.end(), None, certain=True)


def _certain(found: re.Match[str]) -> bool:
    hour = found.groupdict().get("hour") or ""
    return hour.startswith("0") or (whole(hour) or 0) >= FIRST_HOUR


def _together(text: str, day: Said, clock: _Clock) -> Said | None:
    first, second = (day, clock) if day.start < clock.start else (clock, day)
    if first.end > second.start or not re.fullmatch(BETWEEN, text[first.end : second.start]):
        return None
    both = Said(first.start, second.end, None)
    if clock.value is None or not isinstance(day.value, dt.date):
        return both
    if clock.told:
        return replace(
            both, value=dt.datetime.combine(_night(text[day.start : day.end], day.value, clock), clock.value)
        )
    if beside := PART_BESIDE.match(text, second.end) or PART_BESIDE.match(text, day.end):
        return replace(both, end=max(second.end, beside.end()), value=_on(day.value, clock, beside["part"]))
    if re.fullmatch("[今昨明][夜晩朝]|けさ|tonight", text[day.start : day.end]):
        date = _night(text[day.start : day.end], day.value, clock)
        if date != day.value:
            return replace(both, value=dt.datetime.combine(date, clock.value))
        return replace(both, value=_on(day.value, clock, PARTS_IN_DAYS[text[day.end - 1]]))
    whole = dt.datetime.combine(day.value, clock.value)
    if clock.certain:
        return replace(both, value=whole)
    return replace(both, either=(whole, whole + dt.timedelta(hours=12)))


def _night(named: str, day: dt.date, clock: _Clock) -> dt.date:
    """The small hours of a night lie in the day behind it."""
    small = clock.value is not None and clock.value.hour < SMALL_HOURS
    return day + dt.timedelta(1) if small and re.fullmatch("[今昨明][夜晩]|tonight|last night", named) else day


def _on(day: dt.date, clock: _Clock, part: str) -> dt.datetime | None:
    """The time on that day, where its part of the day says which half is meant."""
    if clock.value is None or (part == "night" and clock.value.hour < FIRST_HOUR - 1):
        return None
    late = part not in EARLY
    return dt.datetime.combine(day, clock.value.replace(hour=clock.value.hour + 12 * (late and clock.value.hour < 12)))


def _days(asking: Asking) -> Iterator[Said]:
    written: list[tuple[re.Pattern[str], Read]] = [(pattern, lambda found, _: day_of(found)) for pattern in FORMS]
    for at, (pattern, read) in enumerate((*written, *RELATIVE, *YEARLESS_FORMS)):
        for found in pattern.finditer(asking.marked.text):
            try:
                yield Said(found.start(), found.end(), read(found, asking), full=at < len(written))
            except (Refusal, OverflowError, ValueError):
                yield Said(found.start(), found.end(), None)


def _distinct(spans: Iterator[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in spans:
        if all(span.end <= other.start or other.end <= span.start for other in kept):
            kept.append(span)
    return kept
