"""From an outcome to what people see: the answer, the question that is asked next, or what is wrong."""

import datetime as dt
from collections.abc import Mapping

from assistant.decide import Answer, Counted, Invalid, Needs, Outcome, decide
from assistant.i18n.fill import Rendered
from assistant.model.record import Text
from assistant.model.rule import Aspect
from assistant.present.answer.counting import date_view, reckoned, zone_of
from assistant.present.answer.explanation import reasons
from assistant.present.answer.standing import Standing, asked_moment, caveats, standing_view
from assistant.present.faults import FaultView, fault_views
from assistant.present.policy.contacts import contacts_of
from assistant.present.question import NeedsView, given_views, needs_view, not_known, place_view
from assistant.present.sentences import (
    AHEAD,
    BEFORE,
    HAS_PASSED,
    MAY_BE_CLOSED,
    MAY_HAVE_BEEN_CLOSED,
    QUESTIONS,
    SETTLED,
    SHORT,
    TONES,
    headline,
)
from assistant.present.views import AnswerView, TileView, ValueView
from assistant.present.writer import Writer


def said(writer: Writer, answer: Answer, standing: Standing | None = None) -> tuple[Rendered, Rendered]:
    """The headline and the reason, with their gaps filled; as of the day asked about where no `standing` is given."""
    rule = answer.rule
    head = _headline(answer, standing)
    wanted = writer.gaps(rule.say.source) | writer.gaps(head if isinstance(head, str) else head.source)
    found = {name: one.value for name, one in (*answer.dates.items(), *answer.values.items())} if wanted else {}
    values = {"on": answer.on, "moment": asked_moment(answer), **answer.facts, **found}
    public = {**rule.dates, **rule.values}
    gaps = {name: writer.value(values[name], public.get(name, name)) for name in wanted if name in values}
    gaps |= {name: writer.words.say("not known") for name in answer.open if name in wanted}
    if head == HAS_PASSED:
        last = answer.dates[next(reversed(answer.dates))]
        gaps |= {"label": writer.label(last.name), "last": writer.value(last.value)}
    told = writer.words.say(head, **gaps) if isinstance(head, str) else writer.text(head, **gaps)
    return told, writer.text(rule.say, **gaps) if rule.say.source else _in_force_from(writer)


def _headline(answer: Answer, standing: Standing | None) -> str | Text:
    """The sentence that answers: the policy's own where it is read on the day asked about, and nothing has passed."""
    rule, tense = answer.rule, standing.tense if standing else "now"
    if tense == "passed":
        return rule.passed.answer if rule.passed else HAS_PASSED
    if answer.verdict == "open" and standing and answer.announced:
        return MAY_HAVE_BEEN_CLOSED if tense == "before" else MAY_BE_CLOSED
    if tense == "before" and answer.verdict in BEFORE:
        return BEFORE[answer.verdict]
    if tense == "ahead" and answer.verdict in AHEAD:
        return AHEAD[answer.verdict]
    return rule.answer or headline(answer.aspect, answer.verdict, answer.dates)


def _in_force_from(writer: Writer) -> Rendered:
    """Why nothing can be said of an earlier day, where the policy has no sentence of its own for it."""
    first = writer.policy.about.in_force_from
    return writer.words.say("The terms are in force from {day} on.", day=writer.day(first) if first else "")


def answer_view(writer: Writer, answer: Answer, now: dt.datetime, tiles: tuple[TileView, ...] = ()) -> AnswerView:
    """An answer, whole, as it is read `now`. `tiles` are the topic's other questions."""
    words, rule = writer.words, answer.rule
    zones = {name: zone_of(writer.policy, one, answer.facts, answer.open) for name, one in answer.dates.items()}
    standing = Standing.of(writer, answer, now, zones)
    head, why = said(writer, answer, standing)
    place = place_view(writer, answer.topic, answer.aspect, answer.on, now)
    dates = tuple(date_view(writer, name, one, zones[name], now) for name, one in answer.dates.items())
    unsure = caveats(writer, answer)
    following = rule.next if standing.tense in ("now", "ahead") else rule.passed.next if rule.passed else None
    return AnswerView(
        place=place,
        headline=head,
        verdict=answer.verdict,
        verdict_text=words.say(SHORT[answer.verdict]),
        tone=TONES[answer.verdict],
        standing=standing_view(writer, answer, standing, dates, bool(place.notice), bool(unsure)),
        caveats=unsure,
        tiles=tiles,
        dates=dates,
        values=tuple(_value(writer, name, counted) for name, counted in answer.values.items()),
        notes=writer.notes(answer.notes),
        reasons=reasons(writer, answer, why),
        readings=writer.readings(answer.readings),
        citations=writer.cite(answer.cites),
        next_steps=writer.procedure(following) if following else None,
        contacts=contacts_of(writer, now, following),
        given=(*given_views(writer, answer.facts), *(not_known(writer, name) for name in answer.open)),
        settled=words.say(SETTLED[answer.partly]) if answer.open else "",
        governs=words.say("The document governs. This answer says what it comes to, and which clauses it rests on."),
    )


def _value(writer: Writer, name: str, counted: Counted) -> ValueView:
    text = writer.value(counted.value, counted.name)
    return ValueView(name, writer.label(counted.name), text, writer.cite(counted.cites), reckoned(writer, counted))


def tile(writer: Writer, outcome: Outcome, aspect: Aspect) -> TileView:
    """A question of a topic with its short answer. Of several dates, it shows the one that the rule lists last."""
    words = writer.words
    question = words.say(QUESTIONS[aspect])
    if isinstance(outcome, Needs):
        return TileView(aspect, question, "needs", "plain", words.say("Depends on your answer"))
    if isinstance(outcome, Invalid):
        return TileView(aspect, question, "invalid", "plain", words.say("Cannot be worked out"))
    value, dates = words.say(SHORT[outcome.verdict]), list(outcome.dates.values())
    if outcome.verdict == "dated":
        value = writer.value(dates[-1].value)
    return TileView(aspect, question, "answered", TONES[outcome.verdict], value)


def tiles(writer: Writer, topic: str, facts: Mapping[str, str], on: dt.date, asked: Aspect) -> tuple[TileView, ...]:
    """The topic's questions but for the one that was asked, answered where the facts known suffice."""
    policy = writer.policy
    others = (aspect for aspect in policy.topics[topic].aspects if aspect != asked)
    return tuple(tile(writer, decide(policy, topic, aspect, facts, on), aspect) for aspect in others)


def present(
    writer: Writer, outcome: Outcome, facts: Mapping[str, str], now: dt.datetime
) -> AnswerView | NeedsView | tuple[FaultView, ...]:
    """
    Whatever came of asking, for people, as it is read `now`; `facts` are those given, for the topic's other questions.
    """
    if isinstance(outcome, Answer):
        return answer_view(writer, outcome, now, tiles(writer, outcome.topic, facts, outcome.on, outcome.aspect))
    return needs_view(writer, outcome, now) if isinstance(outcome, Needs) else fault_views(writer, outcome)
