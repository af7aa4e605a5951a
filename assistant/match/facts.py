"""
What a question states: options by their wordings and frames, days and moments, numbers with their unit.

Nothing is filled in on a guess: what is denied, asked, ranged, about so much, or could belong to two facts is at most
offered, with the reason, and the fact stays to be asked.
"""

import datetime as dt
import re
import unicodedata
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from decimal import Decimal

from assistant.match.exactness import time_corrected, zones_said
from assistant.match.frames import Frame
from assistant.match.known import Known, Spoken, facts_asked, of_aspects
from assistant.match.lexicon import Lexicon
from assistant.match.markers import Marked
from assistant.match.memory import forgotten
from assistant.match.moments import MOST_TIMES, times_said
from assistant.match.moments import Said as Time
from assistant.match.names import titles
from assistant.match.options import options_said
from assistant.match.owners import Owners
from assistant.match.places import as_typed
from assistant.match.quantities import quantities
from assistant.match.reach import doubted
from assistant.match.settlement import settled, unheeded
from assistant.match.states import Place, called_off, over
from assistant.match.supposition import threat
from assistant.match.times import asked_about, day_open, days_open
from assistant.match.understanding import Found, Read, Said, Stated, Why
from assistant.match.whose import NOBODY, in_names, of_strange_subject, owned_by_other, owners_in
from assistant.match.wordings import Wording, telling
from assistant.match.words import folded
from assistant.model.policy import Policy
from assistant.model.rule import Aspect
from assistant.parsing.plain import LISTING
from assistant.vocabulary.bands import finder, given_band
from assistant.vocabulary.fact import Fact
from assistant.vocabulary.facts.choice import Choice, YesNo
from assistant.vocabulary.facts.moment import DayFact, MomentFact, TimeFact
from assistant.vocabulary.facts.number import Banded

ASIDE = re.compile(r"(?<=[\w ])\(([^()]{1,30})\)(?=\s?\w)")
"""What is only inserted: the clause goes on behind it."""


