"""Numbers that people write into a field: figures, signs, words, and the fact's own unit behind them."""

import re
from decimal import Decimal

from assistant.errors import Refusal
from assistant.model.quantity import Quantity, decimals
from assistant.parsing.amounts import AMOUNTS, UNITS, outside, told_otherwise, unit_of
from assistant.parsing.speech import Speech
from assistant.vocabulary.facts.money import MoneyFact
from assistant.vocabulary.facts.number import MOST, NumberFact, WholeNumberFact

HUNDRED = 100
"""From it on the scale of a number in words is counted itself: *a hundred*."""


def read_number(speech: Speech, fact: NumberFact | WholeNumberFact, text: str) -> str:
    """The number that folded text writes, as canonical text. Raises `Refusal`."""
    wanted = "whole-number-wanted" if isinstance(fact, WholeNumberFact) else "number-wanted"
    sign, figures, unit = parted(speech, text)
    other = fact.unit is not None and unit and unit_of(speech, fact) not in _names(speech, unit)
    for way in (text, f"{figures} {unit}") if other and not sign else ():
        if said := told_otherwise(speech, fact, way):
            return said
    if figures is None or re.match(r"[0-9,.]", unit):
        raise Refusal(wanted, typed=text)
    if unit and fact.unit is None:
        raise Refusal("number-wanted", typed=text)
    if fact.unit and other:
        raise Refusal("other-unit", typed=text, unit=fact.unit.source)
    if "." in figures and isinstance(fact, WholeNumberFact):
        raise Refusal(wanted, typed=text)
    if len(figures.partition(".")[2]) > 3:
        raise Refusal("too-many-decimals", typed=text)
    if sign == "-" or Decimal(figures) < fact.least:
        raise Refusal("number-too-small", typed=text, least=str(fact.least))
    if outside(fact, figures):
        raise Refusal("number-too-large", typed=text, most=str(MOST if fact.most is None else fact.most))
    return figures


def _names(speech: Speech, unit: str) -> set[str | None]:
    """What a unit may be called as it is written, with or without a particle behind it."""
    bare = {unit.removesuffix(particle) for particle in ("", *speech.words("clauses.particles"))}
    return {*bare, *(speech.named(UNITS, one) for one in bare)}


def read_money(speech: Speech, fact: MoneyFact, text: str) -> str:
    """The amount that folded text writes, with its sign, its code or neither, as canonical text. Raises `Refusal`."""
    bare = text
    for name in (*speech.words(f"numbers.money.{fact.currency}"), fact.currency.casefold()):
        bare = bare.removeprefix(name).removesuffix(name).strip()
    sign, figures, unit = parted(speech, bare)
    if figures is None or unit or len(figures.partition(".")[2]) > decimals(fact.currency):
        raise Refusal("money-wanted", typed=text, example=str(Quantity(1300, fact.currency)))
    if sign == "-":
        raise Refusal("number-too-small", typed=text, least=str(fact.least))
    canonical = str(Quantity(Decimal(figures), fact.currency))
    fact.read(canonical)
    return canonical


def parted(speech: Speech, text: str) -> tuple[str, str | None, str]:
    """
    The sign of the number with which a text begins, its figures, `None` where they are no number, and the rest.

    Raises `Refusal` where they are two: which language somebody writes in is not known.
    """
    sign = text[:1] if text[:1] in ("+", "-") else ""
    heard = speech.hear(text[len(sign) :])
    found = speech.patterns["count"].match(heard.spoken.signs)
    if found is None:
        return sign, *_counted(speech, text)
    if len(speech.numerals.meant(heard.spoken.text[: found.end()])) > 1:
        raise Refusal("number-ambiguous", typed=text)
    figures, rest = heard.figures(found), heard.spoken.text[found.end() :].strip()
    for half in speech.words("numbers.and_half") if figures and "." not in figures else ():
        if f"{rest} ".startswith(f"{half} ") or rest.endswith(half):  # *two and a half km*, *2 km and a half*
            return sign, f"{figures}.5", rest.removeprefix(half).removesuffix(half).strip()
    of_form = _counted(speech, text) if rest and speech.named(UNITS, rest) is None else (None, "")
    return (sign, figures, rest) if of_form[0] is None else (sign, *of_form)


def _counted(speech: Speech, text: str) -> tuple[str | None, str]:
    """The same of an amount that begins with no number, by its forms: *half a km*; or *a hundred and twenty km*."""
    gaps = amount.gaps if (amount := speech.whole(text, AMOUNTS)) else {}
    if "unit" in gaps and "further" not in gaps and not gaps.keys().isdisjoint(("count", "one", "half")):
        whole = speech.numerals.plain(gaps["count"]) if "count" in gaps else f"{int('one' in gaps)}"
        half = whole is not None and "." not in whole and not gaps.keys().isdisjoint(("half", "and_half"))
        return f"{whole}.5" if half else whole, gaps["unit"]
    for one in speech.words("numbers.one"):
        rest = text.removeprefix(f"{one} ")
        if rest != text and speech.named(UNITS, rest):
            return "1", rest
        if rest != text and speech.hear(rest).spoken.values.get(0, 0) >= HUNDRED:
            return parted(speech, rest)[1:]
    return None, text
