"""
What a question states: options by their wordings and frames, days and moments, numbers with their unit.

Nothing is filled in on a guess: what is denied, asked, ranged, about so much, or could belong to two facts is at most
offered, with the reason, and the fact stays to be asked.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from assistant.match.frames import Frame, Said, frames_of
from assistant.match.lexicon import Lexicon
from assistant.match.markers import Marked, Markers
from assistant.match.moments import Said as Time
from assistant.match.moments import times_said
from assistant.match.options import misspellable, options_said
from assistant.match.quantities import quantities
from assistant.match.ranges import joined
from assistant.match.reach import doubted, inexact, timed, zone_of
from assistant.match.roles import Owner, cues_of, meant, tense_of
from assistant.match.settlement import Read, settled
from assistant.match.times import (
    asked_about,
    begins_range,
    busy,
    day_open,
    either_meant,
    reported,
    time_corrected,
    time_denied,
    told,
)
from assistant.match.wordings import Ignored, Wording, written
from assistant.match.words import CUT, folded
from assistant.parsing.plain import plain
from assistant.vocabulary.fact import Asked, Fact
from assistant.vocabulary.facts.day import DayFact
from assistant.vocabulary.facts.moment import MomentFact
from assistant.vocabulary.facts.time import TimeFact
from assistant.vocabulary.facts.yes_no import YesNo

MOST_TIMES = 12
"""A text with more days and moments is no question, and tells none of them."""


@dataclass(frozen=True, slots=True)
class Known:
    """The facts of a policy, the cues and the frames of those that have any, and the grammar in which they are said."""

    facts: Mapping[str, Fact]
    cues: Mapping[str, Lexicon]
    frames: Sequence[Frame]
    markers: Markers
    ignored: Ignored
    of_now: frozenset[str]

    @classmethod
    def of(cls, facts: Mapping[str, Fact], markers: Markers, ignored: Ignored) -> "Known":
        """Worked out once for a policy. A fact with *now* among its cues is about the moment of asking, or to come."""
        now = {word.rstrip("?") for word in markers.words("now")}
        of_now = {name for name, fact in facts.items() if not now.isdisjoint(map(plain, fact.cues))}
        return cls(facts, cues_of(facts), frames_of(facts), markers, ignored, frozenset(of_now))


@dataclass(frozen=True, slots=True)
class Facts:
    """
    What questions about one topic may state: facts that are known, by the wordings that tell something, in words of
    which some may be misspelt.

    `asked` are the facts that the topic can ask for: a day without a cue beside it is taken only for them, a number
    for one that it does not ask for only beside its cues.
    """

    known: Known
    asked: Sequence[str]
    common: Sequence[str]
    wordings: Sequence[Wording]
    words: Sequence[str]

    @classmethod
    def build(cls, known: Known, asked: Sequence[str], common: Sequence[str], wordings: Sequence[Wording]) -> "Facts":
        """Of a topic that can ask for these facts, and others in common with other topics."""
        return cls(known, asked, common, wordings, sorted(misspellable(wordings)))

    def read(self, text: str, now: dt.datetime, strange: Collection[str] = (), zone: str = "") -> Read:
        """
        What a text states, each fact once, in its order; `now` is on the policy's clock, which has this zone, `strange`
        are its names.
        """
        typed, marked = text[:CUT], self.known.markers.mark(folded(text))
        times = times_said(marked, now)
        rest = marked.heard.without((one.start, one.end) for one in times)
        counting = written(self.wordings, unicodedata.normalize("NFKC", typed), self.known.ignored.small)
        people = _people(typed, strange)
        found = [
            one._replace(why="other") if one.why is None and marked.text[one.start : one.end] in people else one
            for one in self._options(marked, rest.spoken.text, counting)
        ]
        found += self._times(marked, times, now, zone)
        many = len(times) > MOST_TIMES
        left = [one for one in times if not time_corrected(marked, one, times)]
        day, unsure = (None, True) if many else (asked_about(marked, left, found), day_open(marked, left, found))
        named = {said.end for said in found}
        found += quantities(marked, rest, self.known.facts, self.known.cues, self.asked, named)
        return replace(settled(marked, found, self.known.facts), day=day, day_open=unsure).as_typed(typed)

    def _options(self, marked: Marked, rest: str, wordings: Sequence[Wording]) -> Iterator[Said]:
        here = {one.fact for one in self.wordings}
        framed = [said for frame in self.known.frames if frame.fact in here for said in frame.read(marked)]
        with_frame = {frame.fact for frame in self.known.frames if not frame.sought}
        sought = {frame.fact for frame in self.known.frames if frame.sought}
        yield from framed
        words, ignored = self.words, self.known.ignored
        for said in options_said(marked, rest, wordings, self.known.cues, words, ignored, framed, sought):
            if any(_covers(self.known.facts[said.fact], one, said) for one in framed):
                continue
            framed_too = not said.why and said.fact in with_frame
            yield said._replace(why=doubted(marked, said.start, said.end)) if framed_too else said

    def _times(self, marked: Marked, times: Sequence[Time], now: dt.datetime, zone: str) -> Iterator[Said]:
        usable = times if len(times) <= MOST_TIMES else ()
        refused = [one for one in usable if time_denied(marked, one, usable) or time_corrected(marked, one, usable)]
        for time in usable:
            if time in refused:
                continue
            others = [one for one in usable if one not in refused]
            owner = self._ends(marked, time, others) or self._owner(marked, time, others, now.date())
            before = [one for one in refused if one.end <= time.start]
            if not owner and before and time_corrected(marked, before[-1], usable):
                owner = self._owner(
                    marked, replace(before[-1], value=time.value, either=time.either), others, now.date()
                )
            if owner and not (self._until(owner.fact) and begins_range(marked, time, others)):
                for said in self._meant(marked, time, owner, bool(self._ends(marked, time, others)), zone):
                    yield said._replace(why="several") if either_meant(marked, time, others) else said

    def _ends(self, marked: Marked, time: Time, times: Sequence[Time]) -> Owner | None:
        """The one fact that says until when, for the second day of two with *to* between them."""
        first = next((one for one in times if one.end <= time.start and joined(marked, one.end, time.start)), None)
        if first is None or isinstance(time.value, dt.datetime):
            return None
        found = [name for name in self.asked if self.known.cues.get(name) and self._until(name)]
        return Owner(found[0], 1) if len(found) == 1 else None

    def _until(self, name: str) -> bool:
        words = {plain(cue) for cue in self.known.facts[name].cues}
        return isinstance(self.known.facts[name], DayFact) and not words.isdisjoint(self.known.markers.words("until"))

    def _meant(self, marked: Marked, time: Time, owner: Owner, last: bool, zone: str) -> Iterator[Said]:
        fact = self.known.facts[owner.fact]
        moment = isinstance(fact, MomentFact | TimeFact)
        why = timed(marked, time.start, time.end, zone) if moment else inexact(marked, time.start, time.end)
        if why == "range" and last:
            why = None
        cued = owner.fact in self.known.cues
        past = cued and tense_of(marked, time.start, time.end) < 0
        if (not owner.weight and (past or busy(marked, time, cued))) or self._of_thing(marked, time, owner):
            why = "other"
        if moment and owner.fact in self.known.of_now and reported(marked, time):
            why = "other"
        either: Sequence[dt.date | dt.time | None] = time.either
        if isinstance(fact, TimeFact) and time.clock:
            either = [one.time() for one in time.either] if len(time.either) > 1 else []
        spoken = zone_of(marked, time.start, time.end) if moment else None
        if zone and spoken not in (None, "local", zone):
            either = [*_on_clock(either or [time.value], str(spoken), zone), *(either or [time.value])]
        values = either or [time.clock if isinstance(fact, TimeFact) else time.value]
        for value in map(_canonical, values):
            open_ = bool(either) or not value
            yield Said(owner.fact, value, time.start, time.end, "open" if open_ else why, owner.weight)

    def _of_thing(self, marked: Marked, time: Time, owner: Owner) -> bool:
        """Does its clause speak of a thing that another fact is about, and name this one by no word of its own?"""
        if owner.weight > 1 or owner.fact not in self.known.cues:
            return False
        left, right = marked.clause(time.start, time.end)
        text = marked.text[left:right]
        cues = [(one.start, one.end) for one in self.known.cues[owner.fact].spans(text)]
        label = plain(self.known.facts[owner.fact].label.source)
        things = (
            thing
            for frame in self.known.frames
            if frame.fact != owner.fact and not frame.sought
            if frame.there or not isinstance(self.known.facts[frame.fact], YesNo)
            for thing in frame.things.spans(text)
        )
        return any(
            thing.word not in label and not any(start < thing.end and thing.start < end for start, end in cues)
            for thing in things
        )

    def _owner(self, marked: Marked, said: Time, times: Sequence[Time], today: dt.date) -> Owner | None:
        kind: type[Asked] = MomentFact if isinstance(said.value, dt.datetime) or said.either else DayFact
        if said.clock and any(isinstance(self.known.facts[name], TimeFact) for name in self.asked):
            kind = TimeFact
        fitting = [name for name, fact in self.known.facts.items() if isinstance(fact, kind)]
        here = [name for name in fitting if name in self.asked]
        cues = {name: self.known.cues[name] for name in fitting if name in self.known.cues}
        near = {name: cues[name] for name in here if name in cues}
        if said.now:
            named = [name for name, known in near.items() if known.starts(marked.text, said.start)]
            return Owner(named[0], 1) if len(named) == 1 else None
        others = [(other.start, other.end) for other in times if other is not said]
        place = said.start, said.end
        owner = meant(marked, *place, near, others)
        best = meant(marked, *place, cues, others)
        if best and best.weight > 1 and best.fact not in self.asked and not owner:
            # Another fact's words stand beside it, even if this topic does not ask for that fact.
            return best
        if owner or len(here) != 1:
            return owner
        clock = said.clock and (kind is TimeFact or here[0] in self.known.of_now)
        alone = not others and (clock or (said.value is not None and said.value != today))
        return Owner(here[0], 0) if alone and told(marked, said) else None


def _people(typed: str, strange: Collection[str]) -> frozenset[str]:
    """The words, folded, that are part of a strange name as it is typed: *Gold* in *Tom Gold*."""
    names = "|".join(map(re.escape, strange))
    beside = re.findall(rf"\b(?:{names}) ([A-Z][a-z]+)\b|\b([A-Z][a-z]+) (?:{names})\b", typed) if strange else ()
    return frozenset(folded(word) for pair in beside for word in pair if word)


def _covers(fact: Fact, framed: Said, said: Said) -> bool:
    """Has a frame read this already: of a yes-no all that is said, of a choice what stands in its stretch?"""
    within = framed.start <= said.start and said.end <= framed.end
    return framed.fact == said.fact and (within or isinstance(fact, YesNo))


def _on_clock(moments: Iterable[object], spoken: str, zone: str) -> Iterator[dt.datetime]:
    """Moments on another clock, on the policy's own."""
    for one in moments:
        if isinstance(one, dt.datetime):
            yield one.replace(tzinfo=ZoneInfo(spoken)).astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def _canonical(value: dt.date | dt.datetime | dt.time | None) -> str:
    if isinstance(value, dt.datetime | dt.time):
        return value.isoformat(timespec="seconds" if value.second else "minutes")
    return value.isoformat() if value else ""
