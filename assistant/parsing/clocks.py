"""Times of day as people write them, and moments: a day and a time in either order."""

import datetime as dt
import re
from contextlib import suppress
from typing import NamedTuple

from assistant.errors import Refusal
from assistant.parsing.days import FORMS as DAYS
from assistant.parsing.days import day_of, in_full, read_day
from assistant.parsing.gaps import HOUR_WORDS, MINUTES
from assistant.parsing.plain import plain
from assistant.parsing.speech import Found, Heard, Speech

FORMS, RUNNING = "clocks.forms", "clocks.running"
NOON, DAY, HOUR = 12, 24, 60
FINER = MINUTES | {"minute"}
POINTED = re.compile(r"(?<=[0-9])[.:][0-5][0-9](?![0-9]|[.:/][0-9])")
"""Minutes right behind an hour in figures."""


class Time(NamedTuple):
    """A time of day; `told` where it says itself which half of the day it means, `later` where it is in the next."""

    value: dt.time
    told: bool
    later: bool = False


def read_clock(speech: Speech, text: str) -> dt.time:
    """The time of day that folded text writes. Raises `Refusal`."""
    found = _whole(speech, text)
    if found is None:
        raise Refusal("time-wanted", typed=text)
    return _of_day(speech, found, text)


def _whole(speech: Speech, text: str) -> Found | None:
    """The form that folded text is, also behind a word that joins a time to its day, as `<at >{hour}` wants one."""
    behind = (
        one for one in speech.hear(text).find(FORMS)
        if one.end == len(text) and not one.refused and speech.between.fullmatch(text, 0, one.start)
    )  # fmt: skip
    return speech.whole(text, FORMS) or next(behind, None)


def either_half(speech: Speech, typed: str) -> bool:
    """May a time, alone or beside its day, be of either half: "4:00", not "04:00", "4 pm" or "16:00"?"""
    text = plain(typed)
    with suppress(Refusal):
        _, text = _parted(speech, text)
    found = _whole(speech, text)
    hour = found.gaps.get("hour", "") if found else ""
    with suppress(Refusal):
        time = time_of(speech, found, text) if found and not hour.startswith("0") else None
        return bool(time and not time.told and hour_of(speech, hour) and time.value.hour < NOON)
    return False


def _of_day(speech: Speech, found: Found, text: str) -> dt.time:
    """The time, where it cannot be one of the next day. Raises `Refusal`."""
    time = time_of(speech, found, text[found.start : found.end])
    if time.later:
        raise Refusal("time-ambiguous", typed=text)
    return time.value


def time_of(speech: Speech, found: Found, written: str) -> Time:
    """The time that a form of a clock stands for. Raises `Refusal`."""
    gaps = found.gaps
    if "named" in gaps:
        return Time(dt.time.fromisoformat(speech.named("clocks.named", gaps["named"]) or ""), told=True)
    hour = hour_of(speech, gaps.get("hour") or gaps.get("hour24", ""))
    minute = speech.numerals.whole(gaps.get("minute") or gaps.get("minutes") or "0")
    before = speech.numerals.whole(gaps.get("minutes_before") or "0")
    second = speech.numerals.whole(gaps.get("second") or gaps.get("seconds") or "0")
    if hour is None or minute is None or before is None or second is None or max(minute, before) >= HOUR:
        raise Refusal("no-such-time", typed=written)
    # Minutes may stand beside a share, before or after what it points to: *tien voor half elf* is 10:20.
    share = gaps.get("share", "")
    minute += int(speech.named("clocks.shares", share) or 0) - before
    told = "half_day" in gaps or "part" in gaps
    if "half_day" in gaps:
        half = speech.named("clocks.halves", gaps["half_day"])
        if half is None or not 1 <= hour <= NOON:
            raise Refusal("no-such-time", typed=written)
        hour = hour % NOON + int(half)
    if "part" in gaps:
        hour = in_part(hour, hours_of(speech, gaps["part"]), written)
    hour, minute = hour + minute // HOUR, minute % HOUR
    try:
        time = dt.time(hour % DAY if told else hour, minute, second)
    except ValueError:
        raise Refusal("no-such-time", typed=written) from None
    return Time(time, told, hour >= DAY)


def times_in(heard: Heard) -> list[Found]:
    """Every form of a time, but an hour from which another reads on: *um 9* of *um 9.30 Uhr*, of *um 9 Uhr abends*."""
    every = list(heard.find(FORMS, RUNNING))
    longer = ((one, any(one.start < other.start < one.end < other.end for other in every)) for one in every)
    return [one for one, goes_on in longer if not (goes_on and FINER.isdisjoint(one.gaps))]


def cut_short(heard: Heard, found: Found) -> bool:
    """Do minutes stand right behind an hour that its form does not read: *y cuarto* behind *a las cuatro*, *.30*?"""
    ways = heard.speech.languages.values() if FINER.isdisjoint(found.gaps) else ()
    behind = (pattern.match(heard.spoken.signs, found.end) for one in ways for pattern in (one.minutes_behind, POINTED))
    return any(behind)


def hour_of(speech: Speech, written: str) -> int | None:
    """The hour in figures, signs or a word of its own; `None` for none."""
    named = speech.named(HOUR_WORDS, written)
    return int(named) if named else speech.numerals.whole(written)


def hours_of(speech: Speech, part: str) -> tuple[int, int]:
    """The hours between which a part of the day lies; nothing where it may be two of them."""
    first, _, last = (speech.named("clocks.parts", part) or "0-0").partition("-")
    return int(first), int(last)


def in_part(hour: int, hours: tuple[int, int], written: str) -> int:
    """
    The hour of a part of the day, 24 and more in the next day; twelve may be noon or midnight.

    Raises `Refusal` where it lies outside, or could be either.
    """
    first, last = hours
    ways = (0, NOON, DAY) if hour == NOON else (hour, hour + NOON, hour + DAY) if hour < NOON else (hour,)
    found = [way for way in ways if first <= way < last + (hour == NOON)]
    if len(found) != 1:
        raise Refusal("time-ambiguous" if found else "no-such-time", typed=written)
    return found[0]


def read_moment(speech: Speech, text: str) -> dt.datetime:
    """The day and time that folded text writes, in either order. Raises `Refusal`."""
    day, time = _parted(speech, text)
    return dt.datetime.combine(day, read_clock(speech, time))


def _parted(speech: Speech, text: str) -> tuple[dt.date, str]:
    """The day of a moment, and what writes its time. Raises `Refusal`."""
    days = filter(in_full, speech.hear(text).begin(DAYS))
    if found := max(days, key=_length, default=None):
        rest = text[found.end :].lstrip()
        whole = _whole(speech, rest)  # what joins a day and a time may also begin the time
        return day_of(speech, found, text[: found.end]), rest if whole else rest[_between(speech, rest) :]
    if found := max(speech.hear(text).begin(FORMS), key=_length, default=None):
        rest = text[found.end :]
        return read_day(speech, rest[_between(speech, rest) :]), text[: found.end]
    raise Refusal("moment-wanted", typed=text)


def _length(found: Found) -> tuple[int, bool]:
    """Which figure is the month is known where a language has a form for it."""
    return found.end, "left" not in found.gaps


def _between(speech: Speech, rest: str) -> int:
    """How much of the rest only joins the two."""
    joins = speech.between.match(rest)
    return joins.end() if joins else 0
