"""Days and moments that a question names, also those told from the moment of asking."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from assistant.errors import Refusal
from assistant.match.away import WEEKDAYS, with_weekdays
from assistant.match.markers import Marked
from assistant.match.ranges import number_behind, ranged, with_bare
from assistant.match.relative import KINDS, SPANS, Asking, rank
from assistant.match.roles import moved, tense_of
from assistant.model.record import FIRST_DAY, LAST_DAY
from assistant.parsing.clocks import DAY, NOON, Time, cut_short, hours_of, in_part, time_of, times_in
from assistant.parsing.days import in_full, year_of
from assistant.parsing.speech import Found

MOST_TIMES = 12
"""A text with more days and moments is no question, and tells none of them."""
MOST_BESIDE = 2
"""So many words beside a day or a time say nothing of their own."""
FIRST_HOUR = 7
"""Below it, an hour without morning or afternoon, and not in the 24-hour writing, could be either."""
YEARS = range(2000, 2100)
"""Figures of other sizes that stand alone are no year: *between 9300 and 9500*."""


@dataclass(frozen=True, slots=True)
class Said:
    """
    A day or a moment in the text: where it stands; `value` is `None` where it cannot be told which is meant.

    `now`: it is the moment of asking itself. `full`: it is written with its year, `dated`: it only tells it, `month`,
    `timed`: it names its month, a time, were it 25:00. `either`: both that may be meant. `day`: it without its time.
    """

    start: int
    end: int
    value: dt.date | dt.datetime | None
    now: bool = False
    full: bool = False
    dated: bool = False
    month: bool = False
    either: tuple[dt.datetime, ...] = ()
    days: tuple[dt.date, ...] = ()
    """Of a day that cannot be told: those that may be meant."""
    span: bool = False
    """It is more than one day: *next weekend*."""
    ends: tuple[dt.date, ...] = ()
    """The first and the last day of such a span, where they can be told."""
    part: str = ""
    """The part of the day that it names beside its day: *Montagabend*."""
    timed: bool = False
    clock: dt.time | None = None
    """Where it is a time of day without a day. What may be meant is that of the day of asking."""
    day: "Said | None" = None


@dataclass(frozen=True, slots=True)
class _Clock:
    start: int
    end: int
    value: dt.time | None
    certain: bool
    told: bool = False
    """It says itself which half of the day it means."""
    later: bool = False
    """It lies in the next day."""


def times_said(marked: Marked, now: dt.datetime) -> tuple[Said, ...]:
    """Every day and moment of folded text, in order; of too many only their places. `now` is on the policy's clock."""
    told = sorted(distinct(marked.heard.find(*KINDS)), key=lambda one: one.start)
    ends = {one.end for one in told if not one.gaps.keys().isdisjoint(("today", *WEEKDAYS))}
    # A word for a day right behind another only names a part of that one: *gestern Morgen*.
    found = list(with_weekdays(marked, [one for one in told if "today" not in one.gaps or one.start - 1 not in ends]))
    if len(found) > MOST_TIMES:
        return tuple(Said(one.start, one.end, None) for one in found)
    every = list(_days(Asking(now, marked), found))
    spans = [one for one in every if isinstance(one.value, dt.datetime)]
    days, clocks = [one for one in every if one not in spans], list(_clocks(marked, found))
    pairs = [(day, clock, both) for day in days for clock in clocks if (both := _together(marked, day, clock))]
    joined = [both for *_, both in pairs]
    either: list[Said | _Clock] = [*days, *clocks]
    loose = [one for one in either if not any(two.start <= one.start < two.end for two in joined)]
    joined += [both for pair in pairs if (both := _amended(marked, *pair, loose))]
    # None instead of which another is said: *at 13:00, no, at 13:40*, *not at 13:00 but at 13:40*.
    instead = [one.start for path in ("correction", "contrast") for one in marked.of(path)]
    sure = [one for one in clocks if not any(one.end <= at < clocks[-1].start for at in instead)]
    sure = [one for one in sure if not ranged(marked, one.start, one.end)] if len(sure) > 2 else sure
    if not joined and len(sure) == 1 and len({day.value for day in days}) == 1:
        both = _both(marked, day := days[-1], clock := sure[0])
        beside = marked.clause(day.start, day.end) == marked.clause(clock.start, clock.end)
        today = day.value == now.date() and day.end <= clock.start < marked.sentence(day.start, day.end)[1]
        past = any(tense_of(marked, one.start, one.end) < 0 for one in (day, clock))
        still = isinstance(both.value, dt.datetime) and both.value > now  # told as past and to come: of two moments
        apart = _alone(marked, day, clock) and not (past and still)
        if beside or today or apart:
            # What stands between them is theirs no more than what stands around: it stands where its time does.
            joined, days = [replace(both, start=clock.start, end=clock.end)], []
    taken = {at for both in (*joined, *spans) for at in range(both.start, both.end)}
    joined += [both for one in clocks if one.start not in taken and (both := _of_its_day(marked, one, joined))]
    alone = [day for day in days if day.start not in taken]
    if not every:
        alone += [_of_today(one, now) for one in clocks if one.value or ":" in marked.text[one.start : one.end]]
        minute = now.replace(second=0, microsecond=0)
        alone += [Said(one.start, one.end, minute, now=True) for one in marked.of("now")[:1]]
    return tuple(sorted(joined + alone + spans, key=lambda said: said.start))


