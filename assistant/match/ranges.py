"""Numbers and words of which either may be meant, and the ends of ranges."""

import datetime as dt
import re
import sys
from collections.abc import Iterable, Iterator

from assistant.match.lexicon import Span
from assistant.match.markers import Marked
from assistant.match.understanding import Why
from assistant.parsing.days import MONTHS, day_of_month, made_or_none
from assistant.parsing.gaps import DAYS
from assistant.parsing.plain import KATAKANA
from assistant.parsing.speech import Found, Heard

A_NUMBER = r"[0-9\x01-\x04\x86-\x9f]"
LONGEST_UNIT = 10
LONGEST_JOIN = 40
"""So many signs at most are what joins two ends, with the words around it that mean nothing."""
UNIT = 12
"""So many signs at most are a figure and its unit."""
ENDS_IN_NUMBER = re.compile(rf"{A_NUMBER}\s?[^\W\d]{{0,{LONGEST_UNIT}}}$")
NUMBER = re.compile(A_NUMBER)
BEGINS_WITH_NUMBER = re.compile(rf"[\s,\u3001]*{A_NUMBER}")
ALONE_NUMBER = re.compile(rf"\s?{A_NUMBER}+(?=[\s,?.\u3001\u3002]*(?:$|[,?.]))")
ENDING = re.compile(rf"(?<![\w/:.-]){A_NUMBER}+\s*$")
BARE = re.compile(r"(?<![0-9/.-])[0-9]{1,2}$"), re.compile(r"[0-9]")
CODE = re.compile(r"[a-z0-9]+(?:[-_/][a-z0-9]+)+")

UNREAD = (
    re.compile(rf"(?<![a-z]){A_NUMBER}(?:\s|_|[^\w\s\x00-\x1f\x7f-\x9f;)|\u3001-\u301f\u30fb])$"),
    re.compile(rf"\s{A_NUMBER}+(?![\w/:-])"),
)
"""Figures right beside an amount, of which it may be only a part: *1 200 km*, *1'5 km*, *2 m 70*."""

BETWEEN_DAYS = (
    "denial.near", "denial.before", "contrast", "correction", "clauses.small", "clauses.joins", "clauses.fillers",
    "measure.range_to",
)  # fmt: skip
"""What may stand between two days of which one is meant."""
SHORT_YEAR = re.compile(r"\s'?[0-9]{2}(?![0-9:.])")
NOUN = re.compile(rf"[\u3005-\u3007{KATAKANA}\u3400-\u9fff]+")
"""A noun without blanks, or what goes on with one."""
QUOTED = re.compile('"[^"]+"|\u201c[^\u201d]+\u201d|\u00ab[^\u00bb]+\u00bb|\\B\'\\b.+?\\b\'\\B')


def quoted(text: str, start: int, end: int) -> tuple[int, int]:
    """The quotation in which a stretch stands, or the stretch itself."""
    return next((one.span() for one in QUOTED.finditer(text) if one.start() < start and end < one.end()), (start, end))


def number_behind(marked: Marked, end: int, stop: int = sys.maxsize) -> bool:
    """Does a number follow before `stop`, with one word between at most: *sorry, the 16th*, *no wait, at 11*?"""
    found = NUMBER.search(marked.heard.spoken.signs, end, stop)
    return found is not None and marked.gap(end, found.start()) <= 1


def number_alone(marked: Marked, start: int, end: int) -> bool:
    """Does a clause end with a number that counts nothing named: *but we ordered twelve*?"""
    found = ENDING.search(marked.heard.spoken.signs[:end], start)
    return found is not None and not any(one.end == end for one in marked.heard.find("days.forms"))


def noun_end(marked: Marked, end: int) -> int:
    """Where the noun ends that goes on behind a name, or is of it, and is what is so: *it is no bronze contract*."""
    of = next((one.end for one in marked.of("clauses.of_before") if one.start == end), end)
    found = NOUN.match(marked.text, of)
    said = found and not any(one.start == found.end() for one in marked.of("clauses.cases"))
    return found.end() if found and said else end


