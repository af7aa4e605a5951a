"""Numbers as people write them: thousands marks, kanji, English words, and the fact's own unit behind them."""

import re
from decimal import Decimal

from assistant.errors import Refusal
from assistant.model.quantity import Quantity, decimals
from assistant.parsing.numerals import KANJI, SMALL, whole
from assistant.parsing.plain import plain
from assistant.vocabulary.facts.integer import WholeNumberFact
from assistant.vocabulary.facts.money import MoneyFact
from assistant.vocabulary.facts.number import NumberFact

UNITS = (
    ("km", "kms", "kilometre", "kilometres", "kilometer", "kilometers", "キロ", "キロメートル"),
    ("m", "metre", "metres", "meter", "meters", "メートル"),
    ("month", "months", "mth", "mths", "か月", "ヶ月", "ケ月", "カ月", "ヵ月", "箇月"),
    ("year", "years", "yr", "yrs", "年", "年間", "か年", "ヵ年"),
)
WRITTEN_FIGURES = (
    rf"[0-9]{{1,3}}(?:,[0-9]{{3}})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|\.[0-9]+|[{KANJI}]+|{'|'.join(SMALL)}"
)
MOST = 10**9 - 1
WRITTEN = re.compile(rf"(?P<sign>[+-]?)(?P<figures>{WRITTEN_FIGURES})\s?(?P<unit>.*)")


def unit_words(fact: NumberFact | WholeNumberFact) -> frozenset[str]:
    """The ways in which people write the unit of this fact, folded."""
    if fact.unit is None:
        return frozenset()
    own = plain(fact.unit.source)
    return frozenset(next((words for words in UNITS if own in words), ())) | {own}


def read_number(fact: NumberFact | WholeNumberFact, text: str) -> str:
    """The number that folded text writes, as canonical text. Raises `Refusal`."""
    found = WRITTEN.fullmatch(text)
    whole_wanted = isinstance(fact, WholeNumberFact)
    if not found:
        raise Refusal("whole-number-wanted" if whole_wanted else "number-wanted", typed=text)
    figures = plain_figures(found["figures"])
    if figures is None or re.match(r"[0-9,.]", found["unit"]):
        raise Refusal("whole-number-wanted" if whole_wanted else "number-wanted", typed=text)
    if found["unit"] and fact.unit is None:
        raise Refusal("number-wanted", typed=text)
    if fact.unit and found["unit"] and found["unit"].removesuffix("分") not in unit_words(fact):
        raise Refusal("other-unit", typed=text, unit=fact.unit.source)
    if "." in figures and whole_wanted:
        raise Refusal("whole-number-wanted", typed=text)
    if len(figures.partition(".")[2]) > 3:
        raise Refusal("too-many-decimals", typed=text)
    if found["sign"] == "-" or Decimal(figures) < fact.least:
        raise Refusal("number-too-small", typed=text, least=str(fact.least))
    if outside(fact, figures):
        raise Refusal("number-too-large", typed=text, most=str(fact.most or MOST))
    return figures


def read_money(fact: MoneyFact, text: str) -> str:
    """The amount that folded text writes, with its sign, its code or neither, as canonical text. Raises `Refusal`."""
    code = fact.currency.casefold()
    bare = text.removeprefix("¥").removesuffix("円") if fact.currency == "JPY" else text.removeprefix("$")
    found = WRITTEN.fullmatch(bare.strip().removeprefix(code).removesuffix(code).strip())
    figures = plain_figures(found["figures"]) if found and not found["unit"] else None
    if found is None or figures is None or len(figures.partition(".")[2]) > decimals(fact.currency):
        raise Refusal("money-wanted", typed=text, example=str(Quantity(1300, fact.currency)))
    if found["sign"] == "-":
        raise Refusal("number-too-small", typed=text, least=str(fact.least))
    canonical = str(Quantity(Decimal(figures), fact.currency))
    fact.read(canonical)
    return canonical


def plain_figures(figures: str) -> str | None:
    """Figures in ASCII without leading noughts and thousands marks; `None` where kanji make no number."""
    if re.fullmatch(r"[0-9,.]+", figures):
        before, mark, behind = figures.replace(",", "").partition(".")
        return (before.lstrip("0") or "0") + mark + behind
    value = whole(figures)
    return None if value is None else str(value)


def outside(fact: NumberFact | WholeNumberFact, figures: str) -> bool:
    """Does the number lie outside what its fact allows, or beyond nine figures?"""
    value = Decimal(figures)
    return value < fact.least or value > MOST or (fact.most is not None and value > fact.most)