def _of_its_day(marked: Marked, clock: _Clock, moments: Iterable[Said]) -> Said | None:
    """A time behind a past moment of its sentence is of its day: *sent at 16:50, accepted at 17:05*."""
    left = marked.sentence(clock.start, clock.end)[0]
    last = next((one for one in moments if left <= one.start and one.end <= clock.start), None)
    if not last or not isinstance(last.value, dt.datetime) or tense_of(marked, last.start, last.end) >= 0:
        return None
    both = replace(_both(marked, replace(last, value=last.value.date()), clock), start=clock.start)
    if marked.within("measure.offset.before", last.end, clock.end):
        both = replace(both, value=None)  # *accepted next morning at 9:05*
    return both


def _alone(marked: Marked, *spans: Said | _Clock) -> bool:
    """Does the clause of one of them say nothing else: *…, say nine in the morning*, *thinking of Friday*?"""
    clauses = ((one, *marked.clause(one.start, one.end)) for one in spans)
    return any(marked.gap(left, one.start) + marked.gap(one.end, right) <= MOST_BESIDE for one, left, right in clauses)


def _of_today(clock: _Clock, now: dt.datetime) -> Said:
    days = [dt.datetime.combine(now.date(), clock.value)] if clock.value else []
    either = tuple(days if clock.certain else _halves(*days))
    return Said(clock.start, clock.end, None, either=either, clock=clock.value, timed=True)


def _halves(early: dt.datetime) -> tuple[dt.datetime, ...]:
    """A time before `FIRST_HOUR` and that in the afternoon, when people work, which is likelier and comes first."""
    return early + dt.timedelta(hours=12), early


def _days(asking: Asking, every: Iterable[Found]) -> Iterator[Said]:
    now, last, latest = asking.now.date(), None, None
    for found in every:
        gaps, left = found.gaps.keys(), asking.marked.sentence(found.start, found.end)[0]
        if found.kind == SPANS and gaps == {"year"} and year_of(asking.marked.speech, found.gaps) not in YEARS:
            continue
        dated = not gaps.isdisjoint(("year", "era_year", "which_year", "short"))
        month = not gaps.isdisjoint(("month", "month_number", "that_month", "that_day", "named_day"))
        value: dt.date | None = None
        with suppress(Refusal, OverflowError, ValueError):
            value = asking.read(found)
        if isinstance(value, dt.datetime) and not FIRST_DAY < now < LAST_DAY:
            value = None
        if latest and not gaps.isdisjoint(("that_day", "that_month", "that_year")):
            value = asking.of_that(found, latest[0])
        elif last and month and not dated and not isinstance(value, dt.datetime):
            value = asking.behind(found, last, value)
        elif latest and gaps == {"day"} and latest[1] >= left and not moved(asking.marked, found):
            value = asking.of_that(found, latest[0])
        days = asking.either(found) if value is None and not (last and month) else ()
        last = value if dated and type(value) is dt.date else last
        latest = (value, found.end) if type(value) is dt.date else latest
        yield Said(found.start, found.end, value, full=in_full(found), dated=dated, month=month,
                   days=with_bare(asking.marked, found, value, days), span=(span := found.kind == SPANS),
                   ends=asking.ends(found) if span else (), part=found.gaps.get("part", ""))  # fmt: skip


