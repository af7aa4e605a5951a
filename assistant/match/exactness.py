"""
Whether a number, a day or a moment is simply the one that is written: or about so much, an end of a range, a bound,
another's, on another clock.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from zoneinfo import ZoneInfo

from assistant.match.commitment import uncommitted
from assistant.match.denials import denied
from assistant.match.lexicon import Lexicon, Span
from assistant.match.markers import FAR, SHORT, WIDE, ZONES, Marked
from assistant.match.moments import Said as Time
from assistant.match.moments import distinct
from assistant.match.ranges import in_code, joined, leading, number_alone, number_behind, paired, ranged
from assistant.match.reach import elsewhere, instead
from assistant.match.relative import Asking
from assistant.match.roles import TOO_NEAR, tense_of, tense_told
from assistant.match.understanding import Why
from assistant.parsing.days import MONTHS

LEAST_TERM = dt.timedelta(92)
"""Of two days nearer to each other either may be the last one."""
LESS = re.compile(r"(?<![0-9a-z])-$")
"""The sign of a number below nothing, or a dash without a blank behind it, but behind a letter or a figure."""


def inexact(marked: Marked, start: int, end: int, cued: bool = False) -> Why | None:
    """Why a number, a day or a moment is not simply the one that is written; nothing where it is."""
    if _about(marked, start, end):
        return "about"
    if leading(marked, "measure.offset.before", start, end) or marked.behind("measure.offset.behind", end, 0):
        return "other"
    if uncommitted(marked, start, end) or _taken_back(marked, end):
        return "unsure"
    return elsewhere(marked, start, end, cued) or ("range" if ranged(marked, start, end) else None)


def _about(marked: Marked, start: int, end: int) -> bool:
    """
    Is it about so much, also beyond what joins it, or says that it ends, with a verb: *roughly valid until 3 May*, or
    behind both: *until 3 May or so*?
    """
    if leading(marked, "measure.about.before", start, end) or marked.behind("measure.about.behind", end, 0):
        return True
    ends, behind = marked.before("until", start, 0), marked.behind("until", end, 0)
    joint = ends or marked.before("clauses.small", start, 0)
    before = marked.before("measure.about.before", joint.start, SHORT if ends else 0) if joint else None
    right = marked.clause(start, end)[1]
    aside = next((stop for begin, stop in marked.breaks if begin == right and marked.gap(end, right) <= SHORT), right)
    after = marked.behind("measure.about.behind", aside, 0) if aside > right else None
    alone = after and not marked.gap(after.end, marked.clause(aside, aside)[1])  # *60 km out, give or take*
    return bool(before or alone or (behind and marked.behind("measure.about.behind", behind.end, 0)))


def _taken_back(marked: Marked, end: int) -> bool:
    """Does a correction follow that begins with a number, whatever that counts: *6 May, sorry, the 16th*?"""
    right, reach = marked.sentence(end, end)[1], {"correction": SHORT, "measure.instead": WIDE}
    back = ((one, most) for path, most in reach.items() for one in marked.within(path, end, right))
    if any(marked.gap(end, one.start) <= most and number_behind(marked, one.end) for one, most in back):
        return True
    # *The quote says 24 months, but we ordered twelve.*
    return any(number_alone(marked, *marked.clause(one.end, one.end)) for one in marked.within("whereas", end, right))


def time_corrected(marked: Marked, said: Time, times: Sequence[Time]) -> bool:
    """Is the next one of its kind in its sentence said instead of it?"""
    moment = isinstance(said.value, dt.datetime)
    alike = (one for one in times if one.start >= said.end and isinstance(one.value, dt.datetime) == moment)
    later = [(one.start, one.end) for one in alike]
    if any(True for start, _ in later[:1] for _ in marked.within("correction", said.end, start)):
        return True
    again = [one for one in later[:1] if marked.behind("correction_behind", one[1], 0)]
    right = marked.sentence(said.start, said.end)[1]
    return any(end <= right for _, end in again)


def was_to_be(marked: Marked, time: Time, later: Time) -> bool:
    """Was it to be so, before a sentence says how it is: *it was going to end in May, but … says 3 June*?"""
    right = marked.sentence(time.start, time.end)[1]
    first, last = marked.clause(time.start, time.end)
    unreal = any(first <= one.start < last for one in marked.of("commitment.within"))
    again = instead(marked, marked.clause(later.start, later.end)[0])
    return later.start < right and (unreal or again)


def alternatives(marked: Marked, times: Iterable[Time]) -> Iterator[Sequence[Time]]:
    """Each alone, in order, or together those of which only one is meant: *yesterday or today*."""
    group: list[Time] = []
    for time in times:
        if group and not joined(marked, group[-1].end, time.start, "measure.either"):
            yield group
            group = []
        group.append(time)
    if group:
        yield group


def begun(marked: Marked, time: Time, others: Iterable[Time]) -> list[Time]:
    """The first days of what a day ends, but for less than a term: *the fair is from 1 to 5 December*."""
    first = [one for one in others if one.end <= time.start and joined(marked, one.end, time.start)]
    days = [(one, one.value) for one in first if type(one.value) is type(time.value)]
    brief = [one for one, day in days if day and time.value and dt.timedelta(0) <= time.value - day <= LEAST_TERM]
    return [one for one in first if one not in brief]


def contrasted(marked: Marked, fact: str, cues: Mapping[str, Lexicon]) -> bool:
    """Is what only this fact is called said not to be meant, of no day: *not the day on which we added some*?"""
    others = {one.start for name, every in cues.items() if name != fact for one in marked.spans(every)}
    own = (one for one in marked.spans(cues[fact]) if one.start not in others)
    refused = ((one, marked.behind("contrast", one.end, WIDE)) for one in own)
    stretches = (marked.text[marked.clause(*one[:2])[0] : but.start] for one, but in refused if but)
    return any(not any(map(str.isdigit, stretch)) for stretch in stretches)


def begins(marked: Marked, time: Time, others: Iterable[Time]) -> bool:
    """Is it the first day of a term of which the last is told: *1 October to 30 September*?"""
    day, last = time.value, [one.value for one in others if joined(marked, time.end, one.start)]
    return any(day and one and one - day > LEAST_TERM for one in last if type(one) is type(day))


def renewed_since(marked: Marked, time: Time, now: dt.datetime) -> bool:
    """Was what had ended by a day renewed, as its sentence goes on to tell: *it ran until March but we renewed it*?"""
    if type(time.value) is not dt.date or time.value >= now.date():
        return False
    again = marked.within("state.renewed", time.end, marked.sentence(time.start, time.end)[1])
    told = (one for one in again if tense_of(marked, one.end, one.end) < 0)
    return any(marked.within("past", time.end, one.start) or marked.clause(*one[:2])[0] > time.end for one in told)


def dated(marked: Marked, start: int, end: int, own: Sequence[Span]) -> Why | None:
    """The same of a day, which may be some time after or before, but by `own` words of its fact: *until*, *since*."""
    every = *bounds(marked, start, end), leading(marked, "until", start, end), marked.behind("until", end, 0)
    begins = marked.markers.words("measure.range_from")  # *invoice from 3 May*, but not *activated from*
    beside = [o for o in every if o and (o.word not in begins or marked.before("past", o.start, 0))]
    told = all(any(one.start < bound.end and bound.start < one.end for one in own) for bound in beside)
    why = inexact(marked, start, end) or ("range" if paired(marked, start, end) else None)
    return why or (None if told or only_then(marked, start) else "about")


def bounds(marked: Marked, start: int, end: int) -> list[Span]:
    """What bounds a day or a time; one that may stand behind it also before what joins it: *at the latest on 3 May*."""
    joint, path = marked.before("clauses.small", start, 0) or Span(start, start, ""), "measure.clock.behind"
    ahead, before = marked.before(path, joint.start, 0), leading(marked, "measure.clock.before", start, end)
    return [*filter(None, (ahead, before, marked.behind(path, end, 0)))]


def timed(marked: Marked, start: int, end: int, zone: str = "") -> Why | None:
    """The same of a moment on a clock in this zone, which may also be some time after or before the one written."""
    if bounds(marked, start, end) and not only_then(marked, start):
        return "about"
    said = zone_of(marked, start, end)
    return "open" if said and said.word != zone else inexact(marked, start, end)


def last_or_next(marked: Marked, value: object, now: dt.datetime) -> Iterator[dt.date]:
    """
    Of a moment to come, or a day two months away and more, which no verb tells to be so: the one before, and itself:
    *phone call: Friday 11am*, *contract is from 1 March*.
    """
    if not isinstance(value, dt.date):
        return
    moment = value if isinstance(value, dt.datetime) else None
    date, ahead = (moment.date(), moment - now) if moment else (value, value - now.date())
    for day in distinct(marked.heard.find("days.forms")) if ahead > dt.timedelta(0) else ():
        least = TOO_NEAR * (1 if moment else 2)
        far = (moment and MONTHS.isdisjoint(day.gaps)) or ahead > dt.timedelta(least)
        days = Asking(now, marked).either(day) if far and tense_told(marked, day) != 1 else ()
        yield from (dt.datetime.combine(one, moment.time()) if moment else one for one in days if date in days[1:])


def done(marked: Marked, time: Time) -> bool:
    """Is a day told from today, or right behind a verb of the past, without a copula: not *it is activated on …*?"""
    verb = marked.before("past", time.start, SHORT)
    today = marked.speech.named("days.today", marked.text[time.start : time.end])
    return bool(today) or (verb is not None and not marked.before("present", verb.start, 0))


def only_then(marked: Marked, start: int) -> bool:
    """Was something not so before, but then: *we didn't log it till 11:20*?"""
    until = marked.before("until", start, 0)
    refused = marked.before("denial.before", until.start, FAR) if until else None
    return refused is not None and any(marked.within("past", marked.clause(start, start)[0], start))


