"""To which fact each day and moment of a text belongs, and what it says of it."""

import datetime as dt
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from assistant.match.exactness import (
    alternatives,
    begins,
    begun,
    canonical,
    contrasted,
    cut_off,
    dated,
    done,
    last_or_next,
    on_clock,
    renewed_since,
    time_corrected,
    timed,
    was_to_be,
    zone_of,
)
from assistant.match.known import Known
from assistant.match.markers import Marked
from assistant.match.moments import Said as Time
from assistant.match.roles import Owner, meant, tense_of
from assistant.match.states import verb_opens
from assistant.match.supposition import intended
from assistant.match.times import busy, of_asking, of_question, reported, time_denied, told
from assistant.match.understanding import Said, Why
from assistant.match.whose import for_another
from assistant.parsing.clocks import FORMS as CLOCKS
from assistant.parsing.plain import plain
from assistant.vocabulary.fact import WEAK, Asked
from assistant.vocabulary.facts.choice import YesNo
from assistant.vocabulary.facts.moment import DayFact, MomentFact, TimeFact


@dataclass(frozen=True, slots=True)
class Owners:
    """
    Gives the days and moments of one text to the facts that are known, of which a topic can ask for some, and for the
    `aspect` that is meant for fewer: no other is told by a day without its words. `now` is on the policy's clock, which
    has this zone.
    """

    known: Known
    asked: Sequence[str]
    aspect: Container[str]
    marked: Marked
    now: dt.datetime
    zone: str

    def said(self, times: Sequence[Time]) -> Iterator[Said]:
        """What they say; nothing of those that are denied or taken back."""
        marked = self.marked
        refused = [one for one in times if time_denied(marked, one, times) or time_corrected(marked, one, times)]
        kept = [one for one in times if one not in refused]
        own = [one for one in kept if not (of_question(marked, one) or of_asking(marked, one))]
        for group in alternatives(marked, own):
            # Of which only one is meant, they all belong to one fact.
            time = replace(group[-1], start=group[0].start)
            # The day of a moment may be said twice: *Monday last week, i.e. 16 November, 10:45*.
            day = time.value.date() if isinstance(time.value, dt.datetime) else None
            others = [o for o in kept if o not in group and not (day and o.end <= time.start and o.value == day)]
            term = self._of_term(time, others)
            owner = term or self._owner(time, others) or self._as_before(time, others)
            before = [
                one for one in times if one.end <= time.start and (one in refused or was_to_be(marked, one, time))
            ]
            again = bool(before) and (before[-1] in kept or time_corrected(marked, before[-1], times))
            backs = (replace(one, value=time.value, either=time.either) for one in reversed(before) if again)
            every = filter(None, (owner, *(self._owner(one, others) for one in backs)))
            owner = max(every, key=lambda one: bool(one.weight), default=None)
            if owner and not (owner.fact in self.known.until and begins(marked, time, others)):
                sure = again or term is not None  # what is said instead of another is of the same
                for said in chain.from_iterable(self._meant(one, owner, sure) for one in group):
                    yield said._replace(why="several") if len(group) > 1 else said

    def _as_before(self, time: Time, times: Sequence[Time]) -> Owner | None:
        """The fact of a day of others, in a clause of ours without a verb: *theirs began in March, ours on 1 July*."""
        small = self.marked.before("clauses.small", time.start, 0)
        ours = self.marked.before("ours", small.start if small else time.start, 0)
        before = next((one for one in reversed(times) if ours and one.end <= ours.start), None)
        alone = before and not self.marked.within("ours", *self.marked.clause(before.start, before.end))
        return self._owner(before, [time]) if before and alone else None

    def _of_term(self, time: Time, times: Sequence[Time]) -> Owner | None:
        """The one fact that says since when, or until when, for the days of a term, or one behind *until*."""
        first = begun(self.marked, time, times)
        term = any(begins(self.marked, one, [time]) for one in first)
        facts = self.known.until if first or self._until(time) else ()
        facts = self.known.since if begins(self.marked, time, times) else facts
        found = [name for name in self.asked if name in facts] or [*(facts if term else ())]
        certain = not (isinstance(time.value, dt.datetime) or time.either) and len(found) == 1
        return Owner(found[0], 1) if certain else None

    def _until(self, time: Time) -> bool:
        """Is it said of a thing that it lasts until then: *cover goes through to 31 December*?"""
        left = self.marked.clause(time.start, time.end)[0]
        until = self.marked.before("until", time.start, 0)
        things = (thing for frame in self.known.frames if frame.there for thing in self.marked.spans(frame.things))
        return (
            until is not None
            and (self.marked.gap(left, until.start) > 0 or bool(self.marked.within("state.renewed", *until[:2])))
            and not any(left <= thing.start < until.start for thing in things)
        )

    def _meant(self, time: Time, owner: Owner, sure: bool) -> Iterator[Said]:
        fact, time = self.known.facts[owner.fact], self._to_come(time, owner)
        either: Sequence[dt.date | dt.time | None] = time.either
        if isinstance(fact, TimeFact) and time.clock:
            either = [one.time() for one in time.either] if len(time.either) > 1 else []
        if isinstance(fact, DayFact | MomentFact) and owner.fact not in {*self.known.of_now, *self.known.until}:
            either = either or list(last_or_next(self.marked, time.value, self.now))
        spoken = zone_of(self.marked, time.start, time.end) if isinstance(fact, MomentFact | TimeFact) else None
        start, end = time.start, time.end
        if spoken and self.zone and spoken.word != self.zone:
            start, end = min(start, spoken.start), max(end, spoken.end)
            if spoken.word != "local":
                either = [*on_clock(either or [time.value], spoken.word, self.zone), *(either or [time.value])]
        why = self._why(time, owner, sure)
        meant = either or time.days or [time.clock if isinstance(fact, TimeFact) else time.value]
        for value in map(canonical, meant):
            open_ = (bool(either) or not value or len(time.days) == 1) and why not in ("former", "unsure")
            yield Said(owner.fact, value, start, end, "open" if open_ else why, owner.weight)

    def _to_come(self, time: Time, owner: Owner) -> Time:
        """Of a fact that is about now or later, the day of this month that is still to come: *the 26th at 6 pm*."""
        days = [one for one in time.either if one >= self.now] if time.day and time.day.days else []
        near = owner.fact in self.known.of_now and len(days) == 1 and days[0].month == self.now.month
        still = near and tense_of(self.marked, time.start, time.end) >= 0
        return replace(time, value=days[0], either=()) if still else time

    def _weakly(self, time: Time, owner: Owner) -> bool:
        """Do only weak words of the fact stand in its clause, or else its sentence: *we ordered it on 3 May*?"""
        places = self.marked.clause(time.start, time.end), self.marked.sentence(time.start, time.end)
        cues = self.marked.spans(self.known.cues[owner.fact])
        found = ([one for one in cues if left <= one.start < right] for left, right in places)
        return any(all(one.word.startswith(WEAK) for one in some) for some in list(filter(None, found))[:1])

    def _why(self, time: Time, owner: Owner, sure: bool) -> Why | None:
        marked, start, end = self.marked, time.start, time.end
        moment = isinstance(self.known.facts[owner.fact], MomentFact | TimeFact)
        cued, until = owner.fact in self.known.cues, owner.fact in self.known.until
        to_come = isinstance(time.value, dt.datetime) and time.value > self.now
        ahead = type(time.value) is dt.date and time.value > self.now.date()
        asked = to_come and verb_opens(marked, marked.clause(start, end)[0], start)  # *is it answered tomorrow at 5 pm*
        past = cued and not asked and tense_of(marked, start, end) < 0
        # No word of the fact gives it this day, where it is named elsewhere: *sent at 9:50. Acceptance is pending*.
        named = cued and owner.fact not in self.known.of_now and marked.spans(self.known.cues[owner.fact])
        if (not owner.weight and (past or named or busy(marked, time, cued))) or self._of_thing(time, owner):
            return "other"
        if cued and contrasted(marked, owner.fact, self.known.cues):
            return "denied"
        if (to_come or ahead) and cued and owner.fact not in self.known.of_now and intended(marked, time):
            return "coming"
        own = [*(marked.spans(self.known.cues[owner.fact]) if cued else ())]
        off = cued and cut_off(marked, start, end, bare=False)
        off = off and not marked.holds(self.known.cues[owner.fact], *marked.clause(start, end))
        if off or (cued and (self._weakly(time, owner) or for_another(marked, start, end, owner.fact, self.known))):
            return "other"
        if past and ahead and not until and done(marked, time):
            return "open"  # *it was activated tomorrow*
        apart, now = cued and to_come and not owner.weight, owner.fact in self.known.of_now
        if moment and (not asked and reported(marked, time) if now else apart):
            return "other"
        if until and (renewed_since(marked, time, self.now) or (not sure and self._of_no_end(time, owner))):
            return "other"
        own += marked.of("until") if until else ()
        why = timed(marked, start, end, self.zone) if moment else dated(marked, start, end, own)
        return None if why == "range" and sure else why  # the last day of a range is its end

    def _of_no_end(self, time: Time, owner: Owner) -> bool:
        """Does it begin something, or does a verb say something else of it: *dates from*, *issued on 1 April*?"""
        marked, (left, right) = self.marked, self.marked.clause(time.start, time.end)
        if type(time.value) is dt.date and time.value > self.now.date():
            return False
        if marked.before("measure.range_from", time.start, 0) or marked.behind("question.placed", time.end, 0):
            return True
        ends = "until", "state.gone.before", "state.gone.behind"
        if any(True for path in ends for _ in marked.within(path, left, right)):
            return False
        known = [*marked.spans(self.known.cues[owner.fact]), *marked.of("question.inverted")]
        verbs = marked.within("past", left, right)
        return any(not any(one.start <= verb.start < one.end for one in known) for verb in verbs)

    def _of_thing(self, time: Time, owner: Owner) -> bool:
        """Does its clause speak of a thing that another fact is about, and name this one by no word of its own?"""
        if owner.weight > 1 or owner.fact not in self.known.cues:
            return False
        left, right = self.marked.clause(time.start, time.end)
        # What stands behind a blank behind the day is said of something else: 契約開始2026/4/1 中途解約は….
        right = time.end if self.marked.text[time.end : time.end + 1].isspace() and left < time.start else right
        cues = self.marked.spans(self.known.cues[owner.fact])
        label = plain(self.known.facts[owner.fact].label.source)
        things = (
            thing
            for frame in self.known.frames
            if not frame.sought
            if frame.there or not isinstance(self.known.facts[frame.fact], YesNo)
            for thing in self.marked.spans(frame.things)
            if left <= thing.start and thing.end <= right
        )
        return any(
            thing.word not in label and not any(one.start < thing.end and thing.start < one.end for one in cues)
            for thing in things
        )

    def _owner(self, said: Time, times: Sequence[Time]) -> Owner | None:
        """The fact that it belongs to, beside other times."""
        kind: type[Asked] = MomentFact if said.timed or isinstance(said.value, dt.datetime) else DayFact
        kind = TimeFact if said.clock and self._asks(TimeFact) else kind
        fitting = [name for name, fact in self.known.facts.items() if isinstance(fact, kind)]
        here = [name for name in fitting if name in self.asked]
        cues = {name: self.known.cues[name] for name in fitting if name in self.known.cues}
        # A day beside the words of a moment is that moment's, and tells no other fact.
        moments = [name for name in self.asked if isinstance(self.known.facts[name], MomentFact)]
        near = {name: self.known.cues[name] for name in {*here, *moments} if name in self.known.cues}
        if said.now:
            named = [name for name, known in near.items() if known.starts(self.marked.text, said.start)]
            return Owner(named[0], 1) if len(named) == 1 else None
        others = [(other.start, other.end) for other in times]
        owner = meant(self.marked, said.start, said.end, near, others)
        best = meant(self.marked, said.start, said.end, cues, others)
        start = owner.fact if owner else next(iter(here), "")
        if start in self.known.since:  # what ends then does not begin: *the contract expires on 31 March*
            ends = self.known.ends_in(self.marked, *self.marked.clause(said.start, said.end))
            end = meant(self.marked, said.start, said.end, {start: self.known.cues[start], **ends}, others)
            owner = end if end and end.fact in ends else owner
        if best and best.weight > 1 and best.fact not in self.asked and self._plainer(best, owner):
            return best  # its words stand beside it, even if this topic does not ask for that fact
        if owner or len(here) != 1:
            return owner if owner and owner.fact in fitting else None
        # A day may be that of a moment which the topic asks for, where the text holds a time of day elsewhere.
        other = kind is DayFact and self._asks(MomentFact) and any(self.marked.heard.find(CLOCKS))
        day = (bool(said.either) or said.value not in (None, self.now.date())) and not other
        aimed = kind is not DayFact or here[0] in self.aspect  # a moment is said of something that is asked at one
        bare = not others and ((said.clock and here[0] in self.known.of_now) or (day and aimed))
        return Owner(here[0], 0) if bare and told(self.marked, said) else None

    def _plainer(self, best: Owner, owner: Owner | None) -> bool:
        """Do more words say that a day is another fact's than that it is one which is asked for? An end is an end."""
        more = owner and isinstance(self.known.facts[best.fact], DayFact) and best.weight > owner.weight
        return not owner or bool(more and not {best.fact, owner.fact} <= self.known.until)

    def _asks(self, kind: type[Asked]) -> bool:
        return any(isinstance(self.known.facts[name], kind) for name in self.asked)