@dataclass(frozen=True, slots=True)
class Facts:
    """
    What questions about one topic may state: facts that are known, by the wordings and the frames that tell something.

    `asked` are the facts that the topic can ask for: a day without a cue beside it is taken only for them, a number
    for one that it does not ask for only beside its cues. `aspects` are those that each of its aspects can ask for,
    `called` is what the policy is.
    """

    known: Known
    asked: Sequence[str]
    wordings: Sequence[Wording]
    frames: Sequence[Frame]
    aspects: Mapping[Aspect, Container[str]] = field(default_factory=dict)
    called: Lexicon = field(default_factory=Lexicon)

    def read(
        self, spoken: Spoken, now: dt.datetime, strange: Mapping[str, bool] = NOBODY, zone: str = "",
        aspect: Aspect | None = None,
    ) -> Read:  # fmt: skip
        """
        What a text states, each fact once, in its order; `now` is on the policy's clock, which has this zone, `strange`
        are its names, and whether it is that of another firm, `aspect` the one that is meant, if that is known.
        """
        typed, marked, places = spoken
        times = self._times(marked, now)
        zones = (one[:2] for one in zones_said(marked) if marked.text[one.start] == "(")  # *at 9:58 (Adelaide)*
        clocks = [*((one.start, one.end) for one in times), *zones]
        rest = marked.once(("rest", now), lambda: marked.heard.without(clocks))
        people = in_names(typed, strange, self.known)
        past = [until for one in times if (until := _ended(marked, one, now.date()))]
        named = self._options(marked, rest.spoken.text, unicodedata.normalize("NFKC", typed))
        found = [one._replace(why=one.why or self._whose(marked, one, people, past)) for one in named]
        many = len(times) > MOST_TIMES
        own = self.aspects[aspect] if aspect else self.asked
        found += Owners(self.known, self.asked, own, marked, now, zone).said(() if many else times)
        left = [] if many else [one for one in times if not time_corrected(marked, one, times)]
        about, unsure = (None, True) if many else (asked_about(marked, left, found), self._open(marked, left, found))
        on = [Stated("on", str(about.value), about.start, about.end)] if about else []
        open_ = None if many else days_open(marked, left, found, now.date(), unsure)
        found += quantities(marked, rest, self.known, self.asked, {said.end for said in found})
        owners = owners_in(typed, strange, self.known)
        found = [one._replace(why=one.why or self._others_own(marked, one, owners)) for one in found]
        found = [one for one in found if not any(_within(self.known.facts[one.fact], one, other) for other in found)]
        kept = forgotten(marked, found, self.known.facts, self.known.names)
        read = settled(marked, kept, self.known.facts, self.called)
        offered = (*read.offered, *filter(None, [open_]))
        passed = self._passed(marked) - {*(one.fact for one in read.stated), *(one.fact for one in offered)}
        today = [Stated("on", "", one.start, one.end) for one in times if one.value == now.date()]
        noticed = [*unheeded(marked, rest, times, kept, (*read.stated, *offered, *on, *today))]
        stated, offered = as_typed(typed, read.stated, places), as_typed(typed, offered, places)
        day = next(iter(as_typed(typed, on, places)), None)
        return Read(stated, offered, day, unsure, passed, as_typed(typed, noticed, places))

    def _whose(self, marked: Marked, one: Said, people: Container[str], past: Iterable[Place]) -> Why | None:
        """Why an option that is named is not the asker's: a name, or so until then alone."""
        if marked.text[one.start : one.end] in people:
            return "other"
        return "former" if self._things(one) and _until(marked, one, past) else None

    def _others_own(self, marked: Marked, one: Said, owners: Mapping[str, bool]) -> Why | None:
        dated = isinstance(self.known.facts[one.fact], DayFact | MomentFact | TimeFact)
        if owned_by_other(marked, one, owners, dated, self._things(one)):
            return "other"
        verbal = any(frame.fact == one.fact and frame.of_verbs for frame in self.frames)
        subject = verbal or one.fact in self.known.until
        return "other" if subject and of_strange_subject(marked, one, self.known) else None

    def _things(self, one: Said) -> Sequence[Lexicon]:
        """What is there or missing, of a fact that is about such."""
        return [frame.things for frame in self.frames if frame.there and frame.fact == one.fact]

    def _times(self, marked: Marked, now: dt.datetime) -> tuple[Time, ...]:
        """Every day and moment of the text; where no time is asked for, of each moment its day."""
        times = marked.once(now, lambda: times_said(marked, now))
        if any(isinstance(self.known.facts[name], MomentFact | TimeFact) for name in self.asked):
            return times
        return tuple(replace(one.day, start=one.start, end=one.end) if one.day else one for one in times)

    def _passed(self, marked: Marked) -> frozenset[str]:
        """The facts whose day the text plainly says to have passed: *our support has ended*, not *we cancelled it*."""
        said = [one for frame in self.known.lasting for one in frame.read(marked)]
        plain = {one.fact for one in said if over(marked, one.start, one.end)}
        open_ = {one.fact for one in said if one.why or called_off(marked, one.start, one.end)}
        return frozenset(plain & {*self.asked} - open_)

    def _open(self, marked: Marked, times: Sequence[Time], found: Sequence[Said]) -> bool:
        """Is a day open, of which no clause tells since when something is so?"""
        framed = {frame.fact for frame in self.frames if not frame.sought}
        clauses = {marked.clause(one.start, one.end) for one in found if one.fact in framed}
        return day_open(marked, times, found, clauses)

    def _options(self, marked: Marked, rest: str, typed: str) -> Iterator[Said]:
        # What it stands behind and what it holds may be two names of one thing.
        ways = (lambda one: " " * len(one[0]), r" \1 ") if ASIDE.search(marked.text) else ()
        texts = [marked, *(self.known.markers.mark(ASIDE.sub(way, marked.text)) for way in ways)]
        read = ((frame, text, said) for text in texts for frame in self.frames for said in frame.read(text))
        framed = [
            one._replace(why=one.why or threat(text, one.start, one.end)) if frame.deed else one
            for frame, text, one in read
        ]
        sought = {frame.fact for frame in self.frames if frame.sought}
        with_frame = {frame.fact for frame in self.frames if not frame.sought}
        yield from (one for one in framed if not any(_nearer(marked, other, one) for other in framed))
        known = self.known
        for said in options_said(marked, rest, typed, self.wordings, known.cues, known.ignored, framed, sought):
            if any(_covers(self.known.facts[said.fact], one, said) for one in framed):
                continue
            framed_too = not said.why and said.fact in with_frame
            yield said._replace(why=doubted(marked, said.start, said.end)) if framed_too else said


