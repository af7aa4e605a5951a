"""The headline of an answer and its reason: as of the day asked about, or as they are read now."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from assistant.decide import Answer
from assistant.decide.exploration import Leaf
from assistant.i18n.fill import Rendered
from assistant.model.calendar import Span
from assistant.model.record import Text
from assistant.present.answer.counting import counts, why_closed
from assistant.present.answer.standing import Standing, asked_moment, caveats
from assistant.present.policy.contacts import times_text
from assistant.present.sentences import (
    BEFORE,
    HAS_PASSED,
    HERE,
    HOURS,
    MAY_BE_CLOSED,
    MAY_HAVE_BEEN_CLOSED,
    MAY_MOVE,
    MORE,
    ON_THE_MOMENT,
    OWN_WORDS,
    REASON_THEN,
    headline,
)
from assistant.present.writer import Writer
from assistant.vocabulary.calendars import WEEKEND
from assistant.vocabulary.days import as_day
from assistant.vocabulary.doors import NO_HOURS

OTHER_DAYS = frozenset(BEFORE.values())
DOORS = ("open", "closed")
STANDING = ("ended", "not-in-force")
"""Verdicts of an earlier day whose sentences say since or until when."""
MAY_BE = frozenset({MAY_BE_CLOSED, MAY_HAVE_BEEN_CLOSED})


def said(writer: Writer, answer: Answer, standing: Standing | None = None) -> Rendered:
    """
    The headline with its gaps filled; as of the day asked about, and without what is not known, where no `standing` is
    given.
    """
    head = _headline(writer, answer, standing)
    gaps = _gaps(writer, answer, head if isinstance(head, str) else head.source)
    if head == HAS_PASSED:
        last = answer.dates[next(reversed(answer.dates))]
        gaps |= {"label": writer.label(last.name), "value": writer.value(last.value)}
    told = writer.words.say(head, **gaps) if isinstance(head, str) else writer.text(head, **gaps)
    return _whole(writer, answer, standing, head, told) if standing else told


def reason(writer: Writer, answer: Answer, standing: Standing | None = None, same: bool = False) -> Rendered:
    """The reason in the same way. `same`: what is said of a day before holds today too, and so does its reason."""
    text = _reason(answer, standing)
    why = writer.text(text, **_gaps(writer, answer, text.source)) if text.source else _in_force_from(writer)
    for name in answer.open if why.inner is None else ():  # nobody is told in brackets what nobody knows
        aside = rf"\s?[(\uff08]{re.escape(_unknown(writer, name))}[)\uff09]"
        why = Rendered(re.sub(aside, "", why), why.lang, why.page)
    counted = counts(writer, [answer], looked_up=True)
    for one in counted:
        sentence = HERE if len(counted) == 1 else MORE
        why = writer.words.say(sentence, headline=why, label=one.label, value=one.text)
    for name, value in _days_off(writer, answer):
        why = writer.words.say(MORE, headline=why, label=name, value=value)
    if standing is None or (same and standing.tense == "before"):
        return why
    return _as_of_then(writer, answer, standing, why)


def _gaps(writer: Writer, answer: Answer, sentence: str) -> dict[str, Rendered]:
    """What fills the gaps of a sentence of an answer."""
    rule, wanted = answer.rule, writer.gaps(sentence)
    found = {name: one.value for name, one in (*answer.dates.items(), *answer.values.items())} if wanted else {}
    values = {"on": answer.on, "moment": asked_moment(answer), **answer.facts, **found}
    public = {**rule.dates, **rule.values}
    gaps = {name: writer.value(values[name], public.get(name, name)) for name in wanted if name in values}
    return gaps | {name: _unknown(writer, name) for name in answer.open if name in wanted}


def _unknown(writer: Writer, name: str) -> Rendered:
    return writer.words.say("“{label}”", label=writer.label(name))


def _whole(writer: Writer, answer: Answer, standing: Standing, head: str | Text, told: Rendered) -> Rendered:
    """A headline with the dates and numbers that a sentence for another day leaves out, and with what is not known."""
    say, frame = writer.words.say, _frame(writer, answer, standing)
    if frame:
        told = say(frame, on=writer.day(answer.on), moment=writer.value(asked_moment(answer)), sentence=told)
    named = writer.gaps(head if isinstance(head, str) else head.source)
    for name, one in {**answer.dates, **answer.values}.items() if frame or head in OTHER_DAYS else ():
        gaps = {"label": writer.label(one.name), "value": writer.value(one.value, one.name)}
        if name not in named and isinstance(one.value, dt.date) and as_day(one.value) < standing.today:
            told = say("{sentence} {more}", sentence=told, more=say(HAS_PASSED, **gaps))
        elif name not in named:
            told = say(MORE, headline=told, **gaps)
    doubts = dict.fromkeys(one.doubt for one in caveats(writer, answer) if one.doubt)
    if head in MAY_BE:
        doubts.pop(say(MAY_MOVE), None)
    for doubt in doubts:
        told = say("{sentence} {more}", sentence=told, more=doubt)
    return told


def _days_off(writer: Writer, answer: Answer) -> Iterator[tuple[str, Rendered]]:
    """Up to the next opening, the first day closed for each reason that the day of the week does not say itself."""
    steps = (step for counted in answer.dates.values() for step in counted.steps if answer.verdict == "closed")
    for step in steps:
        first = {why: day for day, why in reversed(step.skipped) if why not in (WEEKEND, NO_HOURS)}
        for day, why in sorted((day, why) for why, day in first.items()):
            yield writer.day(day), why_closed(writer, step.calendar, why, day)


def _reason(answer: Answer, standing: Standing | None) -> Text:
    """Why: the policy's own sentence for once its date has passed, where it has one."""
    passed = answer.rule.passed if standing and standing.tense == "passed" else None
    return (passed.say if passed else None) or answer.rule.say


