"""Ways to do something: whole, or as far as they speak to an answer."""

import datetime as dt
from collections.abc import Container, Mapping
from dataclasses import replace

from assistant.decide import Answer, Value
from assistant.decide.steps import Place, left_out, unsure
from assistant.model.rule import Aspect, Rule
from assistant.present.people import ContactView
from assistant.present.policy.contacts import asked_of, contacts_of, led_to
from assistant.present.question import notice, to_come
from assistant.present.views import PartView, PointView, ProcedureView
from assistant.present.writer import Writer
from assistant.vocabulary.calendars import ONE_DAY
from assistant.vocabulary.dependencies import every


def procedure_view(
    writer: Writer, id_: str, without: Container[Place] = (), open_: Container[Place] = ()
) -> ProcedureView:
    """
    A procedure, step by step, `without` some of its steps; none of those that are `open_`, about which nothing is
    known, comes first where another does.
    """
    one = writer.policy.summary.procedures[id_]
    every = [(part, step) for part in one.parts for step in part.steps if (part.id, step.id) not in without]
    parts = ((part, writer.points(step for mine, step in every if mine is part)) for part in one.parts)
    sure = (place for place in every if (place[0].id, place[1].id) not in open_)
    first = next(sure, every[0]) if every else None
    own = (step for part, step in every if part is one.parts[0] and (part.id, step.id) not in open_)
    return ProcedureView(
        id_,
        writer.text(one.title),
        writer.optional(one.about),
        tuple(PartView(writer.text(part.who), steps) for part, steps in parts if steps),
        writer.text(first[1].text if first else one.title),
        writer.points(own),
    )


def next_steps(
    writer: Writer, topic: str, procedure: str, known: Mapping[str, Value], on: dt.date
) -> ProcedureView | None:
    """What comes next of an answer by what is known, without the steps for other cases; None where none is left."""
    without, open_ = (find(writer.policy, topic, procedure, known, on) for find in (left_out, unsure))
    shown = procedure_view(writer, procedure, without, open_)
    return shown if shown.parts else None


def meanwhile(
    writer: Writer, topic: str, aspect: Aspect, given: Mapping[str, str], on: dt.date, now: dt.datetime
) -> tuple[ProcedureView | None, tuple[ContactView, ...]]:
    """
    What somebody can do before the answer is known, and whom to reach: the one thing that the topic is there for, where
    no answer to the question leads to anybody else. Nothing on a day that is over, or where others are to begin.
    """
    one, facts, today = writer.policy.topics[topic], writer.policy.facts, writer.here(now).date()
    ways = {rule.next for rule in every(one.rules(aspect)) if isinstance(rule, Rule) and rule.next}
    own = [name for name in one.procedures if name in ways]
    if len(own) == 1 and led_to(writer, own) and led_to(writer, ways) == led_to(writer, own):
        known = {name: facts[name].read(text) for name, text in given.items()}
        steps = None if on < today or notice(writer, today) else next_steps(writer, topic, own[0], known, on)
        if steps and steps.certain:
            return steps, contacts_of(writer, now, own)
    return None, contacts_of(writer, now)[:1]


def what_follows(
    writer: Writer, answer: Answer, procedure: str | None, known: Mapping[str, Value], now: dt.datetime
) -> tuple[ProcedureView | None, tuple[str, ...]]:
    """What comes next, and the procedures that lead to whom to ask: nobody who has begun is sent to begin again."""
    steps = _steps_after(writer, answer, procedure, known, now) if procedure else None
    return steps, (procedure,) if procedure and not (steps and steps.begun) else asked_of(writer, answer.topic)


def _steps_after(
    writer: Writer, answer: Answer, procedure: str, known: Mapping[str, Value], now: dt.datetime
) -> ProcedureView | None:
    """
    What comes next of an answer; a condition of it comes first. Before a moment that is still to come on the very day,
    the steps are those of the eve.
    """
    notes, here = writer.policy.shared.notes, writer.here(now).replace(tzinfo=None)
    moments = (
        one.date() for fact, one in answer.facts.items() if isinstance(one, dt.datetime) and to_come(answer, fact, here)
    )
    on = min([answer.on, *(day - ONE_DAY for day in moments)])
    shown = next_steps(writer, answer.topic, procedure, known, on)
    held = {clause for note in answer.notes for clause in notes[note].cites} if answer.verdict == "conditional" else ()

    def ordered(steps: tuple[PointView, ...]) -> tuple[PointView, ...]:
        return tuple(sorted(steps, key=lambda step: all(one.id not in held for one in step.cites)))

    if shown is None or not held:
        return shown
    parts = tuple(replace(part, steps=ordered(part.steps)) for part in shown.parts)
    return replace(shown, parts=parts, first=parts[0].steps[0].text, certain=ordered(shown.certain))
