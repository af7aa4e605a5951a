"""What is so long ago or ahead: minutes, days, and with a weekday whole weeks."""

import calendar
import datetime as dt
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from assistant.match.markers import Marked
from assistant.parsing.days import made_or_none, weekday_named
from assistant.parsing.gaps import TIMES
from assistant.parsing.speech import Found, Speech

AGO, AHEAD = "days.ago", "days.ahead"
WEEKDAYS = ("weekday", "weekday_short", "weekday_sign")
LONGER = ("month", "year")
WEEK = 7
NEAR = dt.timedelta(WEEK)
"""A moment further away is told by its day."""


def with_weekdays(marked: Marked, found: Sequence[Found]) -> Iterator[Found]:
    """What is found, a weekday as one with the weeks that stand beside it: *dinsdag over een week*."""
    taken = False
    for one, other in pairwise([*found, None]):
        pair = one and other and not taken and marked.joins(one.end, other.start) and _both(one, other)
        if one and not taken:
            yield pair or one
        taken = bool(pair)


def _both(one: Found, other: Found) -> Found | None:
    day, away = (one, other) if other.kind in (AGO, AHEAD) else (other, one)
    beside = away.kind in (AGO, AHEAD) and "days" in away.gaps and {*day.gaps} <= {*WEEKDAYS}
    return away._replace(start=one.start, end=other.end, gaps={**away.gaps, **day.gaps}) if beside else None


def away(speech: Speech, found: Found, now: dt.datetime, past: bool) -> dt.date | dt.datetime | None:
    """The day or moment that is so long away; none by months and years, which tell about when."""
    count = _count(speech, found)
    if count is None or "months" in found.gaps or ("days" in found.gaps and count.denominator != 1):
        return None
    if "days" not in found.gaps:
        span = dt.timedelta(minutes=float(count))
        return (now + span).replace(second=0, microsecond=0) if abs(span) < NEAR else None
    if found.gaps.keys().isdisjoint(WEEKDAYS):
        return now.date() + dt.timedelta(int(count))
    days = weekdays_away(speech, found, now.date(), past)
    return days[0] if len(days) == 1 else None


def lately(speech: Speech, found: Found, text: str, today: dt.date) -> tuple[dt.date, ...]:
    """
    Of *last Monday*, later in a week: that of this week and the one before, either of which may be meant. *Last week on
    Monday* is told, and so is a word for a week that no day stands beside.
    """
    word, name = found.gaps.get("which_week", ""), next((found.gaps[one] for one in found.gaps if one in WEEKDAYS), "")
    if not (word and name and text[: found.end].endswith((f"{word} {name}", f"{name} {word}"))):
        return ()
    back, last = today.weekday() - weekday_named(speech, name), {speech.named(f"days.{one}", word) for one in LONGER}
    near = today - dt.timedelta(back)
    return (near, near - NEAR) if "-1" in last and 0 < back <= today.weekday() else ()


def weekdays_away(speech: Speech, found: Found, today: dt.date, past: bool) -> tuple[dt.date, ...]:
    """The day so far away that has a weekday beside it, or the two that may be meant; `past`: of what has been."""
    count = _count(speech, found)
    if count is None or count.denominator != 1:
        return ()
    weekday = weekday_named(speech, next(found.gaps[name] for name in found.gaps if name in WEEKDAYS))
    ahead, day = (weekday - today.weekday()) % WEEK, today + dt.timedelta(int(count))
    if count > 0:
        # So many weeks behind the coming one. On that day itself either may be meant.
        coming = (today + dt.timedelta(ahead + int(count)),) if ahead and not count % WEEK else ()
        return (today + dt.timedelta(ahead - int(count)), *coming) if past and coming else coming
    before = day - dt.timedelta((day.weekday() - weekday) % WEEK)
    if day == before:
        return (day,)
    after = before + NEAR
    return (after if count % WEEK and after <= today else before, day if count % WEEK else after)


def months_away(speech: Speech, found: Found, today: dt.date) -> tuple[dt.date, ...]:
    """The day that is just so many months or years away."""
    count = _count(speech, found)
    if count is None or count.denominator != 1:
        return ()
    year, month = divmod(today.year * 12 + today.month - 1 + int(count), 12)
    first = made_or_none(year, month + 1, 1)
    return (first.replace(day=min(today.day, calendar.monthrange(year, month + 1)[1])),) if first else ()


def _count(speech: Speech, found: Found) -> Fraction | None:
    """How many minutes, days or months; less than nought for what was."""
    gaps, kind = found.gaps, next(kind for kind in TIMES if kind in found.gaps)
    figures = speech.numerals.plain(gaps["count"]) if "count" in gaps else "1/2" if "half" in gaps else "1"
    size = TIMES[kind].get(speech.named("numbers.units", gaps[kind]) or "")
    if not figures or not size:
        return None
    return (Fraction(figures) + Fraction(1, 2) * ("and_half" in gaps)) * size * (-1 if found.kind == AGO else 1)
