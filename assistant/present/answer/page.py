"""From an outcome to what people see: the answer, the question that is asked next, or what is wrong."""

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache

from assistant.decide import Answer, Counted, FactFault, Invalid, Needs, Outcome, Value, canonical, decide
from assistant.i18n.formats import format_day
from assistant.i18n.words import Rendered, Words
from assistant.model.policy import Policy
from assistant.model.record import Text
from assistant.model.rule import ASPECTS, Aspect
from assistant.model.topic import Topic
from assistant.present.answer.counting import date_view, zone_of
from assistant.present.answer.explanation import reasons
from assistant.present.sentences import FAULTS, QUESTIONS, SETTLED, SHORT, TONES, headline
from assistant.present.views import (
    AnswerView,
    FaultView,
    GivenView,
    NeedsView,
    OptionView,
    PlaceView,
    QuestionView,
    TileView,
    ValueView,
)
from assistant.present.writer import Writer, writer_of
from assistant.suggest import alike
from assistant.vocabulary.facts.choice import Choice
from assistant.vocabulary.facts.yes_no import YesNo

MAIN_DATES = ("target", "visit_by", "until", "ended_on")
"""The dates that a tile shows first, where an answer has several; else its last."""


def notice(writer: Writer, on: dt.date) -> Rendered | None:
    """The policy's notice that all has ended, where it has on that day."""
    about = writer.policy.about
    return writer.optional(about.ended) if about.ended_after is not None and on > about.ended_after else None


def _place(writer: Writer, topic: Topic, aspect: Aspect, on: dt.date) -> PlaceView:
    about = writer.policy.about
    date = about.document.date
    return PlaceView(
        about.id, writer.text(about.title), topic.id, writer.text(topic.title), writer.text(about.document.title),
        format_day(date, writer.language) if date else "", aspect, writer.words.say(QUESTIONS[aspect]),
        on.isoformat(), format_day(on, writer.language), writer.policy.edition, notice(writer, on),
    )  # fmt: skip


def _given(writer: Writer, facts: Mapping[str, Value]) -> tuple[GivenView, ...]:
    return tuple(
        GivenView(fact, writer.label(fact), writer.value(value, fact), canonical(value))
        for fact, value in facts.items()
    )


def not_known(writer: Writer, fact: str) -> GivenView:
    """A fact that a person does not know, among what they said."""
    return GivenView(fact, writer.label(fact), writer.own(writer.words.say("I don’t know")), "")


def said(writer: Writer, answer: Answer) -> tuple[Rendered, Rendered]:
    """The headline and the reason, with their gaps filled."""
    rule = answer.rule
    own = "" if rule.answer else headline(answer.aspect, answer.verdict, answer.dates)
    wanted = gaps_of(rule.say.source) | gaps_of(rule.answer.source if rule.answer else own)
    found = {name: one.value for name, one in (*answer.dates.items(), *answer.values.items())} if wanted else {}
    values = {"on": answer.on, **answer.facts, **found}
    gaps = writer.gaps({name: values[name] for name in wanted if name in values})
    gaps |= {name: writer.words.say("not known") for name in answer.open if name in wanted}
    head = writer.text(rule.answer, **gaps) if rule.answer else writer.own(writer.words.say(own, **gaps))
    return head, writer.text(rule.say, **gaps) if rule.say.source else _in_force_from(writer)


def _in_force_from(writer: Writer) -> Rendered:
    """Why nothing can be said of an earlier day, where the policy has no sentence of its own for it."""
    first = writer.policy.about.in_force_from
    return writer.own(writer.words.say("The terms are in force from {day} on.", day=writer.day(first) if first else ""))


@lru_cache(maxsize=4096)
def gaps_of(sentence: str) -> frozenset[str]:
    """The names of a sentence's gaps."""
    return frozenset(Text.GAP.findall(sentence)) if "{" in sentence else frozenset()


def answer_view(policy: Policy, answer: Answer, words: Words, tiles: tuple[TileView, ...]) -> AnswerView:
    """An answer, whole. `tiles` are those of all the topic's questions, this one's included."""
    writer = writer_of(policy, words)
    head, why = said(writer, answer)
    return AnswerView(
        place=_place(writer, policy.topics[answer.topic], answer.aspect, answer.on),
        headline=head,
        verdict=answer.verdict,
        verdict_text=words.say(SHORT[answer.verdict]),
        tone=TONES[answer.verdict],
        tiles=tiles,
        dates=tuple(
            date_view(writer, name, one, zone_of(policy, one, answer.facts, answer.open))
            for name, one in answer.dates.items()
        ),
        values=tuple(_value(writer, name, counted) for name, counted in answer.values.items()),
        notes=writer.notes(answer.notes),
        reasons=reasons(writer, answer, why),
        readings=writer.readings(answer.readings),
        citations=writer.cite(answer.cites),
        next_steps=writer.procedure(answer.rule.next) if answer.rule.next else None,
        given=(*_given(writer, answer.facts), *(not_known(writer, name) for name in answer.open)),
        settled=words.say(SETTLED[answer.partly]) if answer.open else "",
        governs=words.say("The document governs. This answer says what it comes to, and which clauses it rests on."),
    )


