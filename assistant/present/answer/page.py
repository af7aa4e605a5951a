"""From an outcome to what people see: the answer, the question that is asked next, or what is wrong."""

import datetime as dt
from collections.abc import Iterator, Mapping

from assistant.decide import Answer, Counted, Invalid, Needs, Outcome, decide
from assistant.i18n.fill import Rendered
from assistant.model.policy import Policy
from assistant.model.record import Text
from assistant.model.rule import ASPECTS, Aspect
from assistant.present.answer.counting import date_view, reckoned, zone_of
from assistant.present.answer.explanation import reasons
from assistant.present.faults import FaultView, fault_text, fault_views
from assistant.present.question import NeedsView, given_views, needs_view, not_known, place_view
from assistant.present.sentences import QUESTIONS, SETTLED, SHORT, TONES, headline
from assistant.present.views import AnswerView, TileView, ValueView
from assistant.present.writer import Writer


def said(writer: Writer, answer: Answer) -> tuple[Rendered, Rendered]:
    """The headline and the reason, with their gaps filled."""
    rule = answer.rule
    own = "" if rule.answer else headline(answer.aspect, answer.verdict, answer.dates)
    wanted = writer.gaps(rule.say.source) | writer.gaps(rule.answer.source if rule.answer else own)
    found = {name: one.value for name, one in (*answer.dates.items(), *answer.values.items())} if wanted else {}
    values = {"on": answer.on, **answer.facts, **found}
    public = {**rule.dates, **rule.values}
    gaps = {name: writer.value(values[name], public.get(name, name)) for name in wanted if name in values}
    gaps |= {name: writer.words.say("not known") for name in answer.open if name in wanted}
    head = writer.text(rule.answer, **gaps) if rule.answer else writer.words.say(own, **gaps)
    return head, writer.text(rule.say, **gaps) if rule.say.source else _in_force_from(writer)


def _in_force_from(writer: Writer) -> Rendered:
    """Why nothing can be said of an earlier day, where the policy has no sentence of its own for it."""
    first = writer.policy.about.in_force_from
    return writer.words.say("The terms are in force from {day} on.", day=writer.day(first) if first else "")


def answer_view(writer: Writer, answer: Answer, tiles: tuple[TileView, ...] = ()) -> AnswerView:
    """An answer, whole. `tiles` are those of all the topic's questions, this one's included."""
    words = writer.words
    head, why = said(writer, answer)
    return AnswerView(
        place=place_view(writer, answer.topic, answer.aspect, answer.on),
        headline=head,
        verdict=answer.verdict,
        verdict_text=words.say(SHORT[answer.verdict]),
        tone=TONES[answer.verdict],
        tiles=tiles,
        dates=tuple(
            date_view(writer, name, one, zone_of(writer.policy, one, answer.facts, answer.open))
            for name, one in answer.dates.items()
        ),
        values=tuple(_value(writer, name, counted) for name, counted in answer.values.items()),
        notes=writer.notes(answer.notes),
        reasons=reasons(writer, answer, why),
        readings=writer.readings(answer.readings),
        citations=writer.cite(answer.cites),
        next_steps=writer.procedure(answer.rule.next) if answer.rule.next else None,
        given=(*given_views(writer, answer.facts), *(not_known(writer, name) for name in answer.open)),
        settled=words.say(SETTLED[answer.partly]) if answer.open else "",
        announced=tuple(map(writer.text, announced(writer.policy, answer))),
        governs=words.say("The document governs. This answer says what it comes to, and which clauses it rests on."),
    )


def announced(policy: Policy, answer: Answer) -> Iterator[Text]:
    """What is said of days off that are announced elsewhere and may move the dates."""
    for name in answer.announced:
        said = policy.about.calendars[name].announced
        if said is not None:
            yield said


def _value(writer: Writer, name: str, counted: Counted) -> ValueView:
    text = writer.value(counted.value, counted.name)
    return ValueView(name, writer.label(counted.name), text, writer.cite(counted.cites), reckoned(writer, counted))


def tile(writer: Writer, outcome: Outcome, aspect: Aspect) -> TileView:
    """One question of a topic as a tile. Of several dates, it shows the one that the rule lists last."""
    words = writer.words
    question = words.say(QUESTIONS[aspect])
    if isinstance(outcome, Needs):
        line = writer.text(writer.policy.facts[outcome.fact].question)
        return TileView(aspect, question, "needs", "plain", words.say("Depends on your answer"), line, outcome.fact)
    if isinstance(outcome, Invalid):
        text = fault_text(outcome.faults[0], words)
        return TileView(aspect, question, "invalid", "plain", words.say("Cannot be worked out"), text)
    value, dates = words.say(SHORT[outcome.verdict]), list(outcome.dates.values())
    if outcome.verdict == "dated":
        value = writer.value(dates[-1].value)
    return TileView(aspect, question, "answered", TONES[outcome.verdict], value, said(writer, outcome)[1])


def tiles(writer: Writer, topic: str, facts: Mapping[str, str], on: dt.date,
          known: Answer | None = None) -> tuple[TileView, ...]:  # fmt: skip
    """The three questions of a topic, answered where the facts known suffice; `known` is an answer to one of them."""
    policy, words = writer.policy, writer.words
    offered, found = policy.topics[topic].aspects, {known.aspect: known} if known else {}
    return tuple(
        tile(writer, found.get(aspect) or decide(policy, topic, aspect, facts, on), aspect)
        if aspect in offered
        else TileView(aspect, words.say(QUESTIONS[aspect]), "not-asked", "plain", words.say("Not part of this topic"))
        for aspect in ASPECTS
    )


def present(
    writer: Writer, outcome: Outcome, facts: Mapping[str, str]
) -> AnswerView | NeedsView | tuple[FaultView, ...]:
    """Whatever came of asking, for people; `facts` are those given, for the tiles of the topic's other questions."""
    if isinstance(outcome, Answer):
        return answer_view(writer, outcome, tiles(writer, outcome.topic, facts, outcome.on, outcome))
    return needs_view(writer, outcome) if isinstance(outcome, Needs) else fault_views(writer, outcome)
