"""What stands around a thing and what is said of it: denials of either, another answer, what is to come."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from assistant.match.lexicon import Span
from assistant.match.markers import FAR, SHORT, WIDE, Marked
from assistant.match.ranges import joined
from assistant.match.understanding import Why
from assistant.match.words import is_japanese

SIDES = "before", "behind"
Place = tuple[int, int]
"""Where a stretch of a text begins and ends."""
Spoken = Mapping[str, Sequence[Span]]
"""Where it stands what may be said of a thing, by the answer that it means."""


class State(NamedTuple):
    """A stretch that says something of a thing: which option that is."""

    option: str
    start: int
    end: int
    ending: bool = False


def around(thing: Place, state: State | None) -> Place:
    """The stretch of a thing and what is said of it."""
    return (min(thing[0], state.start), max(thing[1], state.end)) if state else thing


def over(marked: Marked, start: int, end: int) -> bool:
    """Is what is over so now, neither asked nor taken back: not *has it ended?*, *it had ended, but was renewed*?"""
    left, right = marked.clause(start, end)[0], marked.sentence(start, end)[1]
    again = (
        one
        for but in marked.within("whereas", end, right)
        for one in marked.within("state.there.behind", but.end, right)
    )
    return not (verb_opens(marked, left, start) or marked.behind("question.asking", end, WIDE) or any(again))


def verb_opens(marked: Marked, left: int, right: int) -> bool:
    """Does a stretch open with a verb that asks, with or without its mark: *was it free on …*?"""
    paths = ("question.inverted", "question.auxiliary")
    return any(not marked.gap(left, one.start) for path in paths for one in marked.within(path, left, right))


def called_off(marked: Marked, start: int, end: int) -> bool:
    """Did somebody end it, so that its last day is not told: *NEC cancelled our contract*?"""
    before = any(one.start == start for one in marked.of("state.gone.before!"))
    return before or any(one.end == end for one in marked.of("state.gone.behind!"))


def only_about(marked: Marked, start: int, end: int) -> bool:
    """Is a thing only what something is about: *a question about our new SWA*, not *about our expired SWA*?"""
    about = marked.beside("state.about", start, end, SHORT)
    held = ("state.there.before", "state.gone.before") if about else ()
    return about is not None and not any(marked.within(path, about.end, start) for path in held)


def receives(marked: Marked, said: State, thing: Place) -> bool:
    """Is it somebody to whom a thing is done, not who does it: *notice to NEC*, NECに解約を, but NECに解約され?"""
    if marked.before("clauses.recipients.before", said.start, 0):
        return True
    passive = marked.behind("clauses.passive", thing[1], SHORT / 2)
    return not passive and marked.behind("clauses.recipients.behind", said.end, 0) is not None


def of_other_thing(marked: Marked, end: int, said: Span) -> bool:
    """Is it a preposition of something else: *warranty on our display ran out*, *warranties were void in May*?"""
    right = marked.clause(*said[:2])[1]
    small = said.start >= end and any(said[:2] == one[:2] for one in marked.of("clauses.small"))
    return small and bool(marked.gap(said.end, right) and marked.within("past", end, right))


def untold(marked: Marked, thing: Place, state: State | None, states: Iterable[State]) -> Why | None:
    """Why a thing is not told to be there where that is how long it lasts at all, or what was done with it."""
    return (
        "unsure" if state and (_so_long(marked, thing[1], state) or _done_with(marked, thing, state, states)) else None
    )


def _done_with(marked: Marked, thing: Place, state: State, states: Iterable[State]) -> bool:
    """
    Does a word of no list say what was done with a thing that somebody has: at the end of its clause, *wir haben die
    Garantie verlegt*, or before it, *nous avons égaré la garantie*?
    """
    held = (one[:2] for side in SIDES for one in marked.of(f"state.there.{side}"))
    if state[1:3] not in held:
        return False
    right = marked.clause(*thing)[1]
    last = (
        one for one in marked.within("state.done", max(thing[1], state.end), right) if not marked.gap(one.end, right)
    )
    done = [*last, *marked.within("state.done", state.end, thing[0])]
    known = [*(one[1:3] for one in states), *(one[:2] for side in SIDES for one in marked.of(f"denial.{side}"))]
    return any(not any(start < one.end and one.start < end for start, end in known) for one in done)


def describes(marked: Marked, end: int, said: Span) -> bool:
    """
    Behind a thing, is it said of another, right behind its article: *SWA is on the dead dongle*, not *SWA is a valid
    one*? What stands right behind the thing is no article: *la garantie a expiré*.
    """
    articles = {one.start for one in _articles(marked) if one.end + 1 == said.start and marked.gap(end, one.start)}
    return not articles <= {one.end + 1 for one in marked.of("commitment.verbs")}


def _articles(marked: Marked) -> Iterator[Span]:
    return (one for one in marked.of("clauses.fillers") if one in marked.of("commitment.subjects"))


def of_others(marked: Marked, start: int, said: Span) -> bool:
    """Is it a part of what names others, before the thing: *another tenant in this building*?"""
    return any(one.start <= said.start and said.end <= one.end <= start for one in marked.of("others"))


def did(marked: Marked, says: Spoken) -> Iterator[tuple[str, int, int, Why | None]]:
    """Who did it, where a clause says no more than that somebody did: *they haven't cancelled, we did*."""
    refused = {one[:2] for path in ("denial.before", "future") for one in marked.of(path)}
    for option, one in ((option, one) for option, spans in says.items() for one in spans):
        left, right = marked.clause(one.start, one.end)
        verbs = {
            verb[:2]
            for path in ("question.inverted", "question.auxiliary")
            for verb in marked.within(path, one.end, right)
        }
        spoken = {verb for verb in verbs - refused if not marked.text[one.end : verb[0]].strip()}  # not *we'd have*
        bare = any(not marked.gap(end, right) for _, end in spoken)
        either = [word for word in marked.within("measure.either", left, one.start) if not marked.gap(left, word.start)]
        if bare and not marked.gap(either[0].end if either else left, one.start):
            yield option, one.start, right, "several" if either else None


