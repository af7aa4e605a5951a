"""
Whether a stretch of text says that something is so: or denies, asks, supposes it, speaks of the past, of about so much.

What is not simply said is at most offered, with the reason.
"""

import re

from assistant.match.markers import Marked
from assistant.match.understanding import Why
from assistant.parsing.numerals import KANJI, WORD_NUMBER

SHORT, WIDE, FAR = 1, 3, 6
"""How many words may lie between a marker and what it speaks of."""
NUMBER = rf"(?:[0-9]+(?:[.,][0-9]+)?|[{KANJI}]+|{WORD_NUMBER.pattern})"
ENDS_IN_NUMBER = re.compile(rf"{NUMBER}\s?\w{{0,3}}$")
BEGINS_WITH_NUMBER = re.compile(rf"\s?{NUMBER}")
BARE = re.compile(r"(?<![0-9/.-])[0-9]{1,2}$"), re.compile(r"[0-9]")


def denied(marked: Marked, start: int, end: int) -> bool:
    """Is it denied, by a word before it or right behind it?"""
    before = marked.before("denial.before", start, WIDE, "denial.ends")
    before = before or marked.before("denial.near", start, 0) or marked.before("denial.wide", start, WIDE)
    return bool(before or marked.behind("denial.behind", end, 0))


def named(marked: Marked, start: int, end: int, cause: bool = True) -> Why | None:
    """Why the name of an option is not simply said to be the asker's; a `cause` is none where it is said to be fine."""
    if denied(marked, start, end) or (cause and marked.behind("denial.fine", end, 0)):
        return "denied"
    if marked.before("names.before", start, 0) or marked.behind("names.behind", end, 0):
        return "other"
    if marked.before("state.becoming.before", start, 0) or marked.behind("state.becoming.behind", end, 0):
        return "coming"
    left, right = marked.clause(start, end)
    if marked.behind("until", end, SHORT) and any(marked.within("past", left, right)):
        return "former"
    if marked.before("measure.target", start, 0) and any(marked.within("measure.range_from", left, start)):
        return "other"
    return elsewhere(marked, start, end)


def elsewhere(marked: Marked, start: int, end: int) -> Why | None:
    """Why what a sentence says is another's, no longer so, or one of several; nothing where it is the asker's."""
    left, right = marked.sentence(start, end)
    if any(marked.within("others", left, start)):
        return "other"
    if any(marked.within("question.several", left, right)):
        return "several"
    left, right = marked.clause(start, end)
    if any(marked.within("question.unreal", left, right)):
        return "unsure"
    if any(marked.within("state.formerly.before", left, end)):
        return "former"
    return None


def doubted(marked: Marked, start: int, end: int) -> Why | None:
    """Why it is not simply said of something that it is so; nothing where it is."""
    if _asked(marked, start, end):
        return "asked"
    if why := elsewhere(marked, start, end):
        return why
    if marked.before("question.wondering", start, FAR) or marked.behind("question.unknown", end, FAR):
        return "unsure"
    if marked.behind("state.formerly.behind", end, WIDE):
        return "former"
    if marked.before("state.coming.before", start, WIDE, "denial.ends") or marked.behind(
        "state.coming.behind", end, SHORT
    ):
        return "coming"
    return None


def _asked(marked: Marked, start: int, end: int) -> bool:
    if marked.before("question.before", start, WIDE, "denial.ends") or marked.behind("question.behind", end, SHORT):
        return True
    if any(start <= one.start < end < one.end for one in marked.of("question.behind")):
        return True
    left, _ = marked.clause(start, end)
    if left and marked.text[left - 1].isalnum():
        return False
    opening = next(iter(marked.within("question.inverted", left, start)), None)
    if opening is None or marked.text[left : opening.start].strip():
        return False
    if not marked.gap(opening.end, start):
        return True
    stopped = any(marked.within("denial.ends", opening.end, start))
    right = marked.clause(start, end)[1]
    return not stopped and marked.gap(opening.end, start) <= WIDE - 1 and not marked.text[end:right].strip(" ?.")


def inexact(marked: Marked, start: int, end: int) -> Why | None:
    """Why a number, a day or a moment is not simply the one that is written; nothing where it is."""
    if marked.before("measure.about.before", start, 0) or marked.behind("measure.about.behind", end, 0):
        return "about"
    if marked.before("measure.offset.before", start, 0) or marked.behind("measure.offset.behind", end, 0):
        return "other"
    if ranged(marked, start, end):
        return "range"
    return elsewhere(marked, start, end)


def timed(marked: Marked, start: int, end: int) -> Why | None:
    """The same of a moment, which may also be some time after or before the one that is written."""
    if marked.before("measure.clock.before", start, 0) or marked.behind("measure.clock.behind", end, 0):
        return "about"
    if marked.behind("measure.zones", end, 0):
        return "open"
    return inexact(marked, start, end)


def bounded(marked: Marked, start: int, end: int) -> Why | None:
    """The same of an amount, which may also be a bound, or count something else."""
    if marked.before("measure.limit.before", start, 0) or marked.behind("measure.limit.behind", end, 0):
        return "limit"
    if denied(marked, start, end):
        return "denied"
    if marked.before("question.demand", start, FAR, "denial.ends"):
        return "limit"
    if marked.before("measure.other.before", start, 0) or marked.behind("measure.other.behind", end, 0):
        return "other"
    return inexact(marked, start, end)


def joined(marked: Marked, start: int, end: int) -> bool:
    """Does nothing stand between two places but what joins the ends of a range?"""
    between = [one for one in marked.of("measure.range_to") if start <= one.start and one.end <= end]
    return any(not (marked.text[start : one.start] + marked.text[one.end : end]).strip() for one in between)


def ranged(marked: Marked, start: int, end: int) -> bool:
    """Is it one end of a range, or one of two numbers that may be meant?"""
    text = marked.text
    for one in marked.of("measure.range_to"):
        if one.end <= start and not text[one.end : start].strip() and ENDS_IN_NUMBER.search(text[: one.start].rstrip()):
            return True
        if one.start >= end and not text[end : one.start].strip() and BEGINS_WITH_NUMBER.match(text[one.end :]):
            return True
    for one in marked.of("measure.or_bare"):
        if one.end == start and BARE[0].search(text[: one.start]) and BARE[1].match(text[start:]):
            return True
    return False
