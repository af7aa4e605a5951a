"""What was typed into the fields of a form, part by part, as the canonical text of its fact."""

import datetime as dt
import re
from collections.abc import Mapping
from contextlib import suppress
from decimal import Decimal
from unicodedata import normalize

from assistant.errors import Refusal
from assistant.i18n import N_
from assistant.model.calendar import Hours
from assistant.model.policy import Policy
from assistant.parsing import Speech, canonical, day_from_parts, either_half
from assistant.parsing.plain import plain
from assistant.vocabulary.bands import finder, given_band
from assistant.vocabulary.fact import PASSED, Fact
from assistant.vocabulary.facts.choice import Choices
from assistant.vocabulary.facts.moment import DayFact, MomentFact, TimeFact
from assistant.vocabulary.facts.money import MoneyFact
from assistant.vocabulary.facts.number import Banded
from assistant.web.frame.query import BadRequest, unstuck

WHOLE = ""
NUMBER = "number"
"""The part of a number that has bands in which the number itself is written."""
DAY_PARTS = ("day", "month", "year")
PARTS = (*DAY_PARTS, "time")
LONGEST_PART = 4
FIGURES = re.compile(r"([01][0-9]|2[0-3])[.]?([0-5][0-9])|(1[3-9]|2[0-3])")
"""A time in figures alone: with its minutes, also behind a dot, or an hour that can only be one of the afternoon."""
ENDING = re.compile(r"[\s.,;:!?\u3001\u3002)\]}>\u3009\u300b\u300d\u300f\u3011]+")
PRESENT = "present-meant"
"""Why a value is not read here that says *now*: whoever knows the clock fills it in."""
Typed = Mapping[str, str]
"""What was typed, by part: `day`, `month`, `year`, `time`, or `WHOLE` for a field of one part."""


def typed_of(name: str, fact: Fact, given: Mapping[str, str]) -> Typed:
    """What a form sent for a fact. Raises `BadRequest` where a value comes both whole and in parts."""
    parts = _parts_of(fact)
    typed = {part: given[f"{name}.{part}"] for part in parts if f"{name}.{part}" in given}
    if typed == {NUMBER: ""} and name in given:
        typed = {}
    if given.get(name) == PASSED and typed:  # what was said before stands until a day is typed
        return typed if "".join(typed.values()).strip() else {WHOLE: PASSED}
    if name not in given:
        return typed
    if isinstance(fact, Banded) and typed:
        return {WHOLE: given[name], **typed}
    if typed:
        raise BadRequest(400, N_("This address gives the same value twice."), name)
    return {WHOLE: given[name]}


def _parts_of(fact: Fact) -> tuple[str, ...]:
    """The parts in which a form sends a value: those of a day or a moment, or each option that may be ticked."""
    if isinstance(fact, Choices):
        return tuple(fact.options)
    if isinstance(fact, Banded) and fact.bands:
        return (NUMBER,)
    return PARTS if isinstance(fact, MomentFact) else DAY_PARTS if isinstance(fact, DayFact) else ()


def read_typed(speech: Speech, policy: Policy, fact: Fact, typed: Typed) -> str:
    """
    The canonical text of what was typed. Raises `Refusal`, also for a time whose half of the day is not clear.

    What cannot be read as it stands is read without the signs that stuck to it where a link was copied; behind a number
    any but those that end a sentence or a bracket may be its unit, as 8' is eight feet.
    """
    if typed == {WHOLE: PASSED} and fact.may_pass():
        return PASSED
    try:
        read = _canonical(speech, fact, typed)
    except Refusal:
        whole = typed.get(WHOLE, "")
        if (bare := unstuck(whole)) in ("", whole) or (
            isinstance(fact, Banded | MoneyFact) and not ENDING.fullmatch(normalize("NFKC", whole[len(bare) :]))
        ):
            raise
        return read_typed(speech, policy, fact, {**typed, WHOLE: bare})
    time = typed.get("time", "").strip() or " ".join(typed.values()).strip()
    if isinstance(fact, MomentFact) and either_half(speech, time):
        hour, minute = int(read[11:13]), int(read[14:16])
        morning, afternoon = (
            any(_within(one, half, minute) for one in policy.about.hours.values()) for half in (hour, hour + 12)
        )
        if afternoon and not morning:
            raise Refusal("time-ambiguous", typed=time)
    return read


