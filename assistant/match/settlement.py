"""Of everything that a text says of each fact: the one value that is simply said, or else those that may be meant."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from assistant.match.denials import denied
from assistant.match.exactness import time_corrected
from assistant.match.lexicon import Lexicon
from assistant.match.markers import SHORT, Marked
from assistant.match.moments import Said as Time
from assistant.match.moments import distinct
from assistant.match.ranges import joined, number_behind
from assistant.match.reach import instead
from assistant.match.times import time_denied
from assistant.match.understanding import Offered, Read, Said, Stated, Why
from assistant.match.words import is_japanese
from assistant.parsing.amounts import amounts_said
from assistant.parsing.clocks import times_in
from assistant.parsing.speech import Heard
from assistant.vocabulary.fact import Fact
from assistant.vocabulary.facts.choice import Choices, YesNo

DROPPED: frozenset[Why | None] = frozenset({"denied", "corrected"})
"""What is taken back or denied is not offered either."""
MOVED: Mapping[Why | None, str] = {"coming": "measure.range_behind", "former": "measure.target"}
"""What joins the one to what comes of it, or the other way about: *we went from bronze to gold*."""


def settled(marked: Marked, found: Iterable[Said], facts: Mapping[str, Fact], called: Lexicon | None = None) -> Read:
    """
    Each fact once: stated, offered, or neither; `called` is what the policy is.

    Of a yes-no, any doubt leaves it open; of other facts, what is asked for is no rival of what is said.
    """
    by_fact: dict[str, list[Said]] = {}
    for one in _shared(marked, sorted(found, key=lambda one: (one.start, one.end))):
        by_fact.setdefault(one.fact, []).append(one)
    stated: list[Stated] = []
    offered: list[Offered] = []
    for name, every in by_fact.items():
        kept = [_retracted(marked, one, every) for one in _latest(marked, every) if one.why not in DROPPED]
        sure = [one for one in kept if one.why is None]
        sure = list(sure if isinstance(facts[name], Choices) else _sure(marked, sure, called))
        rivals = {one.option for one in kept if _rival(marked, one, sure)} - {one.option for one in sure}
        doubted = isinstance(facts[name], YesNo) and any(one.why and not _others(marked, one, sure) for one in every)
        if isinstance(fact := facts[name], Choices) and sure and not rivals:
            stated.append(_several(name, fact, sure))
        elif len({one.option for one in sure}) == 1 and not rivals and not doubted:
            stated.append(Stated(name, sure[0].option, sure[0].start, sure[0].end))
        elif open_ := _offered(name, kept):
            offered.append(open_)
    return Read(tuple(stated), tuple(offered))


def unheeded(
    marked: Marked, rest: Heard, times: Sequence[Time], found: Iterable[Said], told: Sequence[Stated | Offered]
) -> Iterator[Stated]:
    """
    Where days, times and amounts stand of which nothing is `told`, nor offered: not those that are denied or taken
    back, nor the moment of asking.
    """
    values = {(one.fact, value) for one in told for value in (one.values if isinstance(one, Offered) else [one.value])}
    known = [(one.start, one.end) for one in found if one.why in DROPPED or (one.fact, one.option) in values]
    back = (one for one in times if time_denied(marked, one, times) or time_corrected(marked, one, times))
    known += [(one.start, one.end) for one in (*told, *back, *(one for one in times if one.now))]
    places = chain(((one.start, one.end) for one in times), (one[:2] for one in distinct(times_in(marked.heard))))
    for start, end in chain(places, (one[:2] for one in amounts_said(rest, ()))):
        if not (denied(marked, start, end) or any(start < last and first < end for first, last in known)):
            known.append((start, end))
            yield Stated("", "", start, end)


def _shared(marked: Marked, found: Sequence[Said]) -> Iterator[Said]:
    """
    What things that are compared have in common is simply said: *Bronze or Gold at 120 km*. It is not common where its
    clause speaks of one of them alone.
    """
    kept = [one for one in found if one.why not in DROPPED]
    options = {one.fact: {other.option for other in kept if other.fact == one.fact} for one in kept}
    compared = [one for one in kept if len(options[one.fact]) > 1]
    for one in found:
        left, right = marked.clause(one.start, one.end)
        beside = [other for other in compared if left <= other.start < right]
        alone = len({other.option for other in beside}) == 1 and not any(
            joined(marked, other.end, beside[0].start) for other in compared
        )
        common = compared and one.why == "several" and len(options[one.fact]) == 1 and not alone
        yield one._replace(why=None) if common else one


def _several(name: str, fact: Choices, sure: Sequence[Said]) -> Stated:
    """All options that are said of a fact that takes several, in its order."""
    said = {one.option for one in sure}
    value = ",".join(one for one in fact.options if one in said)
    return Stated(name, value, min(one.start for one in sure), max(one.end for one in sure))


def _rival(marked: Marked, one: Said, sure: Sequence[Said]) -> bool:
    """
    May it be meant instead of what is simply said? Not what is asked, past or to come, nor hearsay before it, unless
    both are said in one breath; not either what comes of what is said: *from bronze to gold*.
    """
    breath = [(min(one.end, other.end), max(one.start, other.start)) for other in sure]
    path = MOVED.get(one.why)
    moved = path and any(joined(marked, *place, path) for place in breath)
    if not moved and any(joined(marked, *place) for place in breath):
        return True
    mine = any(True for other in sure for _ in marked.within("ours_alone", one.end, other.start))
    if mine or one.why in (None, "asked", "former", "coming", "other"):
        return False
    return one.why != "unsure" or not any(one.end <= other.start for other in sure)


def _others(marked: Marked, one: Said, sure: Sequence[Said]) -> bool:
    """Is it said of somebody else, before the asker's own is, or only thought, before it is told: *…, but it was …*?"""
    if one.why == "unsure":
        told = [own.end for own in sure if own.option != one.option]
        return any(marked.within(path, one.end, end) for end in told for path in ("whereas", "correction"))
    behind = any(own.start > marked.sentence(one.start, one.end)[1] for own in sure)
    ours = any(any(marked.within("ours_alone", one.end, own.end)) for own in sure)
    return one.why == "other" and (behind or ours)