def zone_of(marked: Marked, start: int, end: int) -> Span | None:
    """The time zone on whose clock a moment is said to be, where that stands; `local` where it is not told which."""
    left = marked.clause(start, end)[0]
    for one in zones_said(marked):
        behind = start <= one.start and not marked.text[end : one.start].strip(" (,")
        if behind or (left <= one.start < one.end <= start and not marked.gap(one.end, start)):
            return one
    return None


def zones_said(marked: Marked) -> Iterator[Span]:
    """Where time zones are named."""
    return (one._replace(word=path.removeprefix(ZONES)) for path in marked.markers.zones for one in marked.of(path))


def on_clock(moments: Iterable[object], spoken: str, zone: str) -> Iterator[dt.datetime]:
    """Moments on another clock, on the policy's own."""
    for one in moments:
        if isinstance(one, dt.datetime):
            yield one.replace(tzinfo=ZoneInfo(spoken)).astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def bounded(marked: Marked, start: int, end: int, cued: bool = False) -> Why | None:
    """The same of an amount, which may also be a bound, or count something else."""
    if marked.beside("measure.limit", start, end):
        return "limit"
    if denied(marked, start, end):
        return "denied"
    right = marked.clause(start, end)[1]
    wanted = marked.behind("question.demand", end, FAR) if marked.text[right : right + 1] == "?" else None
    if wanted or marked.before("question.demand", start, FAR, "denial.ends"):
        return "limit"
    offsets = (*marked.of("measure.offset.before"), *marked.of("measure.offset.behind"))
    within = any(start <= one.start < end < one.end for one in offsets)
    other = within or any(marked.within("measure.otherwise", *marked.clause(start, end)))
    code = in_code(marked, start, end) or LESS.search(marked.text[:start])
    if other or marked.beside("measure.other", start, end) or (code and not ranged(marked, start, end)):
        return "other"
    return inexact(marked, start, end, cued)


def cut_off(marked: Marked, start: int, end: int, bare: bool = True) -> bool:
    """Is it denied before a comma, behind which a small word opens its clause, `bare` of more: *never opened, on …*?"""
    left, right = marked.clause(start, end)
    before = next((marked.clause(begin, begin) for begin, stop in marked.breaks if stop == left), (left, left))
    comma, opening = marked.text[before[1] : left].strip(), marked.text[left:start].strip()
    if comma != "," or not opening or marked.gap(left, start) > SHORT:
        return False
    small = marked.before("clauses.small", start, 0)
    alone = small and not marked.gap(left, small.start) + marked.gap(end, right)
    refused = marked.within("denial.before", *before) if alone or not bare else ()
    return any(marked.gap(one.end, before[1]) for one in refused)


def canonical(value: dt.date | dt.datetime | dt.time | None) -> str:
    """As a fact holds it; empty where it cannot be told."""
    if isinstance(value, dt.time):  # a time of day has no seconds, in a field neither
        return value.isoformat("minutes")
    if isinstance(value, dt.datetime):
        return value.isoformat(timespec="seconds" if value.second else "minutes")
    return value.isoformat() if value else ""
