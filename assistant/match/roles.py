"""
Which fact a day, a moment or a number belongs to, by the cues of the facts that stand beside it; and whether its clause
speaks of the past or of what is to come.
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from assistant.match.lexicon import Entry, Lexicon
from assistant.match.markers import SHORT, Marked
from assistant.match.words import is_japanese
from assistant.parsing.lines import TENSES, written_out
from assistant.parsing.plain import LISTING, plain
from assistant.parsing.speech import Found
from assistant.vocabulary.fact import WEAK, Fact

BEFORE, BEHIND = 60, 40
"""How many signs before and behind a stretch belong to it at most."""
NEAR = 92
"""Without a tense, how many days away a day without its year may be."""
TOO_NEAR = 31
"""Where the tense speaks against a day as near as this, it may be misread: the year is left open."""

HYPHEN = re.compile(r"(?<=[a-z])-(?=[a-z])")
LABEL = re.compile(r"[^\s:]\s?:\s?$")
LATER = 1.5
"""Of two cues the one before counts rather; behind a particle, as in Japanese, the one behind."""


class Owner(NamedTuple):
    """The fact that a day, a moment or a number belongs to, and how many of its cues say so."""

    fact: str
    weight: int


class Beside(NamedTuple):
    """How near the nearest of a fact's cues is, in words, how many there are, and how long. Nearer is less."""

    distance: float
    missing: int
    shortness: int


def cues_of(facts: Mapping[str, Fact], more: Mapping[str, Sequence[str]]) -> dict[str, Lexicon]:
    """
    The cues of each fact that has any, and `more` of some, also without hyphens; in letters they begin a word. What one
    that is weak finds is told by its mark.
    """
    return {
        name: Lexicon.build(
            Entry.line(f"{cue.replace(WEAK, '', 1)}*")._replace(word=f"{cue}*")
            for word in (*map(plain, fact.cues), *more.get(name, ()))
            for cue in written_out(word) + written_out(HYPHEN.sub(" ", word))
        )
        for name, fact in facts.items()
        if fact.cues
    }


def meant(
    marked: Marked, start: int, end: int, cues: Mapping[str, Lexicon], others: Sequence[tuple[int, int]]
) -> Owner | None:
    """
    The one fact whose cues stand nearest to a stretch of folded text; `None` where none does, or two as near.

    The clause counts first, then what stands before in the sentence; `others` are stretches of the same kind, beyond
    which nothing counts, nor in their clauses for another one. Before all a label and its colon count.
    """
    if not cues:
        return None
    first = max((stop for _, stop in others if stop <= start), default=0)
    last = min((begin for begin, _ in others if begin >= end), default=len(marked.text))
    left, right = marked.clause(start, end)
    if _goes_on(marked, left, start, end, right):
        behind = next((stop for begin, stop in marked.breaks if begin == right), right)
        right = marked.clause(behind, behind)[1] if marked.clause(behind, behind)[1] <= last else right
    label = LABEL.search(marked.text, 0, start)
    whole = marked.sentence(start, end)[0]
    told = max((marked.clause(*one)[1] for one in others if one[1] <= start), default=first)
    rival = last if last <= right and last in {begin for begin, _ in others} else None
    first, last = max(first, start - BEFORE), min(last, end + BEHIND)
    places = [(max(first, left), min(last, right)), (max(first, whole, min(told, start)), end)]
    if label:
        places.insert(0, (max(first, marked.clause(label.start(), label.start())[0]), start))
    for sides in places:
        near = ((_beside(marked, sides, start, end, known, rival), name) for name, known in cues.items())
        found = sorted((beside, name) for beside, name in near if beside)
        if found:
            return (
                None if len(found) > 1 and not found[0][0] < found[1][0] else Owner(found[0][1], -found[0][0].missing)
            )
    return None


