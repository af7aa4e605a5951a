"""
Whether a stretch of text says that something is so: or denies, asks, supposes it, speaks of the past, of about so much.

What is not simply said is at most offered, with the reason.
"""

from assistant.match.commitment import governed, uncommitted
from assistant.match.denials import denied
from assistant.match.lexicon import APART
from assistant.match.markers import FAR, SHORT, WIDE, Marked
from assistant.match.ranges import in_name, measured_from, moved, one_of_two
from assistant.match.supposition import of_asker, unreal
from assistant.match.understanding import Why
from assistant.parsing.plain import OPENING


def named(marked: Marked, start: int, end: int, cause: bool = True, sought: bool = False) -> Why | None:
    """
    Why the name of an option is not simply said to be the asker's; a `cause` is none where it is said to be fine.

    `sought`: it is what is asked about.
    """
    fine = any(start < one.start < end for one in marked.of("denial.fine")) or marked.behind("denial.fine", end, 0)
    if (cause and fine) or denied(marked, start, end) or _held_not(marked, end) or _unrelated(marked, start, end):
        return "denied"
    if in_name(marked, start, end) or measured_from(marked, start, end):
        return "other"
    if _either_way(marked, end, WIDE) or marked.behind("question.even", end, SHORT):
        return "several"
    if marked.beside("state.becoming", start, end) or marked.behind("state.advised", end, WIDE):
        return "coming"
    left, right = marked.clause(start, end)
    asked = marked.before("own.before", start, 0) or (
        of_asker(marked, left, start) and marked.behind("own.behind", end, 0)
    )
    if not asked and marked.before("determiners", start, 0):
        return None
    if not sought and _later(marked, start):
        return "coming"
    if not sought and marked.behind("until", end, SHORT) and any(marked.within("past", left, right)):
        return "former"
    if why := moved(marked, left, start, end, right):
        return why
    if asked:
        return "unsure"
    if why := elsewhere(marked, start, end) or guessed(marked, start, end, sought):
        return why
    return "unsure" if not sought and governed(marked, start, end) else None


def _held_not(marked: Marked, end: int) -> bool:
    """Is it said behind a name that it is not held: ゴールドには入っていません?"""
    held = marked.behind("state.there.behind", end, WIDE)
    return held is not None and marked.behind("denial.behind", held.end, SHORT) is not None


def _unrelated(marked: Marked, start: int, end: int) -> bool:
    """Does something have nothing to do with a name, or is it not about it: *nothing to do with gold*?"""
    about = marked.beside("state.about", start, end)
    if about is None or marked.before("denial.before", about.start, 0):
        return about is not None
    behind = marked.behind("denial.behind", about.end, SHORT) if about.start >= end else None
    inside = (one for side in ("before", "behind") for one in marked.within(f"denial.{side}", *about[:2]))
    return behind is not None or any(inside)


def _later(marked: Marked, start: int) -> bool:
    """Is it told that it will be so? A word of the future that opens a clause asks: *will gold cover this?*"""
    coming = marked.before("state.coming.before", start, SHORT)
    left = marked.clause(start, start)[0]
    return coming is not None and (bool(marked.text[left : coming.start].strip()) or not coming.word.isascii())


def elsewhere(
    marked: Marked, start: int, end: int, cued: bool = False, thing: tuple[int, int] = (0, 0)
) -> Why | None:  # fmt: skip
    """
    Why what a sentence says is another's, no longer so, or one of several; nothing where it is the asker's. `cued`: its
    own clause says what it is, so that what another one speaks of does not matter; `thing` is ours by its name.
    """
    left, right = marked.sentence(start, end)
    other = list(marked.within("others", _subject(marked, start) if cued else left, start))
    since = other[-1].end if other else start
    ours, but = (marked.within(path, since, start) for path in ("ours", "whereas"))
    own = any(marked.text[since : one.start].strip() for one in ours)  # *the last fault we logged*
    own = own or any(not instead(marked, one.end) for one in but)  # *… is in Sydney, but the screen is in Perth*
    within = marked.within("others", start, end)  # *SWA our parent company has*
    inside = [one for one in within if not thing[0] <= one.start < thing[1]]
    told = inside or (other and not own and not _handed_over(marked, start, end))
    if told or _not_ours(marked, end, right) or _before_ours(marked, start, end, right):
        return "other"
    first = marked.before("question.either", end, FAR)  # *either the whole server or only a disk*
    several = marked.within("question.several", left, right) or (first and marked.within("measure.either", end, right))
    if several or _asked_twice(marked, left, right):
        return "several"
    return "former" if any(marked.within("state.formerly.before", marked.clause(start, end)[0], end)) else None


