"""
What is only asked, supposed, planned or threatened, and what was dropped: how it would have been, what somebody is
about to do, or does if something happens again.
"""

import datetime as dt

from assistant.match.markers import FAR, WIDE, Marked
from assistant.match.moments import Said as Time
from assistant.match.states import Place
from assistant.match.understanding import Why
from assistant.match.words import is_japanese


def unreal(marked: Marked, start: int, end: int) -> bool:
    """Is it only what something else would have come of: *if we had taken gold, would you have come?*"""
    left, last = marked.clause(start, end)[0], min(len(marked.text), marked.sentence(start, end)[1] + 1)
    verbs = (one for one in marked.within("question.inverted", left, start) if not marked.gap(left, one.start))
    supposed = any(verbs) or any(marked.within("question.premise", left, start))
    return supposed and any(
        of_what_was_not(marked, one.end, last) for one in marked.within("question.asking", end, last)
    )


def of_what_was_not(marked: Marked, start: int, right: int) -> bool:
    """Does the verb that opens a question, up to `start`, go on to ask what would have been: *would it have …?*"""
    have = marked.behind("question.perfect", start, WIDE)
    past = next(iter(marked.within("past", have.end, right)), None) if have else None
    return bool(have and (not past or not marked.gap(have.end, past.start)))


def planned(marked: Marked, end: int) -> bool:
    """Is what is to come decided, so that it counts as done; neither only considered nor taken back since?"""
    left, right = marked.clause(end, end)
    words = list(marked.within("state.coming.behind", end, right))
    right = next((stop for begin, stop in marked.breaks if begin == right), right)  # a word that joins clauses may tell
    past = (one for one in marked.within("past", end, right) if not any(w.start <= one.start < w.end for w in words))
    open_ = (True for path in ("state.tentative", "state.advised") for _ in marked.within(path, left, right))
    return not any(past) and not any(open_)


def intended(marked: Marked, time: Time) -> bool:
    """Does a clause only tell what somebody is about to do then: *we plan to activate it on 1 October*?"""
    left, right = marked.clause(time.start, time.end)
    days = marked.heard.find("days.forms", "days.spans")  # the month of May is none of these words
    words = [
        one
        for one in marked.within("state.tentative", left, time.start)
        if marked.gap(one.end, time.start) < FAR and not any(day.start <= one.start < day.end for day in days)
    ]
    if isinstance(time.value, dt.datetime):
        will = marked.within("future", left, time.start)
        words = [*words, *(one for one in marked.within("state.coming.before", left, time.start) if one in will)]
    who = marked.before("commitment.subjects", time.start, FAR)  # *if it fails again we cancel on 31 March*
    start = who.start if who else time.start
    done = (who or is_japanese(marked.text[start - 1 : start] or " ")) and threat(marked, start, right)
    return bool(done) or (bool(words) and not marked.within("question.premise", left, right))


def threat(marked: Marked, start: int, end: int) -> Why | None:
    """Is it told what somebody does under a condition, or some other time: *if that happens again we cancel*?"""
    left, right = marked.sentence(start, end)
    asking = marked.within("question.asking", left, min(right + 1, len(marked.text)))
    asks = any(not marked.before("commitment.subjects", one.start, 0) for one in asking)  # not *we will cancel*
    premises = marked.within("question.premise", left, start)
    premise = any(is_japanese(one.word[0]) or marked.gap(one.end, start) for one in premises)  # which stands last there
    joint = next((begin for begin, stop in marked.breaks if stop <= start and not marked.gap(stop, start)), start)
    when = premise or any(marked.before("state.coming.before", at, 0) for at in (start, joint))
    return "coming" if when and not asks and not marked.within("past", start, end) else None


def dropped(marked: Marked, start: int, end: int) -> bool:
    """Is it a plan of which nothing came, as its clause says before any verb of the past: *… was called off*?"""
    found = next(iter(marked.within("abandoned", end, marked.clause(start, end)[1])), None)
    return found is not None and not any(marked.within("past", start, found.start))


def queried(marked: Marked, start: int, said: Place, lasts: bool) -> bool:
    """
    Does what is said of a thing ask: *has cover lapsed*? Or is it, of one that `lasts`, all that a clause says, where
    none before it asks: *cover lapsed?*
    """
    left, right = marked.clause(start, said[1])
    opening = next(iter(marked.within("question.auxiliary", left, start)), None)
    if opening and start < said[0] and not marked.gap(left, opening.start) + marked.gap(opening.end, start):
        return True
    if not lasts or any(marked.within("question.asking", marked.sentence(start, said[1])[0], left)):
        return False
    asks = start < said[0] and marked.text[right : right + 1] == "?" and not marked.text[:left][-1:].isalnum()
    alone = of_asker(marked, left, start) and not marked.gap(said[1], right)
    return asks and (alone or ends_with(marked, said[1], right))


def of_asker(marked: Marked, left: int, start: int) -> bool:
    """Does a clause speak of nothing else, so that it asks whether a name is the asker's: *are we in gold?*"""
    return marked.gap(left, start) <= sum(marked.gap(one.start, one.end) for one in marked.within("ours", left, start))


def ends_with(marked: Marked, end: int, right: int) -> bool:
    """Does a clause end with the verb that begins before a place, where verbs stand last and nothing else is said?"""
    ends = any(one.end == right for one in marked.of("clauses.ends"))
    return ends and not marked.within("clauses.particles", end, right)
