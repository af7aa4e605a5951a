"""Why this is the answer: each rule that was asked, in words, and what was found."""

import datetime as dt
from collections.abc import Mapping

from assistant.decide import Answer, Judged, Tested
from assistant.decide.outcome import Value
from assistant.i18n import N_
from assistant.i18n.fill import Rendered
from assistant.model.condition import After, AtLeast, AtMost, Before, Inside, OneOf
from assistant.model.rule import Aspect, Rule
from assistant.present.sentences import SHORT
from assistant.present.views import ReasonView, TestView
from assistant.present.writer import Writer, once

DAYS: Mapping[type, str] = {
    Before: N_("{subject} is before {value}"),
    After: N_("{subject} is after {value}"),
    AtMost: N_("{subject} is {value} or earlier"),
    AtLeast: N_("{subject} is {value} or later"),
}
NUMBERS: Mapping[type, str] = {
    Before: N_("{subject}: below {value}"),
    After: N_("{subject}: above {value}"),
    AtMost: N_("{subject}: {value} or less"),
    AtLeast: N_("{subject}: {value} or more"),
}


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
    return ReasonView(writer.words.say(sentence), False, tests, writer.cite(cites))


def _test(writer: Writer, tested: Tested) -> TestView:
    subject = writer.label(tested.name)
    return TestView(_asked(writer, tested, subject), writer.value(tested.value, tested.name), tested.held)


def _asked(writer: Writer, tested: Tested, subject: str) -> str:
    test, words = tested.test, writer.words
    if isinstance(test, OneOf | Inside):
        return unordered(writer, tested.name, test)
    against = tested.against if tested.against is not None else ""
    value = writer.value(against, tested.name)
    return words.say(_order(test, against), subject=subject, value=value)


def unordered(writer: Writer, name: str, test: OneOf | Inside) -> str:
    """A condition in words that names options or opening hours."""
    words, subject = writer.words, writer.label(name)
    if isinstance(test, OneOf):
        return words.say("{subject}: {options}", subject=subject, options=writer.choices(test.one_of, name))
    hours = writer.text(writer.policy.about.hours[test.inside].label)
    return words.say("{subject} lies inside these hours: {hours}", subject=subject, hours=hours)


def _order(test: Before | After | AtMost | AtLeast, against: Value) -> str:
    """The English sentence for an order: days come before and after, numbers lie below and above."""
    sentences = DAYS if isinstance(against, dt.date | dt.time) else NUMBERS
    return sentences[type(test)]
