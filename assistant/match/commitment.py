"""
Whether whoever writes holds it to be true of their own case: what is thought, heard, wished, asked, refused or not
known is never counted on, and at most offered.

How far a word reaches that takes commitment away is told by the clauses: what stands behind it in its clause, or before
it where such words stand last; and the clause beside it where it holds nothing else. Where a sentence stands in another
one, any verb does so that is none of knowing.
"""

from collections.abc import Iterator

from assistant.match.lexicon import Span
from assistant.match.markers import SHORT, WIDE, Marked
from assistant.match.ranges import ENDING as COUNT
from assistant.match.ranges import quoted

BESIDE = "beside", "sources.before", "sources.behind"
"""They take it away on either side."""
HELD = "commitment.known", "state.there.behind", "correction", "correction_behind", "denial.before"
"""Where one of these stands in its clause or the next, something is said to be had."""
OBJECTS = "clauses.cases", "clauses.recipients.behind"
"""Behind a name: something is done with it."""
LINKS = "clauses.small", "denial.ends_farther", "state.there.before", "measure.range_from", "commitment.verbs"
"""Behind one of these words no sentence begins that somebody says or thinks."""


def uncommitted(marked: Marked, start: int, end: int, sought: bool = False) -> bool:
    """
    Is a stretch thought, heard, wished or left open? Of what is `sought` it does not count that whoever asks does not
    know how.
    """
    start, end = quoted(marked.text, start, end)  # who says so stands around all of it
    left, right = marked.clause(start, end)
    joined = next((stop for begin, stop in marked.breaks if begin == right), right)  # the word that joins may tell
    if any(left <= one.start < joined for one in marked.of("commitment.within")) or _doubts(marked, start, end):
        return True
    beside = _before(marked, start, sought) or _behind(marked, start, end, sought)
    return beside or (not sought and (_open(marked, end) or _told(marked, start, end)))


def _before(marked: Marked, start: int, sought: bool) -> bool:
    """Does a word before it reach it: in its clause, or where it is all that the one before or the sentence's says?"""
    first, left = marked.sentence(start, start)[0], marked.clause(start, start)[0]
    for path in (*BESIDE, "before", *([] if sought else ["asked.before", "facts"])):
        for one in _words(marked, path):
            begin, end = marked.clause(*one[:2])
            beside = path == "before" and (end, left) in marked.breaks
            opens = begin == first or beside or path == "sources.before"
            if one.start < start and (left <= one.end or (opens and not _rest(marked, path, one, begin, end))):
                return True
    return False


def _behind(marked: Marked, start: int, end: int, sought: bool) -> bool:
    """Does one behind it: in its clause, where it is not told of something else, or in the next, of which it is all?"""
    right = marked.clause(end, end)[1]
    left = next((begin for begin, _ in marked.breaks if begin >= end), len(marked.text))
    for begin, stop in marked.breaks:
        left = stop if left <= begin <= left + 1 else left
    last = marked.clause(left, left)[1] if left <= marked.sentence(end, end)[1] or not marked.gap(end, left) else left
    for path in (*BESIDE, "behind", "before", "within", *([] if sought else ["facts", "asked.behind"])):
        for one in _words(marked, path):
            if path not in ("before", "within") and start < one.end > end and one.start <= right:
                if not _of_something_else(marked, start, end, one):
                    return True
            elif left <= one.start < last and _rest(marked, path, one, left, last) < SHORT:
                return True
    return False


def _words(marked: Marked, path: str) -> Iterator[Span]:
    """The words of a path, without those that name a paper as where it comes from: *according to our contract*."""
    for one in marked.of(f"commitment.{path}"):
        beside = path == "sources.before" and marked.behind("commitment.papers", one.end, SHORT)
        if not (beside or (path == "sources.behind" and marked.before("commitment.papers", one.start, 0))):
            yield one


def _rest(marked: Marked, path: str, one: Span, left: int, right: int) -> float:
    """How much else a clause says than such a word, who it comes from, and what the clause goes on about."""
    if path == "sources.before" and not any(_subjects(marked, one.end, right, right)):
        right = one.end
    ends = path == "before" and not marked.gap(one.end, right) and marked.gap(left, one.start) <= WIDE
    left = one.start if ends or path == "sources.behind" else left
    said = {other[:2] for where in ("clauses.pronouns", "ours") for other in marked.within(where, left, right)}
    aside = sum(marked.gap(*other) for other in said if other[1] <= one.start or other[0] >= one.end)
    return marked.gap(left, one.start) + marked.gap(one.end, right) - aside