def in_code(marked: Marked, start: int, end: int) -> bool:
    """Is it part of a longer code: *GOLD-50KM*, *3C-4471*?"""
    text, codes = marked.text, marked.once(CODE, lambda: [one.span() for one in CODE.finditer(marked.text)])
    first, last = next((one for one in codes if one[0] <= start and end <= one[1]), (start, end))
    if (first, last) == (start, end):
        return False
    before, outside = text[first:start], text[first:start] + text[end:last]
    figures = any(map(str.isdigit, outside)) or (text[start].isdigit() and any(map(str.isalpha, before)))
    return figures and not outside.startswith(("/", "-/"))


def in_name(marked: Marked, start: int, end: int) -> bool:
    """Is it part of a longer name, with nothing between: *Gold Coast*, but not *a coast with gold*?"""
    before, behind = marked.before("names.before", start, 0), marked.behind("names.behind", end, 0)
    beside = [marked.text[before.end : start]] if before else []
    beside += [marked.text[end : behind.start]] if behind else []
    return any(not one.strip(" -") for one in beside) or marked.behind("names.firm", end, 1) is not None


def measured_from(marked: Marked, start: int, end: int) -> bool:
    """Is it only where a distance is measured from: *80 km from Sydney*?"""
    before, behind = marked.before("measure.range_from", start, 0), marked.behind("measure.range_behind", end, 0)
    beside = marked.text[max(0, before.start - UNIT) : before.start] if before else ""
    beside += marked.text[behind.end : behind.end + UNIT] if behind else ""
    return any(map(str.isdigit, beside))


def moved(marked: Marked, left: int, start: int, end: int, right: int) -> Why | None:
    """
    Why what a thing is moved to in a clause is not what it is, or what somebody went from is no more: *the licences go
    from a dongle to 3C*, but *we went from gold to bronze*.
    """
    source = next(iter(marked.within("measure.range_from", left, start)), None)
    went = marked.before("past", source.start, 0) if source else None
    done = marked.before("past", went.start, 0) or went if went else None  # *we were upgraded from bronze*
    went = went if done and marked.before("ours", done.start, 0) else None
    if source and went and not marked.gap(source.end, start):
        return "former"
    aimed = source and not went and marked.before("measure.target", start, 0)
    return "other" if aimed or marked.behind("measure.target_behind", end, 0) else None


def one_of_two(marked: Marked, start: int, end: int) -> bool:
    """Is it not known which of two it is: *we don't know whether it is the cabling or the panel*?"""
    left, right = marked.clause(start, end)
    either = marked.within("measure.either", end, right) if marked.within("commitment.facts", left, start) else ()
    return any(not marked.behind("commitment.asked.behind", one.start, 0) for one in either)


def leading(marked: Marked, path: str, start: int, end: int) -> Span | None:
    """A word right before a stretch, or one whose last part the form of the stretch takes too: *nach dem* 5. Mai."""
    shared = (one for one in marked.of(path) if one.start < start < one.end < end)
    return next(shared, None) or marked.before(path, start, 0)


def torn(heard: Heard, start: int, end: int, amounts: Iterable[int]) -> bool:
    """Do figures stand right beside an amount that are no part of any, which begin at `amounts`?"""
    before, behind = UNREAD[0].search(heard.spoken.signs[:start]), UNREAD[1].match(heard.spoken.signs, end)
    return bool(before or (behind and behind.start() + 1 not in amounts))


def joined(marked: Marked, start: int, end: int, path: str = "measure.range_to") -> bool:
    """Does nothing stand between two places but what joins the ends of a range, or two of which either may be meant?"""
    if end - start > LONGEST_JOIN:
        return False
    between = [one for one in marked.of(path) if start <= one.start and one.end <= end]
    return any(not marked.gap(start, one.start) and not marked.gap(one.end, end) for one in between)


def of_one_year(marked: Marked, day: Found) -> Found | None:
    """The next day of the sentence, in full, where both share its year: *on 5 May rather than 6 May 2025*."""
    last = marked.sentence(day.start, day.end)[1]
    behind = (one for one in marked.heard.find("days.forms") if day.end <= one.start < last and "year" in one.gaps)
    other = min(behind, key=lambda one: one.start, default=None)
    if other is None:
        return None
    idle = {
        place for path in BETWEEN_DAYS for one in marked.within(path, day.end, other.start) for place in range(*one[:2])
    }
    rest = (place for place in range(day.end, other.start) if place not in idle and marked.text[place].isalnum())
    return None if any(rest) else other