def _clocks(marked: Marked, days: Sequence[Found]) -> Iterator[_Clock]:
    """The times of day; what is a part of a day is none, *30.06* in *30.06.2026*."""
    for found in distinct(times_in(marked.heard)):
        if any(one.start <= found.start and found.end <= one.end and one[:2] != found[:2] for one in days):
            continue
        time = _time(marked, found)
        bare = {name: gap for name, gap in found.gaps.items() if name != "part"}
        # An hour outside its part of the day is one of two: *9 in the afternoon*.
        outside = _time(marked, found._replace(gaps=bare)) if time is None and bare != found.gaps else None
        time = outside if outside and outside.value.hour < NOON else time
        if time is None or cut_short(marked.heard, found):
            yield _Clock(found.start, found.end, None, certain=True)
            continue
        certain = time.told or "hour24" in found.gaps or found.gaps.get("hour", "").startswith("0")
        certain = certain or (time.value.hour >= FIRST_HOUR and not outside)
        yield _Clock(found.start, found.end, time.value, certain, time.told, time.later)


def _time(marked: Marked, found: Found) -> Time | None:
    with suppress(Refusal):
        return time_of(marked.speech, found, marked.text[found.start : found.end])
    return None


def _together(marked: Marked, day: Said, clock: _Clock) -> Said | None:
    first, second = (day, clock) if day.start < clock.start else (clock, day)
    beside = first.end <= second.start and marked.joins(first.end, second.start)
    return _both(marked, day, clock) if beside else None


def _both(marked: Marked, day: Said, clock: _Clock) -> Said:
    """The moment of a day and a time; open where a number corrects the day: *3 May at 10, I mean the 4th at 11*."""
    first, second = (day, clock) if day.start < clock.start else (clock, day)
    both = Said(first.start, second.end, None, timed=True, day=day)
    if any(number_behind(marked, one.end, clock.start) for one in marked.within("correction", day.end, clock.start)):
        return both
    if clock.value and day.days:
        return replace(both, either=tuple(dt.datetime.combine(one, clock.value) for one in day.days))
    if clock.value is None or not isinstance(day.value, dt.date):
        return both
    named = hours_of(marked.speech, day.part or marked.text[day.start : day.end])
    if clock.told:
        later = clock.value.hour < named[1] - DAY
        value = dt.datetime.combine(day.value + dt.timedelta(later), clock.value)
        return replace(both, value=None if clock.later and not later else value)
    beside = marked.part_at(second.end) or marked.part_at(day.end)
    both = replace(both, end=max(second.end, beside[0])) if beside else both
    whole = dt.datetime.combine(day.value, clock.value)
    if beside or named[1]:
        return _in_part(both, whole, beside[1] if beside else named, later=not beside)
    return replace(both, value=whole) if clock.certain else replace(both, either=_halves(whole))


def _amended(marked: Marked, day: Said, clock: _Clock, both: Said, others: Iterable[Said | _Clock]) -> Said | None:
    """The moment with its day or its time corrected behind it: *3 May at 10, no, at 11*."""
    behind = min((one for one in others if one.start >= both.end), key=lambda one: one.start, default=None)
    end = marked.sentence(both.end, both.end)[1]
    if not behind or behind.start >= end or not any(marked.within("correction", both.end, behind.start)):
        return None
    new = _both(marked, behind, clock) if isinstance(behind, Said) else _both(marked, day, behind)
    return replace(new, start=behind.start, end=max(behind.end, new.end))


def _in_part(both: Said, whole: dt.datetime, hours: tuple[int, int], later: bool) -> Said:
    """The moment in a part of its day, which may reach into the next one; one of two where it lies in none."""
    try:
        hour = in_part(whole.hour, hours, "")
    except Refusal:
        return replace(both, either=_halves(whole) if whole.hour < NOON else ())
    return replace(both, value=whole + dt.timedelta(hours=hour - whole.hour) if later or hour < DAY else None)


def distinct(found: Iterable[Found]) -> list[Found]:
    """
    Of those that overlap the one that says most, then the first and longest; without what is nothing, and what only is
    part of another of its kind. Which figure is the month is known where a language has a form for it.
    """
    every, kept = list(found), list[Found]()
    longest = (one for one in every if in_full(one) or not any(one.lies_in(other) for other in every))
    for one in sorted(longest, key=lambda one: (rank(one), not one.refused, one.start, -one.end, "left" in one.gaps)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return [one for one in kept if not one.refused]