def _of_something_else(marked: Marked, start: int, end: int, told: Span) -> bool:
    """
    Where verbs stand last, is it told of something else, named between: *gold it is, but the distance I do not know*;
    or of a thing, what happened to it?
    """
    cases = [one for one in marked.within("clauses.cases", end, told.start) if marked.gap(end, one.start)]
    paths = ("clauses.of_before", "clauses.cases") if any(map(str.isdigit, marked.text[start:end])) else ()
    owned = any(one.start == end for path in paths for one in marked.of(path))
    return bool(cases) and (owned or not marked.gap(cases[-1].end, told.start))


def _doubts(marked: Marked, start: int, end: int) -> bool:
    """
    Does the next clause of its sentence ask whether it is so: *…, is that right?* Or is it asked of what a rule hangs
    on, whether it is one: *free if there is SWA, is that right?*
    """
    last = marked.sentence(start, end)[1]
    premise = marked.before("question.premise", start, WIDE) or marked.behind("question.premise", end, WIDE)
    behind = next((stop for begin, stop in marked.breaks if end <= begin < last), len(marked.text))
    claims = marked.within("question.claim", end, min(len(marked.text), last + 1))
    return any(premise or (behind <= one.start and not marked.text[behind : one.start].strip()) for one in claims)


def _open(marked: Marked, end: int) -> bool:
    """Is it left open right behind it, or said or thought, in a clause that goes on: か in 有効か見てください?"""
    held, right = marked.behind("state.there.behind", end, SHORT), marked.clause(end, end)[1]

    def near(path: str) -> Iterator[Span]:
        words = (one for one in marked.of(path) if end < one.end <= right and marked.gap(one.end, right))
        return (one for one in words if marked.gap(held.end if held else end, one.start) <= SHORT)

    asks = any(marked.within("question.asking", end, min(right + 1, len(marked.text))))
    said = () if asks else near("commitment.joins.behind")
    return any(near("commitment.open")) or any(not marked.within("commitment.known", one.end, right) for one in said)


def _told(marked: Marked, start: int, end: int) -> bool:
    """Does it stand in a sentence that is itself said or thought, by a verb that is none of knowing?"""
    left, last = marked.clause(start, end)[0], marked.sentence(start, end)[1]
    for one in marked.within("question.premise", left, start) if marked.text[last : last + 1] != "?" else ():
        if any(marked.within("denial.before", left, one.start)):
            return True  # *I haven't heard if it is gold*
    joins = marked.within("commitment.joins.before", left, start)
    said = [one.start for one in joins if not marked.behind("commitment.verbs", one.end, 0)]
    said += _subjects(marked, left, start, end)
    return any(_verb(marked, left, at) and not marked.within("commitment.known", left, at) for at in said)


def _subjects(marked: Marked, left: int, right: int, end: int) -> Iterator[int]:
    """Where another sentence begins in a stretch, its verb before the end: *my boss insists we have*."""
    for one in marked.within("commitment.subjects", left, right):
        verbs = marked.within("commitment.verbs", one.end, end)
        if marked.gap(left, one.start) > SHORT and any(marked.gap(one.end, verb.start) <= WIDE for verb in verbs):
            yield one.start


def _verb(marked: Marked, left: int, right: int) -> bool:
    """Does a stretch begin with a subject and end with a verb, not with a noun or a word that only joins?"""
    subjects = marked.within("commitment.subjects", left, right)
    subject = any(not marked.text[left : one.start].strip() for one in subjects)
    before = marked.text[left:right].rstrip()
    last, end = left + before.rfind(" ") + 1, left + len(before)
    nouns = (one for one in marked.within("clauses.fillers", left, last) if not marked.text[one.end : last].strip())
    links = (one for path in LINKS for one in marked.within(path, left, right) if one.end == end)
    return subject and before[-1:].isalpha() and not (any(nouns) or any(links))


def governed(marked: Marked, start: int, end: int) -> bool:
    """
    Does a clause that tells say by a verb of its own what somebody does with what is named, other than having it: *they
    kept pushing gold on us*? A name with a figure is a thing's, whatever is done with it.
    """
    left, right = marked.clause(start, end)
    asks = any(marked.within("question.asking", left, min(right + 1, len(marked.text))))
    if asks or any(map(str.isdigit, marked.text[start:end])):
        return False
    last = next((marked.clause(stop, stop)[1] for begin, stop in marked.breaks if begin == right), right)
    held = any(True for path in HELD for _ in marked.within(path, left, last))
    objects = (one for path in OBJECTS for one in marked.of(path) if one.start == end)
    done = any(marked.gap(one.end, right) >= 2 * SHORT for one in objects)
    start = counted.start() if (counted := COUNT.search(marked.heard.spoken.signs[:start], left)) else start
    for one in reversed(marked.within("clauses.fillers", left, start)):
        start = one.start if not marked.text[one.end : start].strip() else start
    return not held and (done or (marked.gap(left, start) > SHORT and _verb(marked, left, start)))
