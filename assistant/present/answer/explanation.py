"""Explanations in words: what a word of the vocabulary says of itself, said in the reader's language."""

import datetime as dt

from assistant.decide import Answer, Judged, Tested
from assistant.errors import Wording
from assistant.i18n import N_
from assistant.i18n.words import Rendered
from assistant.model.rule import Aspect, Rule
from assistant.present.sentences import SHORT
from assistant.present.views import ReasonView, TestView
from assistant.present.writer import Writer, once
from assistant.vocabulary.wording import HoursLabel, Label, Options, Worth


def reasons(writer: Writer, answer: Answer, said: Rendered) -> tuple[ReasonView, ...]:
    """The rule that holds first, with its reason `said`; then those asked before it, and why they did not hold."""
    held = [judged for judged in answer.trail if judged.held]
    tests = tuple(_test(writer, tested) for judged in held for tested in judged.tests)
    first = ReasonView(said, True, tests, writer.cite(answer.rule.cites))
    return (first, *(_ruled_out(writer, judged, answer.aspect) for judged in answer.trail if not judged.held))


def _ruled_out(writer: Writer, judged: Judged, aspect: Aspect) -> ReasonView:
    failed = tuple(tested for tested in judged.tests if not tested.held)
    if isinstance(judged.item, Rule):
        return _passed(writer, SHORT[judged.item.verdict_for(aspect)], judged.item.cites, failed)
    return _passed(writer, N_("The rules for another case"), (), failed)


@once
def _passed(writer: Writer, sentence: str, cites: tuple[str, ...], failed: tuple[Tested, ...]) -> ReasonView:
    tests = tuple(_test(writer, tested) for tested in failed)
    return ReasonView(writer.own(writer.words.say(sentence)), False, tests, writer.cite(cites))


def _test(writer: Writer, tested: Tested) -> TestView:
    asked = explained(writer, tested.test.explain(tested.name, tested.against))
    return TestView(asked, writer.value(tested.value, tested.name).text, tested.held)


def explained(writer: Writer, wording: Wording) -> str:
    """The sentence of an explanation, with each value as this language writes it."""
    values = {name: _said(writer, value) for name, value in wording.values}
    if not wording.many:
        return writer.words.say(wording.sentence, **values)
    count = values.pop("count")
    return writer.words.plural(wording.sentence, wording.many, count if isinstance(count, int) else 0, **values)


def _said(writer: Writer, value: object) -> object:
    match value:
        case dt.date() | dt.time():
            return writer.day(value)
        case Worth(worth, fact):
            return writer.value(worth, fact).text
        case Label(name, quoted):
            label = writer.label(name).text
            return writer.words.say("“{name}”", name=label) if quoted else label
        case Options(ids, fact):
            return writer.choices(ids, fact)
        case HoursLabel(hours):
            return writer.text(writer.policy.about.hours[hours].label).text
    return value