def _goes_on(marked: Marked, left: int, start: int, end: int, right: int) -> bool:
    """
    Does the next clause say what a time is of: *tomorrow at 12:20, is anybody there?* It does behind an ideographic
    comma, where verbs stand last.
    """
    comma = end == right and marked.text[right : right + 1] == LISTING
    cases = any(marked.within("clauses.cases", left, start))  # what the time is said of: *the quote: 3 April, …*
    return (comma and not cases) or not (marked.gap(left, start) or marked.gap(end, right))


def _beside(
    marked: Marked, sides: tuple[int, int], start: int, end: int, cues: Lexicon, rival: int | None
) -> Beside | None:
    every = marked.spans(cues)
    ahead = [one for one in every if sides[0] <= one.start and one.end <= start]
    after = [one for one in every if end <= one.start and one.end <= sides[1]]
    lean = LATER if marked.markers.idle.starts(marked.text, end) and is_japanese(marked.text[end]) else -LATER
    if rival is not None and lean < 0:  # *cover bought on 1 November for a unit bought on* another day
        after = [one for one in after if marked.gap(end, one.start) + LATER <= marked.gap(one.end, rival)]
    if not ahead and not after:
        return None
    distances = [marked.gap(one.end, start) + max(lean, 0) for one in ahead]
    distances += [marked.gap(end, one.start) + max(-lean, 0) for one in after]
    found = {one.word for one in (*ahead, *after)}
    return Beside(min(distances), -len(found), -max(map(len, found)))


def tense_of(marked: Marked, start: int, end: int, of: Sequence[str] = ("",)) -> int:
    """
    Of the clause around a stretch of folded text: -1 past, 1 coming, as a condition is, 0 where it does not tell, 2
    where no more than a copula tells that it is to come; `of` the ends of paths of some languages alone: `.es`.
    """
    left, right = marked.clause(start, end)
    if any(marked.within("correction", left, start)) or _corrects(marked, left):
        left = marked.sentence(start, end)[0]
    right = next((stop for begin, stop in marked.breaks if begin == right), right)  # a word that joins clauses may tell
    right = next((one.start for one in marked.within("clauses.quotes", end, right)), right)
    told = [[one for own in of for one in marked.within(path + own, left, right)] for path in TENSES]
    # *half past six*, *last 30 June*
    past, coming = ([one for one in every if not start <= one.start < end] for every in told)
    premise = marked.within("question.premise", left, right)
    back = marked.within("correction", left, right)  # *it was to be on 3 May, but moved to …*
    coming = [one for one in coming if not any(other.start <= one.start < other.end for other in back)]
    ends = {one.start for one in marked.within("clauses.ends", left, right)}
    verbs = [one for one in coming if one.start not in ends]
    coming = verbs if past else coming  # a copula alone tells less: *what we bought is …*
    if premise:  # *if it is logged on 2 December*
        past = [one for one in past if not marked.before("present", one.start, 0)]
    weak = bool(coming and not verbs)
    return bool(coming or (premise and not past)) - bool(past) + weak


def of_story(marked: Marked, start: int, end: int) -> bool:
    """Is it told of the past in its clause, or in the one that this goes on: *it died yesterday*, *… and on 3 May*?"""
    tense, (left, right) = tense_of(marked, start, end), marked.clause(start, end)
    asks = any(marked.within("question.asking", left, min(right + 1, len(marked.text))))
    if tense or asks or left <= marked.sentence(start, start)[0]:
        return tense < 0
    before = next((begin for begin, stop in marked.breaks if stop == left), left)
    return tense_of(marked, before, before) < 0


def in_story(marked: Marked, day: Found) -> bool:
    """Does a day without a tense follow what is told of the past: *bought on 3 February, invoice of 10 March*?"""
    told = tense_told(marked, day) or tense_of(marked, day.start, day.end)
    return not told and of_story(marked, day.start, day.end)


def _corrects(marked: Marked, left: int) -> bool:
    """Does the clause before it end with a correction: *logged at 3:40, no sorry, 3:20 on Friday*?"""
    return any(not marked.text[one.end : left].strip(" ,:") for one in marked.of("correction") if one.end <= left)


