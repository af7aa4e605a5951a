"""From an outcome to what people see: the answer, the question that is asked next, or what is wrong."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from assistant.decide import Answer, Counted, Invalid, Needs, Outcome, Value, canonical, decide
from assistant.decide.exploration import DENIALS
from assistant.decide.unknown import apart, ask_with, refusal
from assistant.i18n.fill import Rendered
from assistant.model.rule import Aspect
from assistant.present.answer.counting import date_view, reckoned, zone_of
from assistant.present.answer.explanation import reasons
from assistant.present.answer.headlines import reason, said
from assistant.present.answer.standing import (
    Standing,
    asked_moment,
    caveats,
    condition,
    days_off,
    moments,
    noted,
    open_ended,
    standing_view,
)
from assistant.present.faults import FaultView, fault_views
from assistant.present.place import PlaceView
from assistant.present.policy.contacts import contacts_of, led_to
from assistant.present.procedures import what_follows
from assistant.present.question import (
    NeedsView,
    day_passed,
    given_views,
    needs_view,
    not_known,
    on_both_clocks,
    place_view,
    topic_question,
)
from assistant.present.sentences import AS_OF_TODAY, SAME_TODAY, SETTLED, SHORT, TONES
from assistant.present.views import AnswerView, CaveatView, GivenView, TileView, Tone, ValueView
from assistant.present.writer import Writer
from assistant.vocabulary.fact import PASSED

NOTHING: Mapping[str, str] = MappingProxyType({})


def answer_view(writer: Writer, answer: Answer, now: dt.datetime, tiles: tuple[TileView, ...] = (),
                given: Mapping[str, str] = NOTHING) -> AnswerView:  # fmt: skip
    """
    An answer, whole, as it is read `now`. `tiles` are the topic's other questions; `given` are all the facts known,
    those that this answer did not need included: its next steps go by them.
    """
    given, _ = apart(writer.policy, given)
    zones, standing = _zones(writer, answer), standing_of(writer, answer, now)
    place = _place(writer, answer, standing, now, next(reversed(zones.values()), ""))
    place = _beside_today(writer, place, answer, given, now)
    dates = tuple(date_view(writer, name, one, zones[name], now) for name, one in answer.dates.items())
    unsure, entered = caveats(writer, answer), _given(writer, answer, given, zones)
    afterwards = answer.rule.passed if standing.tense == "passed" else None
    following = answer.rule.next if _holds(standing, place) else afterwards.next if afterwards else None
    stands = standing_view(writer, answer, standing, dates, place, _open(answer, unsure))
    off = days_off(writer, answer, following) if following and standing.tense != "before" else ()
    steps, leading = what_follows(writer, answer, following, _known(writer, answer, given), now)
    return AnswerView(
        place=place,
        headline=said(writer, answer, standing),
        verdict=answer.verdict,
        verdict_text=_in_a_word(writer, answer),
        tone=_tone(answer),
        standing=stands,
        caveats=(*unsure, *off, *moments(writer, answer, now, entered)),
        tiles=tiles,
        dates=dates,
        values=tuple(_value(writer, name, counted) for name, counted in answer.values.items()),
        notes=writer.notes(answer.notes),
        noted=writer.words.say(noted(stands, place)),
        reasons=reasons(writer, answer, reason(writer, answer, standing, place.same)),
        readings=writer.readings(answer.readings),
        citations=writer.cite((*answer.cites, *(afterwards.cites if afterwards else ()))),
        next_steps=steps,
        contacts=contacts_of(writer, now, leading),
        unnamed=not led_to(writer, leading),
        given=entered,
        settled=_settled(writer, answer, given),
        governs=writer.words.say("The document governs. This answer sums it up and names the clauses it rests on."),
    )


def _holds(standing: Standing, place: PlaceView) -> bool:
    """Whether what a rule has people do next is still to be done."""
    return standing.tense in ("now", "ahead") or (standing.tense == "before" and place.same)


def _open(answer: Answer, unsure: Iterable[CaveatView]) -> bool:
    """Whether what is not known leaves the answer itself open: a day that was counted by one reading is a day."""
    return any(answer.verdict != "dated" or not one.detail for one in unsure if not one.sure)


def _settled(writer: Writer, answer: Answer, given: Mapping[str, str]) -> str:
    """On what it holds, and that what is not known makes no difference."""
    known = writer.words.say(SETTLED[answer.partly]) if answer.unknown else None
    both = tuple(filter(None, (condition(writer, answer, given), known)))
    return writer.words.say("{sentence} {more}", sentence=both[0], more=both[1]) if len(both) > 1 else (*both, "")[0]


def _place(writer: Writer, answer: Answer, standing: Standing, now: dt.datetime, zone: str) -> PlaceView:
    """Where it belongs; one about hours is asked for the moment that was entered, on whatever day, in this zone."""
    place, moment = place_view(writer, answer.topic, answer.aspect, answer.on, now), asked_moment(answer)
    entered = (one.started_from for one in answer.dates.values() if one.start == moment)
    fact = next((name for name in entered if name in writer.policy.facts), "")
    if answer.verdict not in ("open", "closed") or not isinstance(moment, dt.datetime) or not fact:
        return place
    said = writer.on_clock(moment, zone)
    elsewhen = writer.words.say("This answer is for {moment}, not for now.", moment=said)
    return replace(place, moment=fact, on_text=said, elsewhen=None if standing.tense == "now" else elsewhen)


def _given(writer: Writer, answer: Answer, given: Mapping[str, str], zones: Mapping[str, str]) -> tuple[GivenView, ...]:
    """What was entered, and what is not known."""
    said = given_views(writer, answer.facts)
    return (
        *on_both_clocks(writer, answer, _known(writer, answer, given), zones, said),
        *((day_passed if name in answer.passed else not_known)(writer, name) for name in answer.open),
    )


def _known(writer: Writer, answer: Answer, given: Mapping[str, str]) -> dict[str, Value]:
    """All that is known, what this answer did not need included."""
    facts = writer.policy.facts
    return {**{name: facts[name].read(text) for name, text in given.items() if name in facts}, **answer.facts}


def _value(writer: Writer, name: str, counted: Counted) -> ValueView:
    text = writer.value(counted.value, counted.name)
    return ValueView(name, writer.label(counted.name), text, writer.cite(counted.cites), reckoned(writer, counted))


def tile(writer: Writer, outcome: Outcome, topic: str, aspect: Aspect, now: dt.datetime) -> TileView:
    """
    A question of a topic with its short answer, as it is read `now`. Of several dates, it shows the one that the rule
    lists last.
    """
    words = writer.words
    question = topic_question(writer, topic, aspect)
    if isinstance(outcome, Needs):
        return TileView(aspect, question, "needs", "plain", words.say("It depends"))
    if isinstance(outcome, Invalid):
        return TileView(aspect, question, "invalid", "plain", words.say("Cannot be worked out"))
    value, tone, last = _in_a_word(writer, outcome), _tone(outcome), next(reversed(outcome.dates), "")
    passed = standing_of(writer, outcome, now).tense == "passed" and not open_ended(outcome)
    if outcome.verdict == "dated" or passed:
        value = writer.value(outcome.dates[last].value)
    if passed:
        value, tone = words.say("{value} (passed)", value=value), "plain"
    elif any(not one.sure for one in caveats(writer, outcome)):
        value = words.say("{label} (not certain)", label=value)
    return TileView(aspect, question, "answered", tone, value)


def _in_a_word(writer: Writer, answer: Answer) -> Rendered:
    own = answer.rule.in_a_word
    return writer.text(own) if own else writer.words.say(SHORT[answer.verdict])


def _tone(answer: Answer) -> Tone:
    """That of its verdict; a no that is said in a word of its own, as that nothing is stated, is no refusal."""
    tone = TONES[answer.verdict]
    return "plain" if tone == "no" and answer.rule.in_a_word else tone


def standing_of(writer: Writer, answer: Answer, now: dt.datetime) -> Standing:
    """How an answer stands as it is read `now`."""
    return Standing.of(writer, answer, now, _zones(writer, answer))


def _today(writer: Writer, then: Answer, given: Mapping[str, str], now: dt.datetime) -> Answer | None:
    """Today's answer to what was asked for another day; None where that needs more."""
    passed = dict.fromkeys(then.passed, PASSED)
    facts = {**given, **{name: canonical(value) for name, value in then.facts.items()}, **passed}
    today = ask_with(writer.policy, then.topic, then.aspect, facts, then.unknown, writer.here(now).date()).outcome
    return today if isinstance(today, Answer) else None


