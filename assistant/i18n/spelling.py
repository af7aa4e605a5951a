"""
How a language spells figures: what CLDR and num2words know of it, and what its grammar adds.

Asked while catalogues are read, never while pages are served.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.units import format_unit

from assistant.content.describe import typed
from assistant.content.syntax import read_tree
from assistant.errors import ContentError
from assistant.parsing.grammar import Grammar, flat
from assistant.parsing.plain import LETTER, plain
from assistant.parsing.tables import in_words, tables
from assistant.parsing.written import LONGEST

UNITS = re.compile(
    r"duration-(?:year|quarter|month|week|day|night|hour|minute|second)|digital-(?:giga|mega|tera|kilo)byte"
    r"|length-(?:milli|centi|kilo)?meter|mass-(?:kilo)?gram"
)
COUNTS = (1, 2, 3, 5, 11, 100)
"""Numbers of every plural that any language has."""
MONTH = re.compile("[0-9]+([^\\W0-9])")
"""A month that has a number for a name, and the sign behind it: 3月, 3월."""
NEVER = "(?!)"
MARKS = "numbers.marks"
"""Between thousands and before decimals, two signs for each script of figures."""


def spelling(locales: Path, language: str) -> Mapping[str, Sequence[str]]:
    """
    The words of figures in a language by their path, folded: months, number words, signs, units, clocks, marks.

    A grammar that cannot be read is reported where it is used for reading; here CLDR alone speaks then.
    """
    found: dict[str, dict[str, None]] = {}
    path = locales / language / "grammar.yaml"
    try:
        grammar: Grammar = typed(read_tree(path, str(path)), str(path), Grammar, "grammar")
    except (FileNotFoundError, ContentError):
        grammar = Grammar()
    own = ((name, words) for name, words in flat(grammar) if name.startswith(("numbers.", "days.", "clocks.")))
    for name, words in (*tables(language).items(), *_of_cldr(language), *own):
        folded = words if name == MARKS else (plain(word, LONGEST) for word in words)
        found.setdefault(name, {}).update(dict.fromkeys(folded))
    return {name: tuple(said) for name, words in found.items() if (said := [word for word in words if word])}


@cache
def _of_cldr(language: str) -> tuple[tuple[str, Sequence[str]], ...]:
    return tuple(_read_of_cldr(language))


def _read_of_cldr(language: str) -> Iterator[tuple[str, Sequence[str]]]:
    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return
    for symbols in (each for each in locale.number_symbols.values() if {"group", "decimal"} <= {*each}):
        yield MARKS, [f"{_mark(symbols['group'])}{_mark(symbols['decimal'])}"]
    for kind, widths in locale.unit_display_names.items():
        if UNITS.fullmatch(kind):
            yield from _units(locale, kind, {*widths.values()} - {kind})
    # Both: what a language does not abbreviate, Babel takes from the root once anybody has looked at that.
    months = (name for width in ("wide", "abbreviated") for name in locale.months["format"][width].values())
    signs = {found[1] for name in months if (found := MONTH.fullmatch(name))}
    yield "numbers.units.month", sorted(signs)
    for scale, words in _scales(locale):
        yield f"numbers.scales.{scale}", words
    hour = locale.datetime_skeletons["H"].pattern
    yield "numbers.endings", _endings(locale.language)
    yield "clocks.hours", [re.sub("[H'\\s]", "", hour)]
    for widths in locale.day_periods["format"].values():
        for path, name in (
            ("halves.0", "am"),
            ("halves.12", "pm"),
            ("named.00:00", "midnight"),
            ("named.12:00", "noon"),
        ):
            yield f"clocks.{path}", [widths[name]] if name in widths else []


def _mark(sign: str) -> str:
    return " " if sign.isspace() else sign


def _units(locale: Locale, kind: str, names: set[str]) -> Iterator[tuple[str, list[str]]]:
    """A unit by its names and by what stands behind each number; a form without a number counts by itself: *two days*
    in one word."""
    for count in COUNTS:
        for length in ("long", "short"):
            said = format_unit(count, kind, length, locale=locale)
            bare = re.sub(r"[\d\s.,\u200e\u200f]+", " ", said).strip()
            if bare == said and kind not in said:
                yield f"numbers.counted.{count}", [said]
            names |= {bare} - {kind}
    yield f"numbers.units.{kind.partition('-')[2]}", sorted(names)


def _endings(language: str) -> list[str]:
    """What stands behind the figures of an ordinal: 1st, 1er."""
    said = [in_words(count, language, "ordinal_num") for count in COUNTS]
    return [one.lstrip("0123456789") for one in said if one[:1].isdigit()]


def _scales(locale: Locale) -> Iterator[tuple[int, list[str]]]:
    """Words and signs behind a number that multiply it: thousand, million, 万. Letters alone, *K*, are none of them."""
    for widths in locale.compact_decimal_formats.values():
        for forms in widths.values():
            for size, pattern in forms.items():
                word, zeros = re.sub(r"['0\s]", "", pattern.pattern), pattern.pattern.count("0")
                if size.isdigit() and (len(word) > 1 or not word.isascii()):
                    yield int(size) // 10 ** (zeros - 1), [word]


def either(words: Iterable[str], letter: str = LETTER) -> str:
    """One of these words, the longest first, and no part of a longer one."""
    ordered = sorted((-len(word), re.match(LETTER, word[-1]) is not None, word) for word in set(words))
    ways = []
    # What must not follow stands once behind all of a length: it takes most of the time in which these are compiled.
    for (_, ends_in_letter), alike in groupby(ordered, key=itemgetter(0, 1)):
        either = "|".join(re.escape(word) for _, _, word in alike)
        ways.append(rf"(?:{either})(?!{letter})" if ends_in_letter else either)
    return f"(?:{'|'.join(ways)})" if ways else NEVER