def _within(hours: Hours, hour: int, minute: int) -> bool:
    time = dt.time(hour, minute)
    return hours.always or any(one.opens <= time and (one.overnight or time <= one.closes) for one in hours.every_span)


def _canonical(speech: Speech, fact: Fact, typed: Typed) -> str:
    """The canonical text of what was typed. Raises `Refusal`."""
    if NUMBER in typed and isinstance(fact, Banded):
        return _number(speech, fact, typed[NUMBER], given_band(typed.get(WHOLE)))
    if isinstance(fact, Choices) and WHOLE not in typed:
        return canonical(speech, fact, ",".join(typed))
    if WHOLE in typed or not typed:
        text = typed.get(WHOLE, "")
        if isinstance(fact, Banded):
            return _number(speech, fact, text, None)
        return canonical(speech, fact, _clock(text) if isinstance(fact, TimeFact) else text)
    filled = [typed[part] for part in DAY_PARTS if typed.get(part, "").strip()]
    time = _clock(typed.get("time", "").strip())
    if plain(time or "".join(filled)) in speech.words("answers.now"):
        raise Refusal(PRESENT, day=day_from_parts(speech, *_day(typed)) if time and filled else "")
    if not filled and not time:
        return canonical(speech, fact, "")
    if len(filled) == 1 and len(filled[0].strip()) > LONGEST_PART:
        return canonical(speech, fact, f"{filled[0]} {time}".strip())
    if not filled:
        raise Refusal("day-wanted", typed=time)
    day = day_from_parts(speech, *_day(typed))
    return canonical(speech, fact, f"{day} {time}".strip()) if isinstance(fact, MomentFact) else day


def _day(typed: Typed) -> tuple[str, str, str]:
    return typed.get("year", ""), typed.get("month", ""), typed.get("day", "")


def _clock(text: str) -> str:
    """A time in figures alone, "1530" or "15.30", with its colon."""
    found = FIGURES.fullmatch(plain(text))
    return f"{found[1] or found[3]}:{found[2] or '00'}" if found else text


def _number(speech: Speech, fact: Banded, text: str, band: str | None) -> str:
    """The number itself, which must fit the band that is chosen beside it; one that is about so much is asked back."""
    try:
        number = canonical(speech, fact, text)
    except Refusal as refusal:
        raise _about(speech, fact, text) or refusal from None
    if band is not None and given_band(number) is None and finder(fact.bands)(Decimal(number)) != band:
        raise Refusal("band-differs")
    return number


def _about(speech: Speech, fact: Banded, text: str) -> Refusal | None:
    """What to ask of somebody who writes about how much it is; None where that is not what stands there."""
    folded = plain(text)
    before, behind = (speech.words(f"measure.about.{side}") for side in ("before", "behind"))
    rest = [folded.removeprefix(word).strip() for word in before if folded.startswith(word)]
    rest += [folded.removesuffix(word).strip() for word in behind if folded.endswith(word)]
    for one in sorted(rest, key=len):
        with suppress(Refusal):
            return Refusal("number-about", typed=text, number=canonical(speech, fact, one))
    return None


def parts_to_mend(typed: Typed, refusal: Refusal) -> tuple[str, ...]:
    """The parts that are to be mended."""
    if WHOLE in typed or not typed:
        return tuple(typed)
    named = refusal.reason.removesuffix("-wanted")
    empty = tuple(part for part in DAY_PARTS if not typed.get(part, "").strip())
    if named in DAY_PARTS and len(empty) < len(DAY_PARTS):
        return empty if len(empty) > 1 else (named,)
    return ("time",) if "time" in refusal.reason else tuple(part for part in typed if part != "time")