def facts_of(
    policy: Policy, known: Known, wordings: Sequence[Wording], rendered: Mapping[str, Sequence[str]]
) -> dict[str, Facts]:
    """
    What each topic of a policy can be told.

    Of a choice whose options include the topic itself, that one alone; what several topics ask for, any may state.
    """
    asked = {name: facts_asked(policy, topic) for name, topic in policy.topics.items()}
    counts = Counter(fact for facts in asked.values() for fact in facts)
    called = Lexicon.of(map(folded, titles((policy,), rendered)))
    found = {}
    for name, topic in policy.topics.items():
        own = {fact for fact, one in policy.facts.items() if isinstance(one, Choice) and name in one.options}
        title = (name, topic.title.source, *rendered.get(topic.title.context, ()))
        here = [fact for fact in asked[name] if fact not in own]
        common = [fact for fact, count in counts.items() if count > 1 and fact not in own]
        told = telling(wordings, title, here, common, known.ignored)
        told += tuple(one for one in wordings if one.fact in own and one.option == name)
        stated = {one.fact for one in told}
        frames = [frame for frame in known.frames if frame.fact in stated]
        found[name] = Facts(known, asked[name], told, frames, of_aspects(policy, name), called)
    return found


def end_of_another(near: Sequence[Found], told: Set[str], facts: Mapping[str, Facts]) -> bool:
    """Is an end told that only another topic near the first asks for: *when to give notice, the term ends on …*?"""
    first, own = near[0], facts[near[0].topic]
    ends = (told & own.known.until) - {*own.asked}
    alike = (one.topic for one in near if (one.policy, one.aspect) == (first.policy, first.aspect))
    return any(not ends.isdisjoint(facts[topic].asked) for topic in alike)


def _ended(marked: Marked, time: Time, today: dt.date) -> tuple[int, int] | None:
    """Where it says until when something was, which has passed: *SWA was valid until March 2025*."""
    day = min((*time.days, *time.ends), default=time.value)
    until = marked.before("until", time.start, 0) or marked.behind("until", time.end, 0)
    past = isinstance(day, dt.date) and not isinstance(day, dt.datetime) and day < today
    return (min(time.start, until.start), max(time.end, until.end)) if until and past else None


def _until(marked: Marked, said: Said, places: Iterable[tuple[int, int]]) -> bool:
    """Was it so until one of them, and no other thing that only has it: *the screen in warranty was fine until …*?"""
    left, right = marked.clause(said.start, said.end)
    behind = next((stop for begin, stop in marked.breaks if begin == right), right)
    goes_on = any(one.start - behind in (0, 1) for one in marked.of("clauses.pronouns"))
    if goes_on or any(
        (right, marked.clause(*one)[0]) in marked.breaks for one in places if marked.text[right : right + 1] == LISTING
    ):
        right = marked.clause(behind, behind)[1]  # *…, it was until March*
    if (place := next((one for one in places if left <= one[0] and one[1] <= right), None)) is None:
        return False
    cases = marked.within("clauses.cases", said.end, place[0])
    verbs = marked.within("past", said.end, place[0]) if marked.gap(left, said.start) else ()
    return not (verbs or any(marked.gap(said.end, one.start) for one in cases))


def _nearer(marked: Marked, one: Said, other: Said) -> bool:
    """
    Is what is said of two things said of the one, and denied of the other: *the cable is fine, it is the screen that
    died*?
    """
    if one.fact != other.fact or one.option == other.option or one.start >= other.end or other.start >= one.end:
        return False
    apart = (one.end, other.end) if one.start <= other.start else (other.start, one.start)
    paths = ("contrast", "denial.fine", "denial.behind")
    return any(True for path in paths for _ in marked.within(path, *apart))


def _within(fact: Fact, one: Said, other: Said) -> bool:
    """
    Is what is said of a band given up for a number in it that says more closely: *a remote site, 300 km away*? Or a
    number that is itself in doubt, for its band: *a remote site, maybe 300 km away*?
    """
    band, number = (other, one) if one.why and not other.why else (one, other)
    if not isinstance(fact, Banded) or one.fact != other.fact or (other.why and not one.why):
        return False
    named = None if given_band(number.option) or not number.option else given_band(band.option)
    return named is not None and named == finder(fact.bands)(Decimal(number.option))


def _covers(fact: Fact, framed: Said, said: Said) -> bool:
    """Has a frame read this already: of a yes-no all that is said, of a choice what begins in its stretch?"""
    return framed.fact == said.fact and (framed.start <= said.start < framed.end or isinstance(fact, YesNo))
