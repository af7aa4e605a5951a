"""Numbers with their unit, given to the facts that are counted in it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from assistant.match.clauses import meant
from assistant.match.lexicon import Lexicon
from assistant.match.understanding import Stated
from assistant.parsing.numbers import UNITS, WRITTEN_FIGURES, outside, plain_figures, unit_words
from assistant.parsing.numerals import whole
from assistant.vocabulary.fact import Fact
from assistant.vocabulary.facts.integer import WholeNumberFact
from assistant.vocabulary.facts.number import NumberFact

NOT_EXACT = re.compile(
    r"(?:\b(?:need to|must|have to|required to)(?: [\w']+){0,6}"
    r"|\b(?:within|up to|more than|less than|over|under|at least|at most|beyond|below|above|minimum(?: of)?"
    r"|maximum(?: of)?|every|each|per|max|min|than|first|after|between)\s*(?:the )?(?:first )?"
    r"|最低|最大|少なくとも|毎)$"
)
"""Before a number, a limit is meant and not the thing itself."""
ELSEWHERE = (
    r"(?![a-z])(?![\s-]?(?:ago|before|earlier|later|old|after|in a row|or (?:more|less)|to the|left|right"
    r"|rule|mark|minimum|notice|warning|limit))"
    r"(?!前|後|目|度|月|以内|以上|以下|未満|超|まで|経|たった|落ち|ごと|おき|毎|半|もの|たつ|[0-9]|[をは]超|を越|より)"
)
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
CALENDAR_YEAR = re.compile(r"(?:19|20)[0-9]{2}\s?年")
HALF_YEAR = re.compile(
    r"(?:(?P<years>[0-9]{1,2}|[一二三四五六七八九十]{1,2})年)?半(?:年(?!前|後|ごと|以|経)|(?<=年半)(?!額))(?:間|分)?"
)


def quantities(
    text: str, facts: Mapping[str, Fact], cues: Mapping[str, Lexicon], asked: Sequence[str]
) -> Iterator[Stated]:
    """
    The number facts that folded text states, each where it states just one number for it.

    A fact of `asked` takes a number of its unit that it alone is counted in; any other only beside its cues.
    """
    found: dict[str, dict[str, tuple[int, int]]] = {}
    numbered = {n: fact for n, fact in facts.items() if isinstance(fact, NumberFact | WholeNumberFact) and fact.unit}
    told = {name: _told(text, fact) for name, fact in numbered.items()}
    for name, values in told.items():
        for start, end, figures in values:
            rivals = [other for other in numbered if (start, end) in {(s, e) for s, e, _ in told[other]}]
            if _owner(text, (start, end), rivals, cues, asked) == name:
                found.setdefault(name, {}).setdefault(figures, (start, end))
    for name, places in found.items():
        if len(places) == 1:
            ((figures, (start, end)),) = places.items()
            yield Stated(name, figures, start, end)


def _owner(
    text: str, place: tuple[int, int], rivals: Sequence[str], cues: Mapping[str, Lexicon], asked: Sequence[str]
) -> str | None:
    here = [name for name in rivals if name in asked]
    if len(here) == 1:
        return here[0]
    return meant(text, *place, {name: cues[name] for name in here or rivals if name in cues}, ())


def _told(text: str, fact: NumberFact | WholeNumberFact) -> list[tuple[int, int, str]]:
    own = unit_words(fact)
    units = [(own, Fraction(1)), *((frozenset(other), by) for unit, other, by in OTHER_UNITS if own & set(unit))]
    found = [
        (start, end, figures)
        for words, by in units
        for start, end, number in (*_figures(text, words), *_without_figures(text, words))
        if (figures := _counted(number * by, fact))
    ]
    return [one for one in found if not any(o[0] <= one[0] and one[1] <= o[1] and o[:2] != one[:2] for o in found)]


def _figures(text: str, words: frozenset[str]) -> Iterator[tuple[int, int, Fraction]]:
    unit = "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))
    pattern = re.compile(rf"(?<![0-9a-z.-])(?<![0-9],)(?P<figures>{WRITTEN_FIGURES})[\s-]?(?:{unit}){ELSEWHERE}")
    for found in pattern.finditer(text):
        figures = plain_figures(found["figures"])
        if (
            figures is not None
            and not CALENDAR_YEAR.fullmatch(found[0])
            and not NOT_EXACT.search(text[: found.start()].rstrip())
        ):
            yield found.start(), found.end(), Fraction(figures)


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
