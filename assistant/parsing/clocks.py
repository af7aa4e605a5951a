"""Times of day as people write them, and moments: a day and a time in either order."""

import datetime as dt
import re

from assistant.errors import Refusal
from assistant.parsing.days import FIGURE, FORMS, day_of, read_day
from assistant.parsing.numerals import SMALL, whole

_HALF = r"(?P<half>am|a\.m\.|pm|p\.m\.)"
_PART = r"in the (?P<part>morning|afternoon|evening)"
_HOUR_WORD = rf"[0-9]{{1,2}}|{'|'.join(SMALL[1:13])}"
_PART_OF_DAY = "(?<![今昨明毎翌])(?P<kanji_part>午前|午後|朝|夕方|夜|ごぜん|ごご|昼|お昼|晩)"
_MINUTES = rf"(?P<minute>{FIGURE})\s?(?:分|ふん|ぷん)(?:\s?(?P<second>{FIGURE})\s?秒)?"
_BEHIND_HOUR = rf"\s?[時じ]\s?(?:(?P<kanji_half>半|はん)|{_MINUTES})?"
CLOCK_FORMS = tuple(
    re.compile(rf"(?<![0-9a-z.:/-]){body}(?![0-9a-z:])")
    for body in (
        rf"(?:a )?(?P<share>quarter|half) (?P<side>past|to) (?P<hour>{_HOUR_WORD})\s?(?:{_HALF}|{_PART})",
        rf"{_PART_OF_DAY}の?\s?(?P<hour>{FIGURE}):(?P<digits>[0-9]{{2}})(?!間)",
        rf"(?P<hour>[0-9]{{1,2}}):(?P<minute>[0-9]{{2}})(?::(?P<second>[0-9]{{2}}))?(?:\s?(?:{_HALF}|{_PART}))?",
        rf"(?P<hour>[0-9]{{1,2}})\.(?P<minute>[0-9]{{2}})\s?{_HALF}",
        r"(?P<hour>[01]?[0-9]|2[0-3])h(?P<minute>[0-5][0-9])",
        rf"(?P<hour>[0-9]{{1,2}})\s?(?:{_HALF}|(?:o'clock )?{_PART})",
        rf"(?P<hour>{_HOUR_WORD}) (?:o'clock )?(?:{_HALF}|{_PART})",
        rf"(?:{_PART_OF_DAY})?の?\s?(?P<hour>{FIGURE})(?:{_BEHIND_HOUR}|:(?P<digits>[0-9]{{2}}))(?:ちょうど|ぴったり|きっかり)?(?!間)",
        r"(?P<noon>(?:12 )?noon|midday|正午)",
    )
)
BY_PART = tuple(
    re.compile(rf"(?<![0-9a-z.:/-]){body}(?![0-9a-z:.]*[0-9a-z])")
    for body in (
        rf"(?:a )?(?P<share>quarter|half) (?P<side>past|to) (?P<hour>{_HOUR_WORD})(?!\s?(?:{_HALF}|{_PART}))",
        rf"(?P<part>morning|afternoon|evening),? at (?P<hour>{_HOUR_WORD})(?:[:.](?P<minute>[0-9]{{2}}))?",
        r"(?<=at )(?P<hour>[0-9]{1,2})\.(?P<minute>[0-5][0-9])(?!\s?[ap]\.?m)",
        r"(?P<hour>0[0-9]|1[0-9]|2[0-3])(?P<minute>[0-5][0-9])\s?(?:hrs?|hours)",
        (
            rf"(?<=at )(?P<hour>{_HOUR_WORD})"
            r"(?= (?:in the |on |this |tomorrow |yesterday )+(?:\w+day )?(?:morning|afternoon|evening))"
        ),
    )
)
"""Ways of writing a time that are one only in running text, beside a day."""
BETWEEN = r"\s*(?:[a-z]+ time[,)]?|[,、;(t]|at|on|from|@|の|に|は|も|、|ごろ|頃)?\s*(?:at |the )?"
LATE = frozenset({"pm", "p.m.", "午後", "ごご", "夕方", "夜", "晩", "afternoon", "evening"})
EARLY = frozenset({"am", "a.m.", "午前", "ごぜん", "朝", "morning"})
NOON = frozenset({"昼", "お昼"})


def read_clock(text: str) -> dt.time:
    """The time of day that folded text writes. Raises `Refusal`."""
    found = next((found for pattern in CLOCK_FORMS if (found := pattern.fullmatch(text))), None)
    if found is None:
        raise Refusal("time-wanted", typed=text)
    return clock_of(found)


def clock_of(found: re.Match[str]) -> dt.time:
    """The time that a match of one of `CLOCK_FORMS` stands for. Raises `Refusal`."""
    parts = {name: value for name, value in found.groupdict().items() if value}
    if "noon" in parts:
        return dt.time(12)
    hour = _hour(whole(parts["hour"]), parts, found[0])
    minute = 30 if "kanji_half" in parts else whole(parts.get("minute") or parts.get("digits") or "0")
    if "share" in parts:
        minute = 15 if parts["share"] == "quarter" else 30
        hour, minute = (hour, minute) if parts["side"] == "past" else (hour - 1, 60 - minute)
    second = whole(parts.get("second", "0"))
    try:
        return dt.time(hour, -1 if minute is None else minute, -1 if second is None else second)
    except ValueError:
        raise Refusal("no-such-time", typed=found[0]) from None


def _hour(hour: int | None, parts: dict[str, str], written: str) -> int:
    half = parts.get("half") or parts.get("part") or parts.get("kanji_part")
    if hour is None or (half and hour > 12 and half not in ("夕方", "夜")):
        raise Refusal("no-such-time", typed=written)
    if half is None or hour > 12:
        return hour
    if half in NOON:
        return hour + 12 * (hour < 6)
    if hour == 12 and "half" not in parts:
        raise Refusal("time-ambiguous", typed=written)
    if hour == 0 and "half" in parts:
        raise Refusal("no-such-time", typed=written)
    return hour % 12 + (12 if half in LATE else 0)


def read_moment(text: str) -> dt.datetime:
    """The day and time that folded text writes, in either order. Raises `Refusal`."""
    for pattern in FORMS:
        if found := pattern.match(text):
            rest = re.sub(rf"^{BETWEEN}", "", text[found.end() :])
            day = day_of(found)
            return dt.datetime.combine(day, read_clock(rest))
    for pattern in CLOCK_FORMS:
        if found := pattern.match(text):
            rest = re.sub(rf"^{BETWEEN}", "", text[found.end() :])
            return dt.datetime.combine(read_day(rest), clock_of(found))
    raise Refusal("moment-wanted", typed=text)