def _as_of_then(writer: Writer, answer: Answer, standing: Standing, why: Rendered) -> Rendered:
    """
    A reason in the present tense is told as that of the time where the headline speaks of what is over; of a day
    before, it is said that a date has passed since that it names, where the headline does not say so; of one that had
    by then, the reason tells.
    """
    before, reason = standing.tense == "before", answer.rule.say
    over = standing.tense == "passed" or (before and answer.verdict not in STANDING)
    if not over or _reason(answer, standing) is not reason:
        return why
    say, told, head = writer.words.say, writer.words.say(REASON_THEN, reason=why), _headline(writer, answer, standing)
    named = () if isinstance(head, str) else writer.gaps(head.source) & writer.gaps(reason.source)
    days = [one.value for name, one in answer.dates.items() if name in named and isinstance(one.value, dt.date)]
    gone = range(answer.on.toordinal(), standing.today.toordinal())
    if before and days and max(map(as_day, days)).toordinal() in gone:
        told = say("{sentence} {more}", sentence=told, more=say("That day has since passed."))
    return told


def _own(writer: Writer, answer: Answer) -> bool:
    """Does it answer a question of its topic's own, or in a word of its own, which the verdict's sentence does not?"""
    rule, asked = answer.rule, writer.policy.topics[answer.topic].questions
    named = rule.in_a_word is not None or answer.aspect in asked
    return rule.answer is not None and named and answer.verdict not in DOORS


def _headline(writer: Writer, answer: Answer, standing: Standing | None) -> str | Text:
    """The sentence that answers: the policy's own where it is read on the day asked about, and nothing has passed."""
    rule, tense = answer.rule, standing.tense if standing else "now"
    if tense == "passed":
        return rule.passed.answer if rule.passed else HAS_PASSED
    if answer.verdict == "open" and standing and answer.announced:
        return MAY_HAVE_BEEN_CLOSED if tense == "before" else MAY_BE_CLOSED
    if tense == "before" and answer.verdict in BEFORE and not _own(writer, answer):
        return BEFORE[answer.verdict]
    return rule.answer or headline(answer.aspect, answer.verdict, answer.dates)


def _frame(writer: Writer, answer: Answer, standing: Standing) -> str | None:
    """What is put before the sentence of today on another day; None where a sentence says its day itself."""
    rule, tense = answer.rule, standing.tense
    if tense == "ahead" and answer.verdict in DOORS:
        said = answer.verdict == "open" and answer.announced
        return None if said or (rule.answer and "moment" in rule.answer.gaps) else ON_THE_MOMENT
    told = {"before": {"ended", *(() if _own(writer, answer) else BEFORE)}, "ahead": set()}.get(tense)
    return None if told is None or answer.verdict in {*told, "not-in-force"} else OWN_WORDS[tense]


def _in_force_from(writer: Writer) -> Rendered:
    """Why nothing can be said of an earlier day, where the policy has no sentence of its own for it."""
    first = writer.policy.about.in_force_from
    return writer.words.say("The terms are in force from {day} on.", day=writer.day(first) if first else "")


def hours_of_day(writer: Writer, leaves: Sequence[Leaf]) -> Rendered | None:
    """
    The hours of the day asked about on the clock on which its moments are asked for, by what is possible at these; None
    where something else is not known too, no hours are asked about, or none are open.
    """
    opened: dict[dt.datetime, dt.datetime] = {}
    for leaf in leaves:
        (at, *rest), answer = leaf.tried.values() or (None,), leaf.answer
        if rest or not isinstance(at, dt.datetime) or at.date() != answer.on or answer.verdict not in DOORS:
            return None
        closes = next(reversed(answer.dates.values())).value if answer.verdict == "open" and answer.dates else None
        if isinstance(closes, dt.datetime):
            opened[closes] = min(at, opened.get(closes, at))
    if not opened:
        return None
    spans = [Span.model_construct(opens=at.time(), closes=until.time()) for until, at in sorted(opened.items())]
    times = times_text(writer.words, spans)
    told = writer.words.say(HOURS, day=writer.day(leaves[0].answer.on), times=times)
    if not any(leaf.answer.announced for leaf in leaves):
        return told
    return writer.words.say("{sentence} {more}", sentence=told, more=writer.words.say(MAY_MOVE))
