"""Denials of a thing, or of what is said of it: what they leave out, what they say of the asker, and what lasts."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from assistant.match.lexicon import Lexicon, Span
from assistant.match.markers import FAR, SHORT, WIDE, Marked
from assistant.match.ranges import noun_end
from assistant.match.states import SIDES, Place, Spoken, State, describes, verb_opens
from assistant.match.understanding import Said, Why

LEFT_OPEN = "question.behind", "question.claim", "commitment.open", "commitment.behind"
"""Behind what was so, these ask, or tell who says it."""

IDLE = "ours", "clauses.pronouns", "state.present"
"""What says nothing beside a denial: *now we do not*."""


def denied(marked: Marked, start: int, end: int) -> bool:
    """Is it denied, by a word before it or right behind it?"""
    before = marked.before("denial.before", start, WIDE, "denial.ends")
    joint = marked.before("clauses.small", start, 0)  # *instead of on 31 July*
    near = marked.before("denial.near", start, 0) or (joint and marked.before("denial.near", joint.start, 0))
    before = before or near or marked.before("denial.wide", start, FAR)
    passive = marked.behind("clauses.passive", end, 0)
    ends = passive.end if passive else end, noun_end(marked, end)
    return bool(before or any(marked.behind("denial.behind", at, 0) for at in ends)) or neither(marked, end)


def day_denied(marked: Marked, start: int, end: int, found: Iterable[Said]) -> bool:
    """Is a day denied, by a word that does not deny a thing before it: *without SWA 15 January 2026*?"""
    refused = marked.before("denial.before", start, WIDE, "denial.ends")
    own = refused and any(one.start <= refused.start and refused.end < one.end <= start for one in found)
    return not own and denied(marked, start, end)


def neither(marked: Marked, end: int) -> bool:
    """Is it denied, or the first of two that are, by a word behind each that may else join clauses?"""
    words = [one for one in marked.of("denial.both") if end <= one.start <= marked.sentence(end, end)[1]]
    if not words or marked.text[end : words[0].start].strip():
        return False
    refused = {one.start for one in marked.of("denial.behind")}
    return any(one.end in refused for one in words)


def said_in(marked: Marked, rest: str, says: Mapping[str, Lexicon], lasts: bool) -> Spoken:
    """
    Where each option is said in the `rest` of a text; of a thing that `lasts` not by a word that only denies, which
    speaks of what stands beside it: *not*, also where it is listed as what is said of one that is missing.
    """
    spoken = {option: [*lexicon.spans(rest, marked.signs)] for option, lexicon in says.items()}
    before, behind = (marked.of(f"denial.{side}") if lasts else () for side in ("before", "behind"))

    def denies(one: Span) -> bool:
        opens = any(no.start == one.start and one.end < no.end for no in behind)
        return opens or any(no.start <= one.start and one.end <= no.end for no in before)

    return {option: [one for one in spans if not denies(one)] for option, spans in spoken.items()}


def lasting(marked: Marked, thing: Place, right: int, there: str | None, missing: str | None) -> Iterator[State]:
    """Where it is said that a thing is there, or missing; that it ends, before it, only as what is denied."""
    start, end = thing
    for path, option in (("state.there", there), ("state.gone", missing)):
        words = (one for one in marked.of(f"{path}.behind") if end <= one.start <= right)
        places = [one for one in words if not describes(marked, end, one)][:1]
        before = marked.before(f"{path}.before", start, WIDE, "denial.ends")
        ending = [one for side in SIDES for one in marked.of(f"{path}.{side}>")]
        if before and (before not in ending or marked.before("denial.before", before.start, 0)):
            places.append(before)
        near = (one for one in places if marked.gap(end, one.start) <= FAR) if option else ()
        yield from (State(str(option), one.start, one.end, one in ending) for one in near)


def twice(marked: Marked, found: Sequence[Place]) -> bool:
    """Do two denials stand side by side before their thing, so that one takes back the other: *not without*?"""
    before = [place for place in found if any(one[:2] == place for one in marked.of("denial.before"))]
    return len(before) == len(found) == 2 and not marked.gap(before[0][1], before[1][0])


def left_to(marked: Marked, thing: Place, denial: Place, says: Spoken) -> State | None:
    """What the clause before says of another thing, where its own only denies it: *the router was new, not …*."""
    left, right = marked.clause(*thing)
    if marked.gap(left, denial[0]) + marked.gap(denial[1], thing[0]) + marked.gap(thing[1], right):
        return None
    before = (begin for begin, stop in marked.breaks if stop == left)
    first, last = marked.sentence(*thing)[0], next(before, 0)
    said = (option for option, spans in says.items() for one in spans if first <= one.start and one.end <= last)
    return next((State(option, *thing) for option in said), None)


def left_out(marked: Marked, end: int) -> Iterator[tuple[Place, Why | None]]:
    """
    A denial that leaves a thing out: *one with it and one without*, or behind it *they haven't any*.
    """
    sentence = marked.sentence(end, end)[1]
    left, right = marked.clause(sentence + 1, sentence + 1)
    for one in marked.within("denial.before", end, right) if marked.breaks else ():
        rest = sum(marked.gap(*idle[:2]) for idle in marked.within("clauses.pronouns", one.end, right))
        if one.end <= sentence and not re.match(r"\s*\w", marked.text[one.end : sentence]):
            yield one[:2], "several"
        elif one.start >= left and marked.gap(left, one.start) == SHORT and marked.gap(one.end, right) <= rest:
            yield one[:2], None


def denials(marked: Marked, thing: Place, state: State | None, states: Iterable[State]) -> Sequence[Place]:
    """The denials that reach the thing or what is said of it; not one behind something else that is said."""
    places = [thing] + ([(state.start, state.end)] if state else [])
    left = marked.clause(*thing)[0]
    rivals = [other for other in states if state and other.option != state.option]
    found: set[Place] = set()
    for begin, stop in places:
        before = marked.before("denial.before", begin, WIDE, "denial.ends")
        again = marked.before("denial.before", before.start, WIDE) if before else None
        near = (begin, stop) == thing and not marked.behind("clauses.passive", stop, 0)
        behind = marked.behind("denial.behind", stop, 0 if near else SHORT + 1) or _behind_day(marked, stop)
        between = behind and any(stop <= other.start and other.end <= behind.start for other in rivals)
        if between or (behind and any(marked.within("question.premise", begin, behind.start))):
            behind = None  # what is denied is what follows from it
        ahead = (marked.before(f"denial.{path}", begin, most) for path, most in (("wide", FAR), ("near", 0)))
        found |= {one[:2] for one in (*ahead, before, again, behind) if one}
        found |= {one[:2] for one in marked.of("denial.behind") if begin < one.end and one.start < stop}
    further = (one for one in states if state and one.option == state.option and one.start >= max(thing[1], state.end))
    said = (marked.before("denial.before", one.start, 0) for one in further)  # *have it never bought*, in German
    found |= {one[:2] for one in said if one}
    inside = {one for one in found for begin, stop in places if begin <= one[0] and one[1] <= stop}
    return sorted(one for one in found - inside if one[0] >= left)


def _behind_day(marked: Marked, end: int) -> Span | None:
    """A denial right behind a day with which its clause ends, as in *gilt seit dem 3. Mai nicht mehr*."""
    right = marked.clause(end, end)[1]
    days = (one for one in marked.heard.find("days.forms") if end <= one.start and one.end <= right)
    near = (one.end for one in days if marked.gap(end, one.start) <= SHORT + 1)
    refused = next(filter(None, (marked.behind("denial.behind", day, 0) for day in near)), None)
    return refused if refused and not marked.gap(refused.end, right) else None


def no_more(marked: Marked, said: Said) -> Place | None:
    """
    The clause behind what is said to have been so, where all that its sentence goes on to say is that it is not so:
    *we had it, but not any more*; not where it asks, or takes itself back: *we had it, isn't that so*, *never without*.
    """
    clauses = ((stop, marked.clause(stop, stop)[1]) for begin, stop in marked.breaks if begin >= said.end)
    left, right = next((one for one in clauses if marked.text[slice(*one)].strip()), (0, 0))
    had, past = marked.markers.words("state.was_there"), marked.within("past", said.start, said.end)
    was = said.why == "former" or (said.why is None and any(one.word in had for one in past))
    if not was or verb_opens(marked, left, right) or marked.gap(right, _rest(marked, right)):
        return None
    found = [one for side in ("before", "behind") for one in marked.within(f"denial.{side}", left, right)]
    idle = {one[:2] for path in IDLE for one in marked.within(path, left, right)}
    idle |= {one[:2] for one in found}
    alone = found and marked.gap(left, right) <= sum(marked.gap(*one) for one in idle)
    apart = any(one.end <= other.start for one in found for other in found)
    return (left, right) if alone and not apart and marked.text[right : right + 1] != "?" else None


def unended(marked: Marked, state: State | None, end: int) -> bool:
    """
    Is it only not possible to end it, or more said or asked of that it was not: *we could not cancel it*, *not in
    time*, *never cancelled, as it was never ours*, *…, did we?*
    """
    (left, right), last = marked.clause(end, end), _rest(marked, end)
    further = [one for side in ("before", "behind") for one in marked.within(f"denial.{side}", end, last)]
    clauses = ((stop, marked.clause(stop, stop)[1]) for begin, stop in marked.breaks if end <= begin < last)
    asked = any(verb_opens(marked, *one) and marked.gap(*one) <= SHORT + 1 for one in clauses)
    done = not (state and state.ending) or (marked.within("past", left, state.start) and not marked.gap(end, right))
    return not done or asked or bool(further)


def _rest(marked: Marked, end: int) -> int:
    """Where the sentence ends around a place, with the next one behind a semicolon."""
    last = marked.sentence(end, end)[1]
    return marked.sentence(last + 1, last + 1)[1] if marked.text[last : last + 1] == ";" else last


def own_denial(marked: Marked, spans: Iterable[Span], end: int) -> Iterator[Place]:
    """Where the asker's own is denied, of which no more is said than that: *they moved servers. We moved nothing*."""
    for one in spans:
        left = marked.clause(*one[:2])[0]
        ours = (own for own in marked.within("ours_alone", left, one.start) if left >= end)
        refused = marked.behind("denial.behind", one.end, SHORT + 1)
        if refused and any(not marked.gap(left, own.start) + marked.gap(own.end, one.start) for own in ours):
            yield one.start, refused.end


def regretted(marked: Marked, end: int) -> bool:
    """Is it told, and not asked, that it should have been so, without a denial: *if only we had bought it together*?"""
    one, right = marked.behind("commitment.regret", end, WIDE), marked.clause(end, end)[1] + 1
    return one is not None and not any(
        one.end < other.end and other.start < right for path in LEFT_OPEN for other in marked.of(path)
    )
