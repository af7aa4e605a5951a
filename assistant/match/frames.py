"""
What is said of a thing that a fact is about: that it is there, is no more, or what else may be said of it in content.

A frame names its things and what may be said of them; the grammar of each language says how it is said that anything
is there or gone, and how that is denied, asked or left open.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from assistant.match.lexicon import Entry, Lexicon, Span, signs_of
from assistant.match.markers import Marked
from assistant.match.ranges import joined
from assistant.match.reach import FAR, SHORT, WIDE, denied, doubted, guessed, untold
from assistant.match.understanding import Said, Why
from assistant.match.words import is_japanese
from assistant.parsing.plain import blanked, plain
from assistant.vocabulary.fact import Fact
from assistant.vocabulary.fact import Frame as Described

MOST_THINGS = 6
Spoken = Mapping[str, Sequence[Span]]
"""Where it stands what may be said of a thing, by the answer that it means."""


class State(NamedTuple):
    """A stretch that says something of a thing: which option that is."""

    option: str
    start: int
    end: int
    ending: bool = False


class Frame(NamedTuple):
    """A frame ready to be found; `opposite` of each option is the other one of two."""

    fact: str
    things: Lexicon
    others: Lexicon
    says: Mapping[str, Lexicon]
    there: str | None
    missing: str | None
    sought: bool

    @classmethod
    def of(cls, fact: str, described: Described) -> "Frame":
        """As content describes it."""
        says = {option: _lexicon(words) for option, words in described.says.items()}
        things, others = _lexicon(described.things), _lexicon(described.others)
        return cls(fact, things, others, says, described.there, described.missing, described.kind == "request")

    def opposite(self, option: str) -> str | None:
        """What is so where this is not: of a thing that is there or missing, and of yes and no."""
        for one, other in ((self.there, self.missing), ("yes", "no")):
            if option in (one, other):
                return other if option == one else one
        return None

    def read(self, marked: Marked) -> Iterator[Said]:
        """Everything that the text says of the things; nothing where it names them more often than a question does."""
        things = list(self.things.spans(marked.text, marked.signs))
        rest = blanked(marked.text, (thing[:2] for thing in things)) if things else ""
        signs = signs_of(rest)
        says = {option: list(lexicon.spans(rest, signs)) for option, lexicon in self.says.items()}
        for thing in things if len(things) <= MOST_THINGS else ():
            if said := self._said(marked, thing.start, thing.end, says):
                yield said
            yield from self._carried(marked, thing.end, things)
            yield from self._left_out(marked, thing.end)

    def _said(self, marked: Marked, start: int, end: int, says: Spoken) -> Said | None:
        left, right = marked.sentence(start, end) if self.sought else marked.clause(start, end)
        states = list(self._states(marked, (start, end), left, right, says))
        if len({one.option for one in states}) > 1 and not any(self.opposite(one.option) for one in states):
            states = [one for one in states if not denied(marked, one.start, one.end)] or states
        state = min(states, key=lambda one: _distance(marked, one, start, end), default=None)
        first, last = (min(start, state.start), max(end, state.end)) if state else (start, end)
        denials = [] if self.sought else _denials(marked, start, end, state, left, states)
        if self.sought and (marked.before("denial.before", start, 0) or (state and denied(marked, *state[1:3]))):
            return None
        option = state.option if state else self.there if denials else None
        reached = max([last, *(stop for _, stop in denials)])
        doubt = untold if self.sought else doubted
        why = "several" if state and _either(marked, state, states) else doubt(marked, first, reached)
        why = why or (guessed(marked, first, last) if denials else None)
        if len(denials) == 1 and option:
            option = self.opposite(option)
        elif denials and not (option and _twice(marked, denials)):
            option, why = option or self.missing, "unsure"
        if denials and any(marked.within("denial.behind", reached, right)):
            why = "unsure"  # a denial behind a denial, which may take it back
        if option is None or not (state or denials):
            return None
        why = self._doubt(marked, option, (start, end), None if denials else state) or why
        if state and denials and _queried(marked, start, state):
            why = "asked"
        places = [(first, last), *denials]
        return Said(self.fact, option, min(p[0] for p in places), max(p[1] for p in places), why)

    def _doubt(self, marked: Marked, option: str, thing: tuple[int, int], state: State | None) -> Why | None:
        """What more speaks against it than against any stretch; `state` is what is said of it, where not denied."""
        start, end = thing
        if self._other(marked, start, end, *marked.clause(start, end)):
            return "other"
        if self.sought:
            return None
        lasts = option == self.there or option not in ("yes", "no", self.missing)
        if lasts and marked.behind("state.then", max(end, state.end) if state else end, SHORT):
            return "former"
        nearly = state and marked.before("measure.about.before", state.start, 0)
        held = nearly and any(one[:2] == nearly[:2] for one in marked.of("state.there.before"))
        if state and (state.ending or (nearly and not held) or _coming(marked, end, state.start)):
            return "coming"
        asked = marked.before("own.before", start, SHORT) or (state and _queried(marked, start, state))
        return "asked" if asked else None

    def _states(self, marked: Marked, thing: tuple[int, int], left: int, right: int, says: Spoken) -> Iterator[State]:
        start, end = thing
        for option, spans in says.items():
            for one in spans:
                inside = left <= one.start < one.end <= right and (one.end <= start or one.start >= end)
                if inside and not _of_another(marked, end, one) and not _parted(marked, one.end, start):
                    yield State(option, one.start, one.end)
        yield from self._lasting(marked, start, end)

    def _lasting(self, marked: Marked, start: int, end: int) -> Iterator[State]:
        sides = ("state.there", self.there), ("state.gone", self.missing), ("state.ending", self.missing)
        for path, option in sides:
            places = (
                marked.before(f"{path}.before", start, WIDE, "denial.ends"),
                marked.behind(f"{path}.behind", end, FAR),
            )
            if option:
                yield from (State(option, one.start, one.end, path == "state.ending") for one in places if one)

    def _other(self, marked: Marked, start: int, end: int, left: int, right: int) -> bool:
        found = (one for one in self.others.spans(marked.text, marked.signs) if left <= one.start < right)
        return any(marked.gap(one.end, start) <= FAR and marked.gap(end, one.start) <= WIDE for one in found)

    def _carried(self, marked: Marked, end: int, things: Iterable[Span]) -> Iterator[Said]:
        """What the next clause says without naming the thing again: *it was renewed*, *never lapsed*."""
        left = next(
            (at for begin, at in marked.breaks if begin >= end and marked.text[slice(*marked.clause(at, at))].strip()),
            None,
        )
        if left is None or marked.sentence(end, end)[1] < left:
            return
        right = marked.clause(left, left)[1]
        if any(left <= thing.start < right for thing in things):
            return
        for path, option in (("state.there.behind", self.there), ("state.gone.behind", self.missing)):
            for one in marked.within(path, left, right) if option else ():
                denials = [(d.start, d.end) for d in marked.within("denial.before", left, one.start)]
                behind = marked.behind("denial.behind", one.start, SHORT + 1)
                paths = ("clauses.pronouns", "clauses.fillers")
                fillers = [(p.start, p.end) for path in paths for p in marked.within(path, left, one.start)]
                again = denials or fillers or marked.behind("clauses.pronouns", one.end, 0)
                if again and _empty(marked, left, one.start, [*denials, *fillers]) and len(denials) < 2:
                    meant = self.opposite(option) if (denials or behind) and option else option
                    why = doubted(marked, one.start, one.end)
                    yield Said(self.fact, meant or "", left, one.end, why if meant else "unsure")

    def _left_out(self, marked: Marked, end: int) -> Iterator[Said]:
        """A denial that ends the next clause and leaves the thing out: *one with it and one without*."""
        sentence = marked.sentence(end, end)[1]
        for one in marked.within("denial.before", end, sentence):
            if self.missing and marked.breaks and not re.match(r"\s*\w", marked.text[one.end : sentence]):
                yield Said(self.fact, self.missing, one.start, one.end, "several")


def _twice(marked: Marked, denials: Sequence[tuple[int, int]]) -> bool:
    """Do two denials stand side by side before their thing, so that one takes back the other: *not without*?"""
    before = [place for place in denials if any(one[:2] == place for one in marked.of("denial.before"))]
    return len(before) == len(denials) == 2 and not marked.gap(before[0][1], before[1][0])


def _queried(marked: Marked, start: int, state: State) -> bool:
    """Is a clause that says nothing else a question, where none before it asks: *cover lapsed?*"""
    left, right = marked.clause(start, state.end)
    if any(marked.within("question.asking", marked.sentence(start, state.end)[0], left)):
        return False
    alone = not marked.gap(left, start) and not marked.gap(state.end, right) and not marked.text[:left][-1:].isalnum()
    return start < state.start and alone and marked.text[right : right + 1] == "?"


def _of_another(marked: Marked, end: int, said: Span) -> bool:
    """Is it a preposition behind the thing, of which something else is said: *warranty on our display ran out*?"""
    small = any(said[:2] == one[:2] for one in marked.of("clauses.small"))
    return small and said.start >= end and marked.behind("state.gone.behind", end, FAR) is not None


def _parted(marked: Marked, start: int, end: int) -> bool:
    """Does a word of purpose stand between what would be said and its thing: *NEC … refunds for cancelled …*?"""
    return any(True for path in ("denial.ends", "denial.ends_farther") for _ in marked.within(path, start, end))


def _coming(marked: Marked, start: int, end: int) -> bool:
    """Does a word of what is to come stand between, which is no end: not 来年まで?"""
    return any(not marked.behind("until", one.end, 0) for one in marked.within("state.coming.before", start, end))


def _either(marked: Marked, state: State, states: Iterable[State]) -> bool:
    """Is another answer joined to this one: *monthly or yearly*?"""
    others = (one for one in states if one.option != state.option)
    return any(joined(marked, min(one.end, state.end), max(one.start, state.start)) for one in others)


def _denials(
    marked: Marked, start: int, end: int, state: State | None, left: int, states: Iterable[State]
) -> list[tuple[int, int]]:
    """The denials that reach the thing or what is said of it; not one behind something else that is said."""
    places = [(start, end)] + ([(state.start, state.end)] if state else [])
    found: set[tuple[int, int]] = set()
    for begin, stop in places:
        if one := marked.before("denial.wide", begin, FAR):
            found.add((one.start, one.end))
        if one := marked.before("denial.before", begin, WIDE, "denial.ends"):
            found.add((one.start, one.end))
            if another := marked.before("denial.before", one.start, WIDE):
                found.add((another.start, another.end))
        near = 0 if (begin, stop) == (start, end) else SHORT + 1
        one = marked.behind("denial.behind", stop, near)
        if one and not any(stop <= other.start and other.end <= one.start for other in states if other != state):
            found.add((one.start, one.end))
        found |= {(d.start, d.end) for d in marked.of("denial.behind") if begin <= d.start < stop < d.end}
    inside = {d for d in found for s, e in places if s <= d[0] and d[1] <= e}
    return sorted(d for d in found - inside if d[0] >= left)


def _distance(marked: Marked, state: State, start: int, end: int) -> tuple[float, int]:
    """In Japanese what stands before a thing only describes it, and what stands behind it says what is so."""
    if state.end > start:
        return marked.gap(end, state.start), state.start - state.end
    described = is_japanese(marked.text[state.start])
    return marked.gap(state.end, start) + (FAR if described else 0), state.start - state.end


def _empty(marked: Marked, start: int, end: int, idle: Iterable[tuple[int, int]]) -> bool:
    return marked.gap(start, end) <= sum(marked.gap(begin, stop) for begin, stop in set(idle))


def _lexicon(words: Iterable[str]) -> Lexicon:
    return Lexicon.build(map(Entry.line, map(plain, words)))


def frames_of(facts: Mapping[str, Fact]) -> tuple[Frame, ...]:
    """The frames of those facts that have one."""
    return tuple(Frame.of(name, frame) for name, fact in facts.items() for frame in fact.frames)