def _asked_twice(marked: Marked, left: int, right: int) -> bool:
    """Does a sentence ask the same of two: *how long if critical, how long if normal?*"""
    asked = [one.word for one in marked.within("commitment.when", left, right)]
    return len({*asked}) < len(asked) and not any(map(str.isdigit, marked.text[left:right]))


def _subject(marked: Marked, start: int) -> int:
    """Where the clause begins, or the one before it of the same subject: *the school has gold and is 60 km away*."""
    left = marked.clause(start, start)[0]
    goes_on = any(one.end == left for one in marked.of("clauses.joins")) and marked.of("commitment.subjects")
    return (
        marked.sentence(start, start)[0] if goes_on and not marked.within("commitment.subjects", left, start) else left
    )


def _handed_over(marked: Marked, start: int, end: int) -> bool:
    """Does it go from somebody else to the asker in the same clause: 他社のSV9500を弊社へ移す?"""
    right = marked.clause(start, end)[1]
    ours = marked.within("ours", end, right)
    return any(any(marked.within("measure.target_behind", one.end, right)) for one in ours)


def _not_ours(marked: Marked, end: int, right: int) -> bool:
    """Does the next clause deny it of the asker, and say no more: *the branch has gold, ours in Perth doesn't*?"""
    left = next((stop for begin, stop in marked.breaks if begin >= end), right)
    ours = any(not marked.gap(left, one.start) for one in marked.within("ours", left, right))
    denials = (one for path in ("before", "behind") for one in marked.within(f"denial.{path}", left, right))
    return ours and any(marked.gap(one.end, marked.clause(left, left)[1]) < SHORT for one in denials)


def _before_ours(marked: Marked, start: int, end: int, right: int, asked: bool = False) -> bool:
    """Is it said of another before the asker's: *the Perth branch has bronze, ours has gold*, `asked`: *Would ours?*"""
    left, asking = marked.sentence(start, end)[0], "question.asking"
    for one in marked.within("ours_alone", end, right):
        clause = marked.clause(*one[:2])
        asks = sum(marked.gap(*word[:2]) for word in marked.within(asking, clause[0], one.start))
        if marked.gap(clause[0], one.start) <= asks and (not asked or asks):
            return not any(marked.within("ours", left, start))
    return False


def instead(marked: Marked, left: int) -> bool:
    """Does a clause begin behind a contrast, and speak of the same thing: *but it was renewed*?"""
    contrast = any(one.end == left for one in marked.of("whereas"))
    return contrast and any(
        not marked.gap(left, one.start) for one in marked.of("clauses.pronouns") if one.start >= left
    )


def guessed(marked: Marked, start: int, end: int, sought: bool = False) -> Why | None:
    """Why whoever says it does not know it; of what is `sought` it does not count that it is asked."""
    may = not sought and any(marked.within("state.tentative", start, end))  # *NEC might cancel*
    open_ = may or unreal(marked, start, end) or one_of_two(marked, start, end)
    return "unsure" if open_ or uncommitted(marked, start, end, sought) else None


def doubted(marked: Marked, start: int, end: int) -> Why | None:
    """Why it is not simply said of something that it is so; nothing where it is."""
    if _asked(marked, start, end):
        return "asked"
    if why := elsewhere(marked, start, end) or guessed(marked, start, end):
        return why
    if _before_ours(marked, start, end, len(marked.text), asked=True):
        return "other"
    if _either_way(marked, end, SHORT):
        return "several"
    if _renewed_then(marked, start, end):
        return "unsure"
    found = any(marked.within("correction", marked.clause(start, end)[0], start))  # *I looked, and it was active*
    was = not found and any(start <= one.start < end < one.end for one in marked.of("state.formerly.behind"))
    if was or marked.behind("state.formerly.behind", end, WIDE):
        return "former"
    behind = marked.behind("state.coming.behind", end, SHORT) or marked.behind("state.advised", end, WIDE)
    ends = behind and marked.before("until", behind.start, 0)  # *under warranty until next year*
    before = marked.before("state.coming.before", start, WIDE, "denial.ends")
    return "coming" if before or (behind and not ends) else None


