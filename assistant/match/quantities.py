"""Numbers with their unit, given to the facts that are counted in it."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction

from assistant.match.frames import Said
from assistant.match.lexicon import Lexicon
from assistant.match.markers import Marked
from assistant.match.reach import bounded
from assistant.match.roles import meant
from assistant.match.understanding import Why
from assistant.parsing.numbers import UNITS, WRITTEN_FIGURES, outside, plain_figures, unit_words
from assistant.parsing.numerals import WORD_NUMBER, whole, word_values
from assistant.vocabulary.fact import Fact
from assistant.vocabulary.facts.integer import WholeNumberFact
from assistant.vocabulary.facts.number import NumberFact

ENDS_UNIT = r"(?![a-z])(?!目|度|月|毎|(?<=[a-z])[0-9])"
MOST_AMOUNTS = 12
NOUN = re.compile(r"[\u30a1-\u30fa\u30fc\u3400-\u9fff]{2}$")
SPOKEN = 3
"""A sentence of so many words says something."""
YEAR_WORDS, MONTH_WORDS = next(u for u in UNITS if "year" in u), next(u for u in UNITS if "month" in u)
METRE_WORDS, KM_WORDS = next(u for u in UNITS if "metre" in u), next(u for u in UNITS if "km" in u)
OTHER_UNITS: tuple[tuple[tuple[str, ...], tuple[str, ...], Fraction], ...] = (
    (MONTH_WORDS, YEAR_WORDS, Fraction(12)),
    (YEAR_WORDS, MONTH_WORDS, Fraction(1, 12)),
    (METRE_WORDS, ("cm", "centimetres", "centimeters", "センチ", "センチメートル"), Fraction(1, 100)),
)
"""A unit, others that a number in it may be told in, and how many of it one of those is."""
ONE = re.compile(
    r"\b(?<=for |buy | of )an? (?P<unit>year|month)\b(?! (?:ago|later|old|or)\b)"
    r"|\b(?<!once )(?<!twice )(?<!half )an? (?P<other>year|month)(?='s | of )"
)
ADDED = re.compile(r"\s?(?:and |と|,\s)?")
HALF = re.compile(r"半(?!年)|\s?(?:and )a half\b")
CALENDAR_YEAR = re.compile(r"(?:19|20)[0-9]{2}\s?年")
HALF_YEAR = re.compile(
    r"(?:(?P<years>[0-9]{1,2}|[一二三四五六七八九十]{1,2})年)?半(?:年(?!前|後|ごと|以|経)|(?<=年半)(?!額))(?:間|分)?"
)


def quantities(
    marked: Marked,
    rest: str,
    facts: Mapping[str, Fact],
    cues: Mapping[str, Lexicon],
    asked: Sequence[str],
    named: Collection[int],
) -> Iterator[Said]:
    """
    The number facts that folded text states; `rest` is the text with days and times blanked out.

    A fact of `asked` takes a number of its unit that it alone is counted in; any other only beside its cues. One that
    stands without a cue in a sentence of its own may count something else, and so may one right behind a noun, as in
    *founded 15 years*, save that of an option, which ends at one of `named`.
    """
    numbered = {n: fact for n, fact in facts.items() if isinstance(fact, NumberFact | WholeNumberFact) and fact.unit}
    told = {name: _told(rest, fact) for name, fact in numbered.items()}
    for name, values in told.items():
        for start, end, figures in values[:MOST_AMOUNTS]:
            rivals = [other for other in numbered if (start, end) in {(s, e) for s, e, _ in told[other]}]
            owner = meant(marked, start, end, {one: cues[one] for one in rivals if one in cues}, ())
            cued = owner.fact if owner else None
            here = [other for other in rivals if other in asked]
            if cued == name if cued in here or not here else here == [name]:
                why = bounded(marked, start, end) or (None if cued == name else _alone(marked, start, end, named))
                yield Said(name, figures, start, end, why)


def _alone(marked: Marked, start: int, end: int, named: Collection[int]) -> Why | None:
    """A number in a sentence that says something of its own, before another one that asks, may count anything."""
    if NOUN.search(marked.text[:start]) and start not in named:
        return "other"
    left, right = marked.clause(start, end)
    if marked.gap(left, start) + marked.gap(end, right) < SPOKEN:
        return None
    left, right = marked.sentence(start, end)
    spoken = marked.gap(left, start) + marked.gap(end, right) >= SPOKEN
    return (
        "other" if spoken and right < len(marked.text.rstrip(" ?.")) and marked.text[right : right + 1] != "?" else None
    )


def _told(text: str, fact: NumberFact | WholeNumberFact) -> list[tuple[int, int, str]]:
    own = unit_words(fact)
    units = [(own, Fraction(1)), *((frozenset(other), by) for unit, other, by in OTHER_UNITS if own & set(unit))]
    amounts = sorted(
        (start, end, number * by)
        for words, by in units
        for start, end, number in (*_figures(text, words), *_without_figures(text, words))
    )
    found = [
        (start, end, figures) for start, end, number in _added(text, amounts) if (figures := _counted(number, fact))
    ]
    return [one for one in found if not any(o[0] <= one[0] and one[1] <= o[1] and o[:2] != one[:2] for o in found)]


def _added(text: str, amounts: Sequence[tuple[int, int, Fraction]]) -> Iterator[tuple[int, int, Fraction]]:
    """Amounts of different units right behind each other are one: *1 year 6 months*."""
    at = 0
    while at < len(amounts):
        start, end, number = amounts[at]
        while at + 1 < len(amounts) and ADDED.fullmatch(text[end : amounts[at + 1][0]]) and amounts[at + 1][2] < number:
            at += 1
            end, number = amounts[at][1], number + amounts[at][2]
        yield start, end, number
        at += 1


def _figures(text: str, words: frozenset[str]) -> Iterator[tuple[int, int, Fraction]]:
    unit = "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))
    pattern = re.compile(
        rf"(?<![0-9a-z.])(?<![0-9],)(?P<figures>{WORD_NUMBER.pattern}|{WRITTEN_FIGURES})[\s-]?(?:{unit}){ENDS_UNIT}"
    )
    for found in pattern.finditer(text):
        if (number := _number(found["figures"])) is not None and not CALENDAR_YEAR.fullmatch(found[0]):
            half = HALF.match(text, found.end())
            yield found.start(), half.end() if half else found.end(), number + (Fraction(1, 2) if half else 0)


def _number(figures: str) -> Fraction | None:
    if WORD_NUMBER.fullmatch(figures):
        values = word_values(figures)
        return Fraction(values[0]) if len(values) == 1 else None
    written = plain_figures(figures)
    return None if written is None else Fraction(written)


def _without_figures(text: str, words: frozenset[str]) -> Iterator[tuple[int, int, Fraction]]:
    for found in ONE.finditer(text):
        if (found["unit"] or found["other"]) in words:
            yield found.start(), found.end(), Fraction(1)
    for found in re.finditer(r"\bhalf a year(?! ago)\b", text) if "month" in words else ():
        yield found.start(), found.end(), Fraction(6)
    for found in HALF_YEAR.finditer(text) if "month" in words else ():
        yield found.start(), found.end(), Fraction(6 + 12 * (whole(found["years"] or "0") or 0))


def _counted(number: Fraction, fact: NumberFact | WholeNumberFact) -> str | None:
    thousandths = number * 1000
    if thousandths.denominator != 1 or (number.denominator != 1 and isinstance(fact, WholeNumberFact)):
        return None
    before, behind = divmod(thousandths.numerator, 1000)
    figures = f"{before}.{behind:03}".rstrip("0").rstrip(".")
    return None if outside(fact, figures) else figures