def _beside_today(
    writer: Writer, place: PlaceView, then: Answer, given: Mapping[str, str], now: dt.datetime
) -> PlaceView:
    """
    The place of an answer for another day with what holds today, unless the notice says it. It is the same by the same
    rule, with the same days, where it is no longer over.
    """
    today = _today(writer, then, given, now) if place.elsewhen and not place.moment else None
    if today is None:
        return place
    (was, tense), (is_now, _) = (
        ((one.notes, tense == "passed", _counted(one.dates), _counted(one.values)), tense)
        for one, tense in ((one, standing_of(writer, one, now).tense) for one in (then, today))
    )
    say = writer.words.say
    if then.rule is today.rule and was == is_now:
        so = standing_of(
            writer, then, writer.here(now).replace(year=then.on.year, month=then.on.month, day=then.on.day)
        )
        read = SAME_TODAY if tense in ("before", "ahead") or so.tense == tense else AS_OF_TODAY
        place = replace(place, same=True, elsewhen=say(read, day=place.on_text))
    if place.notice or (place.same and tense != "before"):
        return place
    holds = said(writer, today, standing_of(writer, today, now))
    return replace(place, today=say("{label}: {value}", label=say("Today"), value=holds))


def _counted(kept: Mapping[str, Counted]) -> list[tuple[str, Value]]:
    return [(name, one.value) for name, one in kept.items()]