def _either_way(marked: Marked, end: int, most: float) -> bool:
    """Is it a condition, of which the opposite is asked about too: *is it charged if it changes, even if not?*"""
    premise, next_ = marked.behind("question.premise", end, most), marked.sentence(end, end)[1] + 1
    return premise is not None and bool(marked.within("question.even", premise.end, marked.sentence(next_, next_)[1]))


def _renewed_then(marked: Marked, start: int, end: int) -> bool:
    """Was it done again, or so, in a year that is told, not until then: *renewed in 2019*, *was active in 2024*?"""
    left, right = marked.clause(start, end)
    past, was = marked.within("past", left, end), marked.markers.words("state.was_there")
    if not (past and was.issuperset(one.word for one in past)) and not any(marked.within("state.renewed", start, end)):
        return False
    years = (one for one in marked.heard.find("days.forms", "days.spans") if "year" in one.gaps)
    inside = (one for one in years if left <= one.start and one.end <= right)
    return any(not marked.before("until", one.start, 0) for one in inside)


def _opened(marked: Marked, start: int, end: int) -> bool:
    """Does it stand behind a sign that opens a question, in which no word asks for anything else?"""
    left, right = marked.sentence(start, end)
    if marked.text[left - 1 : left] != OPENING[0] or marked.text[right : right + 1] != "?":
        return False
    verbs = {one[:2] for one in marked.within("question.inverted", left, right)}
    return all(one[:2] in verbs for one in marked.within("question.asking", left, right))


def _asked(marked: Marked, start: int, end: int) -> bool:
    of = any(one.start == end for one in marked.of("clauses.of_before"))
    asked = marked.behind("question.behind", end, WIDE if of else SHORT)
    # What is joined to the noun that is asked about is asked too: CTPの対象なんでしょうか.
    more = ("clauses.cases", "question.premise") if of else ()
    if asked and any(marked.within(one, end, asked.start) for one in more):
        asked = None
    if asked or marked.before("question.before", start, WIDE, "denial.ends"):
        return True
    if any(start <= one.start < end < one.end for one in marked.of("question.behind")):
        return True
    left, right = marked.clause(start, end)
    last = marked.sentence(start, end)[1]
    parted = (one for one in marked.of("state.gone.before") if APART in one.word and one.start == start)  # *lief … ab?*
    opens = not marked.gap(left, start) and any(parted)
    if marked.text[last : last + 1] == "?" and (opens or marked.before("question.demand", start, FAR, "denial.ends")):
        return True
    if left and marked.text[left - 1].isalnum() and marked.text[right : right + 1] != "?":
        return False
    if _opened(marked, start, end):
        return True
    verbs = {one[:2] for one in marked.within("question.auxiliary", left, end) if not marked.gap(left, one.start)}
    helps = any(one[:2] in verbs for one in marked.of("state.there.before"))
    if helps and (marked.text[right : right + 1] == "?" or any(marked.within("past", end, right))):
        return True  # *has SWA been activated?*
    opening = next(iter(marked.within("question.inverted", left, end)), None)
    if opening is None or opening.start > start or marked.text[left : opening.start].strip():
        return False
    if opening.start == start:  # what is said is the verb itself, where a language needs no other
        return marked.text[last : last + 1] == "?"
    if not marked.gap(opening.end, start):
        return True
    whose = marked.behind("determiners", opening.end, 0)  # *is our system on …?*
    ends = () if whose else ("denial.ends", "denial.ends_farther")
    stopped = any(True for path in ends for _ in marked.within(path, opening.end, start))
    return not stopped and marked.gap(opening.end, start) <= WIDE - 1 and not marked.gap(end, right)
