"""
How a day or a moment stands in a text: told, asked about, denied, corrected, or one of two.

The day that a question is asked about decides which terms hold.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import starmap

from assistant.match.denials import day_denied, denied
from assistant.match.exactness import bounds, cut_off, inexact, only_then, zones_said
from assistant.match.markers import FAR, SENTENCE_ENDS, WIDE, Marked
from assistant.match.moments import Said as Time
from assistant.match.ranges import joined
from assistant.match.reach import elsewhere
from assistant.match.roles import LABEL, of_story, tense_of
from assistant.match.supposition import of_what_was_not
from assistant.match.understanding import Offered, Said, Why
from assistant.match.words import is_japanese

BARE, BUSY = 1, 4
"""A day without a cue counts in a clause of no more words than this, of a fact that has no cues than the other."""
PLACED = "question.placed", "question.day.before"
LEADING = 1
"""How many words may stand before a day that stands alone, or a time: *on*, *say*."""


def asked_about(marked: Marked, times: Sequence[Time], found: Collection[Said]) -> Time | None:
    """
    The one day that belongs to no fact, where it first stands, if it stands where it is asked.

    None where two are named, where it is a moment, denied, one end of a range or about so much, and where its clause
    tells of the past: such a day is somebody's story.
    """
    named = [time for time in _free(marked, times, found) if time.value]
    placed = [one for one in named if of_question(marked, one, placed=True)]
    days = {time.value for time in placed or named}
    if len(days) != 1 or (placed and _of_today(marked, named, placed)):
        return None
    asks = all(_asks(marked, one, found) for one in placed or times if one.value in days)
    return (placed or named)[0] if asks else None


def _of_today(marked: Marked, named: Iterable[Time], placed: Collection[Time]) -> bool:
    """Is it asked of today, whenever something was placed: *handed in on 3 March, is it free now?*"""
    days = [one for one in named if marked.speech.named("days.today", marked.text[one.start : one.end]) == "0"]
    now = (one for one in marked.of("now") if all(marked.text[day.end : one.start].strip() for day in placed))
    places = [*((one.start, one.end) for one in days if one not in placed), *(one[:2] for one in now)]
    return any(_asking(marked, left, right + 1) for left, right in starmap(marked.clause, places))


def day_open(
    marked: Marked, times: Sequence[Time], found: Collection[Said], since: Collection[tuple[int, int]] = ()
) -> bool:
    """
    Is there a day that belongs to no fact and cannot be told: *30 February*, about a day, a month of some year? Of what
    is so `since` then, in these clauses, a month tells enough, unless it is the past that is asked about. A
    season in few words that ask by no word of theirs is asked about too.
    """
    free = list(_free(marked, times, found))
    asked = asked_about(marked, times, found) is None and any(
        _alone(marked, one) or _in_question(marked, one) for one in free
    )
    then = any(_asks_of_the_past(marked, *marked.clause(stop, stop)) for _, stop in marked.breaks)
    return asked or any(
        not one.span or then or (one.dated and one.month and marked.clause(one.start, one.end) not in since)
        for one in free
        if one.value is None
    )


def _alone(marked: Marked, time: Time) -> bool:
    """Is it a season, with few words beside it that tell of nothing: *phone line over Christmas*?"""
    beside = marked.gap(0, time.start) + marked.gap(time.end, len(marked.text))
    return time.span and not time.dated and beside <= BUSY and not (marked.of("past") or marked.of("question.asking"))


def days_open(
    marked: Marked, times: Sequence[Time], found: Collection[Said], today: dt.date, spans: bool = False
) -> Offered | None:
    """
    The days that belong to no fact, of which any may be the one that is asked about: *registered it on 15 July*; where
    `spans` are asked about, the first and the last of a month too.

    Each decides which terms hold, so none is passed over, but for the day of asking and those denied, nor one of two.
    """
    # *before 2026* is none of its days.
    whole = {one for one in times if spans and not marked.beside("measure.clock", one.start, one.end)}
    every = ((one, (*one.days, one.value, *(one.ends if one in whole else ()))) for one in _free(marked, times, found))
    free = ((one, [day for day in days if day not in (None, today)]) for one, days in every)
    kept = [(one, days) for one, days in free if days and not day_denied(marked, one.start, one.end, found)]
    values = tuple(dict.fromkeys(str(day) for _, days in kept for day in days))
    if not kept or asked_about(marked, times, found):
        return None
    story = all(of_story(marked, one.start, one.end) for one, _ in kept)
    alone: Why = "other" if story else "unsure"
    why: Why = alone if len(values) == 1 else "several" if len(kept) > 1 else "open"
    return Offered("on", values, kept[0][0].start, kept[-1][0].end, why)


def _free(marked: Marked, times: Sequence[Time], found: Iterable[Said]) -> Iterator[Time]:
    """The days that are of no fact, nor told with one: *… on 3 December, … that day*, *between 3 May and* that day."""
    values = {(one.start, one.end): one.option.partition("T")[0] for one in found}
    taken = [one for one in times if (one.start, one.end) in values]
    for time in times:
        day = not isinstance(time.value, dt.datetime) and not time.either
        paired = any(joined(marked, time.end, one.start) or joined(marked, one.end, time.start) for one in taken)
        if day and not paired and time not in taken and str(time.value) not in values.values():
            yield time


def _asks(marked: Marked, time: Time, found: Iterable[Said]) -> bool:
    """Is it asked about, that day and no other?"""
    start, end = time.start, time.end
    refused = day_denied(marked, start, end, found) or marked.before("own.before", start, 0)  # *is it 31 December?*
    asked = of_asking(marked, time) and not marked.before("question.premise", start, FAR)
    if refused or asked or time.days or _not_placed(marked, time):  # but *free, if they'd asked on 3 March?*
        return False
    bounded = bounds(marked, start, end) or inexact(marked, start, end)  # *free after 3 May?*
    return not bounded and _in_question(marked, time)


def _not_placed(marked: Marked, time: Time) -> bool:
    """Is it denied in its clause that anything was placed: *the request was not submitted on 3 March*?"""
    placing = (one for path in PLACED for one in marked.within(path, *marked.clause(time.start, time.end)))
    return any(marked.beside("denial", one.start, one.end) for one in placing)


def _in_question(marked: Marked, time: Time) -> bool:
    """Does its clause ask, or its sentence where it stands alone before a comma, or tells under what condition?"""
    start, end = time.start, time.end
    if of_question(marked, time, placed=True):
        others = marked.within("others", end, marked.clause(start, end)[1])  # *by my landlord*
        return not others and elsewhere(marked, start, end) is None
    if time.full and not (marked.of("past") or marked.of("future") or _asking(marked, 0, len(marked.text))):
        return True  # no more than words to look for: *dongle on 3 March 2026*
    past, clauses = tense_of(marked, start, end) < 0, [marked.clause(stop, stop) for _, stop in marked.breaks]
    if time.full and any(_asks_of_the_past(marked, *one, of_that=past) for one in clauses):
        return True  # *a migration on 15 December 2025, was it free?*
    of_the_past = _asks_of_the_past(marked, *marked.clause(start, end))
    premise = marked.before("question.premise", start, FAR) or marked.behind("question.premise", end, FAR)
    left, right = marked.sentence(start, end)
    apart = "?" in marked.text and marked.text[right : right + 1] != "?"
    told = premise and marked.within("past", premise.end, end) and not of_asking(marked, time)
    if apart or (past and (told or not (of_the_past or premise))):
        return False  # *free if SWA ran out on 3 May?*
    if of_the_past or premise:
        return _asking(marked, left, right + 1) or "?" not in marked.text
    left, right = marked.clause(start, end)
    opening = next((begin for begin, stop in marked.breaks if stop == left and marked.text[begin].isalpha()), left)
    alone = marked.gap(left, start) <= LEADING and not marked.gap(end, right)
    left, right = marked.sentence(start, end) if alone else (left, right)
    if alone and not marked.text[right:].strip():
        return True
    right += not _asking(marked, marked.sentence(start, end)[0], left)
    return _asking(marked, opening, start) or _asking(marked, end, right)


def of_question(marked: Marked, time: Time, placed: bool = False) -> bool:
    """
    Does it say itself that it is the day for which something is asked: *as of 3 March*?

    Or does its clause, where that counts, say that something was `placed` then: *a ticket came in on 3 March*?
    """
    if isinstance(time.value, dt.datetime) or time.either:
        return False
    label = LABEL.search(marked.text, 0, time.start)
    start = label.start() + 1 if label else time.start
    if marked.beside("question.day", start, time.end):
        return True
    path = "question.placed"
    found = marked.before(path, start, FAR, "past") or marked.behind(path, time.end, WIDE)
    if not (placed and found):
        return False  # and *you closed the case on 3 May* tells of something else that was so
    return any(marked.within("past", found.start, found.end)) or tense_of(marked, time.start, time.end) >= 0


def of_asking(marked: Marked, time: Time) -> bool:
    """Is it the day on which somebody asked: *I asked the driver on 3 May if it was new*?"""
    before = marked.before("question.asked.before", time.start, WIDE)
    found = before or marked.behind("question.asked.behind", time.end, FAR)
    return found is not None and not isinstance(time.value, dt.datetime)


def _asks_of_the_past(marked: Marked, left: int, right: int, of_that: bool = False) -> bool:
    """
    Is the verb that asks in the past itself, not one of the story: *was it free on …?*; the verb may stand last.

    `of_that`: only of what was told just before: *I registered it on 3 May, was that in time?*
    """
    for one in marked.within("past", left, right):
        if not marked.gap(left, one.start) and any(one[:2] == verb[:2] for verb in marked.of("question.inverted")):
            return not of_that or marked.behind("clauses.resumes", one.end, 0) is not None
    if of_that:
        return False
    for one in marked.within("question.asking", left, right):
        if not marked.gap(left, one.start) and of_what_was_not(marked, one.end, right):
            return True  # not *would you have the dongle that broke on 3 May replaced?*
    end = min(len(marked.text), right + 1)
    asking = [one for one in marked.within("question.asking", left, end) if not marked.gap(one.end, right)]
    joined = any(one.start <= past.end <= one.end for one in asking for past in marked.within("past", left, end))
    return joined and is_japanese(marked.text[left:right][-1:])


def _asking(marked: Marked, start: int, end: int) -> bool:
    return any(marked.within("question.asking", start, min(len(marked.text), end)))


def reported(marked: Marked, said: Time) -> bool:
    """Is it told as something that happened: in the past, or, not to come, in a sentence beside the one that asks?"""
    tense = tense_of(marked, said.start, said.end)
    if tense < 0 or (tense > 0 and marked.behind("state.coming.behind", said.end, FAR)):
        return tense < 0
    left, right = marked.sentence(said.start, said.end)
    alone = marked.gap(left, said.start) + marked.gap(said.end, right) <= LEADING
    whole = not marked.text[right:].strip("".join(SENTENCE_ENDS) + " ")
    return not (alone or whole or _asking(marked, left, right + 1))


def busy(marked: Marked, said: Time, cued: bool) -> bool:
    """The clause says something else of which its day may be: *our board convenes on …*; `cued`: its fact has cues."""
    left, right = marked.clause(said.start, said.end)
    left = max((one.end for one in marked.within("correction", left, said.start)), default=left)
    end = max((one.end for one in zones_said(marked) if not marked.gap(said.end, one.start)), default=said.end)
    return marked.gap(left, said.start) + marked.gap(max(end, said.end), right) > (BARE if cued else BUSY)


def told(marked: Marked, said: Time) -> bool:
    """A clause that asks, asks about its day rather than telling it."""
    left, right = marked.clause(said.start, said.end)
    if isinstance(said.value, dt.datetime) or said.timed:
        return not any(marked.within("question.wish", left, right))
    asks = _asking(marked, left, said.start) or _asking(marked, said.end, right + 1)
    return said.full and not asks


def time_denied(marked: Marked, said: Time, times: Sequence[Time]) -> bool:
    """Denied in its clause, whatever stands between where another time follows: *does not end on … but on …*."""
    if isinstance(said.value, dt.datetime) and only_then(marked, said.start):
        return False
    if denied(marked, said.start, said.end) or cut_off(marked, said.start, said.end):
        return True
    denial = marked.before("denial.before", said.start, WIDE)
    right = marked.sentence(said.start, said.end)[1]
    instead = any(said.end <= other.start < right for other in times)
    return denial is not None and (instead or not any(marked.within("denial.ends", denial.end, said.start)))