def year_behind(marked: Marked, found: Found) -> bool:
    """May two figures behind it be its year, which count nothing named behind them, or one that stands alone?"""
    left, right = marked.sentence(found.start, found.end)
    years = (one.gaps for one in marked.heard.find("days.spans") if left <= one.start < right)
    alone = any("year" in one and MONTHS.isdisjoint(one) for one in years)
    if alone or not (short := SHORT_YEAR.match(marked.text, found.end)):
        return alone
    words = (*marked.of("question.asking"), *marked.of("clauses.joins"))  # *1 Oct 25 and …*
    bare = not re.match(r"\s?[a-z]+", marked.text[short.end() :])
    return bare or any(one.start - short.end() in (0, 1) for one in words)


def bare_days(marked: Marked, start: int, end: int) -> list[Found]:
    """The days without their month that are joined to a date: *the third or the fourth of June*."""
    whole = [range(one.start, one.end) for one in marked.heard.find("days.forms") if one.gaps.keys() > {"day"}]
    alone = (one for one in marked.heard.find("days.alone") if one.gaps.keys() == {"day"})
    bare = [one for one in alone if not any(one.start in date for date in whole)]
    last = (one for one in bare if not marked.gap(one.end, marked.clause(one.end, one.end)[1]))
    small = marked.before("clauses.small", start, 0)
    starts = {start, small.start if small else start}
    before = [one for one in bare if any(joined(marked, one.end, at) for at in starts)]
    return before + [one for one in last if joined(marked, end, one.start)]


def with_bare(marked: Marked, date: Found, value: dt.date | None, days: tuple[dt.date, ...]) -> tuple[dt.date, ...]:
    """The `days` that a date may be, or where others without a month are joined to it, these and its `value` too."""
    meant = days or ((value,) if value and not isinstance(value, dt.datetime) else ())
    bare = bare_days(marked, date.start, date.end) if meant and not DAYS.isdisjoint(date.gaps) else ()
    numbers = [day_of_month(marked.speech, one.gaps["day"]) for one in bare]
    both = [made_or_none(day.year, day.month, number) for day in meant for number in numbers]
    return tuple(sorted({*meant, *filter(None, both)})) if bare else days


def paired(marked: Marked, start: int, end: int) -> bool:
    """Is a date joined to another one, or to one without its month beside it?"""
    dates = [one for one in marked.heard.find("days.forms") if not DAYS.isdisjoint(one.gaps)]
    before = *dates, *marked.heard.find("days.spans"), *marked.heard.find("days.ends")
    ways = [(one.end, start) for one in before] + [(end, one.start) for one in dates]
    others = bare_days(marked, start, end) or any(joined(marked, *way) for way in ways)
    return any(one.end == end for one in dates) and bool(others)


def instead(marked: Marked, rest: Heard, start: int, end: int, path: str) -> Iterator[tuple[int, int, str]]:
    """Bare numbers that are joined to a stretch of the `rest`, and share its unit: 50 in *50 or 60 km*."""
    for found in rest.speech.patterns["count"].finditer(rest.spoken.signs):
        first, last = found.span()
        alone = (last <= start or first >= end) and not rest.spoken.text[:first][-1:].isalpha()
        figures = rest.figures(found) if alone and joined(marked, min(last, end), max(first, start), path) else None
        if figures is not None:
            yield first, last, figures


def ranged(marked: Marked, start: int, end: int) -> bool:
    """Is it one end of a range, or one of two numbers that may be meant?"""
    text = marked.heard.spoken.signs
    for one in marked.of("measure.range_to") if NUMBER.search(text, start, end) else ():
        if one.word == "/" and not text[: one.start][-1:].isdigit():
            continue  # a memo parts what it says by it: *gold/80 km/19 Nov*
        before, behind = text[: one.start].rstrip()[-LONGEST_UNIT - 2 :], text[one.end : one.end + 2]
        near = one.end <= start and not marked.gap(one.end, start) and not NUMBER.search(text, one.end, start)
        if near and ENDS_IN_NUMBER.search(before):
            return True
        if one.start >= end and not text[end : one.start].strip() and BEGINS_WITH_NUMBER.match(behind):
            return True
    right = marked.sentence(start, end)[1]
    if any(ALONE_NUMBER.match(text, one.end) for one in marked.within("measure.either", end, right)):
        return True
    for one in marked.of("measure.or_bare"):
        if one.end == start and BARE[0].search(text[: one.start]) and BARE[1].match(text[start:]):
            return True
    return False
