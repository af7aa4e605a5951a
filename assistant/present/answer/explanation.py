"""Explanations in words: what a word of the vocabulary says of itself, said in the reader's language."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from assistant.decide import Answer, Judged, Tested
from assistant.errors import Wording
from assistant.i18n import N_
from assistant.i18n.fill import Rendered
from assistant.i18n.formats import format_list, format_weekday, format_year_day
from assistant.model.rule import Aspect, Rule
from assistant.present.sentences import SHORT
from assistant.present.views import ReasonView, TestView
from assistant.present.writer import Writer, once
from assistant.vocabulary.conditions.order import literal
from assistant.vocabulary.derived.day import DerivedDay
from assistant.vocabulary.trail import Condition
from assistant.vocabulary.wording import (
    Called,
    DayOfYear,
    Label,
    Options,
    SetsLabel,
    Value,
    Weekdays,
    Worth,
)

SEVERAL = 2


def reasons(writer: Writer, answer: Answer, said: Rendered) -> tuple[ReasonView, ...]:
    """The rule that holds first, with its reason `said`; then those asked before it, and why they did not hold."""
    held = [judged for judged in answer.trail if judged.held]
    tests = tuple(_test(writer, tested) for judged in held for tested in judged.tests)
    first = ReasonView(said, True, tests, writer.cite([one for one in answer.rule.clauses if one in answer.cites]))
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
    asked = explained(writer, tested.test.explain(tested.name, tested.against))
    if tested.test.sets():
        found = writer.words.say("Yes") if tested.value == "yes" else writer.words.say("No")
    else:
        found = writer.value(tested.value, tested.name)
    return TestView(asked, found, tested.held)


def condition(writer: Writer, name: str, test: Condition) -> Rendered:
    """A condition in words, as it is before anything is asked."""
    against = [_against(writer, operand) for operand in test.operands()]
    return explained(writer, test.explain(name, tuple(against) if len(against) > 1 else next(iter(against), None)))


def _against(writer: Writer, operand: str) -> Value | Label:
    """A number or a day where it is the same for everybody, else the name of what it depends on."""
    if operand[:1].isdigit():
        return literal(operand)
    derived = writer.derived(operand)
    start = derived.start if isinstance(derived, DerivedDay) and not derived.steps else operand
    return literal(start) if start[:1].isdigit() else Label(operand, quoted=True)


def explained(writer: Writer, wording: Wording) -> Rendered:
    """The sentence of an explanation, with each value as this language writes it."""
    values = {name: _said(writer, value) for name, value in wording.values}
    if not wording.many:
        return writer.words.say(wording.sentence, **values)
    count = dict(wording.values)["count"]
    form = _form(count) if isinstance(count, Decimal) else count if isinstance(count, int) else 0
    return writer.words.plural(wording.sentence, wording.many, form, **values)


def _form(number: Decimal) -> int:
    """The count that a number with decimals is said like: half an hour is not one."""
    return SEVERAL if number % 1 else int(number)


def _said(writer: Writer, value: object) -> object:
    match value:
        case dt.date() | dt.time():
            return writer.day(value)
        case Worth(worth, fact):
            return writer.value(worth, fact)
        case Label(name, quoted):
            label = writer.label(name)
            return writer.words.say("“{name}”", name=label) if quoted else label
        case Options(ids, fact):
            return writer.choices(ids, fact)
        case Called(kind, id_):
            about = writer.policy.about
            return writer.text((about.hours if kind == "hours" else about.calendars)[id_].label)
        case SetsLabel(sets):
            return _sets(writer, sets)
        case Decimal():
            return writer.number(value)
    return _written(writer, value)


def _written(writer: Writer, value: object) -> object:
    """What each language writes in its own way and no policy says."""
    language = writer.language
    match value:
        case Weekdays(places):
            return format_list([writer.own(format_weekday(place, language)) for place in places], language, "or")
        case DayOfYear(day):
            return writer.words.written(format_year_day, day)
    return value


def _sets(writer: Writer, sets: Iterable[tuple[tuple[str, object], ...]]) -> Rendered:
    """Sets of conditions, in brackets where one has several: "A; or (B and C)"."""
    said = [[condition(writer, name, test) for name, test in one if isinstance(test, Condition)] for one in sets]
    language = writer.language
    return format_list(
        [
            one[0]
            if len(one) == 1
            else writer.words.say("({conditions})", conditions=format_list(one, language, "and"))
            for one in said
        ],
        language,
        "or",
    )