def _offered(name: str, kept: Sequence[Said]) -> Offered | None:
    """What may be meant; nothing where the text only asks."""
    if all(one.why == "asked" for one in kept):
        return None
    first = next((one for one in kept if one.why), kept[0])
    values = tuple(dict.fromkeys(one.option for one in kept if one.option))
    if first.why in (None, "several"):
        return Offered(name, values, min(one.start for one in kept), max(one.end for one in kept), "several")
    return Offered(name, values, first.start, first.end, first.why)


def _sure(marked: Marked, said: Sequence[Said], called: Lexicon | None) -> Sequence[Said]:
    """
    Of several values the asker's own, the one that is so now or still, more words give to the fact, or that stands in
    a clause which begins with what the policy is called: *our phones are monthly, the swap-out …*; else all.
    """
    if len({one.option for one in said}) < 2:
        return said
    ours = [one for one in said if _of_asker(marked, one, said)]
    now = [one for one in said if _of_now(marked, one, said)]
    most = max(one.weight for one in said)
    still = [one for one in said if not marked.behind("state.formerly.behind", one.end, SHORT)]
    words = marked.spans(called) if called else ()
    opens = {at for one in words if not marked.gap((at := marked.clause(*one[:2]))[0], one.start)}
    own = [one for one in said if marked.clause(one.start, one.end) in opens]
    chosen = (ours, now, still, [one for one in said if one.weight == most], own)
    return next((some for some in chosen if len({one.option for one in some}) == 1), said)


def _of_now(marked: Marked, one: Said, said: Sequence[Said]) -> bool:
    """Does its clause speak of what is now, or its sentence since another value was said: *this time it is …*?"""
    left, right = marked.clause(one.start, one.end)
    whole = marked.sentence(one.start, one.end)[0]
    last = max((other.end for other in said if whole <= other.start and other.end <= one.start), default=left)
    right = one.end if any(one.end <= other.start < right for other in said) else right
    paths = "state.present", "state.renewed"
    return any(True for path in paths for _ in marked.within(path, min(left, last), right))


def _of_asker(marked: Marked, one: Said, said: Sequence[Said]) -> bool:
    """Is it so of the asker, where others are not: *but we took silver*, *but it was renewed*?"""
    first, left = marked.sentence(one.start, one.end)[0], marked.clause(one.start, one.end)[0]
    others = [marked.clause(other.start, other.end) for other in said if first <= other.start < left]
    joins = {stop: begin for begin, stop in marked.breaks}  # *but what we signed is silver*
    opens = {left, joins.get(left, left) - 1}
    if not any(span.end in opens for span in marked.of("whereas")):
        return False
    past = any(True for place in others for _ in marked.within("past", *place))
    return (past and instead(marked, left)) or bool(marked.within("ours", left, one.start))


def _retracted(marked: Marked, one: Said, said: Sequence[Said]) -> Said:
    """
    In doubt, where a clause behind it begins with taking it back, and neither with another number for the last one nor
    with what is only supposed.
    """
    right = marked.clause(one.start, one.end)[1]
    starts = {stop for begin, stop in marked.breaks if begin >= right}
    supposed = [other for other in said if _supposed(marked, other)]
    spans = [
        span
        for span in marked.of("retraction")
        if not number_behind(marked, span.end) and not any(span.end <= other.start for other in supposed)
    ]
    back = any(not marked.gap(begin, span.start) for span in spans for begin in starts if begin <= span.start)
    return one._replace(why="unsure") if back and not one.why else one


def _supposed(marked: Marked, one: Said) -> bool:
    """Is it only a condition, where verbs stand last: *if it were gold*?"""
    premise = marked.behind("question.premise", one.end, SHORT)
    return premise is not None and is_japanese(premise.word[0])


def _taken_back(marked: Marked, one: Said, later: Said) -> bool:
    """Is the later one said instead, not asked about in another sentence: *silver. After all, is it free with gold*?"""
    if any(marked.within("contrast", one.end, later.start)):
        return True
    behind = marked.behind("correction_behind", later.end, 0)
    if (not behind and not any(marked.within("correction", one.end, later.start))) or _supposed(marked, later):
        return False
    if one.start >= marked.sentence(later.start, later.end)[0]:
        return True
    end, right = behind.end if behind else later.end, marked.clause(later.start, later.end)[1] + 1
    return not marked.within("question.asking", end, min(right, len(marked.text)))


def _latest(marked: Marked, said: Sequence[Said]) -> list[Said]:
    """Without what is taken back before another value is said."""
    kept = []
    for at, one in enumerate(said):
        others = (other for other in said[at + 1 :] if other.option != one.option and other.start >= one.end)
        later = next((other for other in others if other.why is None), None)
        owner = any(span.start == one.end for span in marked.of("clauses.of_before"))  # what it is of
        owns = owner and any(other.start == one.end + 1 and other.option != one.option for other in said)
        if not ((later and _taken_back(marked, one, later)) or owns):
            kept.append(one)
    return kept
