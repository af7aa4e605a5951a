"""
What is said of a thing that a fact is about: that it is there, is no more, or what else may be said of it in content.

A frame names its things and what may be said of them; the grammar of each language says how it is said that anything
is there or gone, and how that is denied, asked or left open.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from assistant.match.denials import (
    denials,
    denied,
    lasting,
    left_out,
    left_to,
    neither,
    no_more,
    own_denial,
    regretted,
    said_in,
    twice,
    unended,
)
from assistant.match.lexicon import Entry, Lexicon, Span
from assistant.match.markers import FAR, SHORT, WIDE, Marked
from assistant.match.memory import abandoned
from assistant.match.reach import doubted, elsewhere, guessed
from assistant.match.states import (
    Place,
    Spoken,
    State,
    accompanied,
    around,
    coming,
    did,
    distance,
    either,
    led_by,
    of_other_thing,
    of_others,
    only_about,
    parted,
    receives,
    renewed,
    said_again,
    untold,
    verb_behind,
)
from assistant.match.supposition import dropped, planned, queried
from assistant.match.understanding import Said, Why
from assistant.parsing.plain import blanked, plain
from assistant.vocabulary.fact import Frame as Described

MOST_THINGS = 6


class Frame(NamedTuple):
    """A frame ready to be found; `opposite` of each option is the other one of two."""

    fact: str
    things: Lexicon
    others: Lexicon
    beside: Lexicon
    says: Mapping[str, Lexicon]
    there: str | None
    missing: str | None
    sought: bool
    deed: bool
    leads: frozenset[str]

    @classmethod
    def of(cls, fact: str, described: Described) -> "Frame":
        """As content describes it."""
        says = {option: Lexicon.build(map(Entry.line, map(plain, words))) for option, words in described.says.items()}
        every = described.things, described.others, described.beside
        things, others, beside = (Lexicon.build(map(Entry.line, map(plain, words))) for words in every)
        leads, (sought, deed) = frozenset(map(plain, described.leads)), map(described.kind.__eq__, ("request", "deed"))
        return cls(fact, things, others, beside, says, described.there, described.missing, sought, deed, leads)

    def opposite(self, option: str) -> str | None:
        """What is so where this is not: of a thing that is there or missing, and of yes and no."""
        pairs = ((self.there, self.missing), ("yes", "no"))
        return next((other if option == one else one for one, other in pairs if option in (one, other)), None)

    def read(self, marked: Marked) -> Sequence[Said]:
        """Everything that the text says of the things; nothing where it names them more often than a question does."""
        return marked.once(id(self), lambda: list(self._read(marked)))

    def _read(self, marked: Marked) -> Iterator[Said]:
        things = marked.spans(self.things)
        if not 0 < len(things) <= MOST_THINGS:
            return
        rest = blanked(marked.text, (thing[:2] for thing in things))
        says = said_in(marked, rest, self.says, bool(self.there and self.missing))
        yield from (Said(self.fact, *one) for one in did(marked, says) if self.deed)
        for thing in things:
            said = None if self._lasts and only_about(marked, *thing[:2]) else self._said(marked, thing[:2], says)
            ended = no_more(marked, said) if said and self.missing and said.option == self.there else None
            said = said._replace(why="former") if said and ended else said
            yield from filter(None, [said])
            yield from (Said(self.fact, str(self.missing), *place) for place in filter(None, [ended]))
            opposite = self.opposite(said.option) if said and said.why == "other" else None
            own = own_denial(marked, says.get(said.option, ()), thing.end) if said and opposite else ()
            yield from (Said(self.fact, str(opposite), *place) for place in own)
            yield from () if self._other(marked, *thing[:2]) else self._carried(marked, thing.end, things)
            alone = left_out(marked, thing.end) if self.missing and not ended else ()
            yield from (Said(self.fact, str(self.missing), *place, why) for place, why in alone)

    def _said(self, marked: Marked, thing: Place, says: Spoken) -> Said | None:
        left, right = marked.sentence(*thing) if self.sought else marked.clause(*thing)
        states = list(self._states(marked, thing, left, right, says))
        if len({one.option for one in states}) > 1 and not any(self.opposite(one.option) for one in states):
            states = [one for one in states if not denied(marked, one.start, one.end)] or states
        if self.deed:
            doers = [one for one in states if not receives(marked, one, thing)]
            if states and not doers:
                return Said(self.fact, states[0].option, *around(thing, states[0]), "denied")
            states = doers
        state = min(states, key=lambda one: distance(marked, one, *thing), default=None)
        if self.sought:
            return self._asked_for(marked, thing, state, states)
        told = self._told(marked, thing, state, states, says)
        verb = verb_behind(marked, state, states) if state and told and not told.why else None
        last = self._told(marked, thing, verb, states, says) if verb else told
        said = last if last and last.why else told
        opposite = self.opposite(said.option) if said and regretted(marked, said.end) else None
        return said._replace(option=opposite, why=None) if said and opposite else said

    def _asked_for(self, marked: Marked, thing: Place, state: State | None, states: Sequence[State]) -> Said | None:
        """What is asked for is not denied, and in doubt only where it is another's or one of several."""
        if not state or any(marked.behind("denial.fine", *at) for at in ((thing[1], 0), (state.end, SHORT))):
            return None
        (first, last), opposite = around(thing, state), self.opposite(state.option)
        if marked.before("denial.before", thing[0], 0):
            return Said(self.fact, opposite, first, last, elsewhere(marked, first, last)) if opposite else None
        mine = state.end <= thing[0] and marked.behind("denial.behind", thing[1], 0)  # where verbs stand last
        if mine or denied(marked, state.start, state.end) or marked.behind("contrast", thing[1], 0):
            return None
        if opposite and marked.behind("state.then", last, FAR):
            return Said(self.fact, state.option, first, last, "former")
        why = elsewhere(marked, first, last, thing=thing) or guessed(marked, first, last, sought=True)
        why = "other" if self._other(marked, *thing) else "several" if either(marked, state, states) else why
        return Said(self.fact, state.option, first, last, why)

    def _told(
        self, marked: Marked, thing: Place, state: State | None, states: Sequence[State], says: Spoken
    ) -> Said | None:
        """What is said of the thing, or the opposite where one denial reaches it."""
        first, last = around(thing, state)
        found = denials(marked, thing, state, states)
        state = state or (left_to(marked, thing, found[0], says) if len(found) == 1 else None)
        option = state.option if state else self.there if found else None
        reached = max([last, *(stop for _, stop in found)])
        apart = state and (either(marked, state, states) or neither(marked, state.end))
        why = "several" if apart else doubted(marked, first, reached)
        why = why or untold(marked, thing, state, states) or (guessed(marked, first, last) if found else None)
        left_off = not self._lasts and option and abandoned(marked, reached)
        if left_off and (why in ("coming", "former", "unsure") or (not why and dropped(marked, first, reached))):
            return Said(self.fact, str(self.opposite(str(option))), first, reached)
        if left_off and any(one.start <= last <= one.end for one in marked.of("question.premise")):
            why = "unsure"
        why = None if why == "coming" and not self._lasts and planned(marked, last) else why
        if len(found) == 1 and option:
            why = why or ("unsure" if option == self.missing and unended(marked, state, reached) else None)
            option, why = (other, why) if (other := self.opposite(option)) or not self.deed else (option, "denied")
        elif found and not (option and twice(marked, found)):
            option, why = option or self.missing, "unsure"
        if found and any(marked.within("denial.behind", reached, marked.clause(*thing)[1])):
            why = "unsure"  # a denial behind a denial, which may take it back
        if option is None:  # *I forget how it was with the warranty*
            return Said(self.fact, "", *thing, "unsure") if marked.behind("commitment.facts", thing[1], 0) else None
        why = self._doubt(marked, option, thing, None if found else state) or why
        why = "asked" if state and found and queried(marked, thing[0], state[1:3], self._lasts) else why
        return Said(self.fact, option, min([first, *(start for start, _ in found)]), reached, why)

    @property
    def of_verbs(self) -> bool:
        """Are its things what is done with something: not there or missing, nor yes or no, nor asked for?"""
        return not (self._lasts or self.sought or self.deed or "yes" in self.says or "no" in self.says)

    @property
    def _lasts(self) -> bool:
        """Is it of something that is there or missing, rather than of what is done?"""
        return bool(self.there or self.missing)

    def _doubt(self, marked: Marked, option: str, thing: Place, state: State | None) -> Why | None:
        """What more speaks against it than against any stretch; `state` is what is said of it, where not denied."""
        start, end = thing
        if self._other(marked, start, end):
            return "other"
        lasts = option == self.there or option not in ("yes", "no", self.missing)
        if lasts and marked.behind("state.then", max(end, state.end) if state else end, SHORT):
            return "former"
        was = [one[:2] for one in marked.of("state.was_there")] if lasts else ()
        if state and state[1:3] in was and not marked.before("question.premise", state.start, WIDE):
            return "former"
        if state and coming(marked, end, state):
            return "coming"
        owns = marked.before("own.before", start, SHORT)
        return "asked" if owns or (state and queried(marked, start, state[1:3], self._lasts)) else None

    def _states(self, marked: Marked, thing: Place, left: int, right: int, says: Spoken) -> Iterator[State]:
        start, end = thing
        for option, spans in says.items():
            for one in spans:
                inside = left <= one.start < one.end <= right
                apart = (not self.sought and parted(marked, one.end, start)) or of_others(marked, start, one)
                lone = self.beside.rows and not accompanied(marked, marked.spans(self.beside), start, one)
                led = one.word in self.leads and not led_by(marked, one, start, end)
                if inside and not (apart or lone or led) and not of_other_thing(marked, end, one):
                    yield State(option, one.start, one.end)
        yield from lasting(marked, thing, right, self.there, self.missing)

    def _other(self, marked: Marked, start: int, end: int) -> bool:
        left, last = marked.sentence(start, end) if self.sought else marked.clause(start, end)
        right = next((stop for begin, stop in marked.breaks if begin == last), last)  # with *because*, opening the next
        found = (one for one in marked.spans(self.others) if left <= one.start < right)
        meant = (one for one in found if not (self.sought and marked.behind("contrast", one.end, SHORT)))
        return any(marked.gap(one.end, start) <= FAR and marked.gap(end, one.start) <= WIDE for one in meant)

    def _carried(self, marked: Marked, end: int, things: Iterable[Span]) -> Iterator[Said]:
        """What the next clause says without naming the thing again, or the next sentence: *(. It) was renewed*."""
        sentence = marked.sentence(end, end)[1]
        for left in (stop for begin, stop in marked.breaks if begin >= end):
            right = marked.clause(left, left)[1]
            done = left <= sentence or renewed(marked, left, right) or not marked.gap(left, right)
            if not done or marked.text[right : right + 1] == "?" or any(left <= one.start < right for one in things):
                return
            yield from self._again(marked, left, right, left > sentence)

    def _again(self, marked: Marked, left: int, right: int, contrast: bool) -> Iterator[Said]:
        """What a clause says that names no thing."""
        contrast = contrast or renewed(marked, left, right) or any(one.end == left for one in marked.of("whereas"))
        for path, option in (("state.there.behind", self.there), ("state.gone.behind", self.missing)):
            for one in marked.within(path, left, right) if option else ():
                refused = said_again(marked, one, left, right, contrast)
                verb = marked.within("past", one.start, one.end) if contrast and not marked.gap(left, one.start) else ()
                if refused is not None or (verb and not marked.behind("until", one.end, 0)):
                    meant = str(self.opposite(str(option)) if refused else option)
                    why = doubted(marked, *one[:2]) if refused is not None else "unsure"
                    ahead: Why | None = "coming" if one in marked.of(f"{path}>") else None
                    yield Said(self.fact, meant, left, one.end, why or ahead)
