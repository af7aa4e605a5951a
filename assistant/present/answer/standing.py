"""
How an answer stands at the moment at which it is read: whether its dates have passed, whether its day is today's, and
what it does not know.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from assistant.decide import Answer, Needs, decide
from assistant.decide.exploration import explore
from assistant.decide.neighbours import neighbours
from assistant.decide.unknown import COVERED, began, on_cover
from assistant.i18n import N_
from assistant.i18n.fill import Rendered
from assistant.model.rule import Aspect
from assistant.present.place import PlaceView
from assistant.present.policy.contacts import cited_by, may_be_off
from assistant.present.question import to_come
from assistant.present.sentences import (
    ANSWERED_NO,
    EXPECTED,
    IN_A_WORD,
    MAY_MOVE,
    NOT_HELD,
    OPENS_LATER,
    READ_OTHERWISE,
    SHORT,
    STILL_OPEN,
    TONES,
)
from assistant.present.views import CaveatView, DateView, GivenView, StandingView
from assistant.present.writer import Writer
from assistant.vocabulary.calendars import ONE_DAY
from assistant.vocabulary.step import on_the_cut_off

Tense = Literal["now", "passed", "before", "ahead"]
"""Now; once what it names has passed; of a day before today; of a day to come."""
KINDS: Mapping[str, str] = {
    "ended": N_("The service has ended since"),
    "before": N_("For an earlier time"),
    "same": N_("Still so today"),
    "ahead": N_("For a later time"),
    "unsure": N_("Not certain"),
    "due": N_("Today is the day"),
}
NEVER = frozenset({"ended", "not-offered", "not-covered"})
"""Verdicts of what had already ended by the day asked about, or never was: it has not ended since."""
SOON = 31
"""So many days before its end at most, days are left of a period that has begun."""
AT_ONCE = dt.timedelta(hours=1)
"""A moment gone by no longer ago than this is the present one: whoever asks about now reads the answer later."""


class Standing(NamedTuple):
    """An answer as it is read on the day `today`, in a tense; `until` a moment, where one decides it."""

    today: dt.date
    tense: Tense
    until: dt.datetime | None = None

    @classmethod
    def of(cls, writer: Writer, answer: Answer, now: dt.datetime, zones: Mapping[str, str]) -> "Standing":
        """Of an answer, each of whose dates stands in a time zone, where that is known."""
        here = writer.here(now)
        last = next(reversed(answer.dates), None)
        tense: Tense = "now"
        zone = (zones[last] if last else None) or writer.policy.about.time_zone
        end = answer.dates[last].value if last else None
        over = last is not None and has_passed(end if isinstance(end, dt.date) else answer.on, now, zone)
        if answer.verdict in ("open", "closed"):
            tense, until = _of_moment(asked_moment(answer), now.astimezone(ZoneInfo(zone)))
            return cls(here.date(), "before", None) if tense == "now" and over else cls(here.date(), tense, until)
        if last is None or answer.verdict != "dated":
            tense = _of_day(answer.on, here.date())
            tense = "passed" if tense == "now" and over and promises(answer) else tense
        elif over:
            tense = "passed"
        return cls(here.date(), tense)


def _of_day(day: dt.date, today: dt.date) -> Tense:
    return "now" if day == today else "before" if day < today else "ahead"


def _of_moment(asked: dt.date, there: dt.datetime) -> tuple[Tense, dt.datetime | None]:
    """Of hours that are asked about at a moment, or on a day, on the clock on which they stand; and until when so."""
    if not isinstance(asked, dt.datetime):
        return _of_day(asked, there.date()), None
    asked = asked.replace(tzinfo=there.tzinfo)
    if asked > there:
        return "ahead", asked
    return ("now", asked + AT_ONCE) if there <= asked + AT_ONCE else ("before", None)


def asked_moment(answer: Answer) -> dt.date:
    """The moment from which an answer counts, for one about hours the moment asked about; else the day asked about."""
    starts = (counted.start for counted in answer.dates.values())
    return next((start for start in starts if isinstance(start, dt.date)), answer.on)


def promises(answer: Answer) -> bool:
    """Whether a verdict holds up to its last date, and no longer: good news, or one with a sentence for afterwards."""
    return TONES[answer.verdict] == "yes" or answer.rule.passed is not None


def open_ended(answer: Answer) -> bool:
    """Whether its dates are no deadline: what is to be done next is the same once they have passed."""
    afterwards = answer.rule.passed
    return afterwards is not None and afterwards.next is not None and afterwards.next == answer.rule.next


def of_a_span(answer: Answer, today: dt.date) -> bool:
    """Whether its headline tells from when to when something is so, and that has begun: its end is no deadline."""
    head = answer.rule.answer
    named = [str(one.value)[:10] for name, one in answer.dates.items() if head and name in head.gaps]
    return len(named) > 1 and min(named) <= today.isoformat()


def has_passed(value: dt.date, now: dt.datetime, zone: str) -> bool:
    """Whether a moment, or the whole of a day, has passed where it stands."""
    here = now.astimezone(ZoneInfo(zone))
    return value < here.replace(tzinfo=None) if isinstance(value, dt.datetime) else value < here.date()


def caveats(writer: Writer, answer: Answer) -> tuple[CaveatView, ...]:
    """What it does not know: days off announced elsewhere, documents that are not held, readings that may turn it."""
    say = writer.words.say
    turn = {True, *("at-the-cut-off" for one in answer.dates.values() if any(map(on_the_cut_off, one.steps)))}
    turning = tuple(one.id for one in writer.policy.about.readings if one.turns in turn and one.id in answer.readings)
    return (
        *announced_views(writer, answer.announced, answer.verdict == "closed"),
        *(CaveatView(one, say(NOT_HELD)) for one in _not_held(writer, answer)),
        *(CaveatView(one.doubt, say(READ_OTHERWISE), one.reading) for one in writer.readings(turning)),
    )


def moments(writer: Writer, answer: Answer, now: dt.datetime, given: Iterable[GivenView]) -> Iterator[CaveatView]:
    """
    What stands beside days and moments that an answer counts from: that a day is not what the document has, or that it
    or a moment is still to come; and on whose clock a moment was read, where that of the place shows another time.
    """
    here, say = writer.here(now).replace(tzinfo=None), writer.words.say
    for one in given:
        value = answer.facts.get(one.fact)
        if isinstance(value, dt.date) and to_come(answer, one.fact, here):
            told = say("{label}: {value}. That is in the future.", label=one.label, value=one.text)
            yield CaveatView(told, told if isinstance(value, dt.datetime) else None)
        elif isinstance(value, dt.datetime) and one.text != writer.value(value, one.fact):
            yield CaveatView(say("{label}: {value}. We count from then.", label=one.label, value=one.text), sure=True)
        day = getattr(writer.policy.facts.get(one.fact), "expected", "")
        if day and isinstance(value, dt.date) and (value + ONE_DAY * (day == "end-of-month")).day != 1:
            yield CaveatView(say(EXPECTED, label=one.label, value=one.text))


def days_off(writer: Writer, answer: Answer, procedure: str) -> Iterator[CaveatView]:
    """
    What is announced elsewhere of the day asked about, by the calendars that the next steps rest on: whatever is asked,
    nobody may be there.
    """
    cited, calendars = cited_by(writer, [procedure]), writer.policy.about.calendars
    off = (
        name
        for name, one in calendars.items()
        if cited & {*one.cites} and may_be_off(one, answer.on, answer.on) and name not in answer.announced
    )
    yield from (replace(one, doubt=None) for one in announced_views(writer, off))


def condition(writer: Writer, answer: Answer, given: Mapping[str, str]) -> Rendered | None:
    """
    That an answer holds only where its topic covers the case, as long as that is open, or is a no by facts that the
    answer does not look at: `given` are all those known. A day that hangs on nothing that was said holds for everybody.
    """
    policy, say = writer.policy, writer.words.say
    if not on_cover(policy, answer):
        return None
    found = decide(policy, answer.topic, COVERED, given, began(policy, answer, given))
    if isinstance(found, Needs):
        turns = (TONES[one.answer.verdict] for one in explore(policy, found, given, found.on).leaves)
        return say(STILL_OPEN) if {*turns} - {"yes"} else None
    if not isinstance(found, Answer) or TONES[found.verdict] == "yes" or found.facts.keys() <= answer.facts.keys():
        return None
    return say(ANSWERED_NO, value=say(SHORT[found.verdict]))


def announced_views(writer: Writer, calendars: Iterable[str], closed: bool = False) -> Iterator[CaveatView]:
    """What is said of calendars whose days off are announced elsewhere; that something is `closed` they leave sure."""
    said = (writer.policy.about.calendars[name].announced for name in calendars)
    doubt = writer.words.say(OPENS_LATER if closed else MAY_MOVE)
    return (CaveatView(writer.text(one), doubt, sure=closed) for one in said if one is not None)


def announced_for(writer: Writer, topic: str, aspect: Aspect | None, day: dt.date | None) -> Iterator[CaveatView]:
    """
    The same of a day on which answers to a question of a topic count; of any, and to all its questions, where that is
    not known.
    """
    asked = (aspect,) if aspect else writer.policy.topics[topic].aspects
    read = (neighbours(writer.policy, topic, one).samples.calendars for one in asked)
    calendars = writer.policy.about.calendars
    off = (name for name in sorted(frozenset().union(*read)) if not day or may_be_off(calendars[name], day, day))
    return announced_views(writer, off)


def _not_held(writer: Writer, answer: Answer) -> Iterator[Rendered]:
    """For each document that is not held here, the first clause behind the answer that points to it."""
    documents = writer.policy.about.documents
    pointed = {name: clause for clause in reversed(answer.cites) for name in writer.clauses[clause].points_to}
    for name, clause in pointed.items():
        if not documents[name].held:
            place, title = writer.place(clause), writer.text(documents[name].title)
            yield writer.words.say("{clause} points to {title}, which is not held here.", clause=place, title=title)


def standing_view(
    writer: Writer, answer: Answer, standing: Standing, dates: tuple[DateView, ...], place: PlaceView, unsure: bool
) -> StandingView:
    """The verdict of one that holds now; else when it holds, or how far away its deadline is."""
    ended = place.notice and standing.tense == "before" and answer.verdict not in NEVER
    kind: str = "ended" if ended else standing.tense
    last = dates[-1] if (answer.verdict == "dated" or kind == "passed") and not open_ended(answer) else None
    days = (dt.date.fromisoformat(last.iso[:10]) - standing.today).days if last else 0
    if kind == "passed" and place.elsewhen and not place.same:
        return StandingView("passed", writer.words.say(KINDS["before"]))
    if kind == "passed" and last:
        ago = writer.words.plural("Passed {count} day ago", "Passed {count} days ago", -days)
        return StandingView("passed", ago if days else writer.words.say("Passed earlier today"))
    kind = ("before" if place.elsewhen else "now") if kind == "passed" else kind
    if kind in ("now", "ahead") and unsure:
        kind = "unsure"
    elif kind == "now" and last and days and not (days > SOON and of_a_span(answer, standing.today)):
        left = writer.words.plural("{label}: {count} day left", "{label}: {count} days left", days, label=last.label)
        return StandingView("to-come", left)
    elif kind == "now" and last and not days:
        kind = "due"
    certain = kind == "now" or (kind == "ahead" and answer.verdict == "closed")
    said = IN_A_WORD[answer.verdict] if certain else KINDS["same" if place.same and kind == "before" else kind]
    own = answer.rule.in_a_word if kind == "now" else None
    return StandingView(kind, writer.text(own) if own else writer.words.say(said), standing.until)


def noted(standing: StandingView, place: PlaceView) -> str:
    """The heading of notes: nobody is told today to do what was to be done on a day that is over."""
    if place.same or standing.kind not in ("before", "ended"):
        return N_("Please also note")
    return N_("Notes of that time, which no longer apply") if standing.kind == "ended" else N_("Notes of that time")
