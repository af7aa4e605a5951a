"""The day that a question is asked about, where it names one: it decides which terms hold."""

import datetime as dt
from collections.abc import Iterable, Sequence

from assistant.match.frames import Said
from assistant.match.markers import Marked
from assistant.match.moments import Said as Time
from assistant.match.reach import denied, inexact
from assistant.match.roles import tense_of

LEADING = 1
"""How many words may stand before a day that stands alone: *on*."""


def asked_about(marked: Marked, times: Sequence[Time], found: Iterable[Said]) -> dt.date | None:
    """
    The one day that belongs to no fact and stands where it is asked.

    None where two are named, where it is a moment, denied, one end of a range or about so much, and where its clause
    tells of the past: such a day is somebody's story.
    """
    taken = [(one.start, one.end) for one in found]
    days = {
        time.value
        for time in times
        if isinstance(time.value, dt.date)
        and not isinstance(time.value, dt.datetime)
        and not any(start < time.end and time.start < end for start, end in taken)
    }
    free = [time for time in times if time.value in days]
    if len(days) != 1 or not all(_asks(marked, one) for one in free):
        return None
    return days.pop()


def _asks(marked: Marked, time: Time) -> bool:
    """Is it asked about: in its clause, or in its sentence where it stands alone before a comma?"""
    start, end = time.start, time.end
    refused = denied(marked, start, end) or marked.before("denial.before", start, LEADING)
    if refused or inexact(marked, start, end) or tense_of(marked, start, end) < 0:
        return False
    left, right = marked.clause(start, end)
    if marked.gap(left, start) <= LEADING and not marked.gap(end, right):
        left, right = marked.sentence(start, end)
        if not marked.text[:left].strip() and not marked.text[right:].strip():
            return True
    return any(marked.within("question.asking", left, min(len(marked.text), right + 1)))