def _zones(writer: Writer, answer: Answer) -> dict[str, str]:
    """The time zone in which each date of an answer stands, empty where what is not known decides it."""
    return {name: zone_of(writer.policy, one, answer.facts, answer.open) for name, one in answer.dates.items()}


def tiles(writer: Writer, answer: Answer, facts: Mapping[str, str], now: dt.datetime) -> tuple[TileView, ...]:
    """
    The topic's questions but for the one that `answer` answers, answered where the facts known suffice; where that is
    a refusal, it is theirs too.
    """
    policy, topic, known = writer.policy, answer.topic, apart(writer.policy, facts)[0]
    others = (aspect for aspect in policy.topics[topic].aspects if aspect != answer.aspect)
    found = {aspect: decide(policy, topic, aspect, known, answer.on) for aspect in others}
    refused = {
        aspect: answer for aspect, one in found.items() if answer.verdict in DENIALS and refusal(policy, one, facts, ())
    }
    return tuple(tile(writer, one, topic, aspect, now) for aspect, one in {**found, **refused}.items())


def present(
    writer: Writer, outcome: Outcome, facts: Mapping[str, str], now: dt.datetime
) -> AnswerView | NeedsView | tuple[FaultView, ...]:
    """
    Whatever came of asking, for people, as it is read `now`; `facts` are those given, for the topic's other questions.
    """
    if isinstance(outcome, Answer):
        return answer_view(writer, outcome, now, tiles(writer, outcome, facts, now), facts)
    return needs_view(writer, outcome, now) if isinstance(outcome, Needs) else fault_views(writer, outcome)