def led_by(marked: Marked, said: Span, start: int, end: int) -> bool:
    """Does what is said stand right before its thing, or behind it in its clause: *faulty cable*, *cable is faulty*?"""
    left, right = marked.clause(start, end)
    return left <= said.start and said.end <= right


def verb_behind(marked: Marked, state: State, states: Iterable[State]) -> State | None:
    """The last that says the same behind it, where verbs stand last: *a copy … is to be had*."""
    behind = (one for one in states if one.option == state.option and one.start >= state.end)
    return max((one for one in behind if is_japanese(marked.text[one.start])), key=itemgetter(1), default=None)


def renewed(marked: Marked, left: int, right: int) -> bool:
    """Is it done again, in a sentence whose verb that is: *They renewed it*, not *It says the renewed quote is …*?"""
    for one in marked.within("state.renewed", left, right):
        last = is_japanese(one.word[0]) and marked.gap(one.end, right) <= SHORT + 1  # where verbs stand last
        who = any(True for path in ("clauses.pronouns", "ours") for _ in marked.within(path, left, one.start))
        verbs = marked.within("clauses.pronouns", one.end, right)
        opens = not marked.gap(left, one.start) and not marked.gap(one.end, day_or(marked, one.end, right))
        if (who or last or opens or marked.behind("clauses.pronouns", one.end, 0)) and not any(
            marked.gap(one.end, verb.start) for verb in verbs
        ):
            return True
    return False


def day_or(marked: Marked, start: int, right: int) -> int:
    """Where the first day behind a place stands, or else the end of its clause."""
    days = marked.heard.find("days.forms", "days.spans", "days.ago")
    return min((one.start for one in days if start <= one.start < right), default=right)