def tense_told(marked: Marked, day: Found) -> int:
    """
    Which of the last and the next day is meant: by the tense of its clause, in the language of its form rather than in
    another; where that tells none, of the next one that goes on in the past, and where it takes something back, of the
    one that is taken back; by none where something was `moved` to it.
    """
    start, end = day.start, day.end
    if moved(marked, day):
        return 0
    tense = tense_of(marked, start, end, languages_of(marked, day)) or tense_of(marked, start, end)
    left, _ = marked.sentence(start, start)
    back = [one for one in marked.within("correction", left, start) if one.start > left]
    if tense in (0, 2) and _told_on(marked, end):
        return 0 if tense else -1
    if tense or not back or marked.gap(back[-1].end, start) > SHORT:
        return tense
    start = back[-1].start
    before = next((begin for begin, stop in marked.breaks if stop <= start and not marked.gap(stop, start)), start)
    return tense_of(marked, before, before)


def languages_of(marked: Marked, day: Found) -> Sequence[str]:
    """The ends of paths of the languages that have the form of a day; none for one that is the same in every one."""
    return [f".{name}" for name, one in marked.speech.languages.items() if day.form in one.words(day.kind)]


def _told_on(marked: Marked, end: int) -> bool:
    """Does the next clause tell of the past, which one without a verb goes on with: *Bought 3 May, then it broke*?"""
    right = marked.clause(end, end)[1]
    left = next((stop for begin, stop in marked.breaks if begin == right), right)
    apart = left > marked.sentence(end, end)[1] and not is_japanese(marked.text[end : end + 1])
    asks = marked.within("question.asking", left, min(marked.clause(left, left)[1] + 1, len(marked.text)))
    ends = marked.within("state.gone.behind", end, right)  # which may be to come, whatever has been since
    return left > right and not (apart or ends or any(asks)) and tense_of(marked, left, left) == -1


def moved(marked: Marked, day: Found) -> bool:
    """Was something moved or settled to be then? That tells when it was done, not when the day is."""
    behind = (marked.behind(path, day.end, 0) for path in ("correction_behind", "measure.target_behind"))
    to = marked.before("measure.target", day.start, 0) or any(behind)
    return bool(to) and tense_of(marked, day.start, day.end) < 0


def by_tense(days: Iterable[dt.date], today: dt.date, tense: int) -> dt.date | None:
    """The last of some days that is not in the future, the next that is not past; without a tense the nearest."""
    known = sorted(days)
    nearest = min(known, key=lambda day: abs(day - today), default=None)
    weak = tense > 1 and nearest is not None and abs(nearest - today) <= dt.timedelta(TOO_NEAR)
    if nearest is None or tense == 0 or weak:
        return nearest if nearest and abs(nearest - today) <= dt.timedelta(NEAR) else None
    meant = [day for day in known if (day <= today if tense < 0 else day >= today)]
    day = min(meant, key=lambda day: abs(day - today), default=None)
    return None if day != nearest and abs(nearest - today) <= dt.timedelta(NEAR if tense > 1 else TOO_NEAR) else day


def by_weekday(days: Iterable[dt.date], today: dt.date, tense: int, weekday: int) -> tuple[dt.date, ...]:
    """The one of some days that is meant, with those of this weekday where it has another; or `last_and_next`."""
    known = tuple(days)
    near = by_tense(known, today, tense) or by_tense(known, today, 0)
    fits = [one for one in known if one.weekday() == weekday]
    if near:
        return tuple(dict.fromkeys((near, *([] if near in fits else fits))))
    between = last_and_next(known, today)
    return (fits[0],) if len(fits) == 1 else between


def last_and_next(days: Iterable[dt.date], today: dt.date) -> tuple[dt.date, ...]:
    """The last of some days in order that is not in the future, and the first that is, as far as there are such."""
    known = tuple(days)
    past = sum(day <= today for day in known)
    return known[max(past - 1, 0) : past + 1]