def _value(writer: Writer, name: str, counted: Counted) -> ValueView:
    return ValueView(name, writer.label(counted.name), writer.value(counted.value).text, writer.cite(counted.cites))


def question_view(policy: Policy, fact: str, words: Words) -> QuestionView:
    """A fact to ask for."""
    writer, one = writer_of(policy, words), policy.facts[fact]
    options: tuple[OptionView, ...] = ()
    if isinstance(one, Choice):
        options = tuple(
            OptionView(id_, writer.text(o.label), writer.optional(o.help)) for id_, o in one.options.items()
        )
    elif isinstance(one, YesNo):
        options = tuple(OptionView(id_, writer.name(id_, fact)) for id_ in ("yes", "no"))
    unit = writer.optional(getattr(one, "unit", None))
    hints = {
        "date": words.say("For example, 3 April 2026"),
        "date-time": words.say("For example, 3 April 2026 and 14:30"),
    }
    return QuestionView(
        fact, one.key(), writer.text(one.question), writer.optional(one.help), hints.get(one.key(), ""), unit, options
    )


def needs_view(policy: Policy, needs: Needs, words: Words) -> NeedsView:
    """The question that is asked next, and what was said so far."""
    writer = writer_of(policy, words)
    place = _place(writer, policy.topics[needs.topic], needs.aspect, needs.on)
    return NeedsView(place, question_view(policy, needs.fact, words), _given(writer, needs.facts))


def details_of(fault: FactFault) -> dict[str, str]:
    """The details of a fault, with the known name that is `near` to the one given, where one is alike."""
    near = alike(fault.details.get("given", "")[:60], fault.known) if fault.known else None
    return {**fault.details, "near": near} if near else fault.details


def fault_text(reason: str, details: Mapping[str, str], words: Words) -> str:
    """What is wrong with a value, and what to do."""
    sentence = words.say(FAULTS[reason], **details)
    return (
        words.say("{sentence} Did you mean “{near}”?", sentence=sentence, **details) if "near" in details else sentence
    )


def fault_views(policy: Policy, invalid: Invalid, words: Words) -> tuple[FaultView, ...]:
    """Everything that is wrong with what was given. What people never see a name of has no label."""
    writer = writer_of(policy, words)
    return tuple(
        FaultView(
            fault.name,
            writer.label(fault.name).text if fault.name == "on" or fault.name in policy.facts else "",
            fault_text(fault.reason, details_of(fault), words),
        )
        for fault in invalid.faults
    )


def tile(policy: Policy, outcome: Outcome, aspect: Aspect, words: Words) -> TileView:
    """One question of a topic as a tile."""
    writer, question = writer_of(policy, words), words.say(QUESTIONS[aspect])
    if isinstance(outcome, Needs):
        line = writer.text(policy.facts[outcome.fact].question)
        return TileView(aspect, question, "needs", "plain", words.say("Depends on your answer"), line, outcome.fact)
    if isinstance(outcome, Invalid):
        text = fault_text(outcome.faults[0].reason, details_of(outcome.faults[0]), words)
        return TileView(aspect, question, "invalid", "plain", words.say("Cannot be worked out"), writer.own(text))
    _, why = said(writer, outcome)
    value = words.say(SHORT[outcome.verdict])
    if outcome.verdict == "dated":
        main = next(
            (outcome.dates[name] for name in MAIN_DATES if name in outcome.dates), [*outcome.dates.values()][-1]
        )
        value = writer.value(main.value).text
    return TileView(aspect, question, "answered", TONES[outcome.verdict], value, why)


def tiles(policy: Policy, topic: str, facts: Mapping[str, str], on: dt.date, words: Words,
          known: Answer | None = None) -> tuple[TileView, ...]:  # fmt: skip
    """The three questions of a topic, answered where the facts known suffice; `known` is an answer to one of them."""
    offered, found = policy.topics[topic].aspects, {known.aspect: known} if known else {}
    return tuple(
        tile(policy, found.get(aspect) or decide(policy, topic, aspect, facts, on), aspect, words)
        if aspect in offered
        else TileView(aspect, words.say(QUESTIONS[aspect]), "not-asked", "plain", words.say("Not part of this topic"))
        for aspect in ASPECTS
    )


def present(policy: Policy, outcome: Outcome, facts: Mapping[str, str],
            words: Words) -> AnswerView | NeedsView | tuple[FaultView, ...]:  # fmt: skip
    """Whatever came of asking, for people; `facts` are those given, for the tiles of the topic's other questions."""
    if isinstance(outcome, Answer):
        return answer_view(policy, outcome, words, tiles(policy, outcome.topic, facts, outcome.on, words, outcome))
    return needs_view(policy, outcome, words) if isinstance(outcome, Needs) else fault_views(policy, outcome, words)