def said_again(marked: Marked, one: Span, left: int, right: int, contrast: bool) -> bool | None:
    """
    Of what a clause says, which begins with it: is it denied? Nothing where nothing tells that it is of what was named
    before: a denial, a pronoun, or a correction, or where it says no more behind a contrast.
    """
    if any(article.start == one.end + 1 for article in _articles(marked)):
        return None  # *we have renewed the lease*
    denied = [span[:2] for span in marked.within("denial.before", left, one.start)]
    refused = (marked.behind("denial.behind", *at) for at in ((one.start, 0), (one.end, SHORT + 1)))
    behind = any(no and not one.start <= no.start < no.end <= one.end for no in refused)  # *no more* says it itself
    paths = ("clauses.pronouns", "clauses.fillers", "correction", "ours_alone", "state.present")
    fillers = [span[:2] for path in paths for span in marked.within(path, left, one.start)]
    short = contrast and marked.gap(one.end, right) <= SHORT + 1
    again = denied or behind or fillers or short or marked.behind("clauses.pronouns", one.end, 0)
    days = [(day.start, day.end) for day in marked.heard.find("days.forms", "days.spans") if left <= day.start]
    idle = {*denied, *fillers, *(o[:2] for path in ("ours", "past") for o in marked.within(path, left, one.start))}
    idle |= {day for day in days if day[1] <= one.start}  # *…, but in May it was renewed*
    anew = renewed(marked, left, right) and marked.behind("clauses.pronouns", one.end, 0)
    empty = anew or marked.gap(left, one.start) <= sum(marked.gap(*place) for place in idle)
    return bool(denied or behind) if again and empty else None


def accompanied(marked: Marked, words: Iterable[Span], place: int, said: Span) -> bool:
    """Does one of some words stand in the clause of a place, outside what is said there?"""
    left, right = marked.clause(place, place)
    held = (one for one in words if left <= one.start and one.end <= right)
    return any(one.end <= said.start or said.end <= one.start for one in held)


def parted(marked: Marked, start: int, end: int) -> bool:
    """Does a word of purpose stand between what would be said and its thing: *NEC … refunds for cancelled …*?"""
    return any(True for path in ("denial.ends", "denial.ends_farther") for _ in marked.within(path, start, end))


def coming(marked: Marked, end: int, state: State) -> bool:
    """
    Is it not yet so: it *expires*, has *almost expired*, begins in a month that may be to come, or a word of what is to
    come stands between, which is no end as *until next year* is?
    """
    nearly = marked.before("measure.about.before", state.start, 0)
    words = marked.within("state.coming.before", end, state.start)
    ahead = any(not marked.behind("until", one.end, WIDE) for one in words)
    return bool(state.ending or nearly or ahead or _begins(marked, end))


def _begins(marked: Marked, end: int) -> bool:
    """Is it there from a month on of which no year is told, nor that it is past: *we have SWA from January only*?"""
    left, right = marked.clause(end, end)
    if not marked.within("measure.range_from", left, right) or any(marked.within("past", left, right)):
        return False
    days = [one for one in marked.heard.find("days.forms", "days.spans", "days.alone") if left <= one.start < right]
    if any("year" in one.gaps for one in days):
        return False
    return any(marked.before("measure.range_from", one.start, 0) for one in days if "month" in one.gaps)


def _so_long(marked: Marked, end: int, state: State) -> bool:
    """Is it told for how long it is there at all, not for how long still: *comes with three years*?"""
    if not any(one.start == state.start for one in marked.of("state.there.behind")):
        return False
    days = {at for day in marked.heard.find("days.forms") for at in range(day.start, day.end)}  # *active on the 18th*
    amounts = (one for one in marked.heard.find("numbers.amounts") if end <= one.start and one.end <= state.start)
    told = (one for one in amounts if one.start not in days and not marked.beside("measure.other", one.start, one.end))
    return any(not marked.gap(end, one.start) + marked.gap(one.end, state.start) for one in told)


def either(marked: Marked, state: State, states: Iterable[State]) -> bool:
    """Is another answer joined to this one: *monthly or yearly*?"""
    others = (one for one in states if one.option != state.option)
    return any(joined(marked, min(one.end, state.end), max(one.start, state.start)) for one in others)


def distance(marked: Marked, state: State, start: int, end: int) -> tuple[float, int]:
    """In Japanese what stands before a thing and is no subject describes it; what stands behind it says what is so."""
    if state.end > start:
        return marked.gap(end, state.start), state.start - state.end
    cases = marked.markers.words("clauses.cases")
    described = is_japanese(marked.text[state.start]) and cases.isdisjoint(marked.text[state.end - 1 : state.end + 1])
    return marked.gap(state.end, start) + (FAR if described else 0), state.start - state.end
