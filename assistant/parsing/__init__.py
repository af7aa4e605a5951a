"""
What people type into a form field, as the canonical text that links and the API carry.

Every form that is taken is an explicit rule; whatever no rule takes is refused with the id of a reason, never guessed.
Reasons: `no-such-option` `option-ambiguous` `yes-or-no-wanted` `day-wanted` `year-wanted` `month-wanted` `no-such-day`
`day-ambiguous` `weekday-differs` `day-outside` `time-wanted` `no-such-time` `time-ambiguous` `moment-wanted`
`number-wanted` `whole-number-wanted` `number-too-small` `number-too-large` `too-many-decimals` `other-unit`
`money-wanted` `too-few-options` `too-many-options`.
"""

from contextlib import suppress

from assistant.errors import Refusal
from assistant.parsing.clocks import either_half, read_clock, read_moment
from assistant.parsing.days import day_from_parts, read_day
from assistant.parsing.numbers import read_money, read_number
from assistant.parsing.plain import plain, squeezed
from assistant.parsing.speech import Speech
from assistant.vocabulary.bands import GIVEN
from assistant.vocabulary.fact import Fact
from assistant.vocabulary.facts.choice import Choice, Choices, YesNo
from assistant.vocabulary.facts.moment import DayFact, MomentFact, TimeFact
from assistant.vocabulary.facts.money import MoneyFact
from assistant.vocabulary.facts.number import NumberFact, WholeNumberFact
from assistant.vocabulary.facts.reading import ReadingFact

__all__ = ["Speech", "canonical", "day_from_parts", "either_half"]
ENDS = ".!\u3002"


def canonical(speech: Speech, fact: Fact, typed: str) -> str:
    """
    The canonical text of what was typed for this fact.

    It is read in every language of `speech`. Of `typed` the first 100 characters count. Text that is canonical already
    comes back as it is, save that a moment's seconds are left out where they are zero. Raises `Refusal`.
    """
    if isinstance(fact, Choice) and typed in fact.options:
        return typed
    if isinstance(fact, DayFact):
        with suppress(Refusal):
            return str(fact.read(typed))
    text = plain(typed)
    match fact:
        case Choices():
            return _options(fact, typed)
        case MoneyFact():
            return read_money(speech, fact, text)
        case TimeFact():
            return read_clock(speech, text).isoformat(timespec="minutes")
        case Choice():
            return _option(fact, text)
        case ReadingFact():
            return str(fact.read(typed))
        case YesNo():
            return _yes_or_no(speech, fact, text)
        case DayFact():
            return read_day(speech, text).isoformat()
        case MomentFact():
            moment = read_moment(speech, text)
            return moment.isoformat(timespec="seconds" if moment.second else "minutes")
        case NumberFact() | WholeNumberFact():
            named = ((f"{GIVEN}{band}", plain(label.source)) for band, label in fact.labels.items())
            return next((band for band, label in named if text in (band, label)), None) or read_number(
                speech, fact, text
            )
    raise TypeError(f"nothing reads what is typed for {type(fact).__name__}")


def _options(fact: Choices, typed: str) -> str:
    """Several options, each by its id or as people write it, with commas between; in the order of the options."""
    chosen = {_option(fact, plain(one)) for one in typed.replace("\u3001", ",").split(",") if one.strip()}
    text = ",".join(one for one in fact.options if one in chosen)
    fact.read(text)
    return text


def _option(fact: Choice | Choices, text: str) -> str:
    wanted = squeezed(text)
    found = [
        name
        for name, option in fact.options.items()
        if wanted in {squeezed(plain(word)) for word in (name, option.label.source, *option.spellings)}
    ]
    if name := next((name for name in found if squeezed(name) == wanted), None):
        return name
    if len(found) != 1 or not wanted:
        raise Refusal("option-ambiguous" if found else "no-such-option", given=text, options=", ".join(fact.options))
    return found[0]


def _yes_or_no(speech: Speech, fact: YesNo, text: str) -> str:
    word = text.strip(ENDS)
    sides = (("yes", fact.yes, fact.spellings.yes), ("no", fact.no, fact.spellings.no))
    for answer, label, spellings in sides:
        known = {*speech.words(f"answers.{answer}"), *map(plain, spellings)}
        if word in known or (label and word == plain(label.source)):
            return answer
    raise Refusal("yes-or-no-wanted", typed=text)
